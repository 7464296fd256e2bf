//! Legal texts, told from others and taken apart.

use attache::import::ImportAs;
use attache::model::{Article, Briefing};

use super::{briefing, imported};

/// Every article of the first law: its name and title, and the first words of its wording.
fn articles(briefing: &Briefing) -> Vec<String> {
    let Some(law) = briefing.instruments.first() else { return Vec::new() };
    let told = |(at, article): (usize, &Article)| {
        let parts = law.parts.iter().filter(|part| part.before == at).map(|part| {
            let title = part.title.as_ref().map(|title| format!(" = {title}")).unwrap_or_default();
            format!("{}{}{title}; ", "#".repeat(part.level + 1), part.name)
        });
        let parts: String = parts.collect();
        let title = article.title.as_ref().map(|title| format!(" = {title}")).unwrap_or_default();
        let wording = article.wording.as_ref().map(|wording| wording.text.plain.as_str());
        format!(
            "{parts}{}{title}: {}",
            article.name,
            wording.unwrap_or_default().replace('\n', " / ")
        )
    };
    law.articles.iter().enumerate().map(told).collect()
}

#[track_caller]
fn check(name: &str, text: &str, expected: &[&str]) {
    let found = articles(&briefing(&imported(&[(name, text)], None)));
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_title_stands_on_the_line_of_the_number_or_below() {
    let same = "Pond Treaty\n\nArticle 1 – Ponds\n\nA pond is wet.\n\nArticle 2 – Reeds\n\nA reed is a plant.\n\n\
                Article 3 – Ice\n\nIce is cold.\n";
    let expected = [
        "Article 1 = Ponds: A pond is wet.",
        "Article 2 = Reeds: A reed is a plant.",
        "Article 3 = Ice: Ice is cold.",
    ];
    check("a.txt", same, &expected);
    for dash in [". ", ": ", " - ", " "] {
        check("a.txt", &same.replace(" – ", dash), &expected);
    }
    check("a.txt", &same.replace(" – ", "\n"), &expected);
    check("a.txt", &same.replace(" – ", "\n\n"), &expected);
    check("a.md", &same.replace(" – ", "\n\n").replace("Article", "## Article"), &expected);
    check("a.md", &same.replace(" – ", "\n\n### ").replace("Article", "## Article"), &expected);
    check(
        "a.md",
        &same
            .replace("Article", "**Article")
            .replace("s\n\nA", "s**\n\nA")
            .replace("Ice\n", "Ice**\n"),
        &expected,
    );
}

#[test]
fn an_article_may_have_no_title() {
    let text = "Declaration\n\nWhereas ponds are wet,\n\nArticle 1\n\nAll geese are born free.\n\nArticle 2\n\n\
                Everyone has a pond.\n\nArticle 3\n\nNo one shall freeze.\n";
    let expected = [
        "Preamble: Whereas ponds are wet,",
        "Article 1: All geese are born free.",
        "Article 2: Everyone has a pond.",
        "Article 3: No one shall freeze.",
    ];
    check("a.txt", text, &expected);
}

#[test]
fn parts_nest_as_they_follow_each_other() {
    let text = "Rules\n\nPART A – GENERAL\n\nRule 1\nApplication\n\n(a) These Rules apply.\n(b) So they do.\n\n\
                PART B\nSTEERING\n\nSection I – In any weather\n\nRule 2\nLook-out\n\nLook out.\n\n\
                Rule 3\nSpeed\n\nBe slow.\n\nSection II – In sight\n\nRule 4\nOvertaking\n\nKeep clear.\n";
    let expected = [
        "#PART A = GENERAL; Rule 1 = Application: (a) These Rules apply. / (b) So they do.",
        "#PART B = STEERING; ##Section I = In any weather; Rule 2 = Look-out: Look out.",
        "Rule 3 = Speed: Be slow.",
        "##Section II = In sight; Rule 4 = Overtaking: Keep clear.",
    ];
    check("a.txt", text, &expected);
}

#[test]
fn sections_that_begin_anew_are_wording() {
    let text = "Constitution\n\nArticle I\n\nSection 1. All powers are vested in the geese.\n\n\
                Section 2. The pond is divided.\n\nArticle II\n\nSection 1. A goose executes.\n\n\
                Section 2. It quacks.\n\nArticle III\n\nSection 1. A duck judges, once a year.\n\n\
                Amendment I\n\nNo law shall abridge the quack.\n\nAmendment II\n\nBread is a right.\n\n\
                Amendment III\n\nNo goose is quartered.\n";
    let expected = [
        "Article I: Section 1. All powers are vested in the geese. / Section 2. The pond is divided.",
        "Article II: Section 1. A goose executes. / Section 2. It quacks.",
        "Article III: Section 1. A duck judges, once a year.",
        "Amendment I: No law shall abridge the quack.",
        "Amendment II: Bread is a right.",
        "Amendment III: No goose is quartered.",
    ];
    check("a.txt", text, &expected);
}

#[test]
fn parts_may_be_counted_titles() {
    let text = "Gesetz der Gans\n\nI. Die Rechte\n\nArt 1\n\n(1) Alle quaken.\n(2) Alle baden.\n\n\
                II. Der Teich\n\nArt 2\n\nEr ist nass.\n\nArt 2a\n\nEr ist kalt.\n";
    let expected = [
        "#I. Die Rechte; Art 1: (1) Alle quaken. / (2) Alle baden.",
        "#II. Der Teich; Art 2: Er ist nass.",
        "Art 2a: Er ist kalt.",
    ];
    check("a.txt", text, &expected);
}

#[test]
fn a_korean_law_has_its_titles_in_brackets() {
    let text = "오리 보호법\n\n제1장 총칙\n\n제1조(목적) 이 법은 오리를 보호한다.\n\n\
                제2조(정의) ① 용어의 뜻은 다음과 같다.\n1. 오리란 새를 말한다.\n  가. 흰 오리\n  나. 검은 오리\n\
                ② 제1조에 따라 보호한다.\n\n제2조의2(해제) 시장은 해제할 수 있다.\n\n제3조 삭제\n\n\
                부칙\n이 법은 공포한 날부터 시행한다.\n";
    let expected = [
        "#제1장 = 총칙; 제1조 = 목적: 이 법은 오리를 보호한다.",
        "제2조 = 정의: ① 용어의 뜻은 다음과 같다. / 1. 오리란 새를 말한다. / 가. 흰 오리 / 나. 검은 오리 / ② 제1조에 따라 보호한다.",
        "제2조의2 = 해제: 시장은 해제할 수 있다.",
        "제3조 = 삭제: ",
        "부칙: 이 법은 공포한 날부터 시행한다.",
    ];
    check("a.txt", text, &expected);
}

#[test]
fn other_languages_call_their_articles_otherwise() {
    let check = |article: &str, expected: &str| {
        let articles: Vec<String> = (1..4)
            .map(|n| format!("{}\n\nWords of it.\n", article.replace("{n}", &n.to_string())))
            .collect();
        let text = format!("Title\n\n{}", articles.join("\n"));
        let found = self::articles(&briefing(&imported(&[("a.txt", &text)], None)));
        assert_eq!(found.first().unwrap(), &format!("{expected}: Words of it."), "{article}");
    };
    check("Artikel {n}", "Artikel 1");
    check("Art {n}", "Art 1");
    check("Статья {n}", "Статья 1");
    check("Artículo {n}.", "Artículo 1");
    check("§ {n}", "§ 1");
    check("Rule {n}", "Rule 1");
    check("Section {n}.", "Section 1");
    check("第{n}条", "第1条");
    check("المادة {n}", "المادة 1");
}

#[test]
fn numbers_in_letters_keep_how_they_are_called() {
    let text =
        "法\n\n第一条　この法律は池を守る。\n\n第二条　池とは水をいう。\n\n第三条　鳥は飛ぶ。\n";
    let expected =
        ["第一条: この法律は池を守る。", "第二条: 池とは水をいう。", "第三条: 鳥は飛ぶ。"];
    check("a.txt", text, &expected);
}

#[test]
fn prose_that_cites_articles_is_no_law() {
    let text = "On ponds\n\nThe treaty is new.\n\nArticle 1 of it is short.\n\nArticle 2 was long.\n\n\
                Article 3(2) applies.\n\nArticle 4, paragraph 2, as well.\n";
    assert!(briefing(&imported(&[("a.txt", text)], None)).instruments.is_empty());
}

#[test]
fn what_a_text_is_can_be_said() {
    let text = "Title\n\nArticle 1\n\nOne.\n\nArticle 2\n\nTwo.\n\nArticle 3\n\nThree.\n";
    let section = briefing(&imported(&[("a.txt", text)], Some(ImportAs::Section)));
    assert!(section.instruments.is_empty());
    let one = "Title\n\nArticle 1\n\nOne.\n";
    assert!(briefing(&imported(&[("a.txt", one)], None)).instruments.is_empty());
    let law = briefing(&imported(&[("a.txt", one)], Some(ImportAs::Instrument)));
    assert_eq!(articles(&law), ["Article 1: One."]);
}

#[test]
fn an_excerpt_of_two_articles_is_a_law_if_it_is_hardly_more() {
    let excerpt = "Teichgesetz\n\n§ 3\nEnten\n\n(1) Enten sind frei.\n(2) Sie baden.\n\n§ 4a\nEis\n\nEs ist kalt.\n";
    let expected =
        ["§ 3 = Enten: (1) Enten sind frei. / (2) Sie baden.", "§ 4a = Eis: Es ist kalt."];
    check("a.txt", excerpt, &expected);
    // Prose that quotes two articles is none, nor is what has two sections; both are told.
    let told = |text: &str, like_laws: &[&str]| {
        let imported = imported(&[("a.txt", text)], None);
        assert!(imported.summary.laws.is_empty(), "{text}");
        assert_eq!(imported.summary.like_laws, like_laws, "{text}");
    };
    let prose = "The pond was wet in spring and the ducks were glad, says the law. ".repeat(3);
    told(&excerpt.replacen("\n\n", &format!("\n\n{prose}\n\n"), 1), &["Teichgesetz"]);
    told("On ponds\n\nSection 1\n\nWet.\n\nSection 2\n\nDry.\n", &["On ponds"]);
    told("On ponds\n\nArticle 1 of it is short.\n", &[]);
}

#[test]
fn numbers_of_pages_are_left_out_and_counted() {
    let check = |pages: [&str; 2], left_out: usize| {
        let [one, other] = pages;
        let text = format!(
            "Title\n\nArticle 1\n\nWet.\n\n{one}\n\nArticle 2\n\nDry.\n\n{other}\n\nArticle 3\n\nCold.\n"
        );
        let imported = imported(&[("a.txt", &text)], None);
        assert_eq!(imported.summary.pages, left_out, "{text}");
        let kept = |page: &str| if left_out > 0 { String::new() } else { format!(" / {page}") };
        let expected = [
            format!("Article 1: Wet.{}", kept(one)),
            format!("Article 2: Dry.{}", kept(other)),
            "Article 3: Cold.".to_owned(),
        ];
        assert_eq!(articles(&briefing(&imported)), expected, "{text}");
    };
    for pages in [
        ["- 3 -", "- 4 -"],
        ["– 3 –", "– 4 –"],
        ["Page 9", "Page 10"],
        ["Page 1 of 3", "Page 2 of 3"],
        ["1/34", "12/34"],
    ] {
        check(pages, 2);
    }
    // What does not go up, or stands alone, may be anything.
    for kept in [["- 4 -", "- 3 -"], ["- 3 -", "Reeds."], ["Page 1 of them", "Page 2 of them"]] {
        check(kept, 0);
    }
}

#[test]
fn what_stands_behind_the_articles_is_not_joined_to_the_last() {
    let check = |heading: &str, expected: &str| {
        let text = format!(
            "Title\n\nArticle 1\n\nWet.\n\nArticle 2\n\nDry.\n\nArticle 3\n\nCold.\n\n{heading}\n\n\
             Words behind.\n"
        );
        let found = articles(&briefing(&imported(&[("a.txt", &text)], None)));
        let found = found.last().unwrap().clone();
        assert_eq!(found, format!("{expected} Words behind."), "{heading}");
    };
    check("Schedule 1", "Schedule 1:");
    check("ANNEX", "ANNEX:");
    check("Annex II – Maps", "Annex II = Maps:");
    check("Annex: Maps", "Annex = Maps:");
    check("Protocol", "Protocol:");
    check("Protocol No. 2", "Protocol No. 2:");
    check("PROTOCOL ON DUCKS", "PROTOCOL = ON DUCKS:");
    check("부칙", "부칙:");
    check("부칙<제12호>", "부칙 = 제12호:");
    check("부칙 <제12호, 2020. 1. 1.>", "부칙 = 제12호, 2020. 1. 1.:");
    // That is a sentence of the last article.
    check("Annex maps are green", "Article 3: Cold. / Annex maps are green /");
}

#[test]
fn an_annex_may_count_its_articles_anew() {
    let text = "법\n\n제1조(목적) 이 법은 못을 지킨다.\n\n제2조(새) 새는 난다.\n\n부칙 <제12호>\n\n\
                제1조(시행일) 이 법은 봄부터 시행한다.\n\n제2조(얼음) 얼음은 차다.\n\n제3조(빵) 빵은 없다.\n";
    let expected = [
        "제1조 = 목적: 이 법은 못을 지킨다.",
        "제2조 = 새: 새는 난다.",
        "부칙 = 제12호: 제1조(시행일) 이 법은 봄부터 시행한다. / 제2조(얼음) 얼음은 차다. / 제3조(빵) 빵은 없다.",
    ];
    check("a.txt", text, &expected);
}

#[test]
fn a_table_of_contents_is_left_out_and_counted() {
    let text = "Title\n\nContents\n\nArticle 1 Ponds\n\nArticle 2 Reeds\n\nArticle 3 Ice\n\n\
                Article 1 Ponds\n\nWet.\n\nArticle 2 Reeds\n\nDry.\n\nArticle 3 Ice\n\nCold.\n";
    let imported = imported(&[("a.txt", text)], None);
    let expected = [
        "Preamble: Contents",
        "Article 1 = Ponds: Wet.",
        "Article 2 = Reeds: Dry.",
        "Article 3 = Ice: Cold.",
    ];
    assert_eq!(articles(&briefing(&imported)), expected);
    assert_eq!(imported.summary.contents, 9);
}

#[test]
fn a_reference_to_an_article_that_is_there_is_a_link() {
    let law = "Pond Treaty\n\nArticle 1\n\nWet.\n\nArticle 2\n\nDry.\n\nArticle 4\n\nCold.\n";
    let check = |text: &str, expected: &str| {
        let imported = imported(&[("a.md", text), ("b.txt", law)], None);
        let section =
            imported.files.iter().find(|(path, _)| path.starts_with("sections/")).unwrap();
        let line = section.1.lines().find(|line| line.contains("text:")).unwrap();
        assert_eq!(
            line.trim_start_matches("  - text: ").trim_matches(['"', '\'']),
            expected,
            "{text}"
        );
    };
    check("See Article 4.", "See [Article 4](article:4).");
    check("Article 4(2) and Article 2", "[Article 4](article:4)(2) and [Article 2](article:2)");
    // The law that was named last is meant, unless one is named.
    check(
        "The Pond Treaty is old. See Article 4.",
        "The Pond Treaty is old. See [Article 4](article:4).",
    );
    check(
        "The Lake Convention is old. See its Article 4.",
        "The Lake Convention is old. See its Article 4.",
    );
    check("The *Lake Convention* is old. Article 4", "The *Lake Convention* is old. Article 4");
    check(
        "Beside the Geneva Conventions is the Treaty. Article 4",
        "Beside the Geneva Conventions is the Treaty. [Article 4](article:4)",
    );
    check(
        "The Lake Convention is old. Article 2 of the Treaty holds.",
        "The Lake Convention is old. [Article 2](article:2) of the Treaty holds.",
    );
    check("Article 4 of the Treaty", "[Article 4](article:4) of the Treaty");
    check("Article 4 of the Pond Treaty", "[Article 4](article:4) of the Pond Treaty");
    check(
        "Article 4 Pond Treaty and Article 4 PT",
        "[Article 4](article:4) Pond Treaty and [Article 4](article:4) PT",
    );
    check("The Treaty (Article 4) says", "The Treaty ([Article 4](article:4)) says");
    check("Article 4, Bonn said", "[Article 4](article:4), Bonn said");
    check("Article 4 Abs. 2 is it", "[Article 4](article:4) Abs. 2 is it");
    // That is another treaty, or none.
    for other in [
        "Article 4 TEU",
        "Article 4(2)(a) TEU",
        "Article 4 Abs. 2 Satz 1 GG",
        "Article 4 and 5 TEU",
        "Article 4, paragraph 2 TEU",
        "Article 4 (TEU)",
        "Article 4 UN Charter",
        "Article 4 Lake Treaty",
        "Article 4 of the Charter",
        "Article 4 of the Treaty on Lakes",
        "the Charter (Article 4)",
        "the UN Charter (Article 4)",
        "the Charter’s Article 4",
        "Under the Lake Convention, Article 4 says so",
        "TEU Article 4",
    ] {
        check(other, other);
    }
    check("Article 4 of the Lake Charter", "Article 4 of the Lake Charter");
    check("Article 5", "Article 5");
    check("Article 41", "Article 41");
}

#[test]
fn a_law_alone_makes_a_briefing_that_leads_to_it() {
    let law = "Pond Treaty\n\nArticle 1\n\nWet.\n\nArticle 2\n\nDry.\n\nArticle 3\n\nCold.\n";
    let briefing = briefing(&imported(&[("b.txt", law)], None));
    assert_eq!(briefing.sections.len(), 1);
    let block = briefing.sections[0].blocks.first().unwrap();
    assert_eq!(block.texts()[0].plain, "Pond Treaty");
}

/// The note on each article of the first law, behind the article's name.
#[track_caller]
fn check_notes(text: &str, expected: &[&str]) {
    let briefing = briefing(&imported(&[("a.md", text)], None));
    let law = briefing.instruments.first().unwrap();
    let told = |article: &Article| {
        let note = article.note.as_ref().map(|note| note.plain.replace('\n', " / "));
        note.map(|note| format!("{}: {note}", article.name))
    };
    assert_eq!(law.articles.iter().filter_map(told).collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn a_footnote_stands_by_its_article_wherever_it_is_called() {
    let law = "# Pond Treaty\n\nWords before{0}.\n\n## Part I{1}\n\n### Article 1{2}\n\nWet{3}.\n\n\
               ## Part II – Rest\n\n### Article 2\n\nDry.\n\n| a | b |\n|---|---|\n| c{4} | d |\n\n\
               ### Loose title{5}\n\n### Article 3\n\nCold.\n\n## Annex{6}\n\nList.\n\n[^n]: A note.\n";
    let at = |place: usize, expected: &[&str]| {
        let text = (0..7).fold(law.to_owned(), |text, one| {
            text.replace(&format!("{{{one}}}"), if one == place { "[^n]" } else { "" })
        });
        check_notes(&text, expected);
    };
    at(0, &["Preamble: A note."]);
    at(1, &["Article 1: A note."]);
    at(2, &["Article 1: A note."]);
    at(3, &["Article 1: A note."]);
    at(4, &["Article 2: A note."]);
    at(5, &["Article 3: A note."]);
    at(6, &["Annex: A note."]);
    // Nothing calls it.
    at(7, &["Annex: A note."]);
}

#[test]
fn a_footnote_that_several_articles_call_stands_by_each_if_it_is_short() {
    let law = "# Pond Treaty\n\n## Article 1\n\nWet[^n][^n].\n\n## Article 2\n\nDry[^n].\n\n## Article 3\n\n\
               Cold.\n\n[^n]: A note.\n";
    check_notes(law, &["Article 1: A note.", "Article 2: A note."]);
    let long = "word ".repeat(100);
    check_notes(&law.replace("A note.", &long), &[&format!("Article 1: {}", long.trim_end())]);
}

#[test]
fn headings_may_be_a_number_and_a_title() {
    let text = "Goose Licence\n\n   1. Definitions.\n\n      \"Goose\" shall mean a bird.\n\n   \
                2. Grant of Feathers. Subject to this licence, each goose\n      gives You its feathers.\n\n   \
                3. Redistribution. You may pass them on:\n\n      (a) with a copy of this licence; and\n\n      (b) unchanged.\n";
    let said = imported(&[("goose.txt", text)], Some(ImportAs::Instrument));
    assert_eq!(
        articles(&briefing(&said)),
        [
            "Section 1 = Definitions: \"Goose\" shall mean a bird.",
            "Section 2 = Grant of Feathers: Subject to this licence, each goose gives You its feathers.",
            "Section 3 = Redistribution: You may pass them on: / (a) with a copy of this licence; and / (b) unchanged.",
        ]
    );
    // Where nobody says that it is a law, it may be any text with numbered chapters.
    assert!(briefing(&imported(&[("goose.txt", text)], None)).instruments.is_empty());
}

#[test]
fn letters_of_markdown_stay_lines() {
    check(
        "a.md",
        "# Pond Act\n\n## Article 1\n\n1. Each keeper shall:\n   a. feed the geese;\n   b. water them.\n\n## Article 2\n\n\
         Each shall:\na. keep;\nb. consult.\n\n## Article 3\n\nNothing.\n",
        &[
            "Article 1: 1. Each keeper shall: / a. feed the geese; / b. water them.",
            "Article 2: Each shall: / a. keep; / b. consult.",
            "Article 3: Nothing.",
        ],
    );
}
