//! How many columns a grapheme cluster takes on a terminal.
//!
//! Terminals disagree. Most add up what each character has, by the C library, by its category, or by
//! a table of their own, which may be years old; some look at the cluster (UAX #29), as Unicode means it. What
//! a text has room for here is the most that any of them takes: then it may leave a blank behind, but
//! nothing is written over it.

use unicode_width::UnicodeWidthChar;

/// Shows the sign before it as a picture, in two columns, on terminals that look at the cluster.
const PICTURE: char = '\u{FE0F}';

/// The most columns that a terminal gives to a grapheme cluster. A control character is not painted.
///
/// unicode-width (UAX #11) is asked about each character, never about the whole: a cluster is narrower than its
/// characters only on terminals that know it.
pub(crate) fn cluster_columns(cluster: &str) -> usize {
    if let [b' '..=b'~'] = cluster.as_bytes() {
        return 1;
    }
    let (mut all, mut last) = (0, 0);
    for c in cluster.chars() {
        if c.is_control() {
            return 0;
        }
        let own = if c == PICTURE && last == 1 { 1 } else { char_columns(c) };
        (all, last) = (all + own, own);
    }
    all
}

/// Whether terminals give a different number of columns to a grapheme cluster, so that nobody knows where the cursor
/// stands behind it: spacing vowel signs, conjuncts, conjoining letters of Hangul, joined pictures, selectors, flags,
/// and what a terminal's table may be too old for.
pub(crate) fn is_disputed(cluster: &str) -> bool {
    if cluster.is_ascii() {
        return false;
    }
    let mut chars = cluster.chars();
    let Some(first) = chars.next() else { return false };
    first.width() != Some(char_columns(first))
        || is_young(first)
        || chars.any(|c| char_columns(c) > 0 || matches!(c, '\u{200D}' | '\u{FE00}'..=PICTURE))
}

/// The most columns that a terminal gives to a character.
fn char_columns(c: char) -> usize {
    if c < '\u{300}' {
        return c.width().unwrap_or(0);
    }
    // A syllable of Hangul needs no look at a table.
    if ('가'..='힣').contains(&c) {
        return 2;
    }
    match c {
        // One by its category, to the C library and to all that ask it (glibc 2.36), where unicode-width has
        // none: spacing marks (Mc) of which Unicode says that they extend a cluster (`Other_Grapheme_Extend`
        // of PropList.txt), and letters and signs that are written before or above others.
        '\u{605}' | '\u{70F}' | '\u{890}' | '\u{891}' | '\u{8E2}' | '\u{9BE}' | '\u{9D7}' | '\u{B3E}'
        | '\u{B57}' | '\u{BBE}' | '\u{BD7}' | '\u{CC0}' | '\u{CC2}' | '\u{CC7}' | '\u{CC8}' | '\u{CCA}'
        | '\u{CCB}' | '\u{CD5}' | '\u{CD6}' | '\u{D3E}' | '\u{D4E}' | '\u{D57}' | '\u{DCF}' | '\u{DDF}'
        | '\u{1715}' | '\u{1734}' | '\u{1B35}' | '\u{1B3B}' | '\u{1B3D}' | '\u{1B43}' | '\u{1B44}'
        | '\u{1BAA}' | '\u{1BF2}' | '\u{1BF3}' | '\u{A8FA}' | '\u{A953}' | '\u{A9C0}'
        | '\u{111C0}' | '\u{111C2}' | '\u{111C3}' | '\u{11235}' | '\u{1133E}' | '\u{1134D}' | '\u{11357}'
        | '\u{113B8}' | '\u{113C2}' | '\u{113C5}' | '\u{113C7}'..='\u{113C9}' | '\u{113CF}' | '\u{113D1}'
        | '\u{114B0}' | '\u{114BD}' | '\u{115AF}' | '\u{116B6}' | '\u{11930}' | '\u{1193D}' | '\u{1193F}'
        | '\u{11941}' | '\u{11A84}'..='\u{11A89}' | '\u{11D46}' | '\u{11F02}' | '\u{11F41}'
        | '\u{1D165}' | '\u{1D166}' | '\u{1D16D}'..='\u{1D172}'
        // Vowels and finals of Hangul that join the letter before: one each by older tables (glibc 2.26).
        | '\u{1160}'..='\u{11FF}' | '\u{D7B0}'..='\u{D7FF}' => 1,
        // Wide by East Asian Width, or ambiguous and wide to glibc; letters of flags, wide as pictures by
        // other tables.
        '\u{302E}' | '\u{302F}' | '\u{3248}'..='\u{324F}' | '\u{16FF0}' | '\u{16FF1}'
        | '\u{1F1E6}'..='\u{1F1FF}' => 2,
        c => c.width().unwrap_or(0),
    }
}

/// Whether `c` is a picture, or was made wide by a later Unicode than a terminal may know.
fn is_young(c: char) -> bool {
    let signs =
        matches!(c, '\u{2300}'..='\u{2BFF}' | '\u{4DC0}'..='\u{4DFF}' | '\u{1D300}'..='\u{1D37F}');
    ('\u{1F000}'..'\u{20000}').contains(&c) || signs && c.width() == Some(2)
}
