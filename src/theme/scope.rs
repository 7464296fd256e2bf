//! What the parts of the screen are for.

/// Declares the scopes, and the list of all of them.
macro_rules! scopes {
    ($($scope:ident $name:literal $about:literal;)*) => {
        /// What a part of the screen is for, as highlighters name it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Scope { $(#[doc = $about] $scope),* }

        impl Scope {
            /// Every scope with its name and what it is.
            pub const ALL: &[(Self, &'static str, &'static str)] =
                &[$((Self::$scope, $name, $about)),*];
        }
    };
}

scopes! {
    Text "text" "Prose";
    Dim "dim" "What can be skipped";
    Strong "strong" "What must not be: headings, names";
    Label "label" "A label before what it names";
    Link "link" "A link";
    Actor "actor" "A link to an actor, or an actor's name";
    Note "note" "An editor's note";
    Warning "warning" "Something wrong";
    Accent "accent" "The program's own marks: the focus, the keys";
    Rule "rule" "Rules between panes";
}

impl Scope {
    /// The names of all.
    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|(_, name, _)| *name)
    }

    /// The scope that has this name.
    pub(crate) fn named(words: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, name, _)| *name == words).map(|(scope, ..)| *scope)
    }
}
