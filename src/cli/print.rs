//! `attache print`

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use anyhow::bail;

use crate::export::{self, AnnotationList, Audience, Edition, Markdown, Plain, Portion};
use crate::model::{Briefing, SectionIx};
use crate::runtime::Library;
use crate::text::Glyphs;

use super::args::{PrintArgs, PrintFormat, PrintPart};
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
        edition: Edition,
        left: Option<&AnnotationList>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        match self {
            Self::Plain(plain) => export::print(briefing, edition, *plain, left, out),
            Self::Markdown(markdown) => markdown.print(briefing, edition, left, out),
            Self::Json => export::json(briefing, edition, left, out),
        }
    }
}

pub(super) fn run(args: &PrintArgs) -> anyhow::Result<ExitCode> {
    if args.notes && matches!(args.only, Some(PrintPart::Questions | PrintPart::Quiz)) {
        bail!(words::NO_NOTES_WITH_QUESTIONS);
    }
    let library = library::find(args.path.as_deref())?;
    let exporter = match args.format {
        PrintFormat::Plain => Exporter::plain(usize::from(args.width)),
        PrintFormat::Markdown => Exporter::Markdown(Markdown::default()),
        PrintFormat::Json => Exporter::Json,
    };
    let saved = if args.notes { Some(SavedState::open(args.reader.as_ref())?) } else { None };
    let audience = match (args.audience, args.format) {
        (Some(audience), _) => audience.audience(),
        (None, PrintFormat::Json) => Audience::Teacher,
        (None, PrintFormat::Plain | PrintFormat::Markdown) => Audience::Reader,
    };
    let wanted = match (args.section.as_deref(), args.only) {
        (Some(section), _) => Wanted::Section(section),
        (None, Some(part)) => Wanted::Part(part),
        (None, None) => Wanted::Whole,
    };
    print(&library, audience, wanted, exporter, saved.as_ref())
}

/// What is to be printed of each briefing.
#[derive(Clone, Copy)]
pub(super) enum Wanted<'a> {
    Whole,
    /// One section, by its id or its number.
    Section(&'a str),
    Part(PrintPart),
}

impl Wanted<'_> {
    /// Where it is in a briefing, or a sentence that says that it is not there.
    fn of(self, briefing: &Briefing, exporter: &Exporter) -> Result<Portion, String> {
        match self {
            Self::Whole => Ok(Portion::Whole),
            Self::Section(asked) => match find(briefing, asked) {
                Some(at) => Ok(Portion::Section(at)),
                None => Err(no_section(briefing, asked)),
            },
            // In JSON what is not there is an empty list.
            Self::Part(part)
                if matches!(exporter, Exporter::Json) || part.part().is_in(briefing) =>
            {
                Ok(Portion::Part(part.part()))
            }
            Self::Part(part) => Err(words::no_part(part, &briefing.id)),
        }
    }
}

/// Prints every briefing of a library, or one section or part of each that has it; with the notes of
/// a saved state, if there is one.
pub(super) fn print(
    library: &Library,
    audience: Audience,
    wanted: Wanted,
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
        let portion = match wanted.of(briefing, &exporter) {
            Ok(portion) => portion,
            Err(sentence) => {
                lacking.push(sentence);
                continue;
            }
        };
        let kept = saved.map(|saved| saved.kept(source, briefing)).transpose()?;
        let left = kept.as_ref().map(|kept| AnnotationList::notes(briefing, kept));
        exporter.print(briefing, Edition { audience, portion }, left.as_ref(), &mut out)?;
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
