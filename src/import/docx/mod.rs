//! DOCX, as word processors write it (ECMA-376).

mod assemble;
mod body;
mod field;
mod numbering;
mod relations;
mod styles;

use std::collections::HashMap;

use super::archive::{Archive, DOCX};
use super::document::{Document, DocumentBlock};
use super::error::ReadError;
use super::gather::{text_words, words};
use super::xml::{Xml, XmlReader};
use body::{Item, Reading};
use numbering::Numbering;
use relations::Relations;
use styles::{Role, Styles};

/// The text of a DOCX. What is deleted, comments and tables of contents are left out; those last two are counted.
///
/// # Errors
///
/// If it is none, is damaged or encrypted, has no words, or unpacks to more than is read.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut archive = Archive::open(bytes, DOCX)?;
    let main = Relations::of(&mut archive, "")?.part("officeDocument", "word/document.xml");
    let text = archive.xml(&main)?;
    if text.is_empty() {
        return Err(ReadError::UnknownKind);
    }
    let relations = Relations::of(&mut archive, &main)?;
    let part = |archive: &mut Archive, kind: &str| {
        archive.xml(&relations.part(kind, &format!("word/{kind}.xml")))
    };
    let styles = Styles::read(&part(&mut archive, "styles")?)?;
    let numbering = Numbering::read(&part(&mut archive, "numbering")?)?;
    let mut reading = Reading {
        styles: &styles,
        numbering,
        called: Vec::new(),
        numbers: HashMap::new(),
        left_out: 0,
        pictures: 0,
    };
    let items = body::read(&text, &relations, &mut reading)?;
    let law = assemble::is_law(&items);
    let mut document = facts(&mut archive)?;
    let items = without_title(items, &mut document.title);
    document.blocks = assemble::blocks(items, law);
    document.footnotes = notes(&mut archive, &relations, &mut reading)?;
    document.pictures = reading.pictures;
    document.left_out = reading.left_out + comments(&part(&mut archive, "comments")?)?;
    document.language = document.language.take().or_else(|| language(&document.blocks, &styles));
    if words(&document.blocks) == 0 { Err(ReadError::Empty) } else { Ok(document) }
}

/// What the file says of itself.
fn facts(archive: &mut Archive) -> Result<Document, ReadError> {
    let name = Relations::of(archive, "")?.part("core-properties", "docProps/core.xml");
    let text = archive.xml(&name)?;
    let mut xml = XmlReader::new(&text, DOCX);
    let mut document = Document::default();
    let mut said = String::new();
    while let Some(event) = xml.next()? {
        match event {
            Xml::Start(_) => said.clear(),
            Xml::Text(text) => said.push_str(&text),
            Xml::End(name) => {
                let text = said.split_whitespace().collect::<Vec<_>>().join(" ");
                said.clear();
                match name.as_str() {
                    _ if text.is_empty() => {}
                    "title" => document.title = text,
                    "creator" => {
                        document.authors =
                            text.split(';').map(|name| name.trim().to_owned()).collect();
                    }
                    "language" => document.language = Some(text),
                    "created" => document.date = Some(text),
                    _ => {}
                }
            }
        }
    }
    Ok(document)
}

/// The text without the paragraph that is its title, if it says that it is; `title` is that where it was empty.
fn without_title(mut items: Vec<Item>, title: &mut String) -> Vec<Item> {
    let at = items
        .iter()
        .take(10)
        .position(|item| matches!(item, Item::Paragraph(p) if p.role == Role::Title));
    if let Some((at, Item::Paragraph(paragraph))) = at.and_then(|at| Some((at, items.get(at)?))) {
        let own: String = paragraph.words.iter().map(|run| run.text.as_str()).collect();
        let noted = paragraph.words.iter().any(|run| run.footnote.is_some());
        let own = own.replace('\n', " ");
        if !noted && (title.is_empty() || *title == own) {
            *title = own;
            items.remove(at);
        }
    }
    items
}

/// The notes that are called; notes may call others.
fn notes(
    archive: &mut Archive,
    main: &Relations,
    reading: &mut Reading,
) -> Result<Vec<Vec<DocumentBlock>>, ReadError> {
    let kinds = [("footnote", "footnotes"), ("endnote", "endnotes")];
    let mut parts = Vec::new();
    for (kind, part) in kinds {
        let name = main.part(part, &format!("word/{part}.xml"));
        let relations = Relations::of(archive, &name)?;
        parts.push((kind, body::notes(&archive.xml(&name)?, kind, &relations, reading)?));
    }
    let mut notes = Vec::new();
    let mut at = 0;
    while let Some((kind, id)) = reading.called.get(at) {
        let part = parts.iter_mut().find(|(own, _)| own == kind);
        let items = part.and_then(|(_, notes)| notes.remove(id)).unwrap_or_default();
        notes.push(assemble::blocks(items, false));
        at += 1;
    }
    Ok(notes)
}

/// How many words the comments have.
fn comments(text: &str) -> Result<usize, ReadError> {
    let mut xml = XmlReader::new(text, DOCX);
    let mut count = 0;
    while let Some(event) = xml.next()? {
        if let Xml::Text(text) = event {
            count += text_words(&text);
        }
    }
    Ok(count)
}

/// What the text is in, where the file says it by its styles alone: it has one for each kind of letters.
fn language(blocks: &[DocumentBlock], styles: &Styles) -> Option<String> {
    let sample: String = blocks.iter().take(50).map(beginning).collect();
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    let eastern = sample
        .chars()
        .filter(|c| matches!(*c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '가'..='힣'))
        .count();
    let [western, east_asian] = &styles.languages;
    if eastern * 2 > letters { east_asian.clone() } else { western.clone() }
}

/// The first words of a block.
fn beginning(block: &DocumentBlock) -> String {
    match block {
        DocumentBlock::Heading { words, .. } | DocumentBlock::Paragraph(words) => {
            words.iter().flat_map(|run| run.text.chars()).take(200).collect()
        }
        _ => String::new(),
    }
}
