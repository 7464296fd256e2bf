//! The table: every command, by the owner that carries it out.
//!
//! An owner matches its commands without a catch-all arm, so that a row here with no handler there
//! does not compile.

use super::{Contexts, Key};

/// One command.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it does.
    pub command: Command,
    /// Its name in documents and tests.
    pub id: &'static str,
    /// What it does, in one line for the help screen.
    pub help: &'static str,
    /// What it does, in a word or two for the footer; empty if the footer never shows it.
    pub short: &'static str,
    /// Where it stands in the help screen.
    pub group: Group,
    /// Where it works.
    pub contexts: Contexts,
    keys: &'static str,
}

impl Entry {
    /// Its default keys; the first is the one that the footer shows.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        self.keys.split(' ').filter_map(|name| name.parse().ok())
    }
}

/// A part of the help screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Moving through the text.
    Move,
    /// Following links.
    Follow,
    /// Finding anything.
    Find,
    /// What is kept, and what is taken away.
    Keep,
    /// Panes and overlays.
    See,
    /// The views that take the whole screen.
    View,
    /// How it looks.
    Look,
    /// The program.
    Program,
    /// Words that are being chosen.
    Choose,
    /// A line that is being written.
    Write,
}

impl Group {
    /// Every group with its title, in the order of the help screen.
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::Move, "Move"),
        (Self::Follow, "Follow"),
        (Self::Find, "Find"),
        (Self::Keep, "Keep"),
        (Self::See, "See"),
        (Self::View, "Views"),
        (Self::Look, "Look"),
        (Self::Program, "Program"),
        (Self::Choose, "While choosing words"),
        (Self::Write, "While writing a line"),
    ];
}

/// One row of the table.
macro_rules! row {
    ($owner:ident, $command:ident, $id:literal, $keys:literal, $contexts:ident, $group:ident,
     $short:literal, $help:literal) => {
        Entry {
            command: Command::$owner($owner::$command),
            id: $id,
            help: $help,
            short: $short,
            group: Group::$group,
            contexts: Contexts::$contexts,
            keys: $keys,
        }
    };
}

/// Declares the commands of each owner, and their table, in one place.
macro_rules! table {
    ($($(#[$about:meta])* $owner:ident {
        $($command:ident, $id:literal, $keys:literal, $contexts:ident, $group:ident,
          $short:literal, $help:literal;)*
    })*) => {
        /// What a reader can do, by who carries it out, in the order of [`TABLE`], which says what each does.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "the owners say it")]
        pub enum Command { $($owner($owner)),* }

        $(
            $(#[$about])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #[allow(missing_docs, reason = "the table's help says it")]
            pub enum $owner { $($command),* }

            impl From<$owner> for Command {
                fn from(command: $owner) -> Self {
                    Self::$owner(command)
                }
            }
        )*

        /// Every command, in the order of the help screen.
        pub const TABLE: &[Entry] = &[$($(
            row!($owner, $command, $id, $keys, $contexts, $group, $short, $help)
        ),*),*];

        impl Command {
            /// Its row in the table.
            pub fn entry(self) -> &'static Entry {
                match self {
                    $($(Self::$owner($owner::$command) => const {
                        &row!($owner, $command, $id, $keys, $contexts, $group, $short, $help)
                    },)*)*
                }
            }
        }
    };
}

table! {
    /// Moving in whatever has the keys, and among panes and sections.
    Motion {
        LineDown, "line-down", "j Down", ALL, Move, "down", "One line down";
        LineUp, "line-up", "k Up", ALL, Move, "up", "One line up";
        NextParagraph, "next-paragraph", "} ) Ctrl-Down", ALL, Move, "next",
            "Next paragraph, article, actor or entry";
        PreviousParagraph, "previous-paragraph", "{ ( Ctrl-Up", ALL, Move, "", "The one before";
        PageDown, "page-down", "Space f Ctrl-f PgDn", PAGED, Move, "page",
            "One page down; at the end of a section, on to the next";
        PageUp, "page-up", "b Ctrl-b PgUp", PAGED, Move, "",
            "One page up; at the beginning of a section, on to the one before";
        HalfDown, "half-down", "d Ctrl-d", ALL, Move, "", "Half a page down";
        HalfUp, "half-up", "u Ctrl-u", ALL, Move, "", "Half a page up";
        ScrollDown, "scroll-down", "Ctrl-e", ALL, Move, "",
            "The screen one line down; the cursor stays if it can";
        ScrollUp, "scroll-up", "Ctrl-y", ALL, Move, "", "The screen one line up";
        Start, "start", "g Home", ALL, Move, "", "To the beginning of the section or list";
        End, "end", "G End", ALL, Move, "",
            "To the end; behind a number, to that paragraph or article";
        NextSection, "next-section", "] Alt-Down", SECTIONS, Move, "section", "Next section";
        PreviousSection, "previous-section", "[ Alt-Up", SECTIONS, Move, "", "Section before";
        NextLink, "next-link", "l Right", LINKED, Follow, "link", "Choose the next link";
        PreviousLink, "previous-link", "h Left", LINKED, Follow, "", "Choose the link before";
        NextPane, "next-pane", "Tab", PANES, See, "pane", "Next pane";
        PreviousPane, "previous-pane", "Shift-Tab", PANES, See, "", "Pane before";
        TextPane, "text-pane", "1", PANES, See, "",
            "The text; to begin a number, a pane's digit wants a 0 before it";
        ArticlesPane, "articles-pane", "2", PANES, See, "", "The articles";
        ActorsPane, "actors-pane", "3", PANES, See, "", "The actors";
    }

    /// Following what is tied to what is read, and the way back.
    Follow {
        Follow, "follow", "Enter Ctrl-j", FOLLOWED, Follow, "follow",
            "Follow the link, or choose one, or see who cites this";
        Peek, "peek", "K", LINKED, Follow, "peek",
            "Look at the chosen link; on a change, at the words before";
        LinkHints, "link-hints", ",", LETTERED, Follow, "letters",
            "Letters on all links in sight; a capital only looks";
        LinkHintBack, "link-hint-back", "Backspace", LINK_HINTS, Follow, "undo",
            "While there are letters: take the last one back";
        CitedBy, "cited-by", "r", LINKED, Follow, "cited by", "Who cites this article or actor";
        Back, "back", "Backspace Ctrl-o", READING, Follow, "back", "Back to where you were";
        Forward, "forward", "Alt-Right Ctrl-]", READING, Follow, "forward", "Forward again";
        Pin, "pin", "p", PANES, See, "pin",
            "Keep the articles or the actors as they are while you read on";
    }

    /// Finding anything, or the next of it.
    Find {
        Search, "search", "/", SEARCHED, Find, "search", "Search everything that the briefing says";
        NextMatch, "next-match", "n", MATCHED, Find, "match", "To the next match";
        PreviousMatch, "previous-match", "N", MATCHED, Find, "", "To the match before";
        Results, "results", ";", READING, Find, "all matches", "List all matches";
        NextChange, "next-change", ">", UNCOMPARED, Find, "change",
            "To the next thing that is new or changed since you read it";
        PreviousChange, "previous-change", "<", UNCOMPARED, Find, "", "To the one before";
        GoTo, "go-to", ": Ctrl-p", FOLLOWED, Find, "go to", "Go to anything by its name";
        OpenWord, "open-word", "*", LINKED, Find, "",
            "Go to what is named in the line, though it is no link";
        Trail, "trail", "J", READING, Find, "trail", "Trail: where you came from, to jump there";
    }

    /// What a reader leaves in the briefing or takes away.
    Keep {
        Bookmark, "bookmark", "m", BOOKMARKED, Keep, "",
            "Mark this paragraph or provision, with a letter or a label";
        Marks, "marks", "'", READING, Keep, "marks",
            "Marks: your bookmarks, highlights and notes";
        Highlight, "highlight", "M", MARKED, Keep, "", "Highlight the sentence, or no longer";
        Note, "note", "a", NOTED, Keep, "note", "Write a note on this paragraph, article or actor";
        Remove, "remove", "D Del", MARKS, Keep, "remove", "Remove the mark or the note";
        Copy, "copy", "y", COPIED, Keep, "", "Copy a citation of this paragraph, article or actor";
        CopyText, "copy-text", "Y", COPIED, Keep, "", "Copy its words themselves";
    }

    /// Choosing words one by one, to do something with them.
    Select {
        Words, "choose-words", "v", SPOKEN, Keep, "choose",
            "Choose words, to copy, highlight or note them; again, leave them";
        Lines, "choose-lines", "V", SPOKEN, Keep, "lines", "Choose whole lines; again, words";
        Sentences, "choose-sentences", "s", VISUAL, Choose, "sentences",
            "Choose whole sentences; again, words";
        NextWord, "choose-next-word", "l w Right", VISUAL, Choose, "word",
            "To the next word, line or sentence";
        PreviousWord, "choose-previous-word", "h b Left", VISUAL, Choose, "", "To the one before";
        LetterRight, "choose-letter-right", "L", VISUAL, Choose, "", "One letter to the right";
        LetterLeft, "choose-letter-left", "H", VISUAL, Choose, "", "One letter to the left";
        SentenceEnd, "choose-sentence-end", ")", VISUAL, Choose, "sentence",
            "To the end of the sentence, then of the next";
        SentenceStart, "choose-sentence-start", "(", VISUAL, Choose, "", "To its beginning";
        LineEnd, "choose-line-end", "$ Alt-Right", VISUAL, Choose, "", "To the end of the line";
        LineStart, "choose-line-start", "^ Alt-Left", VISUAL, Choose, "", "To its beginning";
        PageDown, "choose-page-down", "Space f Ctrl-f PgDn", VISUAL, Choose, "", "A page further down";
        PageUp, "choose-page-up", "PgUp Ctrl-b", VISUAL, Choose, "", "A page further up";
        OtherEnd, "other-end", "o", VISUAL, Choose, "other end", "Move the other end";
    }

    /// Opening what lies over the panes or takes their place.
    Views {
        Contents, "contents", "o", READING, See, "contents", "Contents: the sections and their headings";
        Title, "title", "i", READING, View, "title page",
            "Title page: what this is, how long, how to start";
        Compare, "compare", "c", READING, View, "compare",
            "Compare: this article beside its counterparts, or all of them";
        Instrument, "instrument", "I", READING, View, "instrument",
            "Instrument: a treaty or another law, read through";
        Timeline, "timeline", "t", READING, View, "timeline", "Timeline: what came when";
        Matrix, "matrix", "x", READING, View, "matrix",
            "Matrix: who stands in which article or section";
        Relations, "relations", "w", READING, View, "relations", "Relations: who stands how to whom";
        Evidence, "evidence", "e", READING, View, "evidence",
            "Evidence: what the section's paragraphs rest on";
        Class, "class", "Q", READING, View, "class",
            "Class: questions to talk about, and the quiz";
        Terms, "terms", "W", READING, View, "terms", "Terms: all of them, and what they mean";
        Sources, "sources", "O", READING, View, "sources", "Sources: all of them by their numbers";
        Lens, "lens", "L", PANES, View, "lens",
            "Lens: fold all but what links one actor or article, or unfold";
        TurnView, "turn-view", "v", TURNING, View, "other side",
            "The other side: sections, picture, list, quiz, discussion";
        Faults, "faults", "!", READING, See, "faults",
            "Faults: what is wrong with the briefing's files";
        Shelf, "shelf", "s", READING, See, "shelf", "Shelf: the other briefings";
        Help, "help", "? F1", ALL, See, "keys", "Keys: this help";
    }

    /// In the view of articles side by side.
    InCompare {
        MoreColumns, "more-columns", ">", COMPARE, View, "more", "Compare with the next ones";
        FewerColumns, "fewer-columns", "<", COMPARE, View, "before", "Compare with the ones before";
        Comparisons, "comparisons", "v", COMPARE, View, "all", "Compare: all that are compared";
        ElementsOrWords, "elements-or-words", "V", COMPARE, View, "words",
            "Compare by element, or by the words themselves";
    }

    /// In the articles pane: along the instrument that an article is of.
    InArticles {
        NextArticle, "next-article", ")", ARTICLES, See, "next article",
            "In the articles: the next article of the same instrument";
        PreviousArticle, "previous-article", "(", ARTICLES, See, "previous article",
            "The one before";
    }

    /// In an instrument that is read through.
    InInstrument {
        NextArticle, "next-article-here", "] Alt-Down", INSTRUMENT, View, "next article",
            "In an instrument: to the next article";
        PreviousArticle, "previous-article-here", "[ Alt-Up", INSTRUMENT, View, "previous article",
            "To the one before";
        Gists, "gists", "S", INSTRUMENT, View, "law alone",
            "What the briefing says of the law: fold it, or show it";
    }

    /// In the timeline.
    InTimeline {
        ZoomIn, "zoom-in", "+", TIMELINE, View, "near", "Closer: years, months";
        ZoomOut, "zoom-out", "-", TIMELINE, View, "far", "Farther: years, decades";
        Narrow, "narrow", "F", FILTERED, View, "only", "Only what links an actor or an article; again, all";
        Filter, "filter", "/", FILTERED, View, "filter", "Only what has these words in it";
    }

    /// In the matrix.
    InMatrix {
        CellLeft, "cell-left", "h Left", MATRIX, View, "left", "One column to the left";
        CellRight, "cell-right", "l Right", MATRIX, View, "right", "One column to the right";
        Sort, "sort", "S", MATRIX, View, "sort", "By weight or by name";
    }

    /// In the class's screens.
    InClass {
        NextQuestion, "next-question", "Space n ] PgDn Ctrl-f", CLASS, View, "next question", "Next question";
        PreviousQuestion, "previous-question", "N [ PgUp Ctrl-b", CLASS, View, "", "The question before";
        Reveal, "reveal", "A", CLASS, View, "answer", "The hint, then the answer";
        Clock, "clock", "p", CLASS, View, "clock", "Start, hold or go on with the countdown";
        Minutes, "minutes", "m", CLASS, View, "minutes", "Start the countdown with other minutes";
        BeginAgain, "begin-again", "B", CLASS, View, "begin again",
            "After the results of the quiz: begin again, for another class";
    }

    /// How it looks.
    Look {
        Zen, "zen", "z", PANES, Look, "",
            "The text alone; once more, one paragraph at a time; and back";
        Present, "present", "F5", READING, Look, "panes",
            "One paragraph at a time, for a class; again, the panes";
        Blank, "blank", ".", READING, Look, "blank", "Blank what a class is shown; any key shows it again";
        Teacher, "teacher", "C", READING, Look, "", "Show or hide the teacher's cues and hints";
        Hyphens, "hyphens", "H", READING, Look, "", "Hyphenate or not";
        Wider, "wider", "+", TEXTUAL, Look, "", "Wider lines, up to 76 columns";
        Narrower, "narrower", "-", TEXTUAL, Look, "", "Narrower lines, down to 36";
        UsualWidth, "usual-width", "=", TEXTUAL, Look, "", "Lines of the usual width";
        Theme, "theme", "T", ALL, Look, "theme", "Next theme: dark, light, mono";
    }

    /// The program as a whole.
    Program {
        Reload, "reload", "R", READING, Program, "", "Read the briefing's files again";
        EditFile, "edit-file", "E", READING, Program, "edit",
            "Open the file in which this stands in your editor ($EDITOR)";
        Redraw, "redraw", "Ctrl-l", ALL, Program, "", "Draw the screen again";
        Suspend, "suspend", "Ctrl-z", ALL, Program, "", "Back to the shell; fg returns";
        Close, "close", "Esc", CLOSED, Program, "close",
            "Close what lies on top, or let go of the link; never quits";
        CloseOrQuit, "close-or-quit", "q", ALL, Program, "quit",
            "Close what lies on top; from the panes and the shelf, leave";
        Quit, "quit", "Ctrl-c", ALL, Program, "quit", "Leave attache, from anywhere; so does :q";
    }

    /// While a line is being written.
    Edit {
        Accept, "accept", "Enter", PROMPT, Write, "accept", "Take what is written";
        Cancel, "cancel", "Esc Ctrl-c", PROMPT, Write, "cancel", "Leave the line, and all as it was";
        CaretLeft, "caret-left", "Left Ctrl-b", PROMPT, Write, "", "One letter to the left";
        CaretRight, "caret-right", "Right Ctrl-f", PROMPT, Write, "", "One letter to the right";
        WordLeft, "word-left", "Alt-Left Alt-b Ctrl-Left", PROMPT, Write, "", "One word to the left";
        WordRight, "word-right", "Alt-Right Alt-f Ctrl-Right", PROMPT, Write, "",
            "One word to the right";
        CaretStart, "caret-start", "Home Ctrl-a", PROMPT, Write, "", "To the beginning of the line";
        CaretEnd, "caret-end", "End", PROMPT, Write, "", "To the end of the line";
        DeleteBefore, "delete-before", "Backspace", PROMPT, Write, "", "Delete the letter before";
        DeleteAfter, "delete-after", "Del Ctrl-d", PROMPT, Write, "", "Delete the letter after";
        DeleteWord, "delete-word", "Ctrl-w Alt-Backspace", PROMPT, Write, "", "Delete the word before";
        DeleteToStart, "delete-to-start", "Ctrl-u", PROMPT, Write, "", "Delete all before";
        ListUp, "list-up", "Up Ctrl-p", PROMPT, Write, "", "Up in the list above the line";
        ListDown, "list-down", "Down Ctrl-n", PROMPT, Write, "", "Down in the list above the line";
        ListMatches, "list-matches", "Tab", PROMPT, Write, "list", "List all matches while searching";
        Regex, "regex", "Ctrl-r", PROMPT, Write, "regex", "Search for a regular expression, or words";
        BreakLine, "break-line", "Alt-Enter Ctrl-j", PROMPT, Write, "new line",
            "A new line in a note; elsewhere as Enter";
        Editor, "editor", "Ctrl-e", PROMPT, Write, "editor", "Write the note in your editor ($EDITOR)";
        DeleteToEnd, "delete-to-end", "Ctrl-k", PROMPT, Write, "", "Delete all after";
    }
}
