//! What leads out of a file: addresses of the outside world, and the files of sections.

use std::path::Path;
use std::str::FromStr as _;

use lsp_types::{DocumentLink, DocumentLinkParams, Uri};

use super::view::View;
use crate::load::{Referent, Standing};

pub(super) fn of_file(view: &View<'_>, params: &DocumentLinkParams) -> Option<Vec<DocumentLink>> {
    let here = view.file(&params.text_document.uri)?;
    let named = here.file.occurrences().iter().filter(|one| one.standing != Standing::Defined);
    let links = named.filter_map(|one| {
        let (target, at) = match &one.referent {
            Referent::Web(address) => (Uri::from_str(address).ok()?, &one.at),
            Referent::Entity { scheme: "section", id } if one.whole == one.address => {
                let file = here.briefing.section_file(id);
                let file = file.filter(|file| file.name() != here.file.name())?;
                (view.uri(Path::new(file.name()))?, &one.at)
            }
            _ => return None,
        };
        let range = here.lines.range(at);
        Some(DocumentLink { range, target: Some(target), tooltip: None, data: None })
    });
    Some(links.collect())
}
