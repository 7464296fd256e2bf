//! What the tests share: a small briefing, and a reader to press keys on.
#![allow(dead_code, unreachable_pub, reason = "each binary uses its own part of it")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on shall stop")]

pub mod child;
pub mod marks;
pub mod state;
pub mod yaml;

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use attache::app::{App, Effect, Msg, Opened, Options, Reader};
use attache::command::{Code, Key, Keymap};
use attache::desk::{ScrollJump, Size};
use attache::load;
use attache::model::Briefing;
use attache::model::kept::{Change, Kept};
use attache::theme::{Depth, Name, Theme};
use attache::ui;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

/// A small briefing with every kind of part in it.
pub const SAMPLE: &str = include_str!("sample.yaml");

/// Four laws, each with the build of a real one and every sentence invented: a convention with `(1)(a)(i)`,
/// rules in parts and sections, a Korean act with 제4조 ①, a declaration without titles.
pub const LAW: &str = include_str!("law.yaml");

/// [`LAW`], read once for all tests of a program.
pub fn law() -> Arc<Briefing> {
    static READ: LazyLock<Arc<Briefing>> = LazyLock::new(|| Arc::new(briefing(LAW)));
    Arc::clone(&READ)
}

/// [`SAMPLE`], read once for all tests of a program.
pub fn sample() -> Arc<Briefing> {
    static READ: LazyLock<Arc<Briefing>> = LazyLock::new(|| Arc::new(briefing(SAMPLE)));
    Arc::clone(&READ)
}

/// A briefing of one file, which must be free of faults.
pub fn briefing(yaml: &str) -> Briefing {
    let loaded = load::from_files("sample", [("briefing.yaml", yaml.as_bytes())]);
    assert_eq!(loaded.diagnostics, [], "the briefing has faults");
    loaded.briefing.expect("the briefing can be shown")
}

/// A reader at a desk: keys in, screens out, through the real update loop.
pub struct Desk {
    pub app: App,
    pub theme: Theme,
    /// What the runtime was asked for.
    pub effects: Vec<Effect>,
    /// What of it is to be kept.
    pub changes: Vec<Change>,
    /// What time it is, in Unix seconds; nobody has told the app before [`Desk::wait`].
    clock: i64,
    timeless: bool,
    /// Whether a disk takes what is to be kept, at once.
    pub keeps: bool,
}

/// When the tests begin: 18 June 2024, 22:40 UTC.
pub const MORNING: i64 = 1_718_750_400;

impl Desk {
    /// The sample, open on a screen of `width` by `height`.
    pub fn new(width: u16, height: u16) -> Self {
        Self::read(sample(), width, height)
    }

    /// A briefing of one file, open on a screen of `width` by `height`.
    pub fn open(yaml: &str, width: u16, height: u16) -> Self {
        Self::read(briefing(yaml), width, height)
    }

    /// A briefing, open on a screen of `width` by `height`, at the beginning of its text.
    pub fn read(briefing: impl Into<Arc<Briefing>>, width: u16, height: u16) -> Self {
        let mut desk = Self::title_page(briefing, width, height);
        desk.press("Esc");
        desk
    }

    /// A briefing, just opened on a screen of `width` by `height`: the title page.
    pub fn title_page(briefing: impl Into<Arc<Briefing>>, width: u16, height: u16) -> Self {
        Self::come_back(briefing, Kept::default(), width, height)
    }

    /// A briefing, just opened on a screen of `width` by `height` by somebody who left `kept` in it.
    pub fn come_back(
        briefing: impl Into<Arc<Briefing>>,
        kept: Kept,
        width: u16,
        height: u16,
    ) -> Self {
        Self::bare(width, height, true).come_to(briefing, kept)
    }

    /// The sample, just opened on a screen of `width` by `height` by somebody who has other keys.
    pub fn with_keymap(keymap: Keymap, width: u16, height: u16) -> Self {
        let mut desk = Self::bare(width, height, true);
        desk.app = desk.app.with_keymap(keymap);
        desk.come_to(sample(), Kept::default())
    }

    /// The same, with a pane that scrolls so far at once.
    pub fn with_scroll_jump(mut self, jump: ScrollJump) -> Self {
        self.app = App::new(self.app.size(), self.app.options().with_scroll_jump(Some(jump)));
        self
    }

    /// Opens a briefing for somebody who left `kept` in it.
    pub fn come_to(mut self, briefing: impl Into<Arc<Briefing>>, kept: Kept) -> Self {
        self.send(Msg::Settled(kept.preferences.clone()));
        self.send(Msg::Opened(Opened { briefing: briefing.into(), faults: Vec::new(), kept }));
        self
    }

    /// Nothing open, on a terminal that shows UTF-8 or not.
    pub fn bare(width: u16, height: u16, utf8: bool) -> Self {
        let app = App::new(Size { width, height }, Options::new(utf8));
        let theme = Theme::new(Name::Dark, Depth::Sixteen, utf8);
        Self {
            app,
            theme,
            effects: Vec::new(),
            changes: Vec::new(),
            clock: MORNING,
            timeless: true,
            keeps: true,
        }
    }

    /// Presses keys, separated by blanks: `} Right Enter`.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            let key = name.parse().unwrap_or_else(|fault| panic!("{fault}"));
            self.send(Msg::Key(key));
        }
        self
    }

    /// Types letters, blanks among them.
    pub fn write(&mut self, words: &str) -> &mut Self {
        for letter in words.chars() {
            self.send(Msg::Key(Key::plain(Code::Char(letter))));
        }
        self
    }

    /// Takes a message in. What is to be done aside is done at once.
    pub fn send(&mut self, msg: Msg) -> &mut Self {
        for effect in self.app.update(msg) {
            match effect {
                Effect::Search(job) => {
                    if let Some(answer) = job.run(|| true) {
                        self.send(Msg::Found(answer));
                    }
                }
                Effect::Keep(changes) => {
                    self.changes.extend_from_slice(&changes);
                    self.effects.push(Effect::Keep(changes));
                    if self.keeps {
                        self.send(Msg::Kept);
                    }
                }
                effect => self.effects.push(effect),
            }
        }
        self
    }

    /// What the runtime was asked for, but for what is to be kept.
    pub fn asked(&self) -> Vec<&Effect> {
        self.effects.iter().filter(|effect| !matches!(effect, Effect::Keep(_))).collect()
    }

    /// Lets seconds go by, no key pressed in them.
    pub fn wait(&mut self, seconds: i64) -> &mut Self {
        if std::mem::take(&mut self.timeless) {
            self.send(Msg::Now(self.clock));
        }
        self.clock += seconds;
        self.send(Msg::Now(self.clock))
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.app.update(Msg::Resize(Size { width, height }));
        self
    }

    pub fn reader(&self) -> &Reader {
        self.app.reader().expect("a briefing is open")
    }

    /// The address of the block in focus: `text/signing`.
    pub fn focus(&self) -> String {
        let reader = self.reader();
        let Some(at) = reader.focus() else { return "nothing".to_owned() };
        let section = reader.briefing().section(at.section);
        format!("{}/{}", section.id, reader.briefing().block(at).id)
    }

    /// The cells as they are drawn. What a terminal makes of them is for `tests/it/paint` to test.
    pub fn buffer(&self) -> Buffer {
        self.drawn().0
    }

    /// The screen, and what it has beside its cells.
    pub fn drawn(&self) -> (Buffer, ui::Drawn) {
        let Size { width, height } = self.app.size();
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let drawn = ui::view(&self.app, &self.theme, &mut buffer);
        (buffer, drawn)
    }

    /// Where the terminal's cursor is shown: in a line that is being written, at words that are chosen.
    pub fn cursor(&self) -> Option<(u16, u16)> {
        let cursor = self.drawn().1.cursor;
        cursor.shown.then_some((cursor.at.x, cursor.at.y))
    }

    /// The screen's characters, row by row.
    pub fn screen(&self) -> String {
        characters(&self.buffer())
    }

    /// The screen's characters, and below them each run of styled ones.
    pub fn painting(&self) -> String {
        let buffer = self.buffer();
        let mut out = characters(&buffer);
        for y in 0..buffer.area.height {
            let mut runs = String::new();
            let mut x = 0;
            while x < buffer.area.width {
                let style = buffer[(x, y)].style();
                let start = x;
                let mut words = String::new();
                while x < buffer.area.width && buffer[(x, y)].style() == style {
                    words.push_str(buffer[(x, y)].symbol());
                    x += 1;
                }
                let plain =
                    style.add_modifier.is_empty() && style.fg == Some(ratatui::style::Color::Reset);
                if !plain && !words.trim().is_empty() && !words.trim().chars().all(is_rule) {
                    let fg = style.fg.filter(|fg| *fg != ratatui::style::Color::Reset);
                    let fg = fg.map_or_else(String::new, |fg| format!("{fg} "));
                    let modifiers = format!("{:?}", style.add_modifier);
                    let _ = write!(runs, "\n  {start}: {fg}{modifiers} {:?}", words.trim());
                }
            }
            if !runs.is_empty() {
                let _ = writeln!(out, "row {y}{runs}");
            }
        }
        out
    }
}

/// The screen, with plain blanks for those that no line ends at.
pub fn words(desk: &Desk) -> String {
    desk.screen().replace('\u{a0}', " ")
}

/// The header: which view, and what it says of itself, with single blanks.
pub fn header(desk: &Desk) -> String {
    let screen = desk.screen();
    let words: Vec<&str> = screen.lines().next().unwrap_or_default().split_whitespace().collect();
    words.join(" ")
}

fn characters(buffer: &Buffer) -> String {
    let mut out = String::new();
    for row in buffer.content.chunks(usize::from(buffer.area.width).max(1)) {
        let start = out.len();
        let mut cells = row.iter().map(Cell::symbol);
        while let Some(symbol) = cells.next() {
            out.push_str(symbol);
            // A wide character stands over the cells behind it.
            for _ in 1..if symbol.len() > 1 { attache::text::columns(symbol) } else { 1 } {
                cells.next();
            }
        }
        out.truncate(start + out[start..].trim_end().len());
        out.push('\n');
    }
    out
}

fn is_rule(c: char) -> bool {
    "─│┬┴├".contains(c)
}
