//! `attache notes`

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use crate::export::{self, AnnotationList, Markdown, Plain};
use crate::text::Glyphs;

use super::args::{NotesArgs, PrintFormat};
use super::saved_state::SavedState;
use super::{library, locale, stderr};

pub(super) fn run(args: &NotesArgs) -> anyhow::Result<ExitCode> {
    let library = library::find(args.path.as_deref())?;
    let saved = SavedState::open()?;
    let glyphs = if locale::is_utf8() { &Glyphs::UNICODE } else { &Glyphs::ASCII };
    let plain = Plain { width: usize::from(args.width), glyphs };
    let mut markdown = Markdown::default();
    let mut out = BufWriter::new(io::stdout().lock());
    let mut code = ExitCode::SUCCESS;
    for loaded in library.read_all() {
        let Some(briefing) = &loaded.briefing else {
            code = ExitCode::FAILURE;
            stderr::tell_unreadable(&loaded);
            continue;
        };
        let kept = saved.kept(&briefing.id)?;
        let left = AnnotationList::all(briefing, &kept);
        match args.format {
            PrintFormat::Plain => export::print_annotations(briefing, &left, plain, &mut out)?,
            PrintFormat::Markdown => markdown.print_annotations(briefing, &left, &mut out)?,
            PrintFormat::Json => export::json_annotations(briefing, &left, &mut out)?,
        }
    }
    out.flush()?;
    Ok(code)
}
