//! How something read before, with what it has lost set off.

use crate::model::Target;
use crate::model::kept::said;

use super::differ::{Words, set_off, shared};
use super::{Element, Rich, Role, Sheet, Typesetting};

impl Typesetting<'_> {
    /// The `former` words of a paragraph, an article or an event, and in them what it says no longer.
    pub(crate) fn former(&self, target: &Target, former: &str) -> Sheet {
        let now = said(self.briefing, target);
        let (before, now) = (Words::of(former), Words::of(&now));
        let (kept, _) = shared(&before, &now);
        let rich = Rich::new(former.trim_end(), Role::Body);
        let mut sheet = Sheet::default();
        sheet.push(Element::new(set_off(&rich, &before.own(&kept), self.glyphs.lacking)));
        sheet
    }
}
