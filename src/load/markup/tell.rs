//! What is said of what looks like markup.

use std::ops::Range;

use crate::base::cut;
use crate::load::lowering::Lowering;
use crate::load::reference;
use crate::load::sentences::{self, Lookalike};
use crate::load::yaml::{YamlNode, backslash};

/// Warns of what looks like markup in `value`.
pub(super) fn tell(
    cx: &mut Lowering<'_>,
    node: &YamlNode<'_>,
    value: &str,
    found: Vec<(Range<usize>, Lookalike)>,
) {
    let backslash = backslash(&cx.file.text, node.range());
    for (at, what) in found {
        let near = match &what {
            Lookalike::DoubleBrackets(words) => {
                reference::named(cx, words.split('|').next().unwrap_or(words))
            }
            Lookalike::Reference(words, label) => {
                reference::named(cx, label).or_else(|| reference::named(cx, words))
            }
            _ => None,
        };
        let written = cut(value, at.clone());
        let fault = sentences::lookalike(written, &what, near.as_deref(), backslash);
        let fault = fault.meant(escaped(written, &what, near.as_deref(), backslash).as_deref());
        cx.fault_in(node, at, fault);
    }
}

/// What looks like markup, written so that it is what it shows as, or the link that it should be; `None` if that
/// is not certain.
fn escaped(written: &str, what: &Lookalike, near: Option<&str>, backslash: &str) -> Option<String> {
    let before = |mark: &str| Some(written.replace(mark, &format!("{backslash}{mark}")));
    match what {
        Lookalike::Table => before("|"),
        Lookalike::Struck => before("~"),
        Lookalike::Footnote => before("["),
        Lookalike::DoubleBrackets(_) | Lookalike::Reference(..) if near.is_none() => before("["),
        Lookalike::WideLink(link) => Some(link.clone()),
        Lookalike::DoubleBrackets(_) | Lookalike::Reference(..) | Lookalike::BareAddress(_) => None,
    }
}
