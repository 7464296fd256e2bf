//! Reading in plain lines: what is asked, and what is told in answer.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod blocks;
mod law;
mod lists;
mod reading;
mod words;

use std::io::{self, Write};
use std::mem;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};

use attache::app::{App, Options};
use attache::desk::Size;
use attache::runtime::{
    BriefingSource, Dialogue, Library, SessionEvent, StoreClient, StoreOptions, Turn,
};

use crate::common;

/// What is written on, and read by others.
#[derive(Clone, Default)]
struct Paper(Arc<Mutex<Vec<u8>>>);

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A dialogue about briefings of one file each.
struct Talk {
    dialogue: Dialogue<Paper>,
    paper: Paper,
    send: Sender<SessionEvent>,
    events: Receiver<SessionEvent>,
    turn: Option<Turn>,
}

impl Talk {
    fn about(files: &[&'static str]) -> Self {
        Self::begun(files, App::keeping_nothing, |dialogue| dialogue)
    }

    fn begun(
        files: &[&'static str],
        app: impl FnOnce(App) -> App,
        with: impl FnOnce(Dialogue<Paper>) -> Dialogue<Paper>,
    ) -> Self {
        let (send, events) = mpsc::channel();
        let source = |yaml: &&'static str| {
            BriefingSource::Bundled("sample", vec![("briefing.yaml", yaml.as_bytes())])
        };
        let paper = Paper::default();
        let mut dialogue = with(Dialogue::new(
            app(App::new(Size { width: 100, height: 40 }, Options::by_ear())),
            paper.clone(),
            Library::new(files.iter().map(source).collect()),
            StoreClient::new(StoreOptions { file: None, theme: false, keeper: None }, send.clone()),
        ));
        dialogue.start().unwrap();
        Self { dialogue, paper, send, events, turn: None }
    }

    /// What was told since this was asked last.
    fn told(&mut self) -> String {
        String::from_utf8(mem::take(&mut *self.paper.0.lock().unwrap())).unwrap()
    }

    fn hear(&mut self, event: SessionEvent) -> String {
        self.told();
        self.send.send(event).unwrap();
        self.turn = self.dialogue.turn(&self.events).unwrap();
        self.told()
    }

    /// The answer to a line.
    fn ask(&mut self, line: &str) -> String {
        self.hear(SessionEvent::Line(format!("{line}\n")))
    }
}

/// Lines with `|` between them, and the answer to the last one.
#[track_caller]
fn check(lines: &str, expected: &str) {
    let mut talk = Talk::about(&[common::SAMPLE]);
    let answers: Vec<String> = lines.split('|').map(|line| talk.ask(line)).collect();
    assert_eq!(answers.last().unwrap(), expected, "{lines}");
}

const FIRST: &str = "\
Section 1: What the treaty says, 5 paragraphs, 1 note and 1 class question, 1 min
The clauses that matter.
Heading: The signing
Ada Marsh [1] and Ben Holt [2] signed on 3 March [3]. The core is Article 4 [4], whose model is \
Article 1 of 1880 [5]. Nobody had asked the harbour master, who learned of it from the newspaper and \
wrote a long letter about the tide line [6], which the treaty never defines.
treaty text, 2 sources [7]
Articles: Article 4; 1880 treaty, Article 1. Actors: Ada Marsh; Ben Holt.
";
const SECOND: &str = "\
A second paragraph follows. It cites Article 5 [1] and names the port council [2] alone.
analysis, medium confidence
Articles: Article 5. Actors: Port council.
";
const QUOTATION: &str = "\
Quotation: “We shall share the water.”
By Ada Marsh [1], 1 source [2]
Actors: Ada Marsh.
";
/// The first paragraph, with what the reader has written on it.
fn noted(note: &str) -> String {
    let paragraph = FIRST.lines().skip(3).collect::<Vec<_>>();
    let [words, rests_on, beside] = paragraph.try_into().unwrap();
    format!("{words}\n{rests_on}\n{note}\n{beside}\n")
}

const BACK_AT_FIRST: &str = "Back in the text, section 1, paragraph 1: Ada Marsh and Ben Holt signed on 3 \
                             March. The core is ...\n";
