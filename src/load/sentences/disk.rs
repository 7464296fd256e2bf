//! Of paths, files and folders.

use crate::load::fault::Fault;
use crate::load::foreign::Foreign;
use crate::load::rule::{NO_BRIEFING, TOO_LARGE, UNKNOWN_FILE, UNREADABLE};

/// What a path must be.
const A_BRIEFING: &str =
    "give the path of a briefing: a YAML file, or a folder with a briefing.yaml in it";

pub(in crate::load) fn nothing_there() -> Fault {
    Fault::new(&NO_BRIEFING, "there is nothing at this path", A_BRIEFING)
}

pub(in crate::load) fn neither_file_nor_folder() -> Fault {
    Fault::new(&NO_BRIEFING, "this is neither a file nor a folder", A_BRIEFING)
}

/// What to do with something else than a briefing.
const WRITE_ONE: &str = "write a briefing of what is in it: a YAML file that begins with `format: 1` and \
     `title: ...`; docs/format.md, which comes with attache, says how";

/// The same for what can be imported.
const IMPORT_IT: &str = "make one of it: attache import FILE -o FOLDER";

/// A file is something else than a briefing.
pub(in crate::load) fn no_briefing_but(kind: Foreign) -> Fault {
    let message = match kind {
        Foreign::Pdf => "this is a PDF document, not a briefing",
        Foreign::Epub => "this is an EPUB book, not a briefing",
        Foreign::EBook => "this is an e-book, not a briefing",
        Foreign::Word => "this is a Word document (DOCX), not a briefing",
        Foreign::OpenDocument => "this is an OpenDocument file, not a briefing",
        Foreign::Office => "this is an Office document, not a briefing",
        Foreign::RichText => "this is a document in Rich Text Format, not a briefing",
        Foreign::Html => "this is an HTML page, not a briefing",
        Foreign::Xml => "this is an XML document, not a briefing",
        Foreign::Latex => "this is a LaTeX document, not a briefing",
        Foreign::Markdown => "this is Markdown, not a briefing",
        Foreign::Prose => "this is plain text, not a briefing",
        Foreign::Picture => "this is a picture, not a briefing",
        Foreign::Archive => "this is a compressed archive, not a briefing",
        Foreign::Binary => "this is no text, so it is no briefing",
    };
    let remedy = match kind {
        Foreign::Markdown | Foreign::Prose | Foreign::Html | Foreign::Word | Foreign::Epub => {
            IMPORT_IT
        }
        _ => WRITE_ONE,
    };
    Fault::new(&NO_BRIEFING, message, remedy)
}

pub(in crate::load) fn no_manifest() -> Fault {
    let message = "the folder has no briefing.yaml, so it is no briefing";
    Fault::new(&NO_BRIEFING, message, A_BRIEFING)
}

/// A folder without a briefing, which may be named as if it were a file.
pub(in crate::load) fn no_briefing_inside(is_named: bool) -> Fault {
    let message = if is_named {
        "this is a folder, whatever its name ends in, and there is no briefing in it"
    } else {
        "there is no briefing in this folder"
    };
    Fault::new(&NO_BRIEFING, message, A_BRIEFING)
}

/// A briefing.yaml in other capitals, or with another end.
pub(in crate::load) fn misnamed_manifest() -> Fault {
    let message =
        "a briefing with files for its parts begins in briefing.yaml, small letters and all";
    Fault::new(&NO_BRIEFING, message, "rename it to briefing.yaml")
}

/// A folder of sections in other capitals, or in the singular.
pub(in crate::load) fn misnamed_sections() -> Fault {
    let message = "sections are read from a folder called sections, and from no other";
    Fault::new(&UNKNOWN_FILE, message, "rename the folder to sections")
}

/// A folder that cannot be looked into for briefings, and why in the system's words.
pub(in crate::load) fn closed_folder(why: &str) -> Fault {
    Fault::new(&NO_BRIEFING, format!("it cannot be read: {why}"), A_BRIEFING)
}

pub(in crate::load) fn unreadable_path(why: &str) -> Fault {
    unreadable(why, "check the path and its permissions")
}

pub(in crate::load) fn unreadable_file(why: &str) -> Fault {
    unreadable(why, "check its permissions")
}

pub(in crate::load) fn unreadable_folder(why: &str) -> Fault {
    unreadable(why, "check the permissions of the folder")
}

pub(in crate::load) fn unreadable_link(why: &str) -> Fault {
    unreadable(why, "check where it links to, or remove it")
}

fn unreadable(why: &str, help: &str) -> Fault {
    Fault::new(&UNREADABLE, format!("it cannot be read: {why}"), help)
}

/// A file that was there when the briefing was read before.
pub(in crate::load) fn gone_file() -> Fault {
    Fault::new(&UNREADABLE, "the file is gone", "put it back, or open the briefing anew without it")
}

pub(in crate::load) fn link_outside() -> Fault {
    let message = "it links to a file outside the briefing's folder";
    let help = "put the file itself there: a briefing can only read its own folder";
    Fault::new(&UNREADABLE, message, help)
}

pub(in crate::load) fn sections_no_folder() -> Fault {
    let message = "this must be a folder, one file for each section";
    Fault::new(&UNREADABLE, message, "make a folder of it, with the sections in it")
}

pub(in crate::load) fn folder_for_file() -> Fault {
    no_file("this must be a file, and it is a folder")
}

pub(in crate::load) fn device_for_file() -> Fault {
    no_file("this must be a file, and it is a device, a pipe or a socket")
}

fn no_file(message: &str) -> Fault {
    Fault::new(&UNREADABLE, message, "put a YAML file in its place, or remove it")
}

pub(in crate::load) fn crowded_folder(most: usize) -> Fault {
    let message = format!("of more than {most} entries the others are not looked at");
    Fault::new(&TOO_LARGE, message, "move what is no briefing elsewhere")
}

pub(in crate::load) fn too_many_sections(count: usize, most: usize) -> Fault {
    let message = format!("{count} section files are more than {most}");
    Fault::new(&TOO_LARGE, message, "make two briefings of it")
}

pub(in crate::load) fn briefing_too_large(bytes: u64) -> Fault {
    let message = format!("with this file the briefing has more than {} MiB", bytes >> 20);
    Fault::new(&TOO_LARGE, message, "make it shorter, or make two briefings of it")
}
