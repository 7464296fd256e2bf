//! The quotation marks that languages write.

/// The marks around a quotation in a language, a BCP 47 tag; `depth` is 0 where it stands in no other.
pub(super) fn quotation_marks(language: &str, depth: usize) -> (&'static str, &'static str) {
    let outer = depth.is_multiple_of(2);
    match (language.get(..2).unwrap_or_default(), outer) {
        ("de" | "cs" | "sk" | "bg" | "is" | "sl", true) => ("„", "“"),
        ("de" | "cs" | "sk" | "bg" | "is" | "sl", false) => ("‚", "‘"),
        ("fr" | "ru" | "uk" | "es" | "it" | "pt" | "el" | "nb" | "no", true) => ("«", "»"),
        ("pl" | "hu" | "ro" | "nl", true) => ("„", "”"),
        ("ja", true) => ("「", "」"),
        ("ja", false) => ("『", "』"),
        (_, true) => ("“", "”"),
        (_, false) => ("‘", "’"),
    }
}
