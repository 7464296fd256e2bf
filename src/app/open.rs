//! The open briefing from its opening to its leaving: where the reader is in it, and for how long.

use std::collections::BTreeSet;
use std::mem;

use crate::model::Briefing;
use crate::model::kept::Kept;

use super::finding::Around;
use super::reader::{pane_in_view, told_in_view};
use super::stack::Stack;
use super::step::Step;
use super::trail::Trail;
use super::{App, FaultList, Opened, Questions, Reader, Reread, TitlePage, View, words};

impl App {
    /// The title of what a briefing is an edition of, if that is on the shelf.
    fn original_of(&self, opened: &Opened) -> Option<String> {
        let of = opened.briefing.edition_of.as_ref()?;
        let mut volumes = self.shelf.iter().flat_map(|shelf| &shelf.volumes);
        volumes.find(|volume| volume.id == *of).map(|volume| volume.title.clone())
    }

    /// Opens a part of a briefing: the section that the reader left, where he left it, or else what the
    /// title page tells.
    pub(super) fn open_preview(&mut self, opened: Opened) -> Vec<Step> {
        let kept = opened.kept.clone();
        let has_text = !opened.briefing.sections.is_empty();
        let original = self.original_of(&opened);
        self.reader = Some(Reader::new(opened, self.options, true).edition_of(original));
        let screen = self.panes_screen();
        let Some(reader) = &mut self.reader else { return Vec::new() };
        reader.lay_out(&screen, true);
        if !has_text {
            return vec![Step::Toggle(View::Title(TitlePage::first()))];
        }
        self.keeping.open_part(kept);
        if !self.keeping.come_back(reader) || self.keeping.is_displaced(reader) {
            // It is not where it was: the whole tells where it is now.
            self.reader = None;
            self.keeping.open(Kept::default());
            return Vec::new();
        }
        self.keeping.find(reader.briefing());
        reader.annotate(self.keeping.annotations());
        Vec::new()
    }

    /// Closes the part that is open of a briefing which cannot be read: most of what its links lead to is not in
    /// it, and will not come.
    pub(super) fn close_preview(&mut self) {
        if self.reader.as_ref().is_some_and(Reader::is_preview) {
            self.keep_place(true);
            self.reader = None;
            self.stack = Stack::default();
        }
    }

    /// Opens what was read. The briefing that is open already keeps its place, by the ids of
    /// section and paragraph.
    pub(super) fn open_briefing(&mut self, mut opened: Opened) -> Vec<Step> {
        let faults = opened.faults.len();
        let before = self.reader.take();
        let (part, before) = match before {
            Some(part) if part.is_preview() => (Some(part), None),
            before => (None, before),
        };
        let part = part.filter(Reader::is_in_its_text);
        // What lies open holds positions of the briefing that goes, but for the help.
        if part.is_none() {
            self.stack = Stack::default();
        }
        self.trail = Trail::default();
        let same = before.filter(|before| before.briefing().id == opened.briefing.id);
        let asks_same = |before: &Reader| Questions::are_same(before.briefing(), &opened.briefing);
        if !same.as_ref().is_some_and(asks_same) {
            self.class.forget_questions();
        }
        let is_displaced = same.as_ref().is_some_and(|before| self.keeping.is_displaced(before));
        let stood = self.stood.take().filter(|_| is_displaced);
        self.keeping.open(mem::take(&mut opened.kept));
        // What was left in a part of it is among it.
        opened.kept = self.keeping.kept().clone();
        let original = self.original_of(&opened);
        self.reader = Some(Reader::new(opened, self.options, false).edition_of(original));
        let screen = self.panes_screen();
        let Some(reader) = &mut self.reader else { return Vec::new() };
        reader.lay_out(&screen, true);
        if let Some(before) = &same {
            let before = stood.as_deref().unwrap_or(before);
            let stays = reader.go_on_from(before);
            // Who was put somewhere else already, and has not moved since, belongs to the kept place.
            if is_displaced && stood.is_none() {
                self.keeping.come_back(reader);
            } else if !stays {
                self.keeping.displace(reader);
                self.stood = Some(Box::new(before.clone()));
            }
        }
        self.keeping.find_and_move(reader.briefing());
        reader.annotate(self.keeping.annotations());
        let around = Around { reader, keeping: &self.keeping, top: None };
        let mut steps = match same {
            Some(_) => self.finding.search_anew(&around),
            None => self.finding.forget(),
        };
        if same.is_none() && !self.keeping.come_back(reader) && part.is_none() {
            steps.push(Step::Toggle(View::Title(TitlePage::first())));
        }
        if let Some(part) = part {
            reader.go_on_from_part(&part);
        }
        steps.extend(self.tell_changes());
        self.notices.warn((faults > 0).then(|| words::faults_in_files(faults, &self.keymap)));
        steps
    }

    /// Whether the reader can go on in what was read again without being asked for: that takes no line away
    /// that is being written, no words that are being chosen, and no view.
    pub(crate) fn can_go_on_in(&self, reread: Option<&Reread>) -> bool {
        let closes = reread.is_some_and(|reread| !reread.is_same);
        let is_free = self.stack.prompt().is_none()
            && !self.chooses_words()
            && !self.shows_link_hints()
            && !self.stack.has(|view| !matches!(view, View::Faults(_)));
        !self.comes_after_held() && (is_free || !closes)
    }

    /// Goes on in what was read because the files have changed. Where nothing is new, nothing is said.
    pub(super) fn go_on_in(&mut self, reread: Reread) -> Vec<Step> {
        let faults = self.reader.as_ref().map(Reader::faults);
        if reread.is_same && faults == Some(reread.opened.faults.as_slice()) {
            return Vec::new();
        }
        let is_same = reread.is_same;
        let steps = self.reread(reread);
        if is_same { Vec::new() } else { steps }
    }

    /// Goes on with the files of the open briefing as they are by now. If that changes nothing of what
    /// is shown, all stays as it is, and what lies open stays open.
    pub(super) fn reread(&mut self, Reread { opened, is_same, slip }: Reread) -> Vec<Step> {
        let faults = opened.faults.len();
        let list = self.stack.top().filter(|top| matches!(top.view, View::Faults(_)));
        let list = list.map(|top| top.pane().cursor().item);
        let before = self.reader.as_mut().filter(|reader| !reader.is_preview());
        let said = before.as_ref().map(|reader| told(reader.briefing(), &opened.briefing));
        let mut steps: Vec<Step> = said.map(Step::Say).into_iter().collect();
        match before.filter(|_| is_same) {
            Some(reader) => {
                reader.set_faults(opened.faults);
                // Where a part is as it was for a slip, that is told.
                let same = || Step::Say(words::READ_AGAIN_THE_SAME.to_owned());
                steps = slip.is_none().then(same).into_iter().collect();
            }
            // What is new or changed since it was read says more.
            None => steps.extend(self.open_briefing(opened)),
        }
        self.notices.warn(match slip {
            Some(slip) => Some(words::shown_as_it_was(&slip.place, &slip.message, &self.keymap)),
            None => (faults > 0).then(|| words::faults_in_files(faults, &self.keymap)),
        });
        if let Some(at) = list {
            self.list_faults_again(at);
        }
        steps
    }

    /// Lists the faults that there are by now where they were listed before, with the cursor on one as far down.
    fn list_faults_again(&mut self, at: usize) {
        self.notices.see();
        self.stack.pop_if(|view| matches!(view, View::Faults(_)));
        self.put(View::Faults(FaultList));
        let Some(reader) = &self.reader else { return };
        let last = reader.faults().len().saturating_sub(1);
        self.stack.go_to(at.min(last), &reader.layout());
    }

    /// What is on the screen has been there since the time was told last.
    pub(super) fn pass(&mut self, now: i64) {
        let Some(seconds) = self.keeping.pass(now) else { return };
        let screen = self.screen();
        let Some(reader) = self.reader.as_mut().filter(|reader| reader.is_in_its_text()) else {
            return;
        };
        if self.size.too_small() || self.blank {
            return;
        }
        if seconds > 0 {
            reader.stay();
        }
        // Text that lies half under something else is not read.
        let in_view = match self.stack.top() {
            // By ear it is read piece by piece.
            Some(overlay) if self.options.by_ear && matches!(overlay.view, View::Instrument(_)) => {
                told_in_view(overlay.pane())
            }
            Some(overlay) => pane_in_view(overlay.pane()),
            None => reader.in_view(&screen),
        };
        self.keeping.watch(reader, in_view, seconds);
    }

    /// Keeps the place if another block is in focus than the one that is kept; with `to_line`, also
    /// if only the line is another.
    pub(super) fn keep_place(&mut self, to_line: bool) {
        // That of a part is kept with the whole, unless that does not come any more.
        let is_kept =
            |reader: &&Reader| !reader.is_preview() || (to_line && reader.is_in_its_text());
        let Some(reader) = self.reader.as_ref().filter(is_kept) else { return };
        // What is shown while a line is written may go again.
        if self.stack.prompt().is_some() && !to_line {
            return;
        }
        // Who leaves on the first title page was never in the text.
        let began = !matches!(self.stack.view(), Some(View::Title(_)));
        self.keeping.keep_place(reader, to_line, began);
    }

    /// Takes in what was kept after all, and comes back to where the reader was; where the reader has
    /// got to in the meantime is a step of the trail.
    pub(super) fn catch_up(&mut self, earlier: Kept) -> Vec<Step> {
        let read = self.keeping.catch_up(earlier) && self.reader.is_some();
        let settings = self.keeping.kept().preferences.clone();
        let mut steps = self.take_over(settings);
        if let Some(reader) = &mut self.reader {
            reader.was_read(self.keeping.kept());
        }
        self.show_marks();
        let is_busy =
            self.stack.has(|view| !matches!(view, View::Title(_))) || self.visual.under().is_some();
        if read && self.stack.prompt().is_none() && !is_busy {
            let here = self.waypoint();
            self.stack.clear();
            let came = self.reader.as_mut().is_some_and(|reader| self.keeping.come_back(reader));
            steps.extend(here.filter(|_| came).map(|here| Step::Leave(Box::new(here))));
        }
        self.keeping.keep_place_again();
        steps.extend(self.tell_changes());
        steps
    }
}

/// What reading the files again has brought.
fn told(before: &Briefing, now: &Briefing) -> String {
    let other = |one: &Briefing, two: &Briefing| {
        let others = one.sections.iter().filter(|section| {
            two.sections.iter().find(|other| other.id == section.id) != Some(*section)
        });
        others.map(|section| section.id.clone()).collect::<BTreeSet<_>>()
    };
    match other(now, before).union(&other(before, now)).count() {
        0 => words::READ_AGAIN_CARDS.to_owned(),
        sections => words::read_again(sections),
    }
}
