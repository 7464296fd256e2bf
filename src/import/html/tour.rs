//! The way through a tree, element by element, with no recursion: a page may nest as deep as it likes.

use dom_query::NodeRef;

/// One step on the way.
#[derive(Clone, Copy)]
pub(super) enum Step<'a> {
    /// A node begins.
    Enter(NodeRef<'a>),
    /// All that is in the node is behind.
    Leave(NodeRef<'a>),
}

/// The way through a node and all that is in it, in the order in which it is written.
pub(super) struct Tour<'a> {
    root: NodeRef<'a>,
    last: Option<Step<'a>>,
    skip: bool,
}

impl<'a> Tour<'a> {
    /// The way through `root`, which is entered first and left last.
    pub(super) fn of(root: NodeRef<'a>) -> Self {
        Self { root, last: None, skip: false }
    }

    /// Passes over what is in the node that was entered last: it is left next.
    pub(super) fn pass_over(&mut self) {
        self.skip = true;
    }

    fn after(&self, last: Step<'a>, skip: bool) -> Option<Step<'a>> {
        match last {
            Step::Enter(node) => {
                let child = if skip { None } else { node.first_child() };
                Some(child.map_or(Step::Leave(node), Step::Enter))
            }
            Step::Leave(node) if node.id == self.root.id => None,
            Step::Leave(node) => match node.next_sibling() {
                Some(sibling) => Some(Step::Enter(sibling)),
                None => node.parent().map(Step::Leave),
            },
        }
    }
}

impl<'a> Iterator for Tour<'a> {
    type Item = Step<'a>;

    fn next(&mut self) -> Option<Step<'a>> {
        let skip = std::mem::take(&mut self.skip);
        self.last = match self.last {
            None => Some(Step::Enter(self.root)),
            Some(last) => Some(self.after(last, skip)?),
        };
        self.last
    }
}
