//! Ids made of titles.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization as _;

/// No id that is made has more characters, but for the number that makes it another's.
const LONGEST: usize = 40;

/// The ids of things of one kind.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: HashSet<String>,
    /// The last number that was put behind each slug, so that no number is tried twice.
    last: HashMap<String, usize>,
}

impl Ids {
    /// An id that nothing else has: the Latin letters and digits of `title`, or else `kind` and a number:
    /// `section-3`.
    pub(super) fn make(&mut self, title: &str, kind: &str) -> String {
        let slug = slug(title);
        let counted = slug.is_empty() || is_number(&slug);
        let first = if counted { self.taken.len() + 1 } else { 1 };
        let stem = if counted { kind.to_owned() } else { slug };
        let last = self.last.entry(stem.clone()).or_insert(0);
        let mut number = first.max(*last + 1);
        let id_of = |number: usize| match number {
            1 if !counted => stem.clone(),
            _ => format!("{stem}-{number}"),
        };
        let mut id = id_of(number);
        while !self.taken.insert(id.clone()) {
            number += 1;
            id = id_of(number);
        }
        *last = number;
        id
    }
}

/// Whether an id would be the number of a block, or is a number alone.
fn is_number(slug: &str) -> bool {
    let digits = slug.strip_prefix('p').unwrap_or(slug);
    digits.bytes().all(|b| b.is_ascii_digit())
}

/// Letters without their accents, in small letters, with hyphens between words.
fn slug(title: &str) -> String {
    let mut slug = String::new();
    let letters =
        title.nfd().filter(|c| !('\u{300}'..='\u{36F}').contains(c) && *c != '’' && *c != '\'');
    for word in letters.collect::<String>().split(|c: char| !c.is_ascii_alphanumeric()) {
        let len = slug.len() + 1 + word.len();
        if word.is_empty() {
            continue;
        }
        if len > LONGEST {
            if slug.is_empty() {
                slug.extend(word.chars().take(LONGEST));
            }
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug.make_ascii_lowercase();
    // A title that is cut short ends in none of these.
    while let Some((head, last)) = slug.rsplit_once('-')
        && SMALL.contains(&last)
    {
        slug.truncate(head.len());
    }
    slug
}

/// Words that nothing ends in.
const SMALL: [&str; 14] =
    ["a", "an", "and", "at", "between", "by", "for", "from", "in", "of", "on", "the", "to", "with"];
