//! What words around a name say of whether it is somebody's: it does what only somebody does.

/// What only somebody does, in English.
const ACTS: &str = "\
|accused|adds|added|admitted|adopted|agreed|agrees|announced|announces|apologised|apologized|argued|argues|attacked\
|believed|believes|bought|came|campaigned|claimed|claims|complained|condemned|criticised|criticized|decided|declared\
|demanded|denied|denies|died|disagreed|fears|fled|fought|hopes|hoped|insisted|insists|invaded|joined|knew|knows|learned\
|leads|led|left|lied|lives|lived|lost|met|negotiated|objected|opposed|opposes|pledged|promised|proposed|protested\
|ratified|recalled|refused|refuses|replied|resigned|ruled|said|saw|says|shall|signed|sold|spoke|sued|tells|testified\
|thanked|thinks|thought|threatened|told|urged|urges|voted|vowed|wanted|wants|warned|warns|went|withdrew|won|wrote|";
/// What stands between a name and what it does.
const BETWEEN: &str = "|also|had|has|have|later|never|now|once|soon|then|will|would|";
/// What stands before somebody's name and hardly before anything else's.
const BEFORE: &str = "|met|said|says|told|according to|whom|";
/// What stands before one of many.
const ONE_OF_MANY: &str = "|a|an|any|another|each|every|per|";

/// Whether somebody's name stands before the words `behind`.
pub(super) fn acts(behind: [&str; 2]) -> bool {
    let [first, second] = behind;
    is_in(ACTS, first) || (is_in(BETWEEN, first) && is_in(ACTS, second))
}

/// Whether somebody's name stands behind the words `before`.
pub(super) fn is_met(before: [&str; 2]) -> bool {
    let [first, last] = before;
    is_in(BEFORE, last) || is_in(BEFORE, &format!("{first} {last}"))
}

/// Whether what stands behind the word `before` is one of many, and nobody.
pub(super) fn is_one_of_many(before: &str) -> bool {
    is_in(ONE_OF_MANY, before)
}

fn is_in(words: &str, word: &str) -> bool {
    !word.is_empty() && words.contains(&format!("|{word}|"))
}
