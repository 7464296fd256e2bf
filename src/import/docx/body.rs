//! The text of a part of a DOCX: its paragraphs and tables, with what is set off in them.

use std::collections::HashMap;

use super::super::archive::DOCX;
use super::super::document::{DocumentBlock, Run, Words};
use super::super::error::ReadError;
use super::super::gather::{Grid, Line, shifted, text_words};
use super::super::xml::{Element, Xml, XmlReader};
use super::field::{Fields, Said};
use super::numbering::{Number, Numbering};
use super::relations::Relations;
use super::styles::{Role, Styles};

/// What stands in a text.
pub(super) enum Item {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(DocumentBlock),
}

/// A paragraph, as it is written.
pub(super) struct Paragraph {
    pub(super) role: Role,
    pub(super) number: Option<Number>,
    pub(super) words: Words,
}

/// A footnote or an endnote that is called: its part, and its id there.
pub(super) type Called = (&'static str, String);

/// What is read through all parts.
pub(super) struct Reading<'a> {
    pub(super) styles: &'a Styles,
    pub(super) numbering: Numbering,
    /// The notes that are called, in order.
    pub(super) called: Vec<Called>,
    /// Where in `called` each stands.
    pub(super) numbers: HashMap<Called, usize>,
    /// How many words are no part of the text.
    pub(super) left_out: usize,
    /// How many pictures there are.
    pub(super) pictures: usize,
}

/// What is in the body of the document.
pub(super) fn read(
    text: &str,
    relations: &Relations,
    reading: &mut Reading,
) -> Result<Vec<Item>, ReadError> {
    let mut parts = parts(text, "body", relations, reading)?;
    Ok(parts.pop().map(|(_, items)| items).unwrap_or_default())
}

/// The notes of a part, each an element `kind`, by their ids.
pub(super) fn notes(
    text: &str,
    kind: &str,
    relations: &Relations,
    reading: &mut Reading,
) -> Result<HashMap<String, Vec<Item>>, ReadError> {
    Ok(parts(text, kind, relations, reading)?.into_iter().collect())
}

/// What is in each element of the name `within`, with the id of that.
fn parts(
    text: &str,
    within: &str,
    relations: &Relations,
    reading: &mut Reading,
) -> Result<Vec<(String, Vec<Item>)>, ReadError> {
    let mut xml = XmlReader::new(text, DOCX);
    let mut parts = Vec::new();
    let mut body = Body::new(relations, reading);
    let mut inside = 0_usize;
    let mut id = String::new();
    while let Some(event) = xml.next()? {
        match event {
            Xml::Start(element) if inside == 0 && element.name == within => {
                inside = 1;
                element.attribute("id").unwrap_or_default().clone_into(&mut id);
            }
            Xml::Start(element) if inside > 0 => {
                inside += 1;
                body.start(&element);
            }
            Xml::End(_) if inside == 1 => {
                inside = 0;
                parts.push((std::mem::take(&mut id), std::mem::take(&mut body.items)));
            }
            Xml::End(name) if inside > 0 => {
                inside -= 1;
                body.end(&name);
            }
            Xml::Text(text) if inside > 0 => body.text(&text),
            _ => {}
        }
    }
    Ok(parts)
}

/// A paragraph that is being read.
#[derive(Default)]
struct Open {
    style: String,
    role: Role,
    strong: bool,
    emphasised: bool,
    list: Option<String>,
    level: Option<usize>,
    line: Line,
}

/// How the run that is read is set off.
#[derive(Default, Clone)]
struct RunFace {
    strong: bool,
    emphasised: bool,
    raised: Option<bool>,
    hidden: bool,
}

struct OpenTable {
    grid: Grid,
    cell: Words,
    columns: usize,
}

struct Body<'a, 'b> {
    relations: &'a Relations,
    reading: &'a mut Reading<'b>,
    items: Vec<Item>,
    paragraphs: Vec<Open>,
    tables: Vec<OpenTable>,
    /// How deep in elements whose text is not read.
    skipped: usize,
    /// Whether the properties of a paragraph are read, and not those of a run.
    of_paragraph: bool,
    face: RunFace,
    fields: Fields,
    links: Vec<Option<String>>,
    /// Whether text is text of the document, or what a field asks for.
    in_text: bool,
    asks: bool,
    /// How deep in controls, and at which depth a table of contents began.
    controls: usize,
    contents: Option<usize>,
}

impl<'a, 'b> Body<'a, 'b> {
    fn new(relations: &'a Relations, reading: &'a mut Reading<'b>) -> Self {
        Self {
            relations,
            reading,
            items: Vec::new(),
            paragraphs: Vec::new(),
            tables: Vec::new(),
            skipped: 0,
            of_paragraph: false,
            face: RunFace::default(),
            fields: Fields::default(),
            links: Vec::new(),
            in_text: false,
            asks: false,
            controls: 0,
            contents: None,
        }
    }

    fn start(&mut self, element: &Element) {
        let name = element.name.as_str();
        let unread = matches!(
            name,
            "del" | "moveFrom" | "Fallback" | "pPrChange" | "rPrChange" | "tblPrChange" | "sectPr"
        );
        // `del` in the properties of a paragraph says that its end is deleted.
        if self.skipped > 0 || unread {
            self.skipped += 1;
            return;
        }
        match name {
            "p" => self.paragraphs.push(Open::default()),
            "pPr" => self.of_paragraph = true,
            "r" => self.begin_run(),
            "t" => self.in_text = true,
            "instrText" => self.asks = true,
            "tab" if !self.of_paragraph => self.space(),
            "br" | "cr" => self.line_break(element),
            "noBreakHyphen" => self.word("-"),
            "sym" => self.word(&symbol(element)),
            "rt" => self.word("("),
            "hyperlink" => {
                let address =
                    element.attribute("id").and_then(|id| self.relations.links.get(id)).cloned();
                self.links.push(address);
            }
            "fldSimple" => {
                self.fields.begin();
                self.fields.ask(element.attribute("instr").unwrap_or_default());
                self.fields.answer();
            }
            "fldChar" => match element.attribute("fldCharType") {
                Some("begin") => self.fields.begin(),
                Some("separate") => self.fields.answer(),
                _ => self.fields.end(),
            },
            "footnoteReference" => self.call("footnote", element),
            "endnoteReference" => self.call("endnote", element),
            "docPr" => self.picture(element),
            "blip" | "imagedata" => self.reading.pictures += 1,
            "sdt" => self.controls += 1,
            "docPartGallery" if element.val() == "Table of Contents" => {
                self.contents = self.contents.or(Some(self.controls));
            }
            "tbl" => self.tables.push(OpenTable {
                grid: Grid::default(),
                cell: Words::new(),
                columns: 1,
            }),
            _ if self.of_paragraph => self.paragraph_property(element),
            _ => self.property(element),
        }
    }

    fn end(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "p" => self.end_paragraph(),
            "pPr" => {
                self.of_paragraph = false;
                self.begin_paragraph();
            }
            "t" => self.in_text = false,
            "instrText" => self.asks = false,
            "rt" => self.word(")"),
            "hyperlink" => drop(self.links.pop()),
            "fldSimple" => self.fields.end(),
            "sdt" => {
                if self.contents == Some(self.controls) {
                    self.contents = None;
                }
                self.controls = self.controls.saturating_sub(1);
            }
            "tc" => self.end_cell(),
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.grid.end_row();
                }
            }
            "tbl" => self.end_table(),
            _ => {}
        }
    }

    /// What an element says of the paragraph that it is in.
    fn paragraph_property(&mut self, element: &Element) {
        let Some(open) = self.paragraphs.last_mut() else { return };
        match element.name.as_str() {
            "pStyle" => element.val().clone_into(&mut open.style),
            "numId" => open.list = Some(element.val().to_owned()),
            "ilvl" => open.level = element.val().parse().ok(),
            "outlineLvl" => {
                if let Some(level) = element.val().parse::<u8>().ok().filter(|level| *level < 6) {
                    open.role = Role::Heading(level + 1);
                }
            }
            _ => {}
        }
    }

    /// What an element says of the run, the row or the cell that it is in.
    fn property(&mut self, element: &Element) {
        match element.name.as_str() {
            "b" => self.face.strong = element.is_on(),
            "i" => self.face.emphasised = element.is_on(),
            "vanish" => self.face.hidden = element.is_on(),
            "vertAlign" => {
                self.face.raised = match element.val() {
                    "superscript" => Some(true),
                    "subscript" => Some(false),
                    _ => None,
                }
            }
            "rStyle" => {
                let style = self.reading.styles.get(element.val());
                self.face.strong = style.strong.unwrap_or(self.face.strong);
                self.face.emphasised = style.emphasised.unwrap_or(self.face.emphasised);
            }
            name => {
                let Some(table) = self.tables.last_mut() else { return };
                match name {
                    "tr" => table.grid.row(false),
                    "tblHeader" if element.is_on() => table.grid.head(),
                    "tc" => table.columns = 1,
                    "gridSpan" => table.columns = element.val().parse().unwrap_or(1),
                    _ => {}
                }
            }
        }
    }

    /// Takes what the style of a paragraph says, once all properties are known.
    fn begin_paragraph(&mut self) {
        let Some(open) = self.paragraphs.last_mut() else { return };
        let style = self.reading.styles.get(&open.style);
        if open.role == Role::Text {
            open.role = style.role();
        }
        open.strong = style.strong.unwrap_or_default();
        open.emphasised = style.emphasised.unwrap_or_default();
        if open.list.is_none() {
            open.list = style.list;
            open.level = open.level.or(style.level);
        }
    }

    fn begin_run(&mut self) {
        let (strong, emphasised) =
            self.paragraphs.last().map_or((false, false), |open| (open.strong, open.emphasised));
        self.face = RunFace { strong, emphasised, ..RunFace::default() };
    }

    fn end_paragraph(&mut self) {
        let Some(mut open) = self.paragraphs.pop() else { return };
        let words = open.line.take();
        if words.is_empty() {
            return;
        }
        if self.contents.is_some() || open.role == Role::Contents {
            self.reading.left_out += words.iter().map(|run| text_words(&run.text)).sum::<usize>();
            return;
        }
        let list = open.list.filter(|list| list != "0");
        let number =
            list.and_then(|list| self.reading.numbering.next(&list, open.level, &open.style));
        if let Some(table) = self.tables.last_mut() {
            if !table.cell.is_empty() {
                table.cell.push(Run { text: "\n".to_owned(), ..Run::default() });
            }
            if let Some(number) = number.filter(|number| !number.text.is_empty()) {
                table.cell.push(Run { text: format!("{} ", number.text), ..Run::default() });
            }
            table.cell.extend(words);
            return;
        }
        self.items.push(Item::Paragraph(Paragraph { role: open.role, number, words }));
    }

    fn end_cell(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            let words = std::mem::take(&mut table.cell);
            table.grid.cell(words, false, table.columns, 1);
        }
    }

    /// Ends a table. One within a cell is lines of it.
    fn end_table(&mut self) {
        let Some(block) = self.tables.pop().and_then(|table| table.grid.table()) else { return };
        match (self.tables.last_mut(), block) {
            (None, block) => self.items.push(Item::Table(block)),
            (Some(outer), DocumentBlock::Table { columns, rows, .. }) => {
                let cells = columns.into_iter().chain(rows.into_iter().flatten());
                for cell in cells.filter(|cell| !cell.is_empty()) {
                    if !outer.cell.is_empty() {
                        outer.cell.push(Run { text: "\n".to_owned(), ..Run::default() });
                    }
                    outer.cell.extend(cell);
                }
            }
            (Some(_), _) => {}
        }
    }

    fn call(&mut self, part: &'static str, element: &Element) {
        let called = (part, element.attribute("id").unwrap_or_default().to_owned());
        let next = self.reading.called.len();
        let number = *self.reading.numbers.entry(called.clone()).or_insert(next);
        if number == next {
            self.reading.called.push(called);
        }
        if let Some(open) = self.paragraphs.last_mut() {
            let run = Run { footnote: Some(number), ..Run::default() };
            open.line.word(&(number + 1).to_string(), &run);
        }
    }

    fn picture(&mut self, element: &Element) {
        let words = element.attribute("descr").unwrap_or_default().trim();
        if !words.is_empty() {
            self.word(&format!("[{words}]"));
        }
    }

    fn space(&mut self) {
        if let Some(open) = self.paragraphs.last_mut() {
            open.line.space();
        }
    }

    fn line_break(&mut self, element: &Element) {
        let Some(open) = self.paragraphs.last_mut() else { return };
        if matches!(element.attribute("type"), Some("page" | "column")) {
            open.line.space();
        } else {
            open.line.end_line();
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipped > 0 {
            return;
        }
        if self.asks {
            self.fields.ask(text);
        } else if self.in_text {
            self.word(text);
        }
    }

    /// Adds text of the document in the face of the run.
    fn word(&mut self, text: &str) {
        let link = match self.fields.said() {
            Said::Nothing => return,
            Said::Contents => {
                self.reading.left_out += text_words(text);
                return;
            }
            Said::Text(Some(link)) => Some(link.to_string()),
            Said::Text(None) => self.links.last().cloned().flatten(),
        };
        let Some(open) = self.paragraphs.last_mut() else { return };
        if self.face.hidden {
            self.reading.left_out += text_words(text);
            return;
        }
        let link = link.filter(|link| link.starts_with("http://") || link.starts_with("https://"));
        let heading = matches!(open.role, Role::Heading(_) | Role::Title | Role::Subtitle);
        let face = Run {
            strong: self.face.strong && !heading,
            emphasised: self.face.emphasised && !heading,
            link,
            ..Run::default()
        };
        match self.face.raised {
            _ if open.role == Role::Lines => open.line.word(text, &face),
            Some(raised) => open.line.text(&shifted(text, raised), &face),
            None => open.line.text(text, &face),
        }
    }
}

/// A character of a font of signs: a bullet, if it is none of Unicode's.
fn symbol(element: &Element) -> String {
    let code = element.attribute("char").and_then(|code| u32::from_str_radix(code, 16).ok());
    let c = code.and_then(char::from_u32).filter(|c| !('\u{e000}'..='\u{f8ff}').contains(c));
    c.unwrap_or('•').to_string()
}
