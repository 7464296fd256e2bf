//! Applying what the owners ask for, step by step.

use crate::desk::{Begin, Item, Pane};
use crate::model::{BlockIx, SectionIx, Target};
use crate::text::search::{Hit, SearchField, Searchable};
use crate::text::{LawPiece, Link};

use super::class::Question;
use super::finding::{Around, Landing};
use super::stack::Overlay;
use super::step::Step;
use super::trail::Waypoint;
use super::view::{Card, Compare, InstrumentView, RestsOn, Results, Scene};
use super::{App, Choice, Questions, Reader, View, words};

impl App {
    /// Applies steps in order; what a step leads to comes before the next.
    pub(super) fn apply(&mut self, steps: Vec<Step>) {
        for step in steps {
            let more = self.take_step(step);
            self.apply(more);
        }
    }

    fn take_step(&mut self, step: Step) -> Vec<Step> {
        match step {
            Step::Do(effect) => self.effects.push(effect),
            Step::Say(words) => self.notices.say(words),
            Step::SayKeys(words) => self.notices.say(words(&self.keymap)),
            Step::Run(command) => return self.route(command),
            Step::Move(motion) => self.move_by(motion),
            Step::Put(view) => self.put(view),
            Step::Toggle(view) => self.toggle(view),
            Step::Close => _ = self.stack.pop(),
            Step::Write(prompt) => self.stack.write(prompt),
            Step::LeaveNames => self.leave_names(),
            Step::Follow(link) => return self.follow(link),
            Step::GoTo(block, bytes) => {
                if let (Some(here), Some(reader)) = (self.waypoint(), &mut self.reader) {
                    self.trail.leave(here);
                    self.stack.clear();
                    reader.go_to_words(block, bytes.as_ref());
                }
            }
            Step::Leave(place) => self.trail.leave(*place),
            Step::Travel(by) => return self.travel(by),
            Step::Choose(choice, target) => self.choose(choice, target),
            Step::MarkMatches => self.mark_matches(),
            Step::ShowMatch(hit) => self.show_match(hit),
            Step::ShowOwn(on) => self.show_own(on),
            Step::TakeOwn(number) => {
                if let Some(here) = self.waypoint() {
                    self.trail.leave(here);
                }
                return self.finding.show_own(number);
            }
            Step::ShowOrigin => self.show_origin(),
            Step::Restore(state) => {
                let (reader, overlays) = *state;
                self.put_reader_back(reader);
                self.stack.restore(overlays);
                self.refresh_lists();
            }
            Step::Settle => return self.finding.settle(),
            Step::NextMatch(by) => {
                let Some(reader) = &self.reader else {
                    return vec![Step::SayKeys(words::nothing_searched)];
                };
                let around = Around { reader, keeping: &self.keeping, top: self.stack.view() };
                return self.finding.next_match(by, &around);
            }
            Step::ListMatches(title) => return self.open_results(title),
            Step::TakeMatch => return self.take_match(),
            Step::LeaveMatches => return self.finding.leave_list(),
            Step::Class(step) => self.take_class_step(step),
            Step::LeaveVisual => self.leave_visual(),
            Step::Keep(change) => self.keeping.keep(change),
            Step::ShowMarks => self.show_marks(),
            Step::Annotate(mark) => return self.keeping.annotate(mark),
            Step::Remove(mark) => return self.keeping.remove(mark),
        }
        Vec::new()
    }

    /// Puts a view on top.
    pub(super) fn put(&mut self, view: View) {
        let overlay = match (self.scene(), &view) {
            (Some(scene), _) => Overlay::new(view, &scene),
            // With no briefing open only the keys can be shown.
            (None, View::Help(_)) => {
                let utf8 = self.options.utf8();
                let pane = super::view::Help::pane(&self.keymap, utf8, self.restricted);
                Overlay::bare(view, pane)
            }
            (None, _) => return,
        };
        self.stack.push(overlay);
    }

    /// Puts a view on top, or away if it is there; from below it comes up.
    pub(super) fn toggle(&mut self, view: View) {
        if !self.stack.turn_to(&view) {
            self.put(view);
        }
    }

    fn leave_names(&mut self) {
        self.stack.take_prompt();
        self.stack.pop_if(|view| matches!(view, View::GoTo(_)));
    }

    /// Goes where a link leads.
    fn follow(&mut self, link: Link) -> Vec<Step> {
        let Some(here) = self.waypoint() else { return Vec::new() };
        let Some(reader) = &mut self.reader else { return Vec::new() };
        match link {
            Link::Sources(sources) => return vec![Step::Put(View::RestsOn(RestsOn(sources)))],
            Link::CitedBy(target) => {
                // Of a provision that nobody cites by itself, who cites its article.
                let index = reader.briefing().index();
                let is_cited =
                    !index.cited_by(&target).is_empty() || !index.referring(&target).is_empty();
                let target = if is_cited { target } else { target.card() };
                return vec![Step::Put(View::Card(Card { target, to_cited: true }))];
            }
            Link::Read(target) => {
                let layout = reader.layout();
                if self.stack.read_on(&target, &layout) {
                    return Vec::new();
                }
                self.close_peek();
                let view = InstrumentView::new(target).map(View::Instrument);
                return view.map(Step::Put).into_iter().collect();
            }
            Link::Compare(at) => {
                let compare = self.scene().map(|scene| Compare::new(Target::Article(at), &scene));
                return compare.map(|one| Step::Toggle(View::Compare(one))).into_iter().collect();
            }
            Link::To(Target::Section(section)) => {
                self.trail.leave(here);
                self.stack.clear();
                reader.go_to_section_start(section);
            }
            Link::To(Target::Block(at)) => {
                self.trail.leave(here);
                self.stack.clear();
                reader.go_to_block(at);
            }
            Link::To(target) => self.follow_to_card(here, target),
        }
        Vec::new()
    }

    /// Articles and actors have their panes; everything else, and whatever is met in an
    /// overlay, is a card.
    fn follow_to_card(&mut self, here: Waypoint, target: Target) {
        self.close_peek();
        // By ear a provision is told by itself, which a pane cannot.
        let is_told = self.options.by_ear && matches!(target, Target::Provision(_));
        let free = self.stack.is_empty() && !is_told;
        let reader = self.reader.as_mut().filter(|_| free);
        match reader.and_then(|reader| Some((reader.pane_for(&target)?, reader))) {
            Some((pane, reader)) => {
                self.trail.leave(here);
                reader.show(pane, &target);
            }
            None => self.put(View::Card(Card { target, to_cited: false })),
        }
    }

    /// A peek gives way to what is opened from it.
    pub(super) fn close_peek(&mut self) {
        self.stack.pop_if(|view| matches!(view, View::Peek(_)));
    }

    /// Where the reader is now.
    pub(super) fn waypoint(&self) -> Option<Waypoint> {
        let overlays = self.stack.overlays().iter().map(Overlay::without_layout).collect();
        Some(self.reader.as_ref()?.waypoint(overlays))
    }

    /// Goes so many places ahead on the trail, or back.
    fn travel(&mut self, by: isize) -> Vec<Step> {
        if by == 0 {
            return Vec::new();
        }
        let mut place = self.waypoint();
        for _ in 0..by.unsigned_abs() {
            let trail = &mut self.trail;
            place =
                place.and_then(|from| if by > 0 { trail.forward(from) } else { trail.back(from) });
        }
        let Some(place) = place else {
            let words = if by > 0 { words::NOTHING_AHEAD } else { words::WHERE_IT_BEGAN };
            return vec![Step::Say(words.to_owned())];
        };
        if let Some(reader) = &mut self.reader {
            reader.return_to(&place);
        }
        self.stack.restore(place.overlays);
        self.refresh_lists();
        Vec::new()
    }

    /// What was chosen in a list is taken.
    fn choose(&mut self, choice: Choice, target: Option<Target>) {
        self.stack.pop();
        if target.is_none() {
            return;
        }
        match choice {
            Choice::Timeline => {
                let room = self.room();
                let Some(reader) = &self.reader else { return };
                let scene = Scene::new(
                    reader,
                    &self.keeping,
                    &self.finding,
                    &self.class,
                    &self.keymap,
                    room,
                );
                self.stack.change(&scene, |view| {
                    if let View::Timeline(timeline) = view {
                        timeline.narrow(target);
                    }
                });
            }
            Choice::Lens => {
                let free = self.stack.is_empty();
                if let Some(reader) = self.reader.as_mut().filter(|_| free) {
                    reader.set_lens(target);
                }
            }
        }
    }

    /// Remembers where a search begins.
    pub(super) fn begin_search(&mut self) {
        if let (Some(place), Some(reader)) = (self.waypoint(), &self.reader) {
            self.finding.begin(place, reader, self.stack.overlays());
        }
    }

    /// Whether what lies on top is the match that the reader was taken to.
    pub(super) fn is_at_match(&self) -> bool {
        self.reader.as_ref().is_some_and(|reader| {
            let around = Around { reader, keeping: &self.keeping, top: self.stack.view() };
            self.finding.is_at_match(&around)
        })
    }

    /// Marks what is searched for wherever it is shown.
    fn mark_matches(&mut self) {
        let Some(reader) = &mut self.reader else { return };
        reader.set_found(self.finding.marking());
        self.stack.mark_anew(&reader.layout());
    }

    /// Shows the place where the search began, while it is being written.
    fn show_origin(&mut self) {
        let lists = matches!(self.stack.view(), Some(View::Results(_)));
        if let Some((reader, overlays)) = self.finding.origin().filter(|_| !lists) {
            self.stack.restore(overlays);
            self.put_reader_back(reader);
        }
    }

    /// Puts the reader back to a place that was left; what has nothing to do with the place stays as
    /// it is now.
    fn put_reader_back(&mut self, mut was: Reader) {
        if let Some(now) = &self.reader {
            was.keep_up_with(now);
        }
        self.reader = Some(was);
    }

    /// Takes the reader to a match. The list of all stays where it is.
    fn show_match(&mut self, hit: Hit) {
        self.leave_visual();
        let list = self.stack.pop_if(|view| matches!(view, View::Results(_)));
        if list.is_some() {
            self.stack.clear();
        } else {
            self.show_origin();
            // In an instrument it is gone on from match to match.
            if self.is_at_match() && !matches!(self.stack.view(), Some(View::Instrument(_))) {
                self.stack.pop();
            }
        }
        self.mark_matches();
        let shown = matches!(hit.field, SearchField::Hint | SearchField::Why);
        match hit.place {
            Searchable::Section(at) => self.show_in_text(at, None),
            Searchable::Block(at) => self.show_in_text(at.section, Some(at)),
            Searchable::Lesson(at) => self.put_questions(Questions::lesson(at as usize)),
            Searchable::Discussion(at) => {
                self.put_questions(Questions::found(Question::Discussion(at as usize), shown));
            }
            Searchable::Quiz(at) => {
                self.put_questions(Questions::found(Question::Quiz(at as usize), shown));
            }
            place => {
                if !self.show_part(&hit)
                    && !self.show_in_instrument(&hit)
                    && let Some(target) = place.target()
                {
                    self.put_at_match(View::Card(Card { target, to_cited: false }));
                }
            }
        }
        if let Some(reader) = &self.reader {
            self.finding.land(Landing::of(reader, self.stack.view()));
        }
        if let Some(list) = list {
            self.stack.push(list);
        }
    }

    /// Shows a match in the name of a part of an instrument where that is read through. Answers whether it is
    /// in one.
    fn show_part(&mut self, hit: &Hit) -> bool {
        let (Searchable::Instrument(at), Some(scene)) = (hit.place, self.scene()) else {
            return false;
        };
        let (SearchField::PartName(number) | SearchField::PartTitle(number)) = hit.field else {
            return false;
        };
        let Some(view) = InstrumentView::new(Target::Instrument(at)) else { return false };
        let (items, _) = view.items_of(&scene);
        let is_it = |piece: &LawPiece| matches!(piece, LawPiece::Part(_, part) if Some(*part) == usize::try_from(number).ok());
        let place = items.iter().position(|item| matches!(item, Item::Law(piece) if is_it(piece)));
        let Some(place) = place else { return false };
        let pane = Pane::new(items).beginning(Begin::MatchFrom(place));
        self.stack.pop_if(|top| matches!(top, View::Instrument(top) if top.instrument() == at));
        self.stack.push(Overlay::bare(View::Instrument(view), pane));
        true
    }

    /// Shows a match in the instrument that is read through, if it is in that. Answers whether it is.
    fn show_in_instrument(&mut self, hit: &Hit) -> bool {
        let (Some(View::Instrument(view)), Some(scene)) = (self.stack.view(), self.scene()) else {
            return false;
        };
        let article = match hit.place {
            Searchable::Article(at) if at.instrument == view.instrument() => at,
            _ => return false,
        };
        let view = view.unfolded();
        let (items, _) = view.items_of(&scene);
        let wording = scene.setting.briefing.article(article).wording.as_ref();
        let provision = wording.filter(|_| hit.field == SearchField::Wording).and_then(|wording| {
            let at = hit.range(scene.setting.briefing).start;
            wording.provisions().iter().position(|one| at < one.range.end)
        });
        let is_there = |item: &Item| match (item, provision) {
            (Item::Law(piece), Some(place)) => piece.is_provision(article, place),
            (Item::Law(piece), None) => piece.begins(&Target::Article(article)),
            _ => false,
        };
        let Some(at) = items.iter().position(is_there) else { return false };
        let begin = match (provision, hit.field) {
            // What is said of it stands behind its wording.
            (
                None,
                SearchField::Gist
                | SearchField::Meaning
                | SearchField::Note
                | SearchField::Element(_),
            ) => {
                let is_said = |item: &Item| matches!(item, Item::Law(LawPiece::Gist(of) | LawPiece::About(of)) if *of == article);
                items.iter().position(is_said).unwrap_or(at)
            }
            _ => at,
        };
        self.stack.pop();
        let pane = Pane::new(items).beginning(Begin::MatchFrom(begin));
        self.stack.push(Overlay::bare(View::Instrument(view), pane));
        true
    }

    /// Takes the reader to what a note that was found is on.
    fn show_own(&mut self, on: Target) {
        self.leave_visual();
        if self.is_at_match() {
            self.stack.pop();
        }
        match on {
            Target::Block(at) => self.show_in_text(at.section, Some(at)),
            target => self.put_at_match(View::Card(Card { target, to_cited: false })),
        }
        if let Some(reader) = &self.reader {
            self.finding.land(Landing::of(reader, self.stack.view()));
        }
    }

    /// Shows a match in a block of a section, or in the section's own title and summary.
    fn show_in_text(&mut self, section: SectionIx, block: Option<BlockIx>) {
        self.stack.clear();
        let Some(reader) = &mut self.reader else { return };
        match block {
            Some(at) => {
                if !reader.concerns(at) {
                    reader.set_lens(None);
                }
                reader.go_to_block(at);
            }
            None => reader.go_to_section_start(section),
        }
        reader.show_match(block);
    }

    fn put_questions(&mut self, questions: Questions) {
        self.stack.retain(|view| !matches!(view, View::Class(_)));
        self.put_at_match(View::Class(questions));
    }

    /// Puts a view on top with its match in sight.
    fn put_at_match(&mut self, view: View) {
        let Some(scene) = self.scene() else { return };
        let (items, _) = view.items(&scene);
        self.stack.push(Overlay::bare(view, Pane::list(items).beginning(Begin::Match)));
    }

    /// Puts the list of all matches up, below what the reader is at.
    fn open_results(&mut self, title: String) -> Vec<Step> {
        let is_private = self.options.teacher || self.finding.has_own();
        self.put(View::Results(Results { title, is_private }));
        let Some(reader) = &self.reader else { return Vec::new() };
        let around = Around { reader, keeping: &self.keeping, top: self.stack.view() };
        self.finding.show_again(&around)
    }

    /// The reader stays at the match under the list's cursor.
    fn take_match(&mut self) -> Vec<Step> {
        self.stack.pop();
        let Some(reader) = &self.reader else { return Vec::new() };
        let around = Around { reader, keeping: &self.keeping, top: self.stack.view() };
        self.finding.take_match(&around)
    }

    /// After a key: shows what is under the cursor of the list of matches; forgets where the search
    /// began, if it is over.
    pub(super) fn tidy_search(&mut self) -> Vec<Step> {
        let Some(reader) = &self.reader else { return Vec::new() };
        if let Some(top) = self.stack.top().filter(|top| matches!(top.view, View::Results(_))) {
            let Some(Item::Found(hit)) = top.pane().focus() else { return Vec::new() };
            let around = Around { reader, keeping: &self.keeping, top: self.stack.view() };
            return self.finding.preview(*hit, &around);
        }
        let writes = matches!(self.stack.purpose(), Some(crate::desk::Purpose::Search { .. }));
        if !writes && !self.stack.has(|view| matches!(view, View::Results(_))) {
            self.finding.forget_origin();
        }
        Vec::new()
    }

    /// Shows what the reader left where it is now.
    pub(super) fn show_marks(&mut self) {
        let Some(reader) = &mut self.reader else { return };
        self.keeping.find(reader.briefing());
        reader.annotate(self.keeping.annotations());
        self.stack.show_anew(&reader.layout());
        self.refresh_lists();
    }

    /// Makes the items of what changes from without again, wherever it is open: the list of marks, the
    /// questions, the contents, which tell what was read, and the title page, which names the lessons.
    pub(super) fn refresh_lists(&mut self) {
        let room = self.room();
        let Some(reader) = &self.reader else { return };
        let scene =
            Scene::new(reader, &self.keeping, &self.finding, &self.class, &self.keymap, room);
        self.stack.refresh(&scene, |view| {
            matches!(view, View::Marks(_) | View::Class(_) | View::Contents(_) | View::Title(_))
        });
    }
}
