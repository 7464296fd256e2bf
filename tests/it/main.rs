//! The quick lane: every test that takes less than about a second, in one program, so that a changed
//! line is linked once.
//!
//! `cargo test --test it` runs all of it, `cargo test --test it screens` one module, and
//! `cargo test --test it screens::korean` what has that in its name. What takes longer is in
//! `tests/slow`; `cargo test` runs both.
//!
//! All tests of a program share its environment, its working directory and its signals: none may
//! change them. Where one must, it runs this program once more as a child (`common::child`).

#[path = "../common/mod.rs"]
mod common;

mod ahead;
mod anchors;
mod aside;
mod base;
mod blocks;
mod bundled;
mod capabilities;
mod changed_files;
mod changes;
mod class;
mod cli;
mod command_table;
mod config;
mod contrast;
mod copy;
mod counts;
mod cursor;
mod documents;
mod edit_file;
mod editions;
mod export_json;
mod export_markdown;
mod find;
mod forgotten;
mod format_doc;
mod go_to;
mod go_to_law;
mod go_to_numbers;
mod goto;
mod hyperlinks;
mod idle;
mod import;
mod input;
mod keeping;
mod keys;
mod law;
mod law_kept;
mod layers;
mod layouts;
mod linear;
mod link_hints;
mod lists;
mod load_disk;
mod load_emphasis;
mod load_faults;
mod load_fixes;
mod load_foreign;
mod load_hazards;
mod load_parts;
mod load_preview;
mod load_provisions;
mod long_law;
mod long_text;
mod lsp;
mod marks;
mod names;
mod navigation;
mod notes;
mod own_keys;
mod paint;
mod pictures;
mod pins;
mod presenter;
mod reload;
mod remote;
mod repeats;
mod restricted;
mod schema;
mod screens;
mod scroll_areas;
mod scroll_jump;
mod search;
mod slips;
mod store;
mod terminal;
mod text_ascii;
mod text_rich;
mod text_width;
mod text_wrap;
mod text_wrap_laws;
mod trail;
mod views;
mod views_compare;
mod views_compare_elements;
mod views_compare_wordings;
mod views_relations;
mod views_timeline;
mod visual;
mod visual_kept;
