//! Persons, states and bodies.

use super::{ActorIx, CitedSource, Text};

/// A person, a state, a body: whoever acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Its address.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// What it is.
    pub kind: Option<ActorKind>,
    /// Who it is.
    pub role: Option<Text>,
    /// What it wants here.
    pub stance: Option<Text>,
    /// How it stands to others.
    pub relations: Vec<Relation>,
    /// Where this comes from.
    pub sources: Vec<CitedSource>,
}

/// How one actor stands to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The other.
    pub to: ActorIx,
    /// What binds or parts them.
    pub label: String,
    /// In what spirit.
    pub tone: Option<Tone>,
}

/// A relation, as it is seen from one of the two.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RelationView<'a> {
    /// The other of the two.
    pub(crate) other: ActorIx,
    /// What is told.
    pub(crate) relation: &'a Relation,
    /// Whether it is the one that tells it, and not the other.
    pub(crate) own: bool,
}

impl Actor {
    /// What it goes by: its name, then the others.
    pub(crate) fn names(&self) -> impl Iterator<Item = &String> {
        let Self { id: _, name, aliases, kind: _, role: _, stance: _, relations: _, sources: _ } =
            self;
        [name].into_iter().chain(aliases)
    }
}

/// Declares an enum of words, each with its name in the format, and the words that a reader sees where
/// these are others.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident {
        $($(#[$vdoc:meta])* $variant:ident = $word:literal $(($said:literal))?),* $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl $name {
            /// Every value, with its name in the format.
            pub const ALL: &[(Self, &'static str)] = &[$((Self::$variant, $word)),*];

            /// Its name in the format.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// The words that a reader sees.
            pub fn words(self) -> &'static str {
                match self { $(Self::$variant => [$($said,)? $word][0]),* }
            }
        }
    };
}

words! {
    /// What an actor is.
    ActorKind {
        /// A human being.
        Person = "person",
        /// A state.
        State = "state",
        /// An organ of a state.
        Institution = "institution",
        /// A service of a state.
        Agency = "agency",
        /// A unit of a service or an army.
        Unit = "unit",
        /// An international organisation.
        Organisation = "organisation",
        /// Any other group.
        Group = "group",
        /// A newspaper, an agency, a broadcaster.
        Media = "media",
        /// A business.
        Company = "company",
        /// A political party.
        Party = "party",
        /// A court or a tribunal.
        Court = "court",
        /// States that act or are spoken of together.
        CountryGroup = "country-group" ("group of countries"),
        /// A nation, an ethnic group or the inhabitants of a place.
        People = "people",
    }
}

words! {
    /// The spirit of a relation, from friend to enemy.
    Tone {
        /// Bound to help.
        Ally = "ally",
        /// Working together.
        Partner = "partner",
        /// Neither.
        Neutral = "neutral",
        /// At odds.
        Strained = "strained",
        /// Hostile.
        Adversary = "adversary",
    }
}
