//! Why something cannot be imported, as a sentence with a place and a remedy.

/// Why the bytes of one file are no document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// There are no words in it.
    #[error(
        "there are no words in it; if its text is a picture, have it read by a program for that (OCR)"
    )]
    Empty,
    /// It is of no kind that is read.
    #[error("it is no text, HTML, DOCX or EPUB; save it as one of them")]
    UnknownKind,
    /// It is in Rich Text Format.
    #[error("it is in Rich Text Format (RTF), which is not read; save it as DOCX")]
    RichText,
    /// It is a file of ISO/IEC 26300, such as an ODT.
    #[error("it is an OpenDocument file, such as ODT, which is not read; save it as DOCX")]
    OpenDocument,
    /// It is text in an encoding that is not read.
    #[error("its text is not in UTF-8; save it as UTF-8")]
    Encoding,
    /// It has more of something than is read.
    #[error("it has more than {most} {of}; divide it, or save it as plain text")]
    TooMuch {
        /// What of: `levels of elements`, `bytes in one tag`.
        of: &'static str,
        /// How many may be.
        most: usize,
    },
    /// It is encrypted, or protected against copying.
    #[error("it is encrypted or protected against copying; save it without a password")]
    Locked,
    /// It is not what its name or its beginning says.
    #[error("it is a damaged {kind}: {why}; save it once more, in the program that made it")]
    Damaged {
        /// What it says that it is: `DOCX`, `EPUB`.
        kind: &'static str,
        /// What is wrong, in a clause.
        why: String,
    },
}

/// Why files do not become a briefing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// There is no file.
    #[error("there is nothing to import; name a file")]
    Nothing,
    /// One of the files cannot be read.
    #[error("{name}: {why}")]
    Unread {
        /// The file.
        name: String,
        /// Why.
        why: ReadError,
    },
    /// The files are too large together.
    #[error("the files have more than {most} MB together; import some of them at a time")]
    TooLarge {
        /// How many megabytes they may have.
        most: usize,
    },
    /// More sections would come of them than a briefing may have.
    #[error(
        "{found} sections would come of it, and a briefing has {most} at most; import a part of it at a time"
    )]
    TooManySections {
        /// How many would.
        found: usize,
        /// How many may be.
        most: usize,
    },
    /// What was written would have faults: the import is wrong, and nothing is written.
    #[error(
        "{name}: what would be written has a fault that is none of yours ({fault}); please report it"
    )]
    Faulty {
        /// The first file.
        name: String,
        /// The first fault.
        fault: String,
    },
}
