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

/// Words of names, and what the bearer of such a name is. The first that is found counts; what stands behind it is
/// what it is of.
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
|United States of America|Uruguay|Uzbekistan|Venezuela|Vietnam|Yemen|Zambia|Zimbabwe\
|DPRK|DRC|GDR|PRC|ROK|UAE|UK|US|USA|USSR|";

/// Organisations by the letters that texts call them by.
const ORGANISATIONS: &str = "\
|ASEAN|CSCE|CSTO|ECOWAS|EEC|EFTA|EU|Euratom|Europol|IAEA|ICAO|ICC|ICJ|ICRC|ILO|IMF|IMO|Interpol|ITLOS|NATO|OAS|OAU\
|OECD|OPCW|OPEC|OSCE|UN|UNCTAD|UNESCO|UNHCR|UNICEF|UNRWA|WHO|WIPO|WTO|";

/// What stands behind the word that says what the bearer of a name is, if that does not end it.
const GOES_ON: [&str; 8] = ["of", "for", "on", "de", "der", "des", "du", "für"];

/// The kind of actor that a name is, as far as it can be told.
pub(super) fn kind(name: &str, is_titled: bool) -> Option<&'static str> {
    if is_titled {
        return Some("person");
    }
    if STATES.contains(&format!("|{name}|")) {
        return Some("state");
    }
    if ORGANISATIONS.contains(&format!("|{name}|")) {
        return Some("organisation");
    }
    let words: Vec<&str> = name.split(' ').collect();
    let says = |word: &&str| {
        let at = words.iter().position(|one| one == word);
        at.is_some_and(|at| words.get(at + 1).is_none_or(|next| GOES_ON.contains(next)))
    };
    KINDS.iter().find(|(_, words)| words.iter().any(says)).map(|(kind, _)| *kind)
}

/// Whether a name is that of a kind, and none of one: `Service`.
pub(super) fn is_bare_kind(name: &str) -> bool {
    KINDS.iter().any(|(_, words)| words.contains(&name))
}

/// Whether a word stands before the names of persons.
pub(super) fn is_title(word: &str) -> bool {
    TITLES.contains(&word)
}
