//! What the reader leaves: the place, the settings and what was read, kept and found again.

use std::mem;

use crate::model::kept::{Change, Kept, Setting, Settings};

use super::reader::pane_in_view;
use super::{App, Effect, Options, Overlay, View, Zen};

impl App {
    /// What the reader left in the open briefing.
    pub fn kept(&self) -> &Kept {
        &self.kept
    }

    /// Changes what the reader leaves, here and where it is kept.
    pub(super) fn keep(&mut self, change: Change) {
        self.kept.change(&change);
        self.changes.push(change);
    }

    /// Takes what time it is, in Unix seconds: what is on the screen has been there since the last
    /// time.
    pub(super) fn pass(&mut self, now: i64) {
        let then = mem::replace(&mut self.now, now);
        if then == 0 || now <= then || self.is_preview || self.size.too_small() {
            return;
        }
        let screen = self.screen();
        let Some(reader) = &mut self.reader else { return };
        // Text that lies half under something else is not read.
        let in_view = match self.overlays.last() {
            Some(overlay) => pane_in_view(overlay.pane()),
            None => reader.in_view(&screen),
        };
        for address in reader.watch(in_view, now - then) {
            self.keep(Change::Read(address, now));
        }
    }

    /// Keeps the place if another block is in focus than the one that is kept; with `to_line`, also
    /// if only the line is another.
    pub(super) fn keep_place(&mut self, to_line: bool) {
        let Some(reader) = self.reader.as_ref().filter(|_| !self.is_preview) else { return };
        // What is shown while a line is written may go again.
        if self.prompt.is_some() && !to_line {
            return;
        }
        let focus = reader.focus();
        let moved = focus != self.placed;
        // Who leaves on the first title page was never in the text.
        let began = self.kept.place.is_some()
            || !matches!(self.overlays.last().map(|top| &top.view), Some(View::Title));
        let wanted = moved || (to_line && began);
        if !wanted {
            return;
        }
        self.placed = focus;
        let Some(place) = reader.place(self.now) else { return };
        let same = |kept: &crate::model::kept::Place| {
            kept.anchor == place.anchor && kept.line == place.line
        };
        if !self.kept.place.as_ref().is_some_and(same) {
            self.keep(Change::Place(place));
        }
    }

    /// Goes to where the reader was another day. Answers whether there is such a place.
    pub(super) fn come_back(&mut self) -> bool {
        let Some(reader) = &mut self.reader else { return false };
        let came = self.kept.place.as_ref().is_some_and(|place| reader.come_back(place));
        self.placed = reader.focus();
        came
    }

    /// Takes in what was kept after all, and comes back to where the reader was; where the reader has
    /// got to in the meantime is a step of the trail.
    pub(super) fn catch_up(&mut self, earlier: Kept) -> Vec<Effect> {
        let read = self.reader.is_some() && earlier.place.is_some();
        self.kept = mem::take(&mut self.kept).with_earlier(earlier);
        let effects = self.take_over(self.kept.settings.clone());
        if let Some(reader) = &mut self.reader {
            reader.was_read(&self.kept);
        }
        self.find_marks();
        let busy = |top: &Overlay| !matches!(top.view, View::Title);
        if read && self.prompt.is_none() && !self.overlays.iter().any(busy) {
            let here = self.place();
            self.overlays.clear();
            if self.come_back()
                && let Some(here) = here
            {
                self.trail.leave(here);
            }
        }
        // It was not kept as long as it might have been written over another one.
        if let Some(place) = self.kept.place.clone() {
            self.keep(Change::Place(place));
        }
        self.lay_out(false);
        effects
    }

    /// Takes over how the reader likes to read.
    pub(super) fn take_over(&mut self, settings: Settings) -> Vec<Effect> {
        let measure = settings.measure.map(usize::from);
        let zen = settings.layout.as_deref().and_then(Zen::named);
        self.set(|options| {
            if let Some(measure) = measure {
                options.measure = Options::bounded(measure);
            }
            options.zen = zen.unwrap_or(options.zen);
            options.teacher = settings.teacher.unwrap_or(options.teacher);
            options.hyphens = settings.hyphens.unwrap_or(options.hyphens);
        });
        settings.theme.map(Effect::Theme).into_iter().collect()
    }

    /// Keeps every option that is another than it was.
    pub(super) fn keep_options(&mut self, before: &Options) {
        let now = self.options;
        let measure = u16::try_from(now.measure).unwrap_or(u16::MAX);
        for (changed, setting) in [
            (now.zen != before.zen, Setting::Layout(now.zen.name().to_owned())),
            (now.measure != before.measure, Setting::Measure(measure)),
            (now.teacher != before.teacher, Setting::Teacher(now.teacher)),
            (now.hyphens != before.hyphens, Setting::Hyphens(now.hyphens)),
        ] {
            if changed {
                self.keep(Change::Setting(setting));
            }
        }
    }
}
