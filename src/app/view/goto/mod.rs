//! Going to anything by its name: a line to write it in, and above it a list of what fits best.

mod extras;

use std::sync::Arc;

use crate::command::{Command, Context, Keymap, Program, in_latin};
use crate::desk::{Area, Begin, Item, Pane};
use crate::model::kept::{Anchor, Change, Finder, Resolution};
use crate::model::{Briefing, InstrumentIx, ProvisionAddress, Target};
use crate::text::goto::{
    Extra, Goal, Kind, Names, NoProvision, NoSuch, Place, Ranked, Standpoint, Suggestion, no_such,
};
use crate::text::{Element, Link, Rich, Role, Sheet, Typesetting};

use super::super::class::Question;
use super::super::footer::{Now, Offers};
use super::super::stack::Room;
use super::super::step::Step;
use super::super::words;
use super::{Component, Questions, Scene, View, frame_width, list_offers};

/// How many names the list holds at most: more than anybody looks through.
const MOST: usize = 50;
/// Columns for what kind of thing it is: the longest word and two blanks.
const KIND: usize = 12;

/// Rows of the list, its frame and a blank row included.
const ROWS: u16 = 19;

/// What the list of names holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GoTo {
    /// What can be gone to beside the briefing's own names, by the number that it has there.
    extras: Vec<NameTarget>,
    /// The lines of the list.
    lines: Vec<NameLine>,
    /// The law that was read or in focus before.
    law: Option<InstrumentIx>,
    /// What is said where it has none.
    nothing: String,
    /// Whether what is typed was taken before the names were there.
    entered: bool,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct NameLine {
    /// Where it leads.
    target: NameTarget,
    /// What the choice is remembered by; a paragraph is not, for another one has its number after the
    /// next edit.
    key: Option<String>,
    /// What it shows.
    sheet: Arc<Sheet>,
}

/// Where a line of the list leads.
#[derive(Debug, Clone, PartialEq, Eq)]
enum NameTarget {
    /// To something of the briefing.
    Target(Target),
    /// To a legal text that is read through, at this of it.
    Read(Target),
    /// To a place that the reader marked, by the bookmark's name.
    Bookmark(String),
    /// To what the reader wrote a note on, by the note's name.
    Note(String),
    /// To the plan of a lesson, counted from 0.
    Lesson(usize),
    /// To what a class is asked.
    Question(Question),
    /// To what a key would do.
    Command(Command),
}

impl GoTo {
    /// A list in which there is, beside the briefing's own names, what the reader left in it and what
    /// can be done in the context that it is opened in, of which `offers` says what is named; and the
    /// names of these. `law` is the one that is read or in focus.
    pub(in crate::app) fn new(
        before: Context,
        law: Option<InstrumentIx>,
        offers: impl Fn(Command) -> bool,
        scene: &Scene,
    ) -> (Self, Vec<Extra>) {
        let (names, extras) = extras::all(before, offers, scene);
        (Self { extras, law, ..Self::default() }, names)
    }

    /// Whether no name fits.
    pub(in crate::app) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Lists the names that fit best what is `typed`, the best first. Where none does, it may have been
    /// typed on the keys of another keyboard.
    pub(in crate::app) fn list(&mut self, typed: &str, scene: &Scene) {
        let names = scene.reader.names();
        self.entered = false;
        if !scene.reader.has_own_names() {
            // What fits best of the rest is not what fits best.
            self.lines = self.called_line(typed, names, scene).into_iter().collect();
            words::GATHERING_NAMES.clone_into(&mut self.nothing);
            return;
        }
        self.lines = self.lines(typed, names, scene);
        if self.lines.is_empty() {
            self.lines = self.lines(&in_latin(typed), names, scene);
        }
        let (briefing, here) = (scene.setting.briefing, scene.reader.section());
        self.nothing = nothing(no_such(briefing, here, typed), &scene.setting);
    }

    /// The lines for what is typed: first what it is called outright, then what fits best.
    fn lines(&self, typed: &str, names: &Names, scene: &Scene) -> Vec<NameLine> {
        let mut lines = self.fitting(typed, names, scene);
        if let Some(called) = self.called_line(typed, names, scene) {
            lines.retain(|line| line.target != called.target);
            lines.insert(0, called);
        }
        lines
    }

    /// The line of the command that is called outright; it may not be among the many names that fit.
    fn called_line(&self, typed: &str, names: &Names, scene: &Scene) -> Option<NameLine> {
        let command = self.called(typed, scene.keymap)?;
        let own = self.fitting(&extras::name(command.entry()), names, scene);
        own.into_iter().find(|line| line.target == NameTarget::Command(command))
    }

    /// The command that is called outright: by a word that leaves elsewhere, or by its key as it is
    /// written; but digits mean articles.
    fn called(&self, typed: &str, keymap: &Keymap) -> Option<Command> {
        if leaves(typed) {
            return Some(Program::Quit.into());
        }
        let is_called = |target: &&NameTarget| target.has_key(typed, keymap);
        match self.extras.iter().find(is_called)? {
            NameTarget::Command(command) if !typed.starts_with(char::is_numeric) => Some(*command),
            _ => None,
        }
    }

    /// The lines whose names fit best what is typed.
    fn fitting(&self, typed: &str, names: &Names, scene: &Scene) -> Vec<NameLine> {
        // A choice within the hour is worth a letter, 16 points, as it is.
        let weight = |key: &str| u32::try_from(scene.keeping.weight(key)).unwrap_or(u32::MAX);
        let briefing = scene.setting.briefing;
        let here = Standpoint { section: scene.reader.section(), law: self.law };
        let found = names.look_up(briefing, here, typed, MOST, weight);
        let hides_cue =
            |place: &Place| scene.reader.hides_own() && briefing.block(place.block).is_cue();
        let hides_name = |one: &Ranked| {
            let candidate = names.candidate(one.candidate);
            scene.reader.hides_own() && candidate.is_some_and(|candidate| candidate.is_hidden)
        };
        let lines = found.iter().filter_map(|one| match one {
            Suggestion::Name(one) if hides_name(one) => None,
            Suggestion::Name(one) => self.line(names, one, scene.setting.glyphs.ellipsis),
            Suggestion::Provision(at) => Some(provision(at, &scene.setting)),
            Suggestion::NoProvision(one) => Some(no_provision(one, &scene.setting)),
            Suggestion::Paragraph(place) if hides_cue(place) => None,
            Suggestion::Paragraph(place) => Some(paragraph(place, &scene.setting)),
        });
        lines.collect()
    }

    fn line(&self, names: &Names, one: &Ranked, ellipsis: &'static str) -> Option<NameLine> {
        let candidate = names.candidate(one.candidate)?;
        let target = self.target(&candidate.goal)?;
        let kind = target.words(candidate.kind);
        // What the kind or the name says already is not said again.
        let detail = candidate.detail.strip_prefix(kind).unwrap_or(&candidate.detail).trim();
        let detail = if candidate.label.starts_with(detail) { "" } else { detail };
        let mut rich = names.label(one);
        if !detail.is_empty() {
            rich.push(&format!("  {detail}"), Role::Faint);
        }
        let mut sheet = Sheet::default();
        let lead = format!("{kind:KIND$}");
        sheet.push(Element::new(rich).hung(&lead, Role::Faint).clipped(ellipsis));
        Some(NameLine { target, key: Some(candidate.key.clone()), sheet: Arc::new(sheet) })
    }

    fn target(&self, goal: &Goal) -> Option<NameTarget> {
        match goal {
            Goal::To(target) => Some(NameTarget::Target(target.clone())),
            Goal::Read(target) => Some(NameTarget::Read(target.clone())),
            Goal::Extra(number) => self.extras.get(*number).cloned(),
        }
    }

    /// Remembers that what is typed is to be gone to once the names are there.
    pub(in crate::app) fn enter(&mut self) {
        self.entered = true;
    }

    /// Whether what is typed is to be gone to.
    pub(in crate::app) fn was_entered(&self) -> bool {
        self.entered
    }

    /// Opens what is chosen in the list; with nothing in it, the line stays.
    pub(in crate::app) fn open(&self, pane: &Pane, scene: &Scene) -> Vec<Step> {
        let Some(NameLine { target, key, .. }) = self.lines.get(pane.cursor().item) else {
            return Vec::new();
        };
        let chosen = key.clone().map(|key| Change::Chosen(key, scene.keeping.now()));
        let mut steps = vec![Step::LeaveNames];
        steps.extend(chosen.map(Step::Keep));
        match target {
            NameTarget::Target(target) => steps.push(Step::Follow(Link::To(target.clone()))),
            NameTarget::Read(target) => steps.push(Step::Follow(Link::Read(target.clone()))),
            NameTarget::Bookmark(id) => steps.extend(to_anchor(scene.keeping.bookmark(id), scene)),
            NameTarget::Note(id) => steps.extend(to_anchor(scene.keeping.note(id), scene)),
            NameTarget::Lesson(at) => {
                steps.push(Step::Put(View::Class(Questions::lesson(*at))));
            }
            NameTarget::Question(question) => {
                steps.push(Step::Put(View::Class(Questions::found(*question, false))));
            }
            NameTarget::Command(command) => steps.push(Step::Run(*command)),
        }
        steps
    }
}

/// Whether what is typed leaves, as it does in vi, in less and in a shell.
pub(in crate::app) fn leaves(typed: &str) -> bool {
    matches!(typed.trim(), "q" | "q!" | "qa" | "qa!" | "wq" | "quit" | "exit")
}

/// A paragraph by its number, with the section that it is in and how it begins.
fn paragraph(place: &Place, setting: &Typesetting) -> NameLine {
    let Place { block: at, in_file } = *place;
    let block = setting.briefing.block(at);
    let address = if block.is_cue() { words::A_CUE.to_owned() } else { setting.address(at) };
    let address = if in_file {
        words::address_and_in_file(&address, &block.id, setting.glyphs.dot)
    } else {
        address
    };
    let mut rich = Rich::new(&address, Role::Body);
    let section = &setting.briefing.section(at.section).title;
    rich.push(&format!("  {}", words::numbered_section(at.section, section)), Role::Faint);
    let beginning = setting.beginning(at).unwrap_or_default();
    rich.push(&format!("  {beginning}"), Role::Faint);
    let mut sheet = Sheet::default();
    let lead = format!("{:KIND$}", words::A_PARAGRAPH);
    let ellipsis = setting.glyphs.ellipsis;
    sheet.push(Element::new(rich).hung(&lead, Role::Faint).clipped(ellipsis));
    let target = NameTarget::Target(Target::Block(at));
    NameLine { target, key: None, sheet: Arc::new(sheet) }
}

/// A provision by its number, with the title of its article.
fn provision(at: &ProvisionAddress, setting: &Typesetting) -> NameLine {
    let briefing = setting.briefing;
    let target = Target::Provision(at.clone());
    let mut rich = Rich::new(&briefing.name(&target), Role::Body);
    if let Some(title) = &briefing.article(at.article).title {
        rich.push(&format!("  {title}"), Role::Faint);
    }
    let mut sheet = Sheet::default();
    sheet.push(law_line(words::A_PROVISION, rich).clipped(setting.glyphs.ellipsis));
    to_law(target, sheet, setting)
}

/// What there is in place of a provision that there is not.
fn no_provision(one: &NoProvision, setting: &Typesetting) -> NameLine {
    let briefing = setting.briefing;
    let NoProvision { within, step, steps } = one;
    let of = within.article().filter(|_| briefing.instruments.len() > 1);
    let of = of.map(|at| briefing.instrument(at.instrument).name());
    let said = words::no_such_provision(step, &briefing.own_name(within), of, steps);
    let lead = match within {
        Target::Provision(_) => words::A_PROVISION,
        _ => Kind::Article.words(),
    };
    let mut sheet = Sheet::default();
    // What there is stands at its end, and is read.
    sheet.push(law_line(lead, Rich::new(&said, Role::Body)));
    to_law(within.clone(), sheet, setting)
}

/// An article or a provision as the list has it.
fn law_line(lead: &str, rich: Rich) -> Element {
    Element::new(rich).hung(&format!("{lead:KIND$}"), Role::Faint)
}

/// A line that leads to an article or a provision.
fn to_law(target: Target, sheet: Sheet, setting: &Typesetting) -> NameLine {
    let key = Some(setting.briefing.reference(&target));
    NameLine { target: NameTarget::Target(target), key, sheet: Arc::new(sheet) }
}

/// What is said where nothing fits.
fn nothing(no_such: NoSuch, setting: &Typesetting) -> String {
    let briefing = setting.briefing;
    match no_such {
        NoSuch::Name => words::NO_SUCH_NAME.to_owned(),
        NoSuch::Number => words::NO_SUCH_NUMBER.to_owned(),
        NoSuch::Paragraph(at) => {
            let section = words::numbered_section(at, &briefing.section(at).title);
            let last = briefing.index().paragraphs(at);
            words::no_such_paragraph(&section, last, setting.glyphs.paragraph)
        }
    }
}

/// Goes to where something was left.
fn to_anchor(anchor: Option<&Anchor>, scene: &Scene) -> Vec<Step> {
    let Some(anchor) = anchor else { return Vec::new() };
    let to = |target| Step::Follow(Link::To(target));
    match Finder::new(scene.setting.briefing).find(anchor) {
        Resolution::At { block, .. } | Resolution::Moved { block, .. } => {
            vec![to(Target::Block(block))]
        }
        Resolution::Card(card) => vec![to(card)],
        Resolution::Adrift { near: Some(near) } => {
            vec![to(near), Step::Say(words::MARKED_WORDS_GONE.to_owned())]
        }
        Resolution::Adrift { near: None } => {
            vec![Step::Say(words::MARKED_PARAGRAPH_GONE.to_owned())]
        }
    }
}

impl Component for GoTo {
    fn context(&self) -> Context {
        Context::List
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        words::GO_TO.to_owned()
    }

    fn items(&self, _scene: &Scene) -> (Vec<Item>, Begin) {
        let lines = self.lines.iter().map(|line| Item::Entry(Arc::clone(&line.sheet)));
        let mut items: Vec<Item> = lines.collect();
        if items.is_empty() {
            items.push(Item::from_words(&self.nothing));
        }
        (items, Begin::Start)
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        list_offers(now)
    }

    /// Right above the line that is written, and of one height whatever is in it: while one types
    /// nothing moves.
    fn frame(&self, room: &Room, _rows: Option<usize>) -> Area {
        let body = room.screen.body;
        let area = body.centred(frame_width(room), ROWS);
        Area { y: body.y + body.height - area.height, ..area }
    }
}

impl NameTarget {
    /// What kind of thing it is, in a word.
    fn words(&self, kind: Kind) -> &'static str {
        match self {
            Self::Target(_) | Self::Read(_) => kind.words(),
            Self::Bookmark(_) => words::A_BOOKMARK,
            Self::Note(_) => words::A_NOTE,
            Self::Lesson(_) => words::A_LESSON,
            Self::Question(_) => words::A_QUESTION,
            Self::Command(command) if extras::opens_view(*command) => words::A_VIEW,
            Self::Command(_) => words::A_COMMAND,
        }
    }

    /// Whether it is the command with this key.
    fn has_key(&self, key: &str, keymap: &Keymap) -> bool {
        matches!(self, Self::Command(command)
            if keymap.keys(*command).any(|one| one.to_string() == key))
    }
}
