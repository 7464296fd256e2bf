//! `attache notes`

use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::export::{self, AnnotationList, Markdown, Plain};
use crate::model::Briefing;
use crate::runtime::BriefingSource;
use crate::store::{Home, KnownBriefing};
use crate::text::Glyphs;

use super::args::{NotesArgs, PrintFormat};
use super::saved_state::SavedState;
use super::{bundled, library, locale, stderr, words};

pub(super) fn run(args: &NotesArgs) -> anyhow::Result<ExitCode> {
    let saved = SavedState::open(args.reader.as_ref())?;
    let mut printer = NotesPrinter::new(args, BufWriter::new(io::stdout().lock()));
    let code = if args.all {
        all(&saved, &mut printer)?
    } else {
        of_path(args.path.as_deref(), &saved, &mut printer)?
    };
    printer.out.flush()?;
    Ok(code)
}

/// What was left in the briefings under a path.
fn of_path(
    path: Option<&Path>,
    saved: &SavedState,
    printer: &mut NotesPrinter<impl Write>,
) -> anyhow::Result<ExitCode> {
    let library = match library::find(path) {
        Ok(library) => library,
        Err(error) => {
            let known = path.map(|path| saved.at(&Home::at(path))).transpose()?.flatten();
            let Some(known) = known else { return Err(error) };
            unread(&known, saved, printer)?;
            stderr::say(&error.to_string());
            return Ok(ExitCode::FAILURE);
        }
    };
    let mut code = ExitCode::SUCCESS;
    for (source, loaded) in library.read_all() {
        if let Some(briefing) = &loaded.briefing {
            let kept = saved.kept(source, briefing)?;
            printer.print(briefing, &AnnotationList::all(briefing, &kept))?;
            continue;
        }
        code = ExitCode::FAILURE;
        if let Some(known) = saved.at(&source.home(""))? {
            unread(&known, saved, printer)?;
        }
        stderr::tell_unreadable(&loaded);
    }
    Ok(code)
}

/// What was left in every briefing.
fn all(saved: &SavedState, printer: &mut NotesPrinter<impl Write>) -> anyhow::Result<ExitCode> {
    let mut any = false;
    for known in saved.known()?.iter().filter(|known| known.has_any()) {
        any = true;
        match read(known) {
            Some(briefing) => {
                let kept = saved.kept_under(&known.key)?;
                let left = AnnotationList::all(&briefing, &kept);
                printer.print(&briefing, &left.at(words::home(known), true))?;
            }
            None => unread(known, saved, printer)?,
        }
    }
    if !any {
        stderr::say(words::NOTHING_LEFT_ANYWHERE);
    }
    Ok(ExitCode::SUCCESS)
}

/// The briefing as it is at its home now, if it can be read there.
fn read(known: &KnownBriefing) -> Option<Briefing> {
    let is_it = |bundled: &BriefingSource| match &known.home {
        Some(home) => *home == bundled.home("").name(),
        None => bundled.home("") == Home::Bundled(known.id.clone()),
    };
    let source = match &known.path {
        Some(path) => BriefingSource::Path(path.clone()),
        None => bundled::sources().find(is_it)?,
    };
    source.read().briefing
}

/// What was left in a briefing that cannot be read.
fn unread(
    known: &KnownBriefing,
    saved: &SavedState,
    printer: &mut NotesPrinter<impl Write>,
) -> anyhow::Result<()> {
    let briefing =
        Briefing { id: known.id.clone(), title: known.name().to_owned(), ..Briefing::default() };
    let kept = saved.kept_under(&known.key)?;
    let left = AnnotationList::all(&briefing, &kept);
    Ok(printer.print(&briefing, &left.at(words::home(known), false))?)
}

/// Prints what was left as it was asked for.
struct NotesPrinter<W> {
    format: PrintFormat,
    plain: Plain,
    markdown: Markdown,
    out: W,
}

impl<W: Write> NotesPrinter<W> {
    fn new(args: &NotesArgs, out: W) -> Self {
        let glyphs = if locale::is_utf8() { &Glyphs::UNICODE } else { &Glyphs::ASCII };
        let plain = Plain { width: usize::from(args.width), glyphs };
        Self { format: args.format, plain, markdown: Markdown::default(), out }
    }

    fn print(&mut self, briefing: &Briefing, left: &AnnotationList) -> io::Result<()> {
        match self.format {
            PrintFormat::Plain => {
                export::print_annotations(briefing, left, self.plain, &mut self.out)
            }
            PrintFormat::Markdown => self.markdown.print_annotations(briefing, left, &mut self.out),
            PrintFormat::Json => export::json_annotations(briefing, left, &mut self.out),
        }
    }
}
