//! From a command to its owner. Each owner's commands are matched without a catch-all: a row of the
//! table that nobody carries out does not compile.

use crate::command::{Command, Find, Follow, InArticles, Keep, Motion, Views};
use crate::desk::{PaneId, Prompt, Purpose, Way};
use crate::model::{InstrumentIx, Target};
use crate::text::Link;

use super::finding::{Around, MatchList};
use super::keeping::Taken;
use super::screen::BARE;
use super::step::Step;
use super::view::{
    Acted, Compare, Comparisons, Contents, FaultList, GoTo, MarkList, Matrix, Peek, Relations,
    RestsOn, Scene, SectionEvidence, Sources, Terms, Timeline, TitlePage, TrailList, followed,
};
use super::{App, Choice, Effect, View, words};

impl App {
    /// Carries out a command: the view on top is asked first.
    pub(super) fn route(&mut self, command: Command) -> Vec<Step> {
        let command = self.meant_here(command);
        if !self.may(command) {
            return vec![Step::Say(words::RESTRICTED.to_owned())];
        }
        if let Command::Edit(edit) = command {
            return self.edit(edit);
        }
        if let Some(steps) = self.act_on_link_hints(command) {
            return steps;
        }
        if let Some(steps) = self.act_on_chosen(command) {
            return steps;
        }
        match self.act_in_view(command) {
            Acted::No => {}
            Acted::Asks(steps) => return steps,
            Acted::Moved(_) | Acted::ToTop(_) | Acted::Changed(_) | Acted::Begun => {
                return Vec::new();
            }
        }
        match command {
            Command::Motion(motion) => self.move_by(motion),
            Command::Follow(follow) => return self.follow_what_is_here(follow),
            Command::Find(find) => return self.find(find),
            Command::Keep(keep) => return self.run_keep(keep),
            Command::Select(select) => return self.select(select),
            Command::Views(views) => return self.open(views),
            Command::InArticles(command) => return self.go_along_articles(command),
            Command::Look(look) => return self.look(look),
            Command::Program(program) => return self.run_program(program),
            // These are a view's own: it did what there was to do. The line took its own before.
            Command::InCompare(_)
            | Command::InInstrument(_)
            | Command::InTimeline(_)
            | Command::InMatrix(_)
            | Command::InClass(_)
            | Command::Edit(_) => {}
        }
        Vec::new()
    }

    /// Whether a command may be carried out in this session.
    pub(super) fn may(&self, command: Command) -> bool {
        !(self.restricted && command.leads_out())
    }

    /// Offers a command to the view on top.
    fn act_in_view(&mut self, command: Command) -> Acted {
        let room = self.room();
        let Some(reader) = &self.reader else { return Acted::No };
        let scene =
            Scene::new(reader, &self.keeping, &self.finding, &self.class, &self.keymap, room);
        let acted = self.stack.act(command, &scene);
        if let Some(top) = self.stack.top()
            && let View::Class(questions) = &top.view
        {
            self.class.leave_at(questions.left(top.pane().cursor().item));
        }
        acted
    }

    /// Moves in whatever has the keys.
    pub(super) fn move_by(&mut self, motion: Motion) {
        match (&mut self.reader, &mut self.shelf) {
            (Some(reader), _) if self.stack.is_empty() => reader.move_by(motion),
            (Some(reader), _) => self.stack.move_by(motion, &reader.layout()),
            (None, Some(books)) if self.stack.is_empty() => {
                books.pane.move_by(motion, &BARE);
            }
            (None, _) => self.stack.move_by(motion, &BARE),
        }
    }

    /// What is tied to what is read, and the way back.
    fn follow_what_is_here(&mut self, command: Follow) -> Vec<Step> {
        match command {
            Follow::Follow => self.follow_here(),
            Follow::Peek => self.peek(),
            Follow::CitedBy => self.cited_by(),
            Follow::Back => self.back(),
            Follow::Forward => vec![Step::Travel(1)],
            Follow::LinkHints => self.show_link_hints(),
            // While there are letters they take it themselves.
            Follow::LinkHintBack => Vec::new(),
            Follow::Pin => {
                let screen = self.panes_screen();
                let Some(reader) = self.reader.as_mut().filter(|_| self.stack.is_empty()) else {
                    return Vec::new();
                };
                let (pane, before) = (reader.to_pin(), reader.is_pinned(reader.to_pin()));
                reader.pin();
                let on = reader.is_pinned(pane);
                let is_unseen = screen.pane(pane).is_none() && on != before;
                let said = is_unseen.then(|| words::out_of_sight_pinned(pane, on).to_owned());
                said.map(Step::Say).into_iter().collect()
            }
        }
    }

    /// Enter: what is chosen here is opened.
    fn follow_here(&mut self) -> Vec<Step> {
        if let (Some(top), Some(scene)) = (self.stack.top(), self.scene()) {
            return top.view.follow(top.pane(), &scene);
        }
        let link = match (&mut self.reader, &self.shelf, self.stack.top()) {
            (None, _, Some(top)) => followed(top.pane()),
            (None, Some(books), None) => {
                return vec![Step::Do(Effect::Open(books.pane.cursor().item))];
            }
            (None, None, None) => None,
            (Some(reader), ..) => {
                if reader.is_in_text() && reader.choose_first() {
                    return Vec::new();
                }
                reader.link()
            }
        };
        link.map(Step::Follow).into_iter().collect()
    }

    /// A look at the former words of what is changed, while no link is chosen; else at the chosen link,
    /// or at the first one here.
    fn peek(&mut self) -> Vec<Step> {
        if let Some(before) = self.before_here() {
            return vec![Step::Put(before)];
        }
        let link = match (self.stack.top(), &mut self.reader) {
            (Some(top), _) => top.pane().link().cloned(),
            (None, Some(reader)) => {
                reader.choose_first();
                reader.pane(reader.active()).link().cloned()
            }
            (None, None) => None,
        };
        vec![Self::look_at(link)]
    }

    /// A look at where a link leads.
    pub(super) fn look_at(link: Option<Link>) -> Step {
        match link {
            Some(Link::To(target) | Link::CitedBy(target) | Link::Read(target)) => {
                Step::Put(View::Peek(Peek(target)))
            }
            Some(Link::Sources(sources)) => Step::Put(View::RestsOn(RestsOn(sources))),
            Some(Link::Compare(at)) => Step::Put(View::Peek(Peek(Target::Article(at)))),
            None => Step::Say(words::NO_LINK.to_owned()),
        }
    }

    /// Who cites the article or actor in focus, or the chosen link's target.
    fn cited_by(&mut self) -> Vec<Step> {
        let chosen = match (self.stack.top(), &self.reader) {
            (Some(top), _) => {
                let chosen = top.pane().link().map(Link::target);
                chosen.unwrap_or_else(|| top.view.subject(top.pane()))
            }
            (None, Some(reader)) => {
                let link = reader.pane(reader.active()).link();
                link.and_then(Link::target).or_else(|| reader.subject())
            }
            (None, None) => None,
        };
        let Some(target) = chosen else { return vec![Step::Say(words::CHOOSE_A_LINK.to_owned())] };
        self.close_peek();
        vec![Step::Follow(Link::CitedBy(target))]
    }

    /// The next article of the instrument that the article in focus beside the text is of, or the one
    /// before.
    fn go_along_articles(&mut self, command: InArticles) -> Vec<Step> {
        let Some(reader) = self.reader.as_mut().filter(|_| self.stack.is_empty()) else {
            return Vec::new();
        };
        let way = match command {
            InArticles::NextArticle => Way::Down,
            InArticles::PreviousArticle => Way::Up,
        };
        if reader.is_pinned(PaneId::Articles) {
            return vec![Step::SayKeys(words::articles_are_pinned)];
        }
        reader.go_along(way);
        Vec::new()
    }

    /// The instrument of the article that a key is about, read through from there; without one, the
    /// first of the briefing. From within it the key leads out again.
    fn read_instrument(&mut self) -> Vec<Step> {
        if matches!(self.stack.view(), Some(View::Instrument(_))) {
            return vec![Step::Close];
        }
        let first = || {
            let briefing = self.reader.as_ref()?.briefing();
            briefing.instruments.first().map(|_| Target::Instrument(InstrumentIx::new(0)))
        };
        match self.law_meant().or_else(first) {
            Some(target) => vec![Step::Follow(Link::Read(target))],
            None => vec![Step::Say(words::NO_INSTRUMENT.to_owned())],
        }
    }

    fn back(&mut self) -> Vec<Step> {
        // What lies on top is the last thing that was opened, but for a match: from that the way
        // back is to where the search began.
        let from_match = self.is_at_match();
        if self.stack.pop().is_some() && !from_match {
            return Vec::new();
        }
        vec![Step::Travel(-1)]
    }

    /// Finding something, or the next of it.
    fn find(&mut self, command: Find) -> Vec<Step> {
        match command {
            Find::Search => self.write_search(),
            Find::NextMatch => vec![Step::NextMatch(1)],
            Find::PreviousMatch => vec![Step::NextMatch(-1)],
            Find::Results => self.list_matches(),
            Find::NextChange => self.go_to_change(Way::Down),
            Find::PreviousChange => self.go_to_change(Way::Up),
            Find::GoTo => self.write_name(""),
            Find::OpenWord => {
                let named = self.named_here().unwrap_or_default();
                self.write_name(&named)
            }
            Find::Trail => {
                let (Some(here), Some(reader)) = (self.waypoint(), &self.reader) else {
                    return Vec::new();
                };
                let list = TrailList::new(&self.trail, &here, reader);
                vec![Step::Put(View::Trail(list))]
            }
        }
    }

    /// What is named in the line that is read.
    fn named_here(&self) -> Option<String> {
        let reader = self.reader.as_ref()?;
        let pane = self.stack.top().map_or_else(|| reader.pane(reader.active()), |top| top.pane());
        reader.named_in(pane)
    }

    /// Begins to write what is searched for.
    fn write_search(&mut self) -> Vec<Step> {
        self.stack.retain(|view| !matches!(view, View::Results(_)));
        self.begin_search();
        let Some(reader) = self.reader.as_ref().filter(|_| self.finding.has_begun()) else {
            return Vec::new();
        };
        self.finding.write(&Around { reader, keeping: &self.keeping, top: self.stack.view() })
    }

    /// Lists all matches.
    pub(super) fn list_matches(&mut self) -> Vec<Step> {
        let title = match self.finding.list() {
            MatchList::Titled(title) => title,
            MatchList::NotYet => return Vec::new(),
            MatchList::Nothing => return vec![self.finding.nothing_found()],
        };
        self.begin_search();
        self.stack.take_prompt();
        let Some(reader) = &self.reader else { return Vec::new() };
        let mut steps = self.finding.enter_list(&Around {
            reader,
            keeping: &self.keeping,
            top: self.stack.view(),
        });
        steps.push(Step::ListMatches(title));
        steps
    }

    /// Begins to write a name to go to, with `beginning` as its beginning.
    fn write_name(&mut self, beginning: &str) -> Vec<Step> {
        let before = self.context();
        let Some(scene) = self.scene() else {
            self.stack.write(Prompt::new(Purpose::GoTo, beginning));
            return Vec::new();
        };
        let by_ear = self.options.by_ear;
        let offers = |command: Command| self.may(command) && !(by_ear && command.needs_screen());
        let (list, extras) = GoTo::new(before, self.law_beside(), offers, &scene);
        let job = self.reader.as_mut().and_then(|reader| reader.ask_for_names(extras));
        self.stack.write(Prompt::new(Purpose::GoTo, beginning));
        self.put(View::GoTo(list));
        self.list_names();
        job.map(|job| Step::Do(Effect::Search(job))).into_iter().collect()
    }

    /// What the reader leaves in the briefing or takes away.
    fn run_keep(&mut self, command: Keep) -> Vec<Step> {
        let Some(reader) = &self.reader else { return Vec::new() };
        if self.is_out_of_sight(command) {
            return vec![Step::SayKeys(words::out_of_sight)];
        }
        match command {
            Keep::Bookmark => {
                let on = match self.stack.top() {
                    Some(top) => top.view.subject(top.pane()),
                    None => reader.law_in_focus(),
                };
                match on {
                    Some(on) => self.keeping.write_bookmark_on(reader, &on),
                    None => self.keeping.write_bookmark(reader),
                }
            }
            Keep::Marks => {
                // From wherever it lies: the list that is open closes.
                vec![Step::Toggle(View::Marks(MarkList { restricted: self.restricted }))]
            }
            Keep::Highlight => self.keeping.highlight(reader),
            Keep::Note => match self.noted() {
                Some(Target::Section(_) | Target::Web(_)) => {
                    vec![Step::Say(words::NO_PARAGRAPH.to_owned())]
                }
                Some(on) => self.keeping.write_note_on(reader, &on),
                None => self.keeping.write_note(reader),
            },
            // Only the list of marks has something to remove.
            Keep::Remove => Vec::new(),
            Keep::Copy => self.copy(Taken::Citation),
            Keep::CopyText => self.copy(Taken::Words),
        }
    }

    fn copy(&self, taken: Taken) -> Vec<Step> {
        let Some(reader) = &self.reader else { return Vec::new() };
        let top = self.stack.top();
        let pane = top.map_or_else(|| reader.pane(reader.active()), |top| top.pane());
        let item = top.map_or_else(|| pane.focus().cloned(), |top| top.view.in_focus(pane));
        self.keeping.copy(taken, reader, pane, item)
    }

    /// What lies over the panes or takes their place, on what is in focus.
    fn open(&mut self, command: Views) -> Vec<Step> {
        let Some(reader) = self.reader.as_ref() else { return self.open_on_shelf(command) };
        let view = match command {
            Views::Contents => View::Contents(Contents),
            Views::Title => View::Title(TitlePage::default()),
            Views::Compare => self.comparison(),
            Views::Instrument => return self.read_instrument(),
            Views::Timeline => View::Timeline(Timeline::default()),
            Views::Matrix => View::Matrix(Matrix::new(reader.briefing())),
            Views::Relations => return self.open_relations(),
            Views::Evidence => View::Evidence(SectionEvidence(reader.section())),
            Views::Class => View::Class(self.class.place().again(&reader.setting())),
            Views::Terms => View::Terms(Terms),
            Views::Sources => View::Sources(Sources),
            Views::Lens => return self.turn_lens(),
            Views::Faults => {
                self.notices.see();
                View::Faults(FaultList)
            }
            Views::Shelf => return self.go_to_shelf(),
            Views::Help => self.help(),
            // The views that have another side have turned to it.
            Views::TurnView => return Vec::new(),
        };
        vec![Step::Toggle(view)]
    }

    /// The same with no briefing open: the keys, and what there is to say.
    fn open_on_shelf(&mut self, command: Views) -> Vec<Step> {
        match command {
            Views::Help => return vec![Step::Toggle(self.help())],
            Views::Shelf => return self.go_to_shelf(),
            Views::Faults => _ = self.notices.see(),
            Views::Contents
            | Views::Title
            | Views::Compare
            | Views::Instrument
            | Views::Timeline
            | Views::Matrix
            | Views::Relations
            | Views::Evidence
            | Views::Class
            | Views::Terms
            | Views::Sources
            | Views::Lens
            | Views::TurnView => {}
        }
        Vec::new()
    }

    /// An article beside its counterparts; without one, all that are compared.
    fn comparison(&self) -> View {
        if let (Some(one), Some(scene)) = (self.compared(), self.scene()) {
            return View::Compare(Compare::new(one, &scene));
        }
        View::Comparisons(Comparisons(self.compared_in_focus().and_then(|near| near.article())))
    }

    /// Opens the relations of whom a key is about. Where they lie open below, they come up again and
    /// that actor takes the middle.
    fn open_relations(&mut self) -> Vec<Step> {
        let actor = self.actor_meant();
        if !self.stack.bring_up(|view| matches!(view, View::Relations(_))) {
            return vec![Step::Toggle(View::Relations(Relations::new(actor)))];
        }
        let room = self.room();
        if let (Some(actor), Some(reader)) = (actor, &self.reader) {
            let scene =
                Scene::new(reader, &self.keeping, &self.finding, &self.class, &self.keymap, room);
            self.stack.act_on(&scene, |view, pane| match view {
                View::Relations(relations) => relations.walk(actor, pane.cursor().item),
                _ => Acted::No,
            });
        }
        Vec::new()
    }

    /// Folds all paragraphs but those on the article or the actor that is chosen or in focus, or
    /// on one that is to be chosen; unfolds them if they are folded.
    fn turn_lens(&mut self) -> Vec<Step> {
        let Some(reader) = &mut self.reader else { return Vec::new() };
        if reader.lens().is_some() {
            reader.set_lens(None);
            return Vec::new();
        }
        let link = reader.pane(reader.active()).link().and_then(Link::target);
        match link.or_else(|| reader.subject()).map(|target| target.card()) {
            Some(target @ (Target::Actor(_) | Target::Article(_))) => {
                reader.set_lens(Some(target));
                Vec::new()
            }
            _ => vec![Step::Put(View::Choice(Choice::Lens))],
        }
    }

    fn go_to_shelf(&mut self) -> Vec<Step> {
        if self.shelf.is_none() {
            return vec![Step::Say(words::NO_OTHER_BRIEFING.to_owned())];
        }
        self.keep_place(true);
        self.reader = None;
        self.stack.clear();
        self.notices.see();
        self.finding.forget()
    }
}
