//! Markdown says what the briefing says, and nothing that is written in a briefing is markup,
//! HTML or a link in it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::sync::LazyLock;

use attache::base::visible;
use attache::export::{Edition, Markdown, Part, Portion};
use attache::load::from_files;
use attache::model::{
    Actor, Block, BlockKind, Briefing, List, ListPoint, Section, SectionIx, Text,
};
use proptest::prelude::*;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};
use regex::Regex;

/// A whole briefing as Markdown.
fn markdown(briefing: &Briefing) -> String {
    let mut out = Vec::new();
    Markdown::default().print(briefing, Edition::default(), None, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The only paragraph of a section alone, which is in `text`'s own markup; without the list of addresses.
fn paragraph(text: &str) -> String {
    let mut out = Vec::new();
    let briefing = briefing_of(text);
    let edition = Edition { portion: Portion::Section(SectionIx::new(0)), ..Edition::default() };
    Markdown::default().print(&briefing, edition, None, &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    let paragraph = out.strip_prefix("# 1 S\n\n¶ 1 · ").unwrap_or_else(|| panic!("{out:?}"));
    before_addresses(paragraph).trim_end().to_owned()
}

/// What stands before the list of outside addresses.
fn before_addresses(markdown: &str) -> &str {
    markdown.split_once("\n## Addresses\n").map_or(markdown, |(before, _)| before)
}

/// Words without the numbers of addresses, and without anything that could be one.
fn unnumbered(words: &str) -> String {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\[\d+\]").unwrap());
    let mut words = words.to_owned();
    while NUMBER.is_match(&words) {
        words = NUMBER.replace_all(&words, "").into_owned();
    }
    words
}

/// The briefing of one paragraph, as its YAML is read, faults and all.
fn briefing_of(text: &str) -> Briefing {
    let text = serde_json::to_string(text).unwrap();
    let yaml = format!(
        "format: 1\ntitle: T\nsections: [{{id: s, title: S, body: [{{text: {text}}}]}}]\n\
         actors: [{{id: a, name: Ada}}]\n"
    );
    from_files("b", [("briefing.yaml", yaml)]).briefing.unwrap()
}

/// What a reader of Markdown makes of it, with every extension that it knows: the blocks and
/// marks in order, the words without white space, the destinations of links, and the anchors.
#[derive(Debug, Default, PartialEq)]
struct Read {
    tags: Vec<String>,
    words: String,
    links: Vec<String>,
    anchors: Vec<String>,
}

fn read(markdown: &str) -> Read {
    let mut read = Read::default();
    // This one changes quotation marks, so the words would not be the same.
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(markdown, options) {
        match event {
            // The parser tells the address between the brackets; a browser is led by its scheme.
            Event::Start(Tag::Link { link_type: LinkType::Email, dest_url, .. }) => {
                read.links.push(format!("mailto:{dest_url}"));
            }
            Event::Start(Tag::Link { dest_url, .. }) => read.links.push(dest_url.into_string()),
            Event::Start(Tag::Heading { level, .. }) => read.tags.push(level.to_string()),
            Event::Start(tag) => read.tags.push(format!("{tag:?}")),
            Event::Text(words) | Event::Code(words) => read.words.push_str(&solid(&words)),
            Event::End(_) | Event::SoftBreak | Event::HardBreak => {}
            Event::InlineHtml(html) if html.starts_with("<span id=\"") => {
                let id = html.split('"').nth(1).unwrap_or_default();
                assert_eq!(*html, format!("<span id=\"{id}\">"));
                read.anchors.push(id.to_owned());
            }
            Event::InlineHtml(html) if &*html == "</span>" => {}
            other => panic!("{other:?} in {markdown:?}"),
        }
    }
    read
}

/// Words without white space: Markdown does not keep all of it.
fn solid(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn what_is_no_markup_is_escaped() {
    let check = |text: &str, expected: &str| assert_eq!(paragraph(text), expected, "{text:?}");
    check("Plain words.", "Plain words.");
    check(r"2 \* 3, snake\_case, \[x\]", r"2 \* 3, snake\_case, \[x\]");
    check(r"\<b>bold\</b> &amp;lt; AT&T", r"\<b\>bold\</b\> \&lt; AT\&T");
    check(r"\# one", r"\# one");
    check(r"1\. one", r"1\. one");
    check(r"2\) two", r"2\) two");
    check("In 2024. Then", "In 2024. Then");
    check(r"\- item", r"\- item");
    check("well-known + more = all", "well-known + more = all");
    check("a\\\n\\--- b", "a\\\n\\--- b");
    check("a\\\n\\=== b", "a\\\n\\=== b");
    check("costs $5 or $6 ~ {x} | y^2", r"costs \$5 or \$6 \~ \{x\} \| y\^2");
}

#[test]
fn an_address_has_no_escape_in_it() {
    let check = |text: &str, expected: &str| assert_eq!(paragraph(text), expected, "{text:?}");
    check("see https://example.org and www.example.org", {
        "see <https://example.org> and www.example.org"
    });
    check("(https://e.org/a_b_(c)).", "(<https://e.org/a_b_(c)>).");
    check(r"HTTP://e.org/a\_b\*c, then", "<HTTP://e.org/a_b*c>, then");
    check("www.e.org/a_b#c?d=e&f", "www.e.org/a_b#c?d=e&f");
    check("a_b@e.org and mailto:a_b@e.org.", "<a_b@e.org> and <mailto:a_b@e.org>.");
    check("https://e.org/한국_문서", "<https://e.org/한국_문서>");
    check("[https://e.org/a_b](https://e.org/a_b)", "<https://e.org/a_b>");
    check("[a_b@e.org](mailto:a_b@e.org)", "<a_b@e.org>");
    check(
        "[at https://e.org/a_b](https://e.org/c)",
        r"[at https://e.org/a_b](https://e.org/c) \[1\]",
    );
    // What is none.
    check("https:// and xhttps://e.org and a@b", "https:// and xhttps://e.org and a@b");
    check(r"https://e.org/\<b>", r"<https://e.org/>\<b\>");
}

#[test]
fn emphasis_and_links_are_kept() {
    let check = |text: &str, expected: &str| assert_eq!(paragraph(text), expected, "{text:?}");
    check("an *emphasis* and a **strong** one", "an _emphasis_ and a **strong** one");
    check("em**pha**sis, em*pha*sis", "em**pha**sis, em*pha*sis");
    check("**all *of* it**", "**all _of_ it**");
    check("***both***", "**_both_**");
    check(
        "*see [this **page**](https://e.org/a) now*",
        r"_see [this **page**](https://e.org/a) \[1\] now_",
    );
    check("[a](https://e.org/(x))", r"[a](<https://e.org/(x)>) \[1\]");
    check("[a](https://e.org/?a=1&b=2)", r"[a](https://e.org/?a=1&b=2) \[1\]");
    check("[a](https://e.org/<b>)", r"[a](https://e.org/%3Cb%3E) \[1\]");
    check("so\\![a](https://e.org)", r"so\![a](https://e.org) \[1\]");
    check("so! [a](https://e.org)", r"so! [a](https://e.org) \[1\]");
    check("``a ` b``, `*c*`", "``a ` b``, `*c*`");
    // In a section alone there is nothing to lead to.
    check("[Ada](actor:a) and *[](actor:a)*", "Ada and _Ada_");
    check("`a`[`b`](actor:a)", "`ab`");
}

#[test]
fn every_link_leads_to_an_anchor_of_the_document() {
    let yaml = include_str!("cli/bridges.yaml");
    let briefing = from_files("b", [("briefing.yaml", yaml)]).briefing.unwrap();
    let check = |portion: Portion| {
        let mut out = Vec::new();
        let edition = Edition { portion, ..Edition::default() };
        Markdown::default().print(&briefing, edition, None, &mut out).unwrap();
        let markdown = String::from_utf8(out).unwrap();
        let read = read(&markdown);
        let inside: Vec<&str> =
            read.links.iter().filter_map(|link| link.strip_prefix('#')).collect();
        for link in &inside {
            let leads = read.anchors.iter().filter(|anchor| anchor == link).count();
            assert_eq!(leads, 1, "{link} in\n{markdown}");
        }
        for anchor in &read.anchors {
            assert!(inside.contains(&anchor.as_str()), "nothing leads to {anchor}");
        }
        inside.len()
    };
    assert!(check(Portion::Whole) > 20);
    assert!(check(Portion::Section(SectionIx::new(0))) > 0);
    for part in [Part::Questions, Part::Quiz, Part::Articles, Part::Actors, Part::Timeline] {
        check(Portion::Part(part));
    }
}

/// An article's wording as Markdown.
fn wording(text: &str) -> String {
    let text = text.replace('\n', "\n          ");
    let yaml = format!(
        "format: 1\ntitle: T\nsections: [{{id: s, title: S, body: [{{text: x}}]}}]\ninstruments:\n  - id: t\n    \
         title: T\n    articles:\n      - number: 4\n        text: |\n          {text}\n"
    );
    let markdown = markdown(&from_files("b", [("briefing.yaml", yaml)]).briefing.unwrap());
    let wording = markdown.split_once("**Wording.**\n\n").unwrap().1;
    wording.split("\n\n- **Cited by").next().unwrap().to_owned()
}

#[test]
fn a_wording_is_quoted_provision_by_provision() {
    let check = |text: &str, expected: &str| assert_eq!(wording(text), expected, "{text:?}");
    check("They shall be mended.", "> They shall be mended.");
    check(
        "1. Each town shall:\n   (a) ring *its* bell;\n   (b) answer:\n       – at noon;\n2. No bell at night.\nEnd.",
        "> 1\\. Each town shall:\n>\n> > (a) ring _its_ bell;\n> >\n> > (b) answer:\n> >\n> > > – at noon;\n\
         >\n> 2\\. No bell at night.\n>\n> End.",
    );
    check("- one\n- two", "> \\- one\n>\n> \\- two");
    check("1) # one\n2) > two", "> 1\\) \\# one\n>\n> 2\\) \\> two");
    check("① 하나\n② 둘", "> ① 하나\n>\n> ② 둘");
}

#[test]
fn a_provision_that_something_links_to_has_an_anchor() {
    let markdown = markdown(&crate::common::law());
    let has = |words: &str| assert!(markdown.contains(words), "{words}\n{markdown}");
    has("[Article 4(2)(b)](#article_convention_4-2-b)");
    has("> > <span id=\"article_convention_4-2-b\"></span>(b) tell the other in writing");
    has("[항구법 제4조(2)(1)](#article_act_4-2-1)");
    has("> > <span id=\"article_act_4-2-1\"></span>1\\. 등불로");
    // Nothing leads to the others.
    for (words, times) in [("convention_4-2-a", 0), ("id=\"article_rules_9\"", 0)] {
        assert_eq!(markdown.matches(words).count(), times, "{words}");
    }
}

#[test]
fn a_wording_that_is_read_again_has_its_paragraphs_and_marks() {
    let wording = wording("1. One:\n   (a) a;\n       (i) i;\n   (b) b.\n2. Two.");
    let read = read(&wording);
    assert_eq!(read.words, "1.One:(a)a;(i)i;(b)b.2.Two.");
    let (quote, paragraph) = ("BlockQuote(None)", "Paragraph");
    assert_eq!(
        read.tags,
        [quote, paragraph, quote, paragraph, quote, paragraph, paragraph, paragraph],
        "{wording}"
    );
}

#[test]
fn the_parts_of_an_instrument_head_its_articles() {
    let yaml = "format: 1\ntitle: T\nsections: [{id: s, title: S, body: [{text: x}]}]\ninstruments:\n  - id: t\n    \
                title: Law\n    articles:\n      - {part: Part A, title: Bells}\n      - {part: Chapter I, level: 2}\n      \
                - {number: 1, title: Noon}\n      - {part: Part B}\n      - {number: 2}\n";
    let markdown = markdown(&from_files("b", [("briefing.yaml", yaml)]).briefing.unwrap());
    let headings: Vec<&str> =
        markdown.lines().filter(|line| line.starts_with("##")).skip(1).collect();
    assert_eq!(
        headings,
        [
            "## Law",
            "### Part A: Bells",
            "#### Chapter I",
            "##### Article 1: Noon",
            "### Part B",
            "#### Article 2"
        ]
    );
}

/// Pieces that something could be made of.
fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "*",
            "**",
            "_",
            "`",
            "```",
            "~~",
            "~~~",
            "[",
            "](",
            "]",
            "[x](javascript:y)",
            "![i](j)",
            "<b>",
            "</b>",
            "<!-- c -->",
            "<https://e.org>",
            "&amp;",
            "&#60;",
            "\\",
            "#",
            "# ",
            "> ",
            "- ",
            "+ ",
            "* ",
            "1. ",
            "2) ",
            "---",
            "===",
            "| a |",
            "|-|",
            "    ",
            "\t",
            "\n",
            "\n\n",
            " ",
            "!",
            "$x$",
            "$$",
            "^[n]",
            "[^1]",
            "[^1]: ",
            "{#id}",
            ": ",
            "[!NOTE]",
            "[[w]]",
            "https://e.org",
            "www.e.org",
            "a@e.org",
            "a",
            "Ada",
            "7",
            "“",
            "\"",
            "한국",
            "é",
            "\u{a0}",
        ])
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 1..12).prop_map(|pieces| pieces.concat())
}

/// An address with what would end it percent-encoded, as an entity may put it there.
fn encoded(address: &str) -> String {
    let mut out = String::new();
    for c in address.chars() {
        if c.is_whitespace() || "<>\"`\\|^{}".contains(c) {
            out.extend(c.to_string().bytes().map(|byte| format!("%{byte:02X}")));
        } else {
            out.push(c);
        }
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words_stay_words(words in words()) {
        let words = visible(&words).into_owned();
        prop_assume!(!words.trim().is_empty());
        let block = |kind| Block {
            id: String::new(),
            kind,
            evidence: None,
            confidence: None,
            sources: Vec::new(),
        };
        let text = || Text::unmarked(&words);
        let point = ListPoint { text: text(), ..ListPoint::default() };
        let list = || List { ordered: false, points: vec![point.clone()] };
        let mut briefing = Briefing::default();
        briefing.title.clone_from(&words);
        briefing.subtitle = Some(words.clone());
        briefing.sections.push(Section {
            title: words.clone(),
            blocks: vec![
                block(BlockKind::Heading(text())),
                block(BlockKind::Paragraph(text())),
                block(BlockKind::List(list())),
                block(BlockKind::Note { text: text(), about: None }),
            ],
            ..Section::default()
        });
        briefing.actors.push(Actor {
            id: String::new(),
            name: words.clone(),
            aliases: Vec::new(),
            kind: None,
            role: None,
            stance: None,
            relations: Vec::new(),
            sources: Vec::new(),
        });
        let markdown = markdown(&briefing.indexed());
        let read = read(&markdown);
        let tags = [
            "h1", "Paragraph", "Strong", "h2", "h3", "Paragraph", "Paragraph", "List(None)", "Item",
            "BlockQuote(None)", "Paragraph", "Strong", "h2", "h3", "List(None)", "Item", "Strong",
        ];
        let said = solid(&words);
        let expected = format!(
            "{said}{said}1{said}{said}¶1·{said}¶2{said}¶3·Editor'snote.{said}Actors{said}\
             Citedby:nothinginthetext"
        );
        prop_assert_eq!(&read.words, &expected, "{}", markdown);
        prop_assert_eq!(&read.tags, &tags, "{}", markdown);
        for link in read.links {
            let address = link.strip_prefix("mailto:").unwrap_or(&link);
            prop_assert!(words.contains(address), "{} in {}", link, markdown);
        }
    }

    #[test]
    fn marked_words_stay_what_they_are(
        text in prop::collection::vec(prop_oneof![
            words(),
            prop::sample::select(vec!["*a*", "**b**", "***", "`c`", "``", "[d](https://e.org/x)",
                "*[e*", "](https://e.org)", "[](actor:a)", "[**f** g](actor:a)", "&#32;", "x"])
                .prop_map(str::to_owned),
        ], 1..8).prop_map(|parts| parts.concat())
    ) {
        let briefing = briefing_of(&text);
        let Some(BlockKind::Paragraph(text)) =
            briefing.sections[0].blocks.first().map(|block| &block.kind) else { return Ok(()) };
        let targets: Vec<String> = text
            .targets()
            .map(|target| match briefing.reference(target) {
                actor if actor.starts_with("actor:") => "#actor_a".to_owned(),
                web => encoded(&web),
            })
            .collect();
        let markdown = markdown(&briefing);
        let read = read(before_addresses(&markdown));
        let said = unnumbered(&format!("T1S¶1·{}Actors", solid(&text.plain)));
        prop_assert!(unnumbered(&read.words).starts_with(&said), "{}", markdown);
        // An address in the words is a link too.
        let mut wanted = targets.iter().peekable();
        for link in read.links.iter().filter(|link| *link != "#section_s") {
            if wanted.next_if_eq(&link).is_none() {
                let address = link.strip_prefix("mailto:").unwrap_or(link);
                prop_assert!(text.plain.contains(address), "{} in {}", link, markdown);
            }
        }
        prop_assert_eq!(wanted.next(), None, "{}", markdown);
    }
}
