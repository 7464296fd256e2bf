//! Tables: in columns where they fit, else a record for each row.

use super::{Desk, block, briefing, markdown, plain, screen};

const BRIDGES: &str = "\
- table:
    caption: Bridges of the town
    columns: [Bridge, Built, What is known]
    align: [left, right, left]
    rows:
      - [Old bridge, 1907, 'Mended by [Ada](actor:ada) *twice*']
      - [Ferry | raft, '', Gone]
    sources: [report]
  evidence: reporting";

#[test]
fn columns_are_as_wide_as_what_stands_in_them() {
    let expected = "\
Bridges of the town
Bridge        Built  What is known
────────────  ─────  ───────────────────
Old bridge     1907  Mended by Ada twice
Ferry | raft         Gone
                                    ● reporting · 1 source";
    assert_eq!(screen(BRIDGES, 62), expected);
}

#[test]
fn cells_wrap_where_the_measure_asks_for_it() {
    let body = "\
- table:
    columns: [Name, Duty]
    rows:
      - [North, To repair what the flood has taken away within a year and a day]
      - [South, Nothing]";
    let expected = "\
Name   Duty
─────  ─────────────────────────────
North  To repair what the flood has
       taken away within a year and
       a day

South  Nothing";
    assert_eq!(screen(body, 40), expected);
}

#[test]
fn a_number_stays_with_what_it_is_of() {
    let body = "\
- table:
    columns: [Wer, Wo]
    rows:
      - ['Wer Gänse hält, meldet sie an, und wer keine hält, der nicht', 'Artikel 12 und Abs. 312']";
    let expected = "\
Wer                 Wo
──────────────────  ──────────
Wer Gänse hält,     Artikel 12
meldet sie an, und  und
wer keine hält,     Abs. 312
der nicht";
    assert_eq!(screen(body, 34), expected);
}

#[test]
fn a_column_with_little_in_it_is_broken_last() {
    let body = "\
- table:
    columns: [조항, 1961년 조약, 2024년 조약]
    rows:
      - [군사 지원, 지체 없이 온갖 수단으로 원조를 제공한다, 양국의 국내법에 따라 모든 수단으로 원조를 제공한다]";
    let expected = "\
조항       1961년 조약    2024년 조약
─────────  ─────────────  ──────────────────
군사 지원  지체 없이      양국의 국내법에
           온갖 수단으로  따라 모든 수단으로
           원조를         원조를 제공한다
           제공한다";
    assert_eq!(screen(body, 48), expected);
}

#[test]
fn a_table_that_does_not_fit_is_a_record_a_row() {
    let body = "\
- table:
    columns: ['', Population, Signatories, Ratification, Reservations]
    rows:
      - [North, '1,200,000', Everybody, Unconditional, '']
      - [South, '900', Nobody, Never, Everything else]";
    let expected = "\
North
Population: 1,200,000
Signatories: Everybody
Ratification: Unconditional

South
Population: 900
Signatories: Nobody
Ratification: Never
Reservations: Everything else";
    assert_eq!(screen(body, 44), expected);
}

#[test]
fn paper_has_the_same_columns() {
    let expected = "\
¶ 1  Bridges of the town
     Bridge        Built  What is known
     ────────────  ─────  ───────────────────
     Old bridge     1907  Mended by Ada twice
     Ferry | raft         Gone
                     ● reporting · source [1]";
    let plain = plain(BRIDGES, 45);
    assert_eq!(plain.split("\n\n").next().unwrap().trim_end(), expected);
}

#[test]
fn markdown_has_a_table_whose_cells_are_no_markup() {
    let expected = "\
¶ 1 · Bridges of the town

| Bridge | Built | What is known |
| --- | ---: | --- |
| Old bridge | 1907 | Mended by Ada _twice_ |
| Ferry \\| raft |  | Gone |

_● reporting · source ";
    let markdown = markdown(BRIDGES);
    assert!(markdown.starts_with(expected), "{markdown}");
}

#[test]
fn json_has_rows_of_texts() {
    let block = block(BRIDGES);
    assert_eq!(block["kind"], "table");
    assert_eq!(block["caption"]["plain"], "Bridges of the town");
    assert_eq!(block["columns"][2]["plain"], "What is known");
    assert_eq!(block["align"].to_string(), r#"["left","right","left"]"#);
    assert_eq!(block["rows"][0][1]["plain"], "1907");
    assert_eq!(block["rows"][0][2]["spans"][1]["target"], "actor:ada");
    assert_eq!(block["rows"][1][1]["plain"], "");
    assert_eq!(block["sources"][0], "source:report");
}

/// The same word stands in many cells; the reader is taken to the one that was found.
#[test]
fn a_search_leads_from_cell_to_cell() {
    let body = "\
- table:
    columns: [Bridge, Held]
    rows: [[Old, yes], [New, 'no'], [Last, yes]]
- text: Words.";
    let mut desk = Desk::read(briefing(body), 60, 20);
    let mut row = |keys: &str| {
        desk.press(keys);
        let screen = desk.screen();
        screen.lines().find(|row| row.contains('▌')).unwrap_or_default().to_owned()
    };
    assert!(row("/ y e s Enter").contains("Old"));
    assert!(row("n").contains("Last"));
    assert!(row("n").contains("Old"));
}

/// Cells can be chosen and followed like any words.
#[test]
fn links_in_cells_are_followed() {
    let mut desk = Desk::read(briefing(BRIDGES), 80, 20);
    let screen = desk.press("Right K").screen();
    assert!(screen.contains("Ada Marsh"), "{screen}");
}

/// The first faults of a table with so many columns and rows.
fn faults(columns: usize, rows: usize) -> Vec<String> {
    let row = vec!["a"; columns].join(", ");
    let rows = format!("\n            - [{row}]").repeat(rows);
    let body = format!("- table:\n          columns: [{row}]\n          rows:{rows}");
    let yaml = format!(
        "format: 1\ntitle: T\nsections:\n  - id: s\n    title: S\n    body:\n      {body}\n"
    );
    let loaded = attache::load::from_files("b", [("briefing.yaml", yaml.as_bytes())]);
    loaded.diagnostics.into_iter().take(1).map(|fault| fault.message).collect()
}

/// What is longer is read as far as it may be, and said to be.
#[test]
fn a_table_has_bounds() {
    let columns = "a table has at most 1000 columns; this one and what follows is left out";
    let cells = "a table has at most 20000 cells; this row and what follows is left out";
    assert!(faults(1000, 19).is_empty());
    assert_eq!(faults(1001, 1), [columns]);
    assert_eq!(faults(1000, 20), [cells]);
    assert!(faults(2, 9999).is_empty());
    assert_eq!(faults(2, 10_000), [cells]);
}
