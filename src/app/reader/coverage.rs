//! What was read: what has been on the screen for long enough.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::kept::Kept;
use crate::model::{ArticleIx, Block, BlockIx, Briefing, SectionIx, Target, Text};

/// The longest stay without a key that counts as reading, in seconds: who stays longer is away.
const LONGEST_STAY: i64 = 60;
/// The shortest time that anything takes to read, in seconds.
const LEAST: i64 = 1;
/// Words that are read in two minutes: who is twice as quick as most has read it still.
const WORDS_IN_TWO_MINUTES: usize = 2 * 220;

/// The paragraphs and articles that were read, and how long the others have been on the screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Coverage {
    blocks: BTreeSet<BlockIx>,
    articles: BTreeSet<ArticleIx>,
    watched: BTreeMap<Target, Watch>,
}

/// Nothing was read.
pub(super) static NOTHING: Coverage =
    Coverage { blocks: BTreeSet::new(), articles: BTreeSet::new(), watched: BTreeMap::new() };

/// Something on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) struct InView {
    /// A paragraph or an article.
    pub target: Target,
    /// Whether its last line is seen.
    pub to_end: bool,
}

/// How long something has been on the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Watch {
    seconds: i64,
    /// Whether its last line was seen.
    to_end: bool,
}

impl Coverage {
    /// What was read in an earlier session, as far as it is still there.
    pub(super) fn of(briefing: &Briefing, kept: &Kept) -> Self {
        let mut coverage = Self::default();
        if kept.read.is_empty() {
            return coverage;
        }
        let was_read = |target: &Target| kept.read.contains(&address(briefing, target));
        for (at, block) in briefing.blocks() {
            if block.is_numbered() && was_read(&Target::Block(at)) {
                coverage.blocks.insert(at);
            }
        }
        let articles = briefing.articles().map(|(at, _)| at);
        coverage.articles.extend(articles.filter(|at| was_read(&Target::Article(*at))));
        coverage
    }

    /// Adds what was read in an earlier session.
    pub(super) fn add(&mut self, earlier: Self) {
        self.blocks.extend(earlier.blocks);
        self.articles.extend(earlier.articles);
    }

    /// Goes on with how long the paragraphs of a section have been on the screen, which is the only one of
    /// `part`, and there perhaps at another place.
    pub(super) fn go_on_from(&mut self, part: &Self, section: SectionIx) {
        let watched = part.watched.iter().filter_map(|(target, watch)| match target {
            Target::Block(at) => Some((Target::Block(BlockIx::new(section, at.get())), *watch)),
            _ => None,
        });
        self.watched.extend(watched);
    }

    /// The paragraphs that were read.
    pub(crate) fn blocks(&self) -> &BTreeSet<BlockIx> {
        &self.blocks
    }

    /// The articles that were read.
    pub(crate) fn articles(&self) -> &BTreeSet<ArticleIx> {
        &self.articles
    }

    /// How many paragraphs of a section were read.
    pub(crate) fn in_section(&self, at: SectionIx) -> usize {
        let from = BlockIx::new(at, 0)..BlockIx::new(SectionIx::new(at.get() + 1), 0);
        self.blocks.range(from).count()
    }

    /// Whether all paragraphs under a heading were read; false if there is none.
    pub(in crate::app) fn under_heading(&self, briefing: &Briefing, heading: BlockIx) -> bool {
        let blocks = &briefing.section(heading.section).blocks;
        let below = blocks.iter().enumerate().skip(heading.get() + 1);
        let below = below.take_while(|(_, block)| !block.is_heading());
        let mut numbered = below.filter(|(_, block)| block.is_numbered()).peekable();
        numbered.peek().is_some()
            && numbered.all(|(n, _)| self.blocks.contains(&BlockIx::new(heading.section, n)))
    }

    /// Lets what was in view have been there for so many seconds more. Answers with what is read
    /// by now, and was not.
    pub(super) fn watch(
        &mut self,
        briefing: &Briefing,
        in_view: Vec<InView>,
        seconds: i64,
    ) -> Vec<Target> {
        let seconds = seconds.clamp(0, LONGEST_STAY);
        let mut read = Vec::new();
        for InView { target, to_end } in in_view {
            let Some(words) = words(briefing, &target).filter(|_| !self.has(&target)) else {
                continue;
            };
            let watch = self.watched.entry(target.clone()).or_default();
            watch.seconds += seconds;
            watch.to_end |= to_end;
            if watch.to_end && watch.seconds >= needed(words) {
                self.watched.remove(&target);
                self.insert(&target);
                read.push(target);
            }
        }
        read
    }

    fn has(&self, target: &Target) -> bool {
        match target {
            Target::Block(at) => self.blocks.contains(at),
            Target::Article(at) => self.articles.contains(at),
            _ => false,
        }
    }

    fn insert(&mut self, target: &Target) {
        match target {
            Target::Block(at) => _ = self.blocks.insert(*at),
            Target::Article(at) => _ = self.articles.insert(*at),
            _ => {}
        }
    }
}

/// How long so many words must be on the screen to have been read, in seconds.
fn needed(words: usize) -> i64 {
    let seconds = (words * 60).div_ceil(WORDS_IN_TWO_MINUTES);
    i64::try_from(seconds).unwrap_or(i64::MAX).max(LEAST)
}

/// How many words something has; `None` for what is never told to be read.
fn words(briefing: &Briefing, target: &Target) -> Option<usize> {
    match target {
        Target::Block(at) => {
            Some(briefing.block(*at)).filter(|block| block.is_numbered()).map(Block::words)
        }
        Target::Article(at) => Some(briefing.article(*at).texts().map(Text::words).sum()),
        _ => None,
    }
}

/// What a paragraph or an article is kept as: `section/block`, `article:instrument/number`.
pub(super) fn address(briefing: &Briefing, target: &Target) -> String {
    let reference = briefing.reference(target);
    reference.strip_prefix("section:").map(str::to_owned).unwrap_or(reference)
}
