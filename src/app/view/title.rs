//! The title page.

use crate::app::Item;

use super::Scene;

/// The title page's items.
pub(super) fn items(scene: &Scene) -> Vec<Item> {
    let _ = scene;
    Vec::new()
}
