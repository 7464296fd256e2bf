//! Where everything is on the screen. Pure geometry, in columns and rows.

/// The size of a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// A rectangle of the screen, in columns and rows from its top left corner.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Area {
    /// The first column.
    pub x: u16,
    /// The first row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// One of the three panes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum PaneId {
    /// The narrative.
    #[default]
    Text,
    /// The articles that the paragraph in focus cites.
    Articles,
    /// The actors of the section.
    Actors,
}

/// How much of the reader is put away, so that the text stands alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Zen {
    /// Nothing: the panes stand beside the text.
    #[default]
    Off,
    /// The text alone, in wider lines.
    Alone,
    /// One paragraph at a time, widely spaced, for a projector.
    Presenter,
}

impl Zen {
    /// The next in the round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Off => Self::Alone,
            Self::Alone => Self::Presenter,
            Self::Presenter => Self::Off,
        }
    }
}

impl PaneId {
    /// In the order of the keys 1, 2, 3 and of Tab.
    pub const ALL: [Self; 3] = [Self::Text, Self::Articles, Self::Actors];
}

/// Where the parts of the reader are. A part that is not shown has no area.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Screen {
    /// Where the reader is and how far.
    pub header: Area,
    /// The rule below the header.
    pub top_rule: Option<Area>,
    /// The row that names the panes, where one shows at a time.
    pub tabs: Option<Area>,
    /// The rows that say what is wrong.
    pub banner: Option<Area>,
    /// The narrative.
    pub text: Option<Area>,
    /// The articles.
    pub articles: Option<Area>,
    /// The actors.
    pub actors: Option<Area>,
    /// The rules between panes: columns and rows of one.
    pub rules: [Option<Area>; 2],
    /// How much is put away beside the text.
    pub zen: Zen,
    /// Whether there are actors to show; without, their pane gives what it does not need to the articles.
    has_actors: bool,
    /// The rule above the footer.
    pub bottom_rule: Option<Area>,
    /// The keys that apply.
    pub footer: Option<Area>,
    /// Everything between header and footer, but for what is `below`.
    pub body: Area,
    /// Where a list stands that what is above it goes with.
    pub below: Option<Area>,
}

/// The smallest screen that can be read.
pub(crate) const SMALLEST: Size = Size { width: 20, height: 5 };
/// The largest screen that is drawn.
const LARGEST: Size = Size { width: 1000, height: 500 };
/// The widest line of text, in columns.
pub const MEASURE: usize = 76;
/// The widest line of text that stands alone, in columns.
pub(crate) const WIDE_MEASURE: usize = 100;
/// The widest line of a paragraph that is shown alone, to be read from afar, in columns.
pub(crate) const LARGE_MEASURE: usize = 60;
/// The most rows that what is wrong may take.
const HIGHEST_BANNER: u16 = 3;
/// The narrowest line that a reader can ask for, in columns.
pub(crate) const NARROWEST: usize = 36;

/// From this width on there are three columns.
const WIDE: u16 = 130;
/// From this width on there are two.
const TWO: u16 = 80;
/// The rows that the actors pane takes below the articles to say that there are none: that stays so from one
/// paragraph of a section to the next.
const NO_ACTORS: u16 = 3;
/// From this width on something stands beside a text that has the whole screen.
const PARTED: u16 = 100;
/// The most columns for what stands there.
const WIDEST_BESIDE: u16 = 46;

/// A body that a text has, with room for something beside it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parted {
    /// What the text has.
    pub text: Area,
    /// The column between them.
    pub rule: Area,
    /// What stands beside it, without margins.
    pub beside: Area,
}

impl Parted {
    /// How a body is parted, if it is wide enough.
    pub(crate) fn of(body: Area) -> Option<Self> {
        if body.width < PARTED {
            return None;
        }
        let right = (body.width * 3 / 8).min(WIDEST_BESIDE);
        let left = body.width - right - 1;
        Some(Self {
            text: body.columns(body.x, left),
            rule: body.columns(body.x + left, 1),
            beside: side_column(body.columns(body.x + left + 1, right)),
        })
    }
}

impl Size {
    /// Whether it is too small to read on.
    pub(crate) fn too_small(self) -> bool {
        self.width < SMALLEST.width || self.height < SMALLEST.height
    }

    /// The size, or the largest that is drawn: what a terminal says may be anything.
    #[must_use]
    pub(crate) fn bounded(self) -> Self {
        Self { width: self.width.min(LARGEST.width), height: self.height.min(LARGEST.height) }
    }

    /// Whether only one pane shows at a time.
    pub(crate) fn is_narrow(self) -> bool {
        self.width < TWO
    }
}

impl Area {
    /// What is left without `rows` at the top.
    #[must_use]
    pub fn below(self, rows: u16) -> Self {
        let rows = rows.min(self.height);
        Self { y: self.y + rows, height: self.height - rows, ..self }
    }

    fn row(self, y: u16) -> Self {
        Self { y, height: 1, ..self }
    }

    fn columns(self, x: u16, width: u16) -> Self {
        Self { x, width, ..self }
    }

    /// A box of at most `width` by `height` in the middle.
    #[must_use]
    pub(crate) fn centred(self, width: u16, height: u16) -> Self {
        let (width, height) = (width.min(self.width), height.min(self.height));
        Self {
            x: self.x + (self.width - width) / 2,
            y: self.y + (self.height - height) / 2,
            width,
            height,
        }
    }

    /// With `columns` more on the left and on the right, as far as there are any on the left.
    #[must_use]
    pub(crate) fn widened(self, columns: u16) -> Self {
        let left = columns.min(self.x);
        Self { x: self.x - left, width: self.width.saturating_add(left + columns), ..self }
    }

    /// Without its last column, where what stays is drawn beside what scrolls.
    #[must_use]
    pub(crate) fn without_last_column(self) -> Self {
        Self { width: self.width.saturating_sub(1), ..self }
    }

    /// Without `columns` on the left and on the right.
    #[must_use]
    pub(crate) fn margin(self, columns: u16) -> Self {
        Self { x: self.x + columns, width: self.width.saturating_sub(2 * columns), ..self }
    }

    /// Without a frame of one column and one row on every side.
    #[must_use]
    pub fn inside(self) -> Self {
        Self {
            x: self.x + 1,
            y: self.y + 1,
            width: self.width.saturating_sub(2),
            height: self.height.saturating_sub(2),
        }
    }
}

impl Screen {
    /// The parts of a screen of `size`, with the pane `active` in front where only one shows.
    /// Without one there are no panes: what is shown has the whole body. `banner` is how many rows
    /// what is wrong would take.
    pub fn new(
        size: Size,
        active: Option<PaneId>,
        banner: usize,
        zen: Zen,
        has_actors: bool,
    ) -> Self {
        if size.too_small() {
            return Self::default();
        }
        let all = Area { x: 0, y: 0, width: size.width, height: size.height };
        let mut screen = Self { header: all.row(0), zen, has_actors, ..Self::default() };
        let mut rest = all.below(1);
        let roomy = size.height >= 12;
        screen.footer = Some(all.row(size.height - 1));
        rest.height -= 1;
        if roomy {
            screen.bottom_rule = Some(all.row(size.height - 2));
            rest.height -= 1;
        }
        if active.is_some() && size.is_narrow() && zen == Zen::Off && size.height >= 8 {
            screen.tabs = Some(rest.row(rest.y));
            rest = rest.below(1);
        }
        if roomy {
            screen.top_rule = Some(rest.row(rest.y));
            rest = rest.below(1);
        }
        if banner > 0 && size.height >= 6 {
            let most = if roomy { HIGHEST_BANNER } else { 1 };
            let height = u16::try_from(banner).unwrap_or(most).min(most);
            screen.banner = Some(Area { height, ..rest });
            rest = rest.below(height);
        }
        screen.body = rest;
        if let Some(active) = active {
            screen.panes(size, active, zen);
        }
        screen
    }

    /// With the lower half for a list, where there is room for two halves.
    #[must_use]
    pub(crate) fn halved(mut self, size: Size, active: Option<PaneId>) -> Self {
        if size.is_narrow() || self.body.height < 10 {
            return self;
        }
        let below = self.body.height / 2;
        self.body.height -= below;
        self.below = Some(Area { y: self.body.y + self.body.height, height: below, ..self.body });
        if let Some(active) = active {
            self.panes(size, active, self.zen);
        }
        self
    }

    fn panes(&mut self, size: Size, active: PaneId, zen: Zen) {
        let body = self.body;
        if size.is_narrow() || zen != Zen::Off {
            let slot = match active {
                PaneId::Text => &mut self.text,
                PaneId::Articles => &mut self.articles,
                PaneId::Actors => &mut self.actors,
            };
            *slot = Some(body);
            return;
        }
        if size.width < WIDE {
            let right = size.width * 3 / 8;
            let left = size.width - right - 1;
            let column = body.columns(left + 1, right);
            self.text = Some(body.columns(0, left));
            self.rules[0] = Some(body.columns(left, 1));
            let most = if self.has_actors { u16::MAX } else { NO_ACTORS };
            let actors = (column.height * 3 / 8).max(4).min(column.height / 2).min(most);
            let articles = column.height - actors - 1;
            self.articles = Some(Area { height: articles, ..column });
            self.rules[1] = Some(column.row(column.y + articles));
            self.actors = Some(column.below(articles + 1));
            return;
        }
        let left = (size.width / 5).clamp(26, 38);
        let right = (size.width * 3 / 10).clamp(38, 60);
        let middle = size.width - left - right - 2;
        self.actors = Some(body.columns(0, left));
        self.rules[0] = Some(body.columns(left, 1));
        self.text = Some(body.columns(left + 1, middle));
        self.rules[1] = Some(body.columns(left + 1 + middle, 1));
        self.articles = Some(body.columns(left + middle + 2, right));
    }

    /// The whole body as one column of text, for what is shown without panes.
    pub fn column(&self) -> Area {
        text_column(self.body, MEASURE)
    }

    /// The area of a pane.
    pub fn pane(&self, pane: PaneId) -> Option<Area> {
        match pane {
            PaneId::Text => self.text,
            PaneId::Articles => self.articles,
            PaneId::Actors => self.actors,
        }
    }

    /// The row of the rule above an area that begins where all panes do.
    pub(crate) fn rule_above(&self, area: Area) -> Option<u16> {
        self.top_rule.filter(|_| area.y == self.body.y).map(|rule| rule.y)
    }

    /// The row of the rule below an area.
    pub(crate) fn rule_below(&self, area: Area) -> Option<u16> {
        let between = self.rules.iter().flatten().filter(|rule| rule.width > 1);
        let mut rules = self.bottom_rule.iter().chain(between).map(|rule| rule.y);
        rules.find(|y| *y == area.y + area.height)
    }

    /// Where a pane's own text goes: without its title and margins. `measure` is the widest
    /// line that the reader wants, in columns.
    pub fn content(&self, pane: PaneId, measure: usize) -> Option<Area> {
        let area = self.pane(pane)?;
        Some(if pane == PaneId::Text {
            text_column(area, measure)
        } else {
            let title = match area.height {
                _ if self.tabs.is_some() => 0,
                0..=2 => 0,
                3..=14 => 1,
                // A blank row below the title, where there is room for it.
                _ => 2,
            };
            side_column(area.below(title))
        })
    }
}

/// The text column of the narrative, its gutter not included: centred, with margins.
pub(crate) fn text_column(area: Area, measure: usize) -> Area {
    let margin = match area.width {
        0..70 => 2,
        _ => 4,
    };
    let right = margin.min(area.width / 20 + 1);
    let most = u16::try_from(measure).unwrap_or(u16::MAX);
    let width = area.width.saturating_sub(margin + right).clamp(1, most.max(1));
    let spare = area.width.saturating_sub(margin + right + width);
    area.columns(area.x + margin + spare / 2, width)
}

fn side_column(area: Area) -> Area {
    area.columns(area.x + 2, area.width.saturating_sub(3).max(1))
}
