//! What languages are called, and the editions of a briefing that are in them.

/// Of what a briefing is an edition, by its id or its title, and in which language it is itself, a BCP 47 tag.
pub(crate) fn edition_of(tag: &str, of: &str) -> String {
    format!("{} edition of {of}", edition(tag))
}

/// Of a briefing, another edition of it.
pub(crate) fn also_in(tag: &str, title: &str) -> String {
    format!("{} edition: {title}", edition(tag))
}

/// An edition by its language.
fn edition(tag: &str) -> String {
    let primary = tag.split('-').next().unwrap_or_default();
    language_name(primary).map_or_else(|| format!("“{tag}”"), str::to_owned)
}

/// Why the words of two wordings are not compared: they are in different languages, given by their tags.
pub(in crate::text) fn in_two_languages(one: &str, other: &str) -> String {
    let (one, other) = (language(one), language(other));
    format!("in {one} and in {other}, so no words are marked")
}

/// A language by its tag, the primary subtag of BCP 47.
fn language(tag: &str) -> String {
    language_name(tag).map_or_else(|| format!("the language “{tag}”"), str::to_owned)
}

/// The name of a language, if its primary subtag has one here.
fn language_name(tag: &str) -> Option<&'static str> {
    Some(match tag.to_ascii_lowercase().as_str() {
        "ar" => "Arabic",
        "de" => "German",
        "el" => "Greek",
        "en" => "English",
        "es" => "Spanish",
        "fa" => "Persian",
        "fr" => "French",
        "he" => "Hebrew",
        "hi" => "Hindi",
        "id" => "Indonesian",
        "it" => "Italian",
        "ja" => "Japanese",
        "ko" => "Korean",
        "la" => "Latin",
        "nl" => "Dutch",
        "pl" => "Polish",
        "pt" => "Portuguese",
        "ru" => "Russian",
        "sv" => "Swedish",
        "th" => "Thai",
        "tr" => "Turkish",
        "uk" => "Ukrainian",
        "vi" => "Vietnamese",
        "zh" => "Chinese",
        _ => return None,
    })
}
