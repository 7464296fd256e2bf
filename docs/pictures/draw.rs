//! Draws the pictures of the README: real screens of the bundled briefing, and of the one that the
//! tutorial leads to, as SVG files beside this one. Run it after a change that is seen: `cargo run --example pictures`.

mod svg;

use std::fs;
use std::path::Path;

use anyhow::{Context as _, anyhow, ensure};
use attache::app::{App, Msg, Options, Reader};
use attache::desk::Size;
use attache::import::{ImportInput, ImportOptions, import};
use attache::runtime::{BriefingSource, Library};
use attache::theme::{Depth, Name, Theme};
use attache::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use svg::Page;

/// One picture.
struct Shot {
    file: &'static str,
    /// What is seen, for those who cannot see the picture.
    title: &'static str,
    size: (u16, u16),
    theme: Name,
    /// The paragraph to read on to; none to stay at the first.
    paragraph: &'static str,
    /// The keys to press there.
    keys: &'static str,
}

const SHOTS: &[Shot] = &[
    Shot {
        file: "reader.svg",
        title: "The text on the left; on the right the articles and actors of the paragraph in focus",
        size: (120, 34),
        theme: Name::Dark,
        paragraph: "article-four",
        keys: "",
    },
    Shot {
        file: "wide.svg",
        title: "Three columns on a wide screen, light: actors, text, articles",
        size: (150, 40),
        theme: Name::Light,
        paragraph: "article-four",
        keys: "",
    },
    Shot {
        file: "narrow.svg",
        title: "One pane at a time on a narrow screen",
        size: (60, 20),
        theme: Name::Dark,
        paragraph: "article-four",
        keys: "Right",
    },
    Shot {
        file: "cited-by.svg",
        title: "The card of Article 4, with who cites it",
        size: (110, 44),
        theme: Name::Dark,
        paragraph: "article-four",
        keys: "Right r",
    },
    Shot {
        file: "help.svg",
        title: "Every key, with what it does",
        size: (100, 60),
        theme: Name::Dark,
        paragraph: "article-four",
        keys: "?",
    },
    Shot {
        file: "mono.svg",
        title: "The same on 80 columns by 24 rows without colours",
        size: (80, 24),
        theme: Name::Mono,
        paragraph: "article-four",
        keys: "Right",
    },
    Shot {
        file: "peek.svg",
        title: "What a term means, without leaving the paragraph",
        size: (100, 30),
        theme: Name::Dark,
        paragraph: "article-four",
        keys: "Right Right Right Right Right K",
    },
    Shot {
        file: "title.svg",
        title: "The title page: what the briefing is, its sections, and the views of it",
        size: (100, 36),
        theme: Name::Dark,
        paragraph: "article-four",
        keys: "i",
    },
    Shot {
        file: "compare.svg",
        title: "Article 4 beside all the clauses that it is compared with",
        size: (176, 42),
        theme: Name::Dark,
        paragraph: "article-four",
        keys: "c",
    },
    Shot {
        file: "instrument.svg",
        title: "A treaty read through: Article 4 in short, and who cites it",
        size: (120, 34),
        theme: Name::Dark,
        paragraph: "article-four",
        keys: "I",
    },
    Shot {
        file: "timeline.svg",
        title: "What came when, with what lies between",
        size: (100, 34),
        theme: Name::Light,
        paragraph: "article-four",
        keys: "t",
    },
    Shot {
        file: "matrix.svg",
        title: "Who stands in which article",
        size: (120, 30),
        theme: Name::Dark,
        paragraph: "article-four",
        keys: "x j j l",
    },
    Shot {
        file: "relations.svg",
        title: "States and persons, and in what spirit they stand to each other",
        size: (150, 42),
        theme: Name::Dark,
        paragraph: "article-four",
        keys: "w v",
    },
    Shot {
        file: "lens.svg",
        title: "Only the paragraphs on Article 4 stand, the others are folded",
        size: (110, 32),
        theme: Name::Dark,
        paragraph: "article-four",
        keys: "Right L",
    },
    Shot {
        file: "evidence.svg",
        title: "What the paragraphs of a section rest on",
        size: (90, 32),
        theme: Name::Light,
        paragraph: "article-four",
        keys: "e",
    },
    Shot {
        file: "quiz.svg",
        title: "A question of the quiz, answered",
        size: (80, 24),
        theme: Name::Dark,
        paragraph: "article-four",
        keys: "Q v j Enter",
    },
    Shot {
        file: "presenter.svg",
        title: "One paragraph at a time, for a projector",
        size: (100, 28),
        theme: Name::Light,
        paragraph: "article-four",
        keys: "z z",
    },
    Shot {
        file: "search.svg",
        title: "All matches of a search, with the place of one of them in view",
        size: (110, 36),
        theme: Name::Dark,
        paragraph: "article-four",
        keys: "/ a l l i a n c e Tab j j",
    },
    Shot {
        file: "notes.svg",
        title: "A highlighted sentence, and a note below its paragraph",
        size: (100, 30),
        theme: Name::Light,
        paragraph: "article-four",
        keys: "M a A s k Space t h e Space c l a s s : Space w h o Space d e c i d e s ? Enter",
    },
];

/// What docs/writing.md leads to.
const WRITTEN: Shot = Shot {
    file: "written.svg",
    title: "An article and a treaty that were imported: the text, what it cites and who acts",
    size: (110, 30),
    theme: Name::Dark,
    paragraph: "",
    keys: "",
};

fn main() -> anyhow::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pond = tempfile::tempdir()?;
    write_briefing(&fs::read_to_string(root.join("docs/writing.md"))?, pond.path())?;
    let written = (&WRITTEN, pond.path().join("pond"));
    let bundled = SHOTS.iter().map(|shot| (shot, root.join("briefings/russia-dprk-treaty")));
    for (shot, briefing) in bundled.chain([written]) {
        let buffer = shot.take(&briefing)?;
        let picture = svg::svg(&buffer, shot.title, shot.page());
        let file = root.join("docs/pictures").join(shot.file);
        fs::write(&file, picture).with_context(|| file.display().to_string())?;
    }
    Ok(())
}

impl Shot {
    /// Reads on to the paragraph, presses the keys, and answers with the screen.
    fn take(&self, briefing: &Path) -> anyhow::Result<Buffer> {
        let (width, height) = self.size;
        let mut app = App::new(Size { width, height }, Options::new(true));
        let mut library = Library::new(vec![BriefingSource::Path(briefing.to_owned())]);
        app.update(Msg::Opened(library.open(0)?));
        press(&mut app, "Esc")?;
        let is_there =
            |reader: &Reader| self.paragraph.is_empty() || focus(reader) == Some(self.paragraph);
        while app.reader().is_some_and(|reader| !is_there(reader)) {
            let before = app.reader().and_then(Reader::focus);
            press(&mut app, "}")?;
            let after = app.reader().and_then(Reader::focus);
            ensure!(before != after, "{}: there is no {}", self.file, self.paragraph);
        }
        press(&mut app, self.keys)?;
        let theme = Theme::new(self.theme, Depth::True, true);
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        ui::view(&app, &theme, &mut buffer);
        Ok(buffer)
    }

    fn page(&self) -> Page {
        let (ink, paper) = match self.theme {
            Name::Dark => ([0xd8, 0xdd, 0xe3], [0x12, 0x16, 0x1c]),
            Name::Light => ([0x1f, 0x23, 0x28], [0xff, 0xff, 0xff]),
            Name::Mono => ([0xd0, 0xd0, 0xd0], [0x0c, 0x0c, 0x0c]),
        };
        Page { ink, paper }
    }
}

/// Does in `folder` what the tutorial says: saves its files, imports the first two, and saves over what came of them.
fn write_briefing(tutorial: &str, folder: &Path) -> anyhow::Result<()> {
    let mut inputs = Vec::new();
    for (before, block) in tutorial.split("\n```\n").filter_map(|part| part.split_once("`:\n\n```"))
    {
        let (_, name) = before.rsplit_once('`').context("a name")?;
        let (_, text) = block.split_once('\n').context("a text")?;
        if let Some(name) = name.strip_prefix("pond/") {
            fs::write(folder.join("pond").join(name), format!("{text}\n"))?;
            continue;
        }
        inputs.push(ImportInput { name: name.to_owned(), bytes: format!("{text}\n").into_bytes() });
        if inputs.len() == 2 {
            let imported =
                import(&inputs, ImportOptions::default()).map_err(|error| anyhow!("{error}"))?;
            for (path, text) in imported.files {
                let path = folder.join("pond").join(path);
                fs::create_dir_all(path.parent().unwrap_or(folder))?;
                fs::write(path, text)?;
            }
        }
    }
    Ok(())
}

/// Presses keys, separated by blanks.
fn press(app: &mut App, keys: &str) -> anyhow::Result<()> {
    for name in keys.split_whitespace() {
        let key = name.parse().context("a key of the picture")?;
        app.update(Msg::Key(key));
    }
    Ok(())
}

/// The id of the paragraph in focus.
fn focus(reader: &Reader) -> Option<&str> {
    reader.focus().map(|at| reader.briefing().block(at).id.as_str())
}
