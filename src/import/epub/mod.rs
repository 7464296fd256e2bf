//! EPUB: the chapters of a book, each a page, in the order in which they are read (EPUB 2 and 3).

mod package;

use super::archive::{Archive, EPUB, linked};
use super::document::Document;
use super::error::{Damage, ReadError, TooMuch};
use super::html;
use super::xml::{Xml, XmlReader};
use package::Package;

/// How many chapters are read.
const CHAPTERS: usize = 2000;
/// How many bytes they may have together: as many as a page by itself, and as many more as books have.
const BYTES: usize = 32 << 20;

/// The text of a book, without its cover and its table of contents.
///
/// # Errors
///
/// If it is none, is damaged, encrypted or protected against copying, has no words, or more than is read.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut archive = Archive::open(bytes, EPUB)?;
    let name = root(&mut archive)?;
    let text = archive.xml(&name)?;
    let package = Package::read(&text)?;
    let locked = encrypted(&mut archive)?;
    let mut chapters = Vec::new();
    let mut left = BYTES;
    for link in package.chapters() {
        let part = linked(&name, &link);
        if locked.contains(&part) {
            return Err(ReadError::Locked);
        }
        let bytes = archive.part(&part)?.ok_or(Damage::ChapterMissing)?;
        left = left.checked_sub(bytes.len()).ok_or(TooMuch::Text { most: BYTES >> 20 })?;
        chapters.push((part, bytes));
        if chapters.len() > CHAPTERS {
            return Err(TooMuch::Chapters { most: CHAPTERS }.into());
        }
    }
    let text = html::chapters(&chapters, package.facts.language.as_deref().unwrap_or_default())?;
    let title =
        if package.facts.title.is_empty() { text.title } else { package.facts.title.clone() };
    Ok(Document {
        title,
        blocks: text.blocks,
        footnotes: text.footnotes,
        left_out: text.left_out,
        pictures: text.pictures,
        ..package.facts
    })
}

/// The part that says what the book consists of.
fn root(archive: &mut Archive) -> Result<String, ReadError> {
    let text = archive.xml("META-INF/container.xml")?;
    if text.is_empty() {
        return Err(ReadError::UnknownKind);
    }
    let mut xml = XmlReader::new(&text, EPUB);
    while let Some(event) = xml.next()? {
        if let Xml::Start(element) = event
            && let Some(path) = element.attribute("full-path")
        {
            return Ok(linked("", path));
        }
    }
    Err(Damage::NoPackage.into())
}

/// The parts that are encrypted. Fonts may be: they are not read.
fn encrypted(archive: &mut Archive) -> Result<Vec<String>, ReadError> {
    let text = archive.xml("META-INF/encryption.xml")?;
    let mut xml = XmlReader::new(&text, EPUB);
    let mut parts = Vec::new();
    while let Some(event) = xml.next()? {
        match event {
            Xml::Start(element) if element.name == "CipherReference" => {
                parts.extend(element.attribute("URI").map(|part| linked("", &html::decoded(part))));
            }
            _ => {}
        }
    }
    Ok(parts)
}
