//! Sections.

use super::block::{self, Here};
use crate::load::format::{SectionYaml, Yaml};
use crate::load::lint::{ActorNames, Mentions};
use crate::load::lowering::Lowering;
use crate::load::sentences;
use crate::load::yaml::YamlNode;
use crate::model::Section;

/// A section. One that stands `inline` says its id itself; `stem` is that of one in a file.
pub(super) fn lower(
    cx: &mut Lowering<'_>,
    node: YamlNode<'_>,
    inline: bool,
    at: usize,
    stem: &str,
    names: &ActorNames,
) -> Option<Section> {
    let entries = cx.entries(node, SectionYaml::mapping(), inline)?;
    let SectionYaml { id, title, summary, mut body } = entries.fields();
    let id = id.take(cx).unwrap_or_else(|| stem.to_owned());
    let title = title.take(cx).unwrap_or_else(|| id.clone());
    let summary = summary.take(cx);
    let body = match body.node(cx) {
        Some(node) if node.is_empty_list() => {
            cx.fault(node.range(), sentences::empty_body(body.key.name));
            Vec::new()
        }
        Some(node) => cx.items(node, body.subject()),
        None => Vec::new(),
    };
    let mut mentions = Mentions::new(names);
    let mut here = Here { section: at, id: &id, number: 0 };
    let mut blocks = Vec::with_capacity(body.len());
    for node in body {
        blocks.extend(block::lower(cx, node, &mut here, &mut mentions));
    }
    blocks.shrink_to_fit();
    mentions.report(cx);
    Some(Section { id, title, summary, blocks })
}
