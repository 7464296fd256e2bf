//! Names that recur, as drafts of actors.

use super::{briefing, imported};

/// The actors that a text comes to: name, kind, aliases.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let briefing = briefing(&imported(&[("a.md", text)], None));
    let told = briefing.actors.iter().map(|actor| {
        let kind = actor.kind.map(|kind| format!(" {kind:?}")).unwrap_or_default();
        let aliases =
            if actor.aliases.is_empty() { String::new() } else { format!(" {:?}", actor.aliases) };
        format!("{}{kind}{aliases}", actor.name)
    });
    assert_eq!(told.collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn a_name_that_recurs_is_an_actor() {
    check("We met Anser. Then Anser left. So did Anser.", &["Anser"]);
    check("We met Anser. Then Anser left.", &[]);
    check("Anser came. Anser saw. Anser left.", &[]);
    check("They saw Japan. Then Japan left. So did Japan.", &["Japan State"]);
    check("A Pond Court sat. The Pond Court rose. That Pond Court slept.", &["Pond Court Court"]);
}

#[test]
fn what_nothing_says_to_be_somebody_is_no_actor() {
    check("The CPU reads. A HTTP request asks the CPU. So the CPU and HTTP and HTTP work.", &[]);
    check("We use Kafka. Then Kafka stores. So does Kafka.", &[]);
    check("They met a Kafka. A Kafka left. So did that Kafka.", &[]);
    check(
        "Use the Web Service. The Service runs. That Service, a Service Mesh, is a Service.",
        &[],
    );
    check("An Application Programming Interface (API) is there. The API and the API.", &[]);
    check("The Pond Charter is old. The Charter shall hold. In the Charter it stands.", &[]);
    check("We call `Anser`. Then `Anser` left. So `Anser` left. Anser is there.", &[]);
    // What it does, and what it is.
    check("The GPF is there. Now the GPF announced it. The GPF is here.", &["GPF"]);
    check("The UN met. All in the UN saw the UN.", &["UN Organisation"]);
    check(
        "We see the Council. The Council shall meet. It is the Council.",
        &["Council Institution"],
    );
    check("It is, according to Anser, wet. We asked Anser. It was Anser.", &["Anser"]);
}

#[test]
fn in_other_languages_names_are_known_by_less() {
    let french = "---\nlang: fr\n---\n\nOn a vu Anser. Hier, Anser est parti. Et avec Anser, le CPU, un CPU, ce CPU.";
    check(french, &["Anser"]);
    let german = "---\nlang: de\n---\n\nDer Teich war voll. Am Teich stand ein Teich. Da war Ada Marsh. Dann ging Marsh, und Marsh blieb.";
    check(german, &["Ada Marsh [\"Marsh\"]"]);
}

#[test]
fn words_that_have_a_capital_anyway_are_no_names() {
    check("In May it froze. In May it thawed. In May, on a Monday, it froze.", &[]);
    check("See Article 1. See Article 2. See Article 3.", &[]);
    check("It is. And The end. And The end. And The end.", &[]);
}

#[test]
fn an_abbreviation_goes_with_what_it_stands_for() {
    check("The Goose Federation (GF) met.", &["Goose Federation State [\"GF\"]"]);
    check("The Kyiv Independent (Reuters) wrote.", &[]);
}

#[test]
fn a_surname_goes_with_the_one_full_name_that_has_it() {
    check("We met Ada Marsh. Then Marsh left. So did Marsh.", &["Ada Marsh [\"Marsh\"]"]);
    check(
        "We met President Ada Marsh. Then Marsh left. So did Marsh.",
        &["Ada Marsh Person [\"Marsh\"]"],
    );
}

#[test]
fn the_first_mention_in_a_paragraph_is_a_link() {
    let text =
        "# T\n\nWe met Anser’s aunt. Then Anser left.\n\nSo did Anser, Anserine as it was.\n";
    let imported = imported(&[("a.md", text)], None);
    let (_, section) = imported.files.iter().find(|(path, _)| path == "sections/t.yaml").unwrap();
    assert!(section.contains("We met [Anser](actor:anser)’s aunt. Then Anser left."), "{section}");
    assert!(section.contains("So did [Anser](actor:anser), Anserine as it was."), "{section}");
}

#[test]
fn an_actor_says_that_it_is_a_draft() {
    let text = "We met Anser. Then Anser left. So did Anser.";
    let imported = imported(&[("a.md", text)], None);
    let (_, actors) = imported.files.iter().find(|(path, _)| path == "actors.yaml").unwrap();
    let expected = "  # draft: found 3 times; say its kind\n  - id: anser\n    name: Anser\n";
    assert!(actors.ends_with(expected), "{actors}");
}
