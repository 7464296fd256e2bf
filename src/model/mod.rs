//! What a briefing says, free of files and of the screen.
//!
//! Everything here is plain data, complete once [`Briefing::indexed`] has run, and then shared
//! by `Arc` and never changed. Nothing in this folder knows YAML, a file or a terminal.

mod actor;
mod block;
mod briefing;
mod cited_source;
mod citing;
mod date;
mod edtf;
mod extent;
mod index;
mod indexing;
mod instrument;
mod ix;
pub mod kept;
mod lesson;
mod list;
mod outside;
mod provision;
mod reference;
mod steps;
mod steps_on;
mod table;
mod target;
mod text;
mod vague;
mod ways;
mod wording;
mod words;

pub(crate) use actor::RelationView;
pub use actor::{Actor, ActorKind, Relation, Tone};
pub use block::{Block, BlockKind, Confidence, Evidence, Section, Speaker};
pub use briefing::{Briefing, Discussion, Event, Quiz, Source, Term};
pub use cited_source::CitedSource;
pub(crate) use citing::{Reading, in_arabic, readings};
pub use date::{Date, NoDate, Open, Period};
pub use extent::Extent;
pub use index::Index;
pub(crate) use instrument::bare_name;
pub use instrument::{Article, ClauseElement, Instrument, InstrumentPart};
pub use ix::{ActorIx, ArticleIx, BlockIx, EventIx, InstrumentIx, SectionIx, SourceIx, TermIx};
pub use lesson::{Lesson, LessonStep};
pub(crate) use list::Branch;
pub use list::{List, ListPoint};
pub(crate) use outside::OutsideAddresses;
pub use provision::Provision;
pub(crate) use provision::{step_of, steps_of};
pub use table::{Align, Table};
pub use target::{ProvisionAddress, Target};
pub use text::{Emphasis, Span, Text};
pub use vague::{Season, Vague, Within};
pub(crate) use ways::ProvisionSteps;
pub use wording::Wording;
pub(crate) use words::{MONTHS, article_label, article_labels};
