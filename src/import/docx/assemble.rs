//! From the paragraphs of a DOCX to blocks: what is a list, and whose numbers are words of a law.

use super::super::document::{DocumentBlock, Run, Words};
use super::super::gather::is_mark;
use super::body::{Item, Paragraph};
use super::numbering::Number;
use super::styles::Role;

/// How a law begins its articles.
const LAW: &[&str] =
    &["article ", "section ", "rule ", "§", "artikel ", "art. ", "статья ", "제", "第", "clause "];
/// How many paragraphs of a law begin so at least.
const ARTICLES: usize = 3;

/// Whether the numbers of paragraphs are part of the words, as in a law.
pub(super) fn is_law(items: &[Item]) -> bool {
    let articles = items.iter().filter(|item| match item {
        Item::Paragraph(paragraph) => is_article(paragraph),
        Item::Table(_) => false,
    });
    articles.take(ARTICLES).count() == ARTICLES
}

fn is_article(paragraph: &Paragraph) -> bool {
    if paragraph.number.as_ref().is_some_and(|number| number.worded) {
        return true;
    }
    let text: String = paragraph.words.iter().flat_map(|run| run.text.chars()).take(24).collect();
    let text = text.to_lowercase();
    let behind = LAW.iter().find_map(|word| text.strip_prefix(word));
    behind.is_some_and(|rest| {
        rest.trim_start()
            .starts_with(|c: char| c.is_numeric() || "一二三四五六七八九十ivx".contains(c))
    })
}

/// The blocks of `items`.
pub(super) fn blocks(items: Vec<Item>, law: bool) -> Vec<DocumentBlock> {
    let mut blocks: Vec<DocumentBlock> = Vec::new();
    let mut points: Vec<(Number, Words)> = Vec::new();
    for item in items {
        let paragraph = match item {
            Item::Paragraph(paragraph) => paragraph,
            Item::Table(table) => {
                blocks.extend(lists(std::mem::take(&mut points)));
                blocks.extend(laid_out(table));
                continue;
            }
        };
        let Paragraph { role, number, words } = paragraph;
        match number {
            Some(number) if role == Role::Text && (!law || number.text.is_empty()) => {
                points.push((number, words));
            }
            number => {
                blocks.extend(lists(std::mem::take(&mut points)));
                let words = numbered(number.as_ref(), words);
                add(&mut blocks, role, words);
            }
        }
    }
    blocks.extend(lists(points));
    blocks
}

/// Words with the number before them.
fn numbered(number: Option<&Number>, mut words: Words) -> Words {
    if let Some(number) = number.filter(|number| !number.text.is_empty()) {
        let text = format!("{} ", number.text);
        match words.first_mut() {
            Some(first)
                if first.footnote.is_none()
                    && first.link.is_none()
                    && !first.strong
                    && !first.emphasised =>
            {
                first.text.insert_str(0, &text);
            }
            _ => words.insert(0, Run { text, ..Run::default() }),
        }
    }
    words
}

fn add(blocks: &mut Vec<DocumentBlock>, role: Role, words: Words) {
    match (role, blocks.last_mut()) {
        (Role::Heading(level), _) => blocks.push(DocumentBlock::Heading { level, words }),
        (Role::Title, _) => blocks.push(DocumentBlock::Heading { level: 1, words }),
        (Role::Quote, Some(DocumentBlock::Quote(quoted))) => {
            quoted.push(DocumentBlock::Paragraph(words));
        }
        (Role::Quote, _) => {
            blocks.push(DocumentBlock::Quote(vec![DocumentBlock::Paragraph(words)]));
        }
        (Role::Lines, last) => {
            let line: String = words.iter().map(|run| run.text.as_str()).collect();
            match last {
                Some(DocumentBlock::Preformatted(text)) => {
                    text.push('\n');
                    text.push_str(&line);
                }
                _ => blocks.push(DocumentBlock::Preformatted(line)),
            }
        }
        _ => blocks.push(DocumentBlock::Paragraph(words)),
    }
}

/// A point, with what stands below it.
type Numbered = (Number, Words, Vec<(Number, Words)>);

/// Points that follow each other as lists, nested by their levels.
fn lists(points: Vec<(Number, Words)>) -> Vec<DocumentBlock> {
    let Some(level) = points.iter().map(|(number, _)| number.level).min() else {
        return Vec::new();
    };
    let mut own: Vec<Numbered> = Vec::new();
    for (number, words) in points {
        match own.last_mut() {
            Some((_, _, below)) if number.level > level => below.push((number, words)),
            _ => own.push((number, words, Vec::new())),
        }
    }
    // Points with a number and points with none are two lists.
    let mut lists: Vec<Vec<Numbered>> = Vec::new();
    for point in own {
        let alike = |list: &&mut Vec<Numbered>| {
            list.last().is_some_and(|last| last.0.text.is_empty() == point.0.text.is_empty())
        };
        match lists.last_mut().filter(alike) {
            Some(list) => list.push(point),
            None => lists.push(vec![point]),
        }
    }
    lists.into_iter().map(list).collect()
}

/// A list. One that counts 1, 2, 3 counts itself; of any other the numbers are words.
fn list(own: Vec<Numbered>) -> DocumentBlock {
    let ordered =
        own.iter().zip(1..).all(|((number, _, _), at)| number.plain && number.value == at);
    let point = |(number, words, below): Numbered| {
        let words = numbered(Some(&number).filter(|_| !ordered), words);
        let mut point = vec![DocumentBlock::Paragraph(words)];
        point.extend(lists(below));
        point
    };
    DocumentBlock::List { ordered, points: own.into_iter().map(point).collect() }
}

/// A table; one that is nothing but a place for text as that text, and one of marks and words as points.
fn laid_out(table: DocumentBlock) -> Vec<DocumentBlock> {
    let DocumentBlock::Table { caption, columns, rows } = table else { return vec![table] };
    if !columns.is_empty() {
        return vec![DocumentBlock::Table { caption, columns, rows }];
    }
    let marked = |row: &Vec<Words>| {
        let filled: Vec<String> = row.iter().filter(|cell| !cell.is_empty()).map(text).collect();
        filled.len() == 2 && filled.first().is_some_and(|first| is_mark(first.trim()))
    };
    if rows.iter().all(marked) {
        let join = |row: Vec<Words>| {
            let mut words = Words::new();
            for cell in row.into_iter().filter(|cell| !cell.is_empty()) {
                if !words.is_empty() {
                    words.push(Run { text: " ".to_owned(), ..Run::default() });
                }
                words.extend(cell);
            }
            vec![DocumentBlock::Paragraph(words)]
        };
        return vec![DocumentBlock::List {
            ordered: false,
            points: rows.into_iter().map(join).collect(),
        }];
    }
    if rows.iter().all(|row| row.len() == 1) {
        let cells = rows.into_iter().flatten();
        return cells.flat_map(paragraphs).collect();
    }
    vec![DocumentBlock::Table { caption, columns, rows }]
}

/// The lines of a cell as paragraphs.
fn paragraphs(cell: Words) -> Vec<DocumentBlock> {
    let mut blocks = vec![Words::new()];
    for run in cell {
        if run.text == "\n" {
            blocks.push(Words::new());
        } else if let Some(last) = blocks.last_mut() {
            last.push(run);
        }
    }
    blocks.into_iter().filter(|words| !words.is_empty()).map(DocumentBlock::Paragraph).collect()
}

fn text(words: &Words) -> String {
    words.iter().map(|run| run.text.as_str()).collect()
}
