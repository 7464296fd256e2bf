//! Tables.

use crate::load::format::{Field, TableYaml};
use crate::load::lint::Mentions;
use crate::load::lowering::Lowering;
use crate::load::sentences::{self, Subject};
use crate::load::shown::is_table;
use crate::load::yaml::{YamlNode, YamlValue};
use crate::model::{Align, CitedSource, Table, Text};

/// The most cells that a table is read to: a screenful of it is laid out with all the others.
const CELLS: usize = 20_000;
/// The most columns that it is read to.
const COLUMNS: usize = 1000;

/// A table, and what it rests on; nothing if it has no rows.
pub(super) fn lower(
    cx: &mut Lowering<'_>,
    mut field: Field<'_, TableYaml<'static>>,
    mentions: &mut Mentions<'_>,
) -> Option<(Table, Vec<CitedSource>)> {
    let node = field.node(cx)?;
    let shown = is_table(&node);
    let TableYaml { caption, columns, align, rows, sources } = cx.mapping(node)?;
    let caption = caption.take_and(cx, |cx, node, text| mentions.read(cx, node, text));
    let key = columns.key.name;
    let mut columns = columns.filled(cx);
    if let Some(first) = columns.get(COLUMNS) {
        cx.fault(first.range(), sentences::too_many_columns(COLUMNS));
        columns.truncate(COLUMNS);
    }
    let columns = row(cx, columns, key, mentions);
    let given = align.node.as_ref().map(YamlNode::range);
    let mut align: Vec<Align> = align.take(cx);
    if let Some(at) = given.filter(|_| !align.is_empty() && align.len() != columns.len()) {
        cx.fault(at, sentences::align_of_others(align.len(), columns.len()));
    }
    let key = rows.key.name;
    let mut widest = columns.len();
    let mut table = Table { caption, columns, ..Table::default() };
    for node in rows.filled(cx) {
        let at = node.range();
        if !matches!(node.value, YamlValue::List(_)) {
            cx.items(node, Subject::ItemOf(key));
            continue;
        }
        let items = cx.items(node, Subject::ItemOf(key));
        widest = widest.max(items.len());
        // The head is a row too, and all are as long as the longest.
        if (table.rows.len() + 2).saturating_mul(widest) > CELLS {
            cx.fault(at, sentences::too_many_cells(CELLS));
            break;
        }
        if items.len() != table.columns.len() && !table.columns.is_empty() {
            cx.fault(at, sentences::row_of_others(items.len(), table.columns.len()));
        }
        let row = row(cx, items, key, mentions);
        table.rows.push(row);
    }
    // Each row has as many cells as the others, whatever was written: none is lost.
    let rows = table.rows.iter().map(Vec::len);
    let widest = rows.fold(table.columns.len(), usize::max);
    table.columns.resize_with(widest, Text::default);
    table.rows.iter_mut().for_each(|row| row.resize_with(widest, Text::default));
    align.resize(widest, Align::default());
    table.align = align;
    let sources = sources.take(cx);
    shown.then_some((table, sources))
}

/// The cells of a row.
fn row(
    cx: &mut Lowering<'_>,
    cells: Vec<YamlNode<'_>>,
    key: &'static str,
    mentions: &mut Mentions<'_>,
) -> Vec<Text> {
    let cells = cells.into_iter().map(|node| {
        let Some(text) = cx.cell(&node, Subject::ItemOf(key)) else { return Text::default() };
        mentions.read(cx, &node, &text);
        text
    });
    cells.collect()
}
