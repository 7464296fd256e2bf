//! The table of layers in ARCHITECTURE.md.

/// What every layer may use.
pub(super) const BASE: &str = "base";

/// A row of the table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Layer {
    /// The folder below `src/`.
    pub(super) name: String,
    /// The folders that it may use besides its own and `base`.
    pub(super) may_use: Vec<String>,
}

/// The rows of the table, from top to bottom.
pub(super) fn layers(document: &str) -> Vec<Layer> {
    let (_, table) = document.split_once("| folder | is | may use |").unwrap();
    let (_, rows) = table.trim_start().split_once('\n').unwrap();
    let rows = rows.lines().take_while(|line| line.starts_with('|'));
    let cells = |row: &str| row.trim_matches('|').split('|').map(str::to_owned).collect();
    let rows: Vec<Vec<String>> = rows.map(cells).collect();
    let name = |row: &Vec<String>| quoted(&row[0]).remove(0).trim_end_matches('/').to_owned();
    let all: Vec<String> = rows.iter().map(name).collect();
    let layer = |row: &Vec<String>| Layer { name: name(row), may_use: may_use(&row[2], &all) };
    rows.iter().map(layer).collect()
}

/// `all`, `all but` some of them, `nothing`, or some of them.
fn may_use(cell: &str, all: &[String]) -> Vec<String> {
    let named = quoted(cell);
    match cell.trim() {
        "nothing" => Vec::new(),
        cell if cell.starts_with("all") => {
            all.iter().filter(|layer| !named.contains(layer)).cloned().collect()
        }
        _ => named,
    }
}

/// What stands between backquotes.
fn quoted(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}
