//! The code of a class: a few plain words, said aloud and typed by all.

use subtle::ConstantTimeEq as _;

/// How many words a code has that is made: of 256 each, 32 bits, tried a few times a second at most.
const WORDS: usize = 4;
/// The longest code, in bytes.
const LONGEST: usize = 128;

/// What all must type who come in without a key. Capitals and how words are parted count for nothing.
#[derive(Clone)]
pub(crate) struct Code {
    words: String,
}

impl Code {
    /// The code that a host has chosen; none if there is nothing in it, or more than anybody types.
    pub(crate) fn chosen(words: &str) -> Option<Self> {
        let words = plain(words);
        (!words.is_empty() && words.len() <= LONGEST).then_some(Self { words })
    }

    /// A code that nobody guesses.
    ///
    /// # Errors
    /// The system has no randomness.
    pub(super) fn made() -> Result<Self, getrandom::Error> {
        let mut random = [0; WORDS];
        getrandom::fill(&mut random)?;
        let words = random.iter().filter_map(|byte| PLAIN_WORDS.get(usize::from(*byte)));
        Ok(Self { words: words.copied().collect::<Vec<_>>().join(" ") })
    }

    /// It, to be shown.
    pub(super) fn words(&self) -> &str {
        &self.words
    }

    /// Whether somebody has said it. How long this takes tells nothing of how much of it was right.
    pub(super) fn is(&self, said: &str) -> bool {
        let said = plain(said.get(..said.len().min(2 * LONGEST)).unwrap_or_default());
        let same = padded(&self.words).ct_eq(&padded(&said));
        let as_long = self.words.len().ct_eq(&said.len());
        (same & as_long).into()
    }
}

/// In small letters, with one space between words.
fn plain(words: &str) -> String {
    let is_between = |letter: char| letter.is_whitespace() || letter == '-';
    let parts = words.split(is_between).filter(|part| !part.is_empty());
    parts.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

fn padded(words: &str) -> [u8; LONGEST] {
    let mut bytes = [0; LONGEST];
    bytes.iter_mut().zip(words.bytes()).for_each(|(place, byte)| *place = byte);
    bytes
}

/// Short, easily told apart, and easily spelt.
#[rustfmt::skip]
const PLAIN_WORDS: [&str; 256] = [
    "acorn", "almond", "amber", "anchor", "apple", "apron", "arrow", "aspen", "autumn", "bacon",
    "badge", "baker", "bamboo", "banjo", "barley", "basil", "basket", "beach", "beacon", "beaver",
    "bell", "bench", "berry", "birch", "bison", "blanket", "blossom", "boat", "bonfire", "bottle",
    "bread", "breeze", "brick", "bridge", "broom", "bucket", "buffalo", "butter", "button", "cabin",
    "cactus", "camel", "candle", "canoe", "canyon", "carpet", "carrot", "castle", "cedar", "cellar",
    "chalk", "cherry", "chestnut", "chimney", "cinnamon", "cliff", "clock", "cloud", "clover",
    "coal", "cobalt", "coconut", "comet", "copper", "coral", "corner", "cotton", "cradle", "crane",
    "cricket", "crown", "crystal", "curtain", "daisy", "dawn", "desert", "diamond", "dolphin",
    "donkey", "door", "dragon", "drum", "duck", "dune", "eagle", "ember", "engine", "falcon",
    "farmer", "feather", "fern", "fiddle", "field", "finch", "flag", "flint", "flower", "flute",
    "forest", "fountain", "fox", "garden", "garlic", "ginger", "glacier", "glove", "goat", "goose",
    "granite", "grape", "guitar", "hammer", "harbor", "harp", "harvest", "hazel", "heron", "hill",
    "honey", "horse", "house", "island", "ivory", "jacket", "jasmine", "jewel", "juniper", "kettle",
    "kitchen", "kite", "ladder", "lake", "lamp", "lantern", "laurel", "lava", "leather", "lemon",
    "letter", "lilac", "lime", "linen", "lion", "lobster", "magnet", "mango", "maple", "marble",
    "market", "meadow", "melon", "mirror", "mist", "moon", "moss", "mountain", "mustard", "nectar",
    "needle", "nest", "night", "nutmeg", "oak", "oasis", "ocean", "olive", "onion", "orange",
    "orchard", "otter", "owl", "oyster", "paddle", "palm", "panda", "paper", "parrot", "peach",
    "pear", "pebble", "pencil", "pepper", "piano", "pigeon", "pillow", "pine", "planet", "plum",
    "pocket", "pond", "poplar", "poppy", "potato", "prairie", "pumpkin", "quartz", "quilt",
    "rabbit", "radish", "rain", "raven", "reef", "ribbon", "rice", "river", "robin", "rocket",
    "rope", "rose", "saddle", "saffron", "sail", "salmon", "salt", "sand", "sapphire", "shell",
    "shovel", "silk", "silver", "snow", "spice", "spider", "spoon", "spring", "spruce", "stable",
    "star", "stone", "storm", "sugar", "summer", "swan", "table", "teapot", "thunder", "tiger",
    "tomato", "tower", "train", "tulip", "tunnel", "turtle", "valley", "velvet", "village",
    "violet", "walnut", "water", "whale", "wheat", "willow", "window", "winter", "wolf", "zebra",
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_code_is_known_however_it_is_typed() {
        let code = Code::chosen("  Blue-Heron reads\tSlowly ").unwrap();
        let check = |said: &str, expected: bool| assert_eq!(code.is(said), expected, "{said:?}");
        check("blue heron reads slowly", true);
        check("BLUE HERON READS SLOWLY\n", true);
        check("blue-heron-reads-slowly", true);
        check("blue heron reads slow", false);
        check("blue heron reads slowly.", false);
        check("blueheronreadsslowly", false);
        check("", false);
        check(&"blue heron reads slowly ".repeat(10_000), false);
        check(&"김".repeat(1_000), false);
    }

    #[test]
    fn nothing_is_no_code() {
        for words in ["", " ", " - ", &"a".repeat(LONGEST + 1)] {
            assert!(Code::chosen(words).is_none(), "{words:?}");
        }
    }

    #[test]
    fn a_code_that_is_made_has_four_plain_words() {
        let (one, two) = (Code::made().unwrap(), Code::made().unwrap());
        assert_eq!(one.words().split(' ').count(), WORDS);
        assert!(one.is(one.words()) && !one.is(two.words()));
        let all: BTreeSet<&str> = PLAIN_WORDS.into_iter().collect();
        assert_eq!(all.len(), PLAIN_WORDS.len());
        assert!(all.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_lowercase())));
    }
}
