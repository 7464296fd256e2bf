//! `attache print`

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use crate::export::{self, AnnotationList, Markdown, Plain};
use crate::model::{Briefing, SectionIx};
use crate::runtime::Library;
use crate::text::Glyphs;

use super::args::{PrintArgs, PrintFormat};
use super::saved_state::SavedState;
use super::{library, locale, stderr, words};

/// What a briefing is printed as.
pub(super) enum Exporter {
    Plain(Plain),
    Markdown(Markdown),
    Json,
}

impl Exporter {
    /// Plain text with lines of `width` columns at most, in the characters of the locale.
    pub(super) fn plain(width: usize) -> Self {
        let glyphs = if locale::is_utf8() { &Glyphs::UNICODE } else { &Glyphs::ASCII };
        Self::Plain(Plain { width, glyphs })
    }

    fn print(
        &mut self,
        briefing: &Briefing,
        only: Option<SectionIx>,
        left: Option<&AnnotationList>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        match self {
            Self::Plain(plain) => export::print(briefing, only, *plain, left, out),
            Self::Markdown(markdown) => markdown.print(briefing, only, left, out),
            Self::Json => export::json(briefing, only, left, out),
        }
    }
}

pub(super) fn run(args: &PrintArgs) -> anyhow::Result<ExitCode> {
    let library = library::find(args.path.as_deref())?;
    let exporter = match args.format {
        PrintFormat::Plain => Exporter::plain(usize::from(args.width)),
        PrintFormat::Markdown => Exporter::Markdown(Markdown::default()),
        PrintFormat::Json => Exporter::Json,
    };
    let saved = if args.notes { Some(SavedState::open()?) } else { None };
    print(&library, args.section.as_deref(), exporter, saved.as_ref())
}

/// Prints every briefing of a library, or one section of each that has it; with the notes of a saved state,
/// if there is one.
pub(super) fn print(
    library: &Library,
    section: Option<&str>,
    mut exporter: Exporter,
    saved: Option<&SavedState>,
) -> anyhow::Result<ExitCode> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut code = ExitCode::SUCCESS;
    let mut any = false;
    let mut lacking = Vec::new();
    for (source, loaded) in library.read_all() {
        let Some(briefing) = &loaded.briefing else {
            code = ExitCode::FAILURE;
            stderr::tell_unreadable(&loaded);
            continue;
        };
        let only = section.map(|asked| (asked, find(briefing, asked)));
        if let Some((id, None)) = only {
            lacking.push(no_section(briefing, id));
            continue;
        }
        let only = only.and_then(|(_, at)| at);
        let kept = saved.map(|saved| saved.kept(source, briefing)).transpose()?;
        let left = kept.as_ref().map(|kept| AnnotationList::notes(briefing, kept));
        exporter.print(briefing, only, left.as_ref(), &mut out)?;
        any = true;
        if crate::diagnostic::is_faulty(&loaded.diagnostics) {
            code = ExitCode::FAILURE;
            stderr::say(&words::printed_with_faults(&briefing.id));
        }
    }
    out.flush()?;
    if !any && !lacking.is_empty() {
        code = ExitCode::FAILURE;
        for sentence in &lacking {
            stderr::say(sentence);
        }
    }
    Ok(code)
}

/// A section by its id, or else by the number that it is printed with.
fn find(briefing: &Briefing, asked: &str) -> Option<SectionIx> {
    briefing.find_section(asked).or_else(|| {
        let at = asked.parse::<usize>().ok()?.checked_sub(1)?;
        (at < briefing.sections.len()).then(|| SectionIx::new(at))
    })
}

/// A sentence with the sections that there are.
fn no_section(briefing: &Briefing, id: &str) -> String {
    let ids: Vec<&str> = briefing.sections.iter().map(|section| section.id.as_str()).collect();
    words::no_section(id, &briefing.id, &ids)
}
