//! What kind of actor a name is, guessed by its words.

/// Titles that stand before the names of persons.
const TITLES: [&str; 30] = [
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
    "Prof",
    "Professor",
    "President",
    "Minister",
    "Chancellor",
    "Ambassador",
    "Secretary",
    "General",
    "Colonel",
    "Captain",
    "Admiral",
    "King",
    "Queen",
    "Prince",
    "Princess",
    "Judge",
    "Justice",
    "Senator",
    "Chairman",
    "Chairwoman",
    "Mayor",
    "Governor",
    "Sir",
    "Lady",
    "Lord",
    "Pope",
];

/// Words of names, and what the bearer of such a name is. The first that is found counts.
const KINDS: [(&str, &[&str]); 9] = [
    ("court", &["Court", "Tribunal", "Gerichtshof", "Bundesverfassungsgericht"]),
    (
        "institution",
        &[
            "Ministry",
            "Department",
            "Commission",
            "Council",
            "Parliament",
            "Assembly",
            "Senate",
            "Committee",
            "Office",
            "Government",
            "Secretariat",
            "Bank",
            "Congress",
            "Cabinet",
            "Duma",
            "Bundestag",
        ],
    ),
    ("agency", &["Agency", "Bureau", "Service", "Police"]),
    ("company", &["Inc", "Ltd", "Corp", "Corporation", "Company", "GmbH", "AG", "LLC", "PLC"]),
    ("party", &["Party"]),
    ("media", &["Times", "News", "Herald", "Tribune", "Journal", "Gazette", "Broadcasting"]),
    (
        "organisation",
        &[
            "Organization",
            "Organisation",
            "Union",
            "Association",
            "Institute",
            "University",
            "Foundation",
            "Alliance",
            "Nations",
            "Society",
            "League",
            "Federation of Workers",
        ],
    ),
    ("unit", &["Army", "Navy", "Brigade", "Division", "Regiment", "Fleet"]),
    ("state", &["Republic", "Kingdom", "Federation", "Emirates", "Principality", "Sultanate"]),
];

/// States by the names that texts call them by.
const STATES: &str = "\
|Afghanistan|Albania|Algeria|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bangladesh|Belarus|Belgium\
|Bolivia|Bosnia and Herzegovina|Botswana|Brazil|Bulgaria|Cambodia|Cameroon|Canada|Chile|China|Colombia|Croatia\
|Cuba|Cyprus|Denmark|Ecuador|Egypt|Estonia|Ethiopia|Finland|France|Georgia|Germany|Ghana|Greece|Guatemala|Haiti\
|Honduras|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Jamaica|Japan|Jordan|Kazakhstan|Kenya\
|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Liberia|Libya|Lithuania|Luxembourg|Madagascar|Malaysia|Mali|Malta|Mexico\
|Moldova|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|New Zealand|Nicaragua|Niger\
|Nigeria|North Korea|North Macedonia|Norway|Oman|Pakistan|Panama|Paraguay|Peru|Philippines|Poland|Portugal|Qatar\
|Romania|Russia|Rwanda|Saudi Arabia|Senegal|Serbia|Singapore|Slovakia|Slovenia|Somalia|South Africa|South Korea\
|South Sudan|Soviet Union|Spain|Sri Lanka|Sudan|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand\
|Tunisia|Turkey|Türkiye|Turkmenistan|Uganda|Ukraine|United Arab Emirates|United Kingdom|United States\
|United States of America|Uruguay|Uzbekistan|Venezuela|Vietnam|Yemen|Zambia|Zimbabwe|";

/// The kind of actor that a name is, as far as it can be told.
pub(super) fn kind(name: &str, is_titled: bool) -> Option<&'static str> {
    if is_titled {
        return Some("person");
    }
    if STATES.contains(&format!("|{name}|")) {
        return Some("state");
    }
    let has = |word: &&str| name.split(' ').any(|one| one == *word);
    KINDS.iter().find(|(_, words)| words.iter().any(has)).map(|(kind, _)| *kind)
}

/// Whether a word stands before the names of persons.
pub(super) fn is_title(word: &str) -> bool {
    TITLES.contains(&word)
}
