//! What is searched for in the reader's own words: notes, and the labels of bookmarks.

use std::sync::Arc;

use crate::app::{App, Item};
use crate::model::Target;
use crate::text::{Element, Found, Link, Rich, Role, Sheet};

impl App {
    /// Looks the reader's own words through.
    pub(super) fn search_own(&mut self) {
        let mut own = self.own_words();
        match &self.search.matches.query {
            Some(query) => own.retain(|(_, words)| !query.ranges(words).is_empty()),
            None => own.clear(),
        }
        self.search.matches.own = own;
    }

    /// How many of the reader's own notes were found, in words, if any.
    pub(super) fn own_found(&self) -> Option<String> {
        let own = self.search.matches.own.len();
        let plural = if own == 1 { "" } else { "s" };
        (own > 0).then(|| format!("{own} of your note{plural}"))
    }

    /// Those that were found, each leading to its paragraph.
    pub(super) fn own_items(&self) -> Vec<Item> {
        let (Some(reader), Some(query)) = (&self.reader, &self.search.matches.query) else {
            return Vec::new();
        };
        let item = |(at, words): &(_, String)| {
            let line = words.replace('\n', " ");
            let mut rich = Rich::new(&line, Role::Body);
            rich.mark(&query.ranges(&rich.plain), Found::Match);
            let lead = format!("{}  ", reader.setting().address(*at));
            let mut sheet = Sheet::default();
            sheet.push(Element::new(rich).hung(&lead, Role::Faint));
            Item::Row(Arc::new(sheet), Link::To(Target::Block(*at)))
        };
        self.search.matches.own.iter().map(item).collect()
    }
}
