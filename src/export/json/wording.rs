//! The wording of a law: a text like any, and the tree of its provisions.

use crate::model::Wording;

use super::Document;
use super::node::{Node, Object, list};

impl Document<'_> {
    pub(super) fn wording(self, wording: &Wording) -> Node {
        // What stands in each provision, entered at its parent; those that stand in none, at the end.
        let provisions = wording.provisions();
        let mut inside: Vec<Vec<Object>> = Vec::new();
        inside.resize_with(provisions.len() + 1, Vec::new);
        // From the last to the first: what stands in a provision comes behind it.
        for (at, provision) in provisions.iter().enumerate().rev() {
            let mut points = inside.get_mut(at).map(std::mem::take).unwrap_or_default();
            points.reverse();
            let words = wording.text.part(&(provision.words..provision.range.end));
            let object = Object::default()
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
