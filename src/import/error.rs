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
    #[error(transparent)]
    TooMuch(#[from] TooMuch),
    /// It is encrypted, or protected against copying.
    #[error("it is encrypted or protected against copying; save it without a password")]
    Locked,
    /// It is not what its name or its beginning says.
    #[error(transparent)]
    Damaged(#[from] Damage),
}

/// What a file has too much of; each variant has how much may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TooMuch {
    /// Bytes of the file, in MB.
    #[error("it has more than {most} MB; divide it, or save it as plain text")]
    File {
        /// How many MB.
        most: usize,
    },
    /// Bytes of a DOCX or an EPUB, pictures and all, in MB.
    #[error("it has more than {most} MB, with its pictures; save it without them")]
    Packed {
        /// How many MB.
        most: usize,
    },
    /// Bytes of text in a DOCX or an EPUB, in MB.
    #[error("there are more than {most} MB of text in it; divide it, or save it as plain text")]
    Text {
        /// How many MB.
        most: usize,
    },
    /// Elements of a page.
    #[error("it has more than {most} elements; divide it, or save it as plain text")]
    Elements {
        /// How many.
        most: usize,
    },
    /// Elements within each other.
    #[error("its elements stand in each other more than {most} deep; save it as plain text")]
    Levels {
        /// How deep.
        most: usize,
    },
    /// Elements that marks go on in, which are not closed.
    #[error(
        "marks such as <b> are not closed in it and go on in more than {most} elements; save it as plain text"
    )]
    OpenMarks {
        /// In how many.
        most: usize,
    },
    /// Attributes of a tag.
    #[error("one of its tags has more than {most} attributes; save it as plain text")]
    Attributes {
        /// How many.
        most: usize,
    },
    /// Bytes of a tag, in KB.
    #[error("one of its tags has more than {most} KB; save it as plain text")]
    Tag {
        /// How many KB.
        most: usize,
    },
    /// Chapters of a book.
    #[error("it has more than {most} chapters; divide it, or save it as plain text")]
    Chapters {
        /// How many.
        most: usize,
    },
}

/// What is wrong with a file that says by its beginning that it is a `kind`: `DOCX`, `EPUB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// It is cut off, or was never a ZIP.
    #[error(
        "it is a damaged {kind}: it is no whole ZIP; save it once more, in the program that made it"
    )]
    NoZip {
        /// What it says that it is.
        kind: &'static str,
    },
    /// The ZIP says that a part is there, and it is not.
    #[error(
        "it is a damaged {kind}: a part of it cannot be found; save it once more, in the program that made it"
    )]
    PartNotFound {
        /// What it says that it is.
        kind: &'static str,
    },
    /// A part is there and does not unpack.
    #[error(
        "it is a damaged {kind}: a part of it cannot be unpacked; save it once more, in the program that made it"
    )]
    PartNotUnpacked {
        /// What it says that it is.
        kind: &'static str,
    },
    /// A part is in an encoding that it does not say.
    #[error(
        "it is a damaged {kind}: a part of it is not in UTF-8; save it once more, in the program that made it"
    )]
    Encoding {
        /// What it says that it is.
        kind: &'static str,
    },
    /// A part is not XML.
    #[error(
        "it is a damaged {kind}: a part of it is no XML; save it once more, in the program that made it"
    )]
    NoXml {
        /// What it says that it is.
        kind: &'static str,
    },
    /// A book lists a chapter that it does not have.
    #[error(
        "it is a damaged EPUB: a chapter is missing; save it once more, in the program that made it"
    )]
    ChapterMissing,
    /// A book does not say what it consists of.
    #[error(
        "it is a damaged EPUB: it does not say what it consists of; save it once more, in the program that made it"
    )]
    NoPackage,
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
        /// How many MB they may have.
        most: usize,
    },
    /// More would be written than a briefing may have.
    #[error(
        "a briefing has {most} MB of text at most, and this would have more; import a part of it at a time"
    )]
    TooMuchText {
        /// How many MB a briefing may have.
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
