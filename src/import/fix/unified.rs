//! What is changed in a file, as `diff -u` tells it and `patch` takes it.

use std::fmt::Write as _;
use std::ops::Range;

use imara_diff::{Algorithm, Diff, Hunk, InternedInput};

/// How many lines stand around a change.
const AROUND: u32 = 3;

/// The difference between the two texts of the file that is called `name`, in GNU's unified format with three lines
/// around each change.
pub(crate) fn unified_diff(name: &str, before: &str, after: &str) -> String {
    let input = InternedInput::new(before, after);
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_lines(&input);
    let lines = Lines {
        before: before.split_inclusive('\n').collect(),
        after: after.split_inclusive('\n').collect(),
    };
    let mut out = format!("--- {name}\n+++ {name}\n");
    let hunks: Vec<Hunk> = diff.hunks().collect();
    let are_near = |a: &Hunk, b: &Hunk| b.before.start - a.before.end <= 2 * AROUND;
    for together in hunks.chunk_by(are_near) {
        lines.write(&mut out, together);
    }
    out
}

/// The lines of both texts, each with its end.
struct Lines<'t> {
    before: Vec<&'t str>,
    after: Vec<&'t str>,
}

impl Lines<'_> {
    /// Writes changes that are near each other.
    fn write(&self, out: &mut String, hunks: &[Hunk]) {
        let (Some(first), Some(last)) = (hunks.first(), hunks.last()) else { return };
        let above = first.before.start.min(AROUND);
        let length = u32::try_from(self.before.len()).unwrap_or(u32::MAX);
        let below = (length - last.before.end).min(AROUND);
        let before = first.before.start - above..last.before.end + below;
        let after = first.after.start - above..last.after.end + below;
        // A string takes whatever is written to it.
        let _ = writeln!(out, "@@ -{} +{} @@", counted(&before), counted(&after));
        let mut at = before.start;
        for hunk in hunks {
            mark(out, ' ', &self.before, at..hunk.before.start);
            mark(out, '-', &self.before, hunk.before.clone());
            mark(out, '+', &self.after, hunk.after.clone());
            at = hunk.before.end;
        }
        mark(out, ' ', &self.before, at..before.end);
    }
}

/// The first line of some, counted from 1, and how many they are. No lines go by the line before them.
fn counted(lines: &Range<u32>) -> String {
    let count = lines.end - lines.start;
    format!("{},{count}", lines.start + u32::from(count > 0))
}

/// Writes these of the lines with a mark before each.
fn mark(out: &mut String, mark: char, lines: &[&str], these: Range<u32>) {
    for line in lines.get(these.start as usize..these.end as usize).unwrap_or_default() {
        out.push(mark);
        out.push_str(line);
        if !line.ends_with('\n') {
            out.push_str("\n\\ No newline at end of file\n");
        }
    }
}
