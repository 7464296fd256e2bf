//! Quotation marks in words that are quoted themselves.

use std::borrow::Cow;

/// `words` as they stand between double marks: the double ones in them are single, whichever the language of the
/// words has (`„so“` is `‚so‘`), and single ones within those double. Words without double marks stay as they are.
pub(super) fn nested(words: &str) -> Cow<'_, str> {
    if !words.contains(['“', '”', '„', '"']) {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len());
    // What closes the single marks that were opened: an apostrophe closes none.
    let mut closes = None;
    let mut rest = words.chars().peekable();
    while let Some(c) = rest.next() {
        let ends = || !rest.clone().next().is_some_and(char::is_alphanumeric);
        out.push(match c {
            '“' => '‘',
            '”' => '’',
            '„' => '‚',
            '"' => '\'',
            '‘' | '’' if closes == Some(c) && ends() => {
                closes = None;
                if c == '‘' { '“' } else { '”' }
            }
            '‘' => {
                closes = Some('’');
                '“'
            }
            '‚' => {
                closes = Some('‘');
                '„'
            }
            other => other,
        });
    }
    Cow::Owned(out)
}
