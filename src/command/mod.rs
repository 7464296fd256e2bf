//! The commands: what a reader can do, where, and with which keys.
//!
//! One table ([`TABLE`]) says it all. The keymap, the footer, the help screen and the tests are
//! made from it, so that none of them can tell another story.

mod context;
mod key;
mod keymap;
mod layout;
mod table;

pub use context::{Context, Contexts};
pub use key::{Code, Key, UnknownKey};
pub use keymap::Keymap;
pub(crate) use layout::{Capitals, capitals, in_latin, is_composed};
pub use layout::{by_place, strokes};
pub use table::{
    Command, Edit, Entry, Find, Follow, Group, InArticles, InClass, InCompare, InInstrument,
    InMatrix, InTimeline, Keep, Look, Motion, Program, Select, TABLE, Views,
};

impl Motion {
    /// Whether a motion leads to another section, pane or link, wherever it begins.
    pub(crate) fn goes_elsewhere(self) -> bool {
        match self {
            Self::LineDown
            | Self::LineUp
            | Self::NextParagraph
            | Self::PreviousParagraph
            | Self::PageDown
            | Self::PageUp
            | Self::HalfDown
            | Self::HalfUp
            | Self::ScrollDown
            | Self::ScrollUp
            | Self::Start
            | Self::End => false,
            Self::NextSection
            | Self::PreviousSection
            | Self::NextLink
            | Self::PreviousLink
            | Self::NextPane
            | Self::PreviousPane
            | Self::TextPane
            | Self::ArticlesPane
            | Self::ActorsPane => true,
        }
    }
}

impl Command {
    /// Whether it is about lines, columns and colours, or about keys: it means nothing to who hears the text.
    pub(crate) fn needs_screen(self) -> bool {
        match self {
            Self::Motion(motion) => !matches!(
                motion,
                Motion::NextParagraph
                    | Motion::PreviousParagraph
                    | Motion::NextSection
                    | Motion::PreviousSection
                    | Motion::Start
                    | Motion::End
                    | Motion::TextPane
                    | Motion::ArticlesPane
                    | Motion::ActorsPane
            ),
            Self::Follow(follow) => !matches!(
                follow,
                Follow::Follow
                    | Follow::Peek
                    | Follow::CitedBy
                    | Follow::Back
                    | Follow::Forward
                    | Follow::Pin
            ),
            Self::Look(look) => look != Look::Teacher,
            Self::Program(program) => matches!(program, Program::Redraw | Program::CloseOrQuit),
            Self::Select(_)
            | Self::Edit(_)
            | Self::InMatrix(_)
            | Self::Keep(Keep::Highlight)
            | Self::Find(Find::OpenWord)
            | Self::Views(Views::Help | Views::Matrix) => true,
            _ => false,
        }
    }

    /// Whether a number before it says how many times it is carried out: it takes a step.
    pub(crate) fn repeats(self) -> bool {
        match self {
            Self::Motion(motion) => !matches!(
                motion,
                Motion::Start
                    | Motion::End
                    | Motion::TextPane
                    | Motion::ArticlesPane
                    | Motion::ActorsPane
            ),
            Self::Follow(follow) => matches!(follow, Follow::Back | Follow::Forward),
            Self::Find(find) => matches!(
                find,
                Find::NextMatch | Find::PreviousMatch | Find::NextChange | Find::PreviousChange
            ),
            Self::Select(select) => !matches!(
                select,
                Select::Words | Select::Lines | Select::Sentences | Select::OtherEnd
            ),
            Self::InCompare(command) => {
                matches!(command, InCompare::MoreColumns | InCompare::FewerColumns)
            }
            Self::InArticles(InArticles::NextArticle | InArticles::PreviousArticle) => true,
            Self::InInstrument(command) => command != InInstrument::Gists,
            Self::InTimeline(command) => {
                matches!(command, InTimeline::ZoomIn | InTimeline::ZoomOut)
            }
            Self::InMatrix(command) => command != InMatrix::Sort,
            Self::InClass(command) => {
                matches!(command, InClass::NextQuestion | InClass::PreviousQuestion)
            }
            Self::Look(look) => matches!(look, Look::Wider | Look::Narrower),
            Self::Keep(_) | Self::Views(_) | Self::Program(_) | Self::Edit(_) => false,
        }
    }

    /// Whether it leads out of the reader, to a shell or another program.
    pub(crate) fn leads_out(self) -> bool {
        matches!(
            self,
            Self::Program(Program::Suspend | Program::EditFile) | Self::Edit(Edit::Editor)
        )
    }
}
