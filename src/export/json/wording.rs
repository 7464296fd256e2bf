//! The wording of a law: a text like any, and the tree of its provisions.

use std::sync::Arc;

use crate::model::{ArticleIx, ProvisionAddress, Target, Wording};

use super::Document;
use super::node::{Node, Object, list};

impl Document<'_> {
    /// The wording of an article. What in it can be referred to has its reference.
    pub(super) fn wording(self, of: ArticleIx, wording: &Wording) -> Node {
        // What stands in each provision, entered at its parent; those that stand in none, at the end.
        let provisions = wording.provisions();
        let mut inside: Vec<Vec<Object>> = Vec::new();
        inside.resize_with(provisions.len() + 1, Vec::new);
        // From the last to the first: what stands in a provision comes behind it.
        let ways = wording.addresses();
        for ((at, provision), way) in provisions.iter().enumerate().zip(ways).rev() {
            let mut points = inside.get_mut(at).map(std::mem::take).unwrap_or_default();
            points.reverse();
            let words = wording.text.part(&(provision.words..provision.range.end));
            let own = way.is_own.then(|| ProvisionAddress::new(of, Arc::clone(&way.steps)));
            let own = own.map(|address| self.reference(&Target::Provision(address)));
            let object = Object::default()
                .maybe("ref", own)
                .maybe("mark", provision.mark.as_ref())
                .and(self.text_object(&words))
                .with("points", list(points));
            if let Some(beside) = inside.get_mut(provision.parent.unwrap_or(provisions.len())) {
                beside.push(object);
            }
        }
        let mut outermost = inside.pop().unwrap_or_default();
        outermost.reverse();
        self.text_object(&wording.text).with("provisions", list(outermost)).into()
    }
}
