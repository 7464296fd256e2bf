//! Of tables.

use crate::base::count;
use crate::load::fault::Fault;
use crate::load::rule::{TOO_LARGE, VALUE};

/// A row with more or fewer cells than there are columns.
pub(in crate::load) fn row_of_others(cells: usize, columns: usize) -> Fault {
    let there = if columns == 1 { "there is" } else { "there are" };
    let message =
        format!("this row has {}, and {there} {}", count(cells, "cell"), count(columns, "column"));
    let help = if cells < columns {
        "write the missing ones; one with nothing to say is \"\""
    } else {
        "name the columns that are missing, or put a cell that has a comma in it in quotes"
    };
    Fault::new(&VALUE, message, help)
}

/// A list of where cells stand that is no longer or shorter than that of the columns.
pub(in crate::load) fn align_of_others(words: usize, columns: usize) -> Fault {
    let there = if columns == 1 { "there is" } else { "there are" };
    let message =
        format!("`align` has {}, and {there} {}", count(words, "word"), count(columns, "column"));
    Fault::new(&VALUE, message, "write left, right or centre for each column")
}

/// A table of which no more columns are read.
pub(in crate::load) fn too_many_columns(most: usize) -> Fault {
    let message =
        format!("a table has at most {most} columns; this one and what follows is left out");
    Fault::new(&TOO_LARGE, message, "make several tables of it, or turn rows and columns about")
}

/// A table of which no more rows are read.
pub(in crate::load) fn too_many_cells(most: usize) -> Fault {
    let message =
        format!("a table has at most {most} cells; this row and what follows is left out");
    Fault::new(&TOO_LARGE, message, "make several tables of it, or say in words what it shows")
}
