//! The contents of an instrument: its parts and its articles, to go to one of them.

use std::sync::Arc;

use crate::command::{Command, Context, Views};
use crate::desk::{Begin, Item, Pane};
use crate::model::{ArticleIx, Briefing, InstrumentIx, Target};
use crate::text::Link;

use super::super::footer::{Now, Offers};
use super::super::step::Step;
use super::super::words;
use super::{Acted, Component, Scene, list_offers};

/// The contents of an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstrumentContents {
    instrument: InstrumentIx,
    /// The article that is read.
    here: Option<ArticleIx>,
}

impl InstrumentContents {
    /// Those of an instrument; the cursor begins at the article that is read.
    pub(in crate::app) fn new(instrument: InstrumentIx, here: Option<ArticleIx>) -> Self {
        Self { instrument, here }
    }
}

impl Component for InstrumentContents {
    fn context(&self) -> Context {
        Context::List
    }

    fn title(&self, briefing: Option<&Briefing>) -> String {
        let name = briefing.map(|briefing| briefing.instrument(self.instrument).name());
        name.map_or_else(String::new, words::contents_of)
    }

    /// Parts lead to the first article that they head.
    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        let setting = scene.setting;
        let instrument = setting.briefing.instrument(self.instrument);
        let leads = |target| Link::Read(target);
        let front = Arc::new(setting.instrument_name(self.instrument));
        let mut items = vec![Item::Row(front, leads(Target::Instrument(self.instrument)))];
        let (mut level, mut here) = (0, 0);
        let mut parts = instrument.parts.iter().peekable();
        for number in 0..instrument.articles.len() {
            let article = ArticleIx::new(self.instrument, number);
            let target = Target::Article(article);
            while let Some(part) = parts.next_if(|part| part.before <= number) {
                let sheet = Arc::new(setting.part_entry(part));
                items.push(Item::Row(sheet, leads(target.clone())));
                level = part.level + 1;
            }
            if self.here == Some(article) {
                here = items.len();
            }
            let read = scene.read.articles().contains(&article);
            let sheet = Arc::new(setting.article_entry(article, level, read));
            items.push(Item::Row(sheet, leads(target)));
        }
        (items, Begin::at(here))
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        list_offers(now)
    }

    /// The key that opened them closes them.
    fn act(&mut self, command: Command, _pane: &Pane, _scene: &Scene) -> Acted {
        match command {
            Command::Views(Views::Contents) => Acted::Asks(vec![Step::Close]),
            _ => Acted::No,
        }
    }
}
