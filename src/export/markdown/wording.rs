//! The wording of a law: quoted, a paragraph for each provision, with its mark as it is written.
//!
//! A list would count anew, and put bullets before marks. What stands in a provision is quoted once more in
//! place of an indent.

use std::sync::Arc;

use crate::export::words as said;
use crate::model::{ArticleIx, ProvisionAddress, Target, Wording};

use super::{Page, strong};

/// So many quotations stand in each other at most: what stands deeper is told by its marks.
const DEEPEST: usize = 6;

impl Page<'_> {
    /// The wording of an article below its label. A provision that something links to has its anchor.
    pub(super) fn wording(&mut self, of: ArticleIx, wording: &Wording) {
        if wording.text.is_empty() {
            return;
        }
        self.block(&strong(&said::label(said::WORDING)));
        let mut quoted = String::new();
        let mut above = 0;
        for (provision, way) in wording.provisions().iter().zip(wording.addresses()) {
            let words = self.text(&wording.text.part(&provision.range));
            if words.is_empty() {
                continue;
            }
            let own = way.is_own.then(|| ProvisionAddress::new(of, Arc::clone(&way.steps)));
            let anchor = own.map(|at| self.anchor(Target::Provision(at))).unwrap_or_default();
            let words = format!("{anchor}{words}");
            let deep = (provision.level + 1).min(DEEPEST);
            if !quoted.is_empty() {
                quoted.push_str("> ".repeat(deep.min(above)).trim_end());
                quoted.push('\n');
            }
            for line in words.lines() {
                quoted.push_str(&"> ".repeat(deep));
                quoted.push_str(line);
                quoted.push('\n');
            }
            above = deep;
        }
        self.block(quoted.trim_end());
    }
}
