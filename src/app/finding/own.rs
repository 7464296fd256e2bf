//! What is searched for in the reader's own words: notes, and the labels of bookmarks.

use std::sync::Arc;

use crate::desk::Item;
use crate::model::Target;
use crate::text::{Element, Found, Link, Rich, Role, Sheet, Typesetting};

use super::{Around, Finding};

impl Finding {
    /// Looks the reader's own words through, unless they are out of sight.
    pub(in crate::app) fn look_through_own(&mut self, around: &Around) {
        let query = self.matches.query.as_ref().filter(|_| !around.reader.hides_own());
        self.matches.own = query.map_or_else(Vec::new, |query| {
            let own = around.keeping.own_words().into_iter();
            own.filter(|(_, words)| !query.ranges(words).is_empty()).collect()
        });
    }

    /// Whether any of them was found.
    pub(in crate::app) fn has_own(&self) -> bool {
        !self.matches.own.is_empty()
    }

    /// Those that were found, each leading to its paragraph.
    pub(in crate::app) fn own_items(&self, setting: &Typesetting) -> Vec<Item> {
        let Some(query) = &self.matches.query else { return Vec::new() };
        let item = |(at, words): &(Target, String)| {
            let line = words.replace('\n', " ");
            let mut rich = Rich::new(&line, Role::Body);
            rich.mark(&query.ranges(&rich.plain), Found::Match);
            let address = match at {
                Target::Block(at) => setting.address(*at),
                card => setting.briefing.name(card),
            };
            let lead = format!("{address}  ");
            let mut sheet = Sheet::default();
            sheet.push(Element::new(rich).hung(&lead, Role::Faint));
            Item::Row(Arc::new(sheet), Link::To(at.clone()))
        };
        self.matches.own.iter().map(item).collect()
    }
}
