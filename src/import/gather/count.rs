//! How many words blocks have.

use super::super::document::DocumentBlock;

/// How many words `blocks` have, as [`text_words`] counts them.
pub(in crate::import) fn words(blocks: &[DocumentBlock]) -> usize {
    let mut all = 0;
    for block in blocks {
        block.each_text(&mut |text| all += text_words(text));
    }
    all
}

/// How many words a text has: what stands between white space and has a letter or a digit.
pub(in crate::import) fn text_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
