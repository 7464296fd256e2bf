//! A line that begins an article, or a part that articles stand in.

use super::number::{self, Number};
use crate::base::cut;

/// What a line is the heading of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Head<'l> {
    /// What is counted.
    pub(super) word: Word,
    pub(super) number: Option<Number>,
    /// What stands before the rest, as written: `Article 4`, `제4조`.
    pub(super) name: &'l str,
    /// What follows on the line, without what parts it.
    pub(super) rest: &'l str,
    /// Whether brackets stood around it.
    pub(super) in_brackets: bool,
}

/// A word that headings begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Word {
    /// In small letters.
    written: &'static str,
    /// How an article is called by it, `{n}` being its number; nothing for what only parts are called.
    pub(super) label: &'static str,
    pub(super) is: Is,
}

/// What a word can be the heading of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Is {
    Article,
    Part,
    /// One or the other, as the text has it.
    Either,
    /// What stands behind the articles, with a number or without.
    Annex,
    /// What stands before them, without a number.
    Preamble,
}

const fn word(written: &'static str, label: &'static str, is: Is) -> Word {
    Word { written, label, is }
}

/// The words of languages that have their number behind them. A longer one stands before what it begins with.
const WORDS: [Word; 73] = [
    word("article", "Article {n}", Is::Article),
    word("art.", "Art. {n}", Is::Article),
    word("art", "Art {n}", Is::Article),
    word("artikel", "Artikel {n}", Is::Article),
    word("artículo", "Artículo {n}", Is::Article),
    word("artigo", "Artigo {n}", Is::Article),
    word("articolo", "Articolo {n}", Is::Article),
    word("статья", "Статья {n}", Is::Article),
    word("стаття", "Стаття {n}", Is::Article),
    word("المادة", "المادة {n}", Is::Article),
    word("amendment", "Amendment {n}", Is::Article),
    word("rule", "Rule {n}", Is::Article),
    word("regulation", "Regulation {n}", Is::Article),
    word("canon", "Canon {n}", Is::Article),
    word("paragraf", "Paragraf {n}", Is::Article),
    word("§", "§ {n}", Is::Article),
    word("section", "Section {n}", Is::Either),
    word("sec.", "Sec. {n}", Is::Either),
    word("sección", "Sección {n}", Is::Either),
    word("seção", "Seção {n}", Is::Either),
    word("sezione", "Sezione {n}", Is::Either),
    word("preamble", "", Is::Preamble),
    word("préambule", "", Is::Preamble),
    word("präambel", "", Is::Preamble),
    word("preámbulo", "", Is::Preamble),
    word("preâmbulo", "", Is::Preamble),
    word("preambolo", "", Is::Preamble),
    word("преамбула", "", Is::Preamble),
    word("전문", "", Is::Preamble),
    word("前文", "", Is::Preamble),
    word("序言", "", Is::Preamble),
    word("annex", "", Is::Annex),
    word("annexe", "", Is::Annex),
    word("appendix", "", Is::Annex),
    word("schedule", "", Is::Annex),
    word("anlage", "", Is::Annex),
    word("anhang", "", Is::Annex),
    word("приложение", "", Is::Annex),
    word("anexo", "", Is::Annex),
    word("allegato", "", Is::Annex),
    word("protocol", "", Is::Annex),
    word("protocol no.", "", Is::Annex),
    word("protocole", "", Is::Annex),
    word("protokoll", "", Is::Annex),
    word("부칙", "", Is::Annex),
    word("附則", "", Is::Annex),
    word("附则", "", Is::Annex),
    word("part", "", Is::Part),
    word("subpart", "", Is::Part),
    word("chapter", "", Is::Part),
    word("subchapter", "", Is::Part),
    word("title", "", Is::Part),
    word("subtitle", "", Is::Part),
    word("book", "", Is::Part),
    word("division", "", Is::Part),
    word("teil", "", Is::Part),
    word("kapitel", "", Is::Part),
    word("abschnitt", "", Is::Part),
    word("unterabschnitt", "", Is::Part),
    word("titel", "", Is::Part),
    word("buch", "", Is::Part),
    word("partie", "", Is::Part),
    word("chapitre", "", Is::Part),
    word("titre", "", Is::Part),
    word("livre", "", Is::Part),
    word("раздел", "", Is::Part),
    word("глава", "", Is::Part),
    word("часть", "", Is::Part),
    word("parte", "", Is::Part),
    word("título", "", Is::Part),
    word("capítulo", "", Is::Part),
    word("titolo", "", Is::Part),
    word("capo", "", Is::Part),
];

/// The signs of Korean, Chinese and Japanese laws that stand behind their number; the first is before it.
const SIGNS: [(char, char, Word); 20] = [
    ('제', '조', word("조", "제{n}조", Is::Article)),
    ('제', '편', word("편", "", Is::Part)),
    ('제', '장', word("장", "", Is::Part)),
    ('제', '절', word("절", "", Is::Part)),
    ('제', '관', word("관", "", Is::Part)),
    ('第', '条', word("条", "第{n}条", Is::Article)),
    ('第', '條', word("條", "第{n}條", Is::Article)),
    ('第', '編', word("編", "", Is::Part)),
    ('第', '编', word("编", "", Is::Part)),
    ('第', '篇', word("篇", "", Is::Part)),
    ('第', '章', word("章", "", Is::Part)),
    ('第', '節', word("節", "", Is::Part)),
    ('第', '节', word("节", "", Is::Part)),
    ('第', '款', word("款", "", Is::Part)),
    ('第', '部', word("部", "", Is::Part)),
    ('第', '目', word("目", "", Is::Part)),
    ('第', '分', word("分", "", Is::Part)),
    ('第', '巻', word("巻", "", Is::Part)),
    ('제', '부', word("부", "", Is::Part)),
    ('제', '권', word("권", "", Is::Part)),
];

/// No heading is longer, in characters. What is, is a sentence that begins like one.
const LONGEST: usize = 150;

/// The heading that `line` is or begins with.
pub(in crate::import) fn head(line: &str) -> Option<Head<'_>> {
    let line = line.trim();
    eastern(line).or_else(|| western(line))
}

/// A word of a language that has its number behind it, that number, and how many bytes both have. The number may
/// stand in square brackets.
fn named(line: &str) -> Option<(Word, Option<Number>, usize)> {
    let small: String = line.chars().take(20).flat_map(char::to_lowercase).collect();
    let begins = |word: &&Word| {
        let rest = small.strip_prefix(word.written);
        let is_sign = word.written.ends_with(|c: char| !c.is_alphanumeric());
        rest.is_some_and(|rest| is_sign || !rest.starts_with(char::is_alphanumeric))
    };
    // A word that is written otherwise in capitals has as many letters there.
    let word = WORDS.iter().filter(begins).max_by_key(|word| word.written.len())?;
    let letters = word.written.chars().count();
    let len = line.char_indices().nth(letters).map_or(line.len(), |(at, _)| at);
    if line.starts_with(char::is_lowercase) {
        return None;
    }
    let mut at = len + usize::from(cut(line, len..).starts_with(". "));
    at += blanks(cut(line, at..));
    if at == len && word.written != "§" {
        return Some((*word, None, len));
    }
    let is_bracketed = cut(line, at..).starts_with('[');
    at += usize::from(is_bracketed);
    let Some(number) = number::number(cut(line, at..)) else { return Some((*word, None, len)) };
    at += number.len;
    at += usize::from(is_bracketed && cut(line, at..).starts_with(']'));
    Some((*word, Some(number), at))
}

fn western(line: &str) -> Option<Head<'_>> {
    let (word, number, at) = named(line)?;
    if number.is_none() && !matches!(word.is, Is::Annex | Is::Preamble) {
        return None;
    }
    let (rest, is_parted) = parted(cut(line, at..))?;
    let (rest, in_brackets) = without_brackets(rest);
    let is_sentence = rest.ends_with(['.', ';', ',', ':']) || rest.chars().count() > LONGEST;
    if number.is_none() && !rest.is_empty() {
        let is_title = is_parted || in_brackets || is_in_capitals(line);
        if word.is != Is::Annex || (is_sentence && !in_brackets) || !is_title {
            return None;
        }
    } else if !is_parted && (is_sentence || rest.starts_with(char::is_lowercase)) {
        return None;
    }
    Some(Head { word, number, name: cut(line, ..at).trim_end(), rest, in_brackets })
}

/// Whether a line of a language that has capitals is in them.
fn is_in_capitals(line: &str) -> bool {
    line.chars().any(char::is_uppercase) && !line.chars().any(char::is_lowercase)
}

/// How the article is called that `text` begins with a reference to, its number, and how many bytes both have.
pub(in crate::import) fn cited(text: &str) -> Option<(&'static str, String, usize)> {
    if let Some((word, number, at)) = eastern_name(text) {
        return (word.is == Is::Article).then_some((word.label, number.written, at));
    }
    let (word, number, at) = named(text)?;
    let is_article = matches!(word.is, Is::Article | Is::Either);
    number.filter(|_| is_article).map(|number| (word.label, number.written, at))
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// What stands behind a number, and whether something parts them. Nothing if they go together, as in
/// `Article 4(2)` and `Article 4, paragraph 2`.
fn parted(behind: &str) -> Option<(&str, bool)> {
    let rest = behind.trim_start();
    if rest.is_empty() {
        return Some(("", true));
    }
    if let Some(title) = rest.strip_prefix(['.', ':', '–', '—', '-', '‑', '―', '|', '．', '：'])
    {
        return Some((
            title.trim_start_matches(['.', '–', '—', '-', ' ', '\u{A0}', '\u{3000}']),
            true,
        ));
    }
    // Behind a sign no blank is needed: 부칙<제12호>.
    if behind.len() == rest.len() && !rest.starts_with(['<', '〈']) {
        return None;
    }
    // A reference goes on like this.
    let goes_on = ["Abs", "Satz", "Nr", "para", "Para", "lit", "alinea", "ч.", "пункт"];
    let is_reference = goes_on.iter().any(|word| rest.starts_with(word));
    (!is_reference).then_some((rest, rest.starts_with(['(', '[', '（', '【', '<', '〈'])))
}

/// A title that stands in brackets, without them.
fn without_brackets(rest: &str) -> (&str, bool) {
    const PAIRS: [(char, char); 6] =
        [('(', ')'), ('[', ']'), ('（', '）'), ('【', '】'), ('<', '>'), ('〈', '〉')];
    for (open, close) in PAIRS {
        let inside = rest.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        if let Some(inside) = inside.filter(|inside| !inside.contains([open, close])) {
            return (inside, true);
        }
    }
    (rest, false)
}

/// What articles are that no word is said of.
pub(super) const BARE: Word = word("", "{n}", Is::Article);

/// The heading that `line` begins with where articles are a number and a title: `2. Grant of Licence. Subject to`.
pub(super) fn bare_head(line: &str) -> Option<Head<'_>> {
    let number = number::number(line).filter(|number| number.place.len() == 1)?;
    let rest = cut(line, number.len..).strip_prefix('.')?;
    let title = rest.trim_start();
    let is_parted = title.len() < rest.len();
    let name = cut(line, ..=number.len);
    (is_parted && title_and_text(title).is_some()).then_some(Head {
        word: BARE,
        number: Some(number),
        name,
        rest: title,
        in_brackets: false,
    })
}

/// The title that `rest` begins with, and what follows it: few words, which begin with capitals where a sentence
/// follows.
pub(super) fn title_and_text(rest: &str) -> Option<(&str, &str)> {
    const WORDS: usize = 10;
    /// Words of titles that have no capital.
    const LITTLE: [&str; 14] =
        ["a", "an", "and", "as", "by", "for", "in", "of", "on", "or", "the", "to", "under", "with"];
    let (title, text) = rest.split_once(". ").unwrap_or((rest, ""));
    let title = title.strip_suffix(['.', ':']).unwrap_or(title);
    let is_short = (1..=WORDS).contains(&title.split_whitespace().count());
    let has_capital = |word: &str| LITTLE.contains(&word) || !word.starts_with(char::is_lowercase);
    let is_title = title.starts_with(char::is_uppercase)
        && !title.ends_with([';', ','])
        && (text.is_empty() || title.split_whitespace().all(has_capital));
    (is_short && is_title).then_some((title, text.trim_start()))
}

/// A number between two signs, with what was put in behind it, and how many bytes all that has.
fn eastern_name(line: &str) -> Option<(Word, Number, usize)> {
    let first = line.chars().next().filter(|first| matches!(first, '제' | '第'))?;
    let (value, len) = number::eastern(cut(line, first.len_utf8()..))?;
    let mut at = first.len_utf8() + len;
    at += blanks(cut(line, at..));
    let sign = cut(line, at..).chars().next()?;
    let (_, _, word) = SIGNS.iter().find(|(one, other, _)| (*one, *other) == (first, sign))?;
    at += sign.len_utf8();
    let mut number = Number { written: value.to_string(), place: vec![value], len: 0 };
    for put_in in ['의', 'の', '之'] {
        let rest = cut(line, at..).strip_prefix(put_in);
        if let Some((value, len)) = rest.and_then(number::eastern) {
            number.written = format!("{}{put_in}{value}", number.written);
            number.place.push(value);
            at += put_in.len_utf8() + len;
        }
    }
    number.len = at;
    Some((*word, number, at))
}

fn eastern(line: &str) -> Option<Head<'_>> {
    let (word, number, at) = eastern_name(line)?;
    let (name, behind) = (cut(line, ..at), cut(line, at..));
    let rest = behind.trim_start();
    let head = |rest, in_brackets| Head { word, number: Some(number), name, rest, in_brackets };
    // A title in brackets, and the wording behind it.
    if let Some((title, text)) = title_in_brackets(rest) {
        return Some(if text.is_empty() { head(title, true) } else { head(rest, false) });
    }
    // What goes on without a blank is a sentence about the article: 제4조에 따라.
    let goes_on = rest.len() == behind.len() && !rest.is_empty();
    (!goes_on).then(|| head(rest, false))
}

/// The title in brackets that `rest` begins with, and what follows it: `(정의) 이 법에서`.
pub(super) fn title_in_brackets(rest: &str) -> Option<(&str, &str)> {
    let close = match rest.chars().next()? {
        '(' => ')',
        '（' => '）',
        '【' => '】',
        '[' => ']',
        _ => return None,
    };
    let (open, _) = rest.char_indices().nth(1)?;
    let end = open + cut(rest, open..).find(close)?;
    let text = cut(rest, end + close.len_utf8()..);
    Some((cut(rest, open..end).trim(), text.trim_start()))
}

impl Head<'_> {
    /// How its articles are called, `{n}` being the number.
    pub(super) fn label(&self) -> &'static str {
        self.word.label
    }

    pub(super) fn place(&self) -> &[u32] {
        self.number.as_ref().map_or(&[], |number| &number.place)
    }
}
