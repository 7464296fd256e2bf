//! How bad the faults of a briefing are together.

use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, Severity};

/// Rules whose breaking keeps a file from being read.
const UNREAD: [&str; 4] = ["syntax", "encoding", "budget", "unreadable"];
/// Rules whose breaking keeps what stands below a key from being read.
const UNSEEN: [&str; 5] = ["unknown-key", "missing-key", "repeated-key", "block", "type"];
/// What no fix may bring about.
const NEVER: [&str; 3] = ["repeated-key", "duplicate", "syntax"];

/// The faults, counted.
pub(super) struct Score {
    /// What keeps more hidden comes first.
    tiers: [usize; 5],
    /// How many bytes lie behind the faults of files that are no YAML, taken from all that there may be: what
    /// is mended may bring the next fault to light.
    reached: usize,
    rules: HashMap<&'static str, usize>,
}

impl Score {
    pub(super) fn of(found: &[Diagnostic]) -> Self {
        let mut score = Self { tiers: [0; 5], reached: 0, rules: HashMap::new() };
        for one in found {
            let tier = match one.severity {
                Severity::Error if UNREAD.contains(&one.rule) => 0,
                Severity::Error if UNSEEN.contains(&one.rule) => 1,
                Severity::Error => 2,
                Severity::Warning => 3,
                Severity::Hint => 4,
            };
            if let Some(count) = score.tiers.get_mut(tier) {
                *count += 1;
            }
            if tier == 0 {
                score.reached += one.at.span.map_or(0, |span| span.start);
            }
            *score.rules.entry(one.rule).or_default() += 1;
        }
        score
    }

    /// Whether it is better than another one. What was hidden before may be faulty; else nothing may be worse.
    pub(super) fn is_better_than(&self, before: &Self) -> bool {
        let count = |score: &Self, rule: &str| score.rules.get(rule).copied().unwrap_or_default();
        let [unread, unseen, ..] = self.tiers;
        let [unread_before, unseen_before, ..] = before.tiers;
        if unread == unread_before && unread > 0 && self.reached > before.reached {
            return true;
        }
        if unread < unread_before {
            return true;
        }
        if NEVER.iter().any(|rule| count(self, rule) > count(before, rule)) {
            return false;
        }
        let has_come_to_light = unseen < unseen_before;
        let is_worse = self.rules.keys().any(|rule| count(self, rule) > count(before, rule));
        self.tiers < before.tiers && (has_come_to_light || !is_worse)
    }
}
