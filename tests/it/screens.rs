//! The whole screen, as a reader sees it: characters, and the style of each run.

use attache::app::{FaultReport, Msg, Opened, Volume};
use attache::model::kept::Kept;
use attache::theme::{Depth, Name, Theme};

use crate::common::{self, Desk};

/// The screen after `keys`, at a size, as characters.
fn screen(width: u16, height: u16, keys: &str) -> String {
    Desk::new(width, height).press(keys).screen()
}

#[test]
fn three_columns() {
    insta::assert_snapshot!("150x45", screen(150, 45, ""));
    insta::assert_snapshot!("150x45-actors", screen(150, 45, "3 }"));
}

#[test]
fn two_columns() {
    insta::assert_snapshot!("120x40", screen(120, 40, "}"));
    insta::assert_snapshot!("100x30", screen(100, 30, "Right Right"));
    insta::assert_snapshot!("80x24", screen(80, 24, ""));
}

#[test]
fn one_pane_at_a_time() {
    insta::assert_snapshot!("60x20", screen(60, 20, ""));
    insta::assert_snapshot!("60x20-articles", screen(60, 20, "2"));
    insta::assert_snapshot!("60x20-actors", screen(60, 20, "3"));
    insta::assert_snapshot!("20x5", screen(20, 5, "j"));
    insta::assert_snapshot!("19x5", screen(19, 5, ""));
}

#[test]
fn every_kind_of_block() {
    insta::assert_snapshot!("blocks", screen(80, 70, "C"));
    insta::assert_snapshot!("korean", screen(60, 20, "]"));
}

#[test]
fn overlays() {
    insta::assert_snapshot!("contents", screen(100, 30, "o"));
    insta::assert_snapshot!("help", screen(100, 60, "?"));
    insta::assert_snapshot!("help-60x20", screen(60, 20, "?"));
    insta::assert_snapshot!("card", screen(100, 30, "2 Enter"));
    insta::assert_snapshot!("peek", screen(100, 30, "Right Right Right Right K"));
    insta::assert_snapshot!("sources", screen(100, 30, "Left Enter"));
    insta::assert_snapshot!("address", screen(100, 30, "G Right Right Enter"));
}

#[test]
fn styles() {
    let mut desk = Desk::new(80, 24);
    desk.press("Right");
    insta::assert_snapshot!("styles-dark-16", desk.painting());
    desk.theme = Theme::new(Name::Light, Depth::True, true);
    insta::assert_snapshot!("styles-light-true", desk.painting());
    desk.theme = Theme::new(Name::Dark, Depth::Indexed, true);
    insta::assert_snapshot!("styles-dark-256", desk.painting());
    desk.theme = Theme::new(Name::Mono, Depth::True, true);
    insta::assert_snapshot!("styles-mono", desk.painting());
}

#[test]
fn without_utf8() {
    let mut desk = Desk::bare(80, 24, false);
    let briefing = common::sample();
    desk.app.update(Msg::Opened(Opened {
        briefing,
        faults: Vec::new(),
        kept: attache::model::kept::Kept::default(),
    }));
    desk.press("Esc");
    insta::assert_snapshot!("ascii", desk.screen());
}

#[test]
fn faults_are_counted_and_listed() {
    let mut desk = Desk::bare(100, 30, true);
    let briefing = common::sample();
    let faults = vec![FaultReport {
        severity: "error".to_owned(),
        place: "sample/briefing.yaml:12:5".to_owned(),
        file: "sample/briefing.yaml".to_owned(),
        line: 12,
        rule: "reference".to_owned(),
        message: "there is no actor `adda`".to_owned(),
        help: Some("did you mean `ada`?".to_owned()),
    }];
    desk.app.update(Msg::Opened(Opened {
        briefing,
        faults,
        kept: attache::model::kept::Kept::default(),
    }));
    desk.press("Enter");
    assert!(desk.screen().contains("1 fault in the briefing's files; ! lists them"));
    desk.press("!");
    insta::assert_snapshot!("faults", desk.screen());
}

#[test]
fn keys_in_the_help_over_the_shelf() {
    let check = |keys: &str, open: usize, said: Option<&str>| {
        let mut desk = Desk::bare(60, 20, true);
        let volume =
            |id: &str| Volume { title: id.to_owned(), id: id.to_owned(), ..Volume::default() };
        desk.app.set_shelf(vec![volume("one"), volume("two")]);
        desk.press(keys);
        assert_eq!((desk.app.overlays().len(), desk.app.said()), (open, said), "{keys}");
    };
    check("?", 1, None);
    check("? Esc", 0, None);
    check("? s", 0, None);
    check("? n", 1, Some("nothing is searched for; / begins"));
    check("? N", 1, Some("nothing is searched for; / begins"));
    check("? t", 1, Some("no briefing is open"));
}

/// An edition says of what it is one, by the title if that is on the shelf, and this one names the edition.
#[test]
fn editions_on_a_shelf_name_each_other() {
    let volume = |id: &str, title: &str, language: &str, of: Option<&str>| Volume {
        title: title.to_owned(),
        id: id.to_owned(),
        language: language.to_owned(),
        edition_of: of.map(str::to_owned),
        ..Volume::default()
    };
    let shelf = vec![
        volume("bridge", "The bridge", "en", None),
        volume("bridge-ko", "다리", "ko", Some("bridge")),
        volume("ferry-gsw", "D Fähri", "gsw-CH", Some("ferry")),
    ];
    let mut desk = Desk::bare(80, 24, true);
    desk.app.set_shelf(shelf.clone());
    let told = |screen: &str| {
        let rows = screen.lines().map(|row| row.trim_start_matches(['▌', '▎', ' ']).trim_end());
        rows.filter(|row| row.contains(" edition")).map(str::to_owned).collect::<Vec<_>>()
    };
    let expected =
        ["Korean edition: 다리", "Korean edition of The bridge", "“gsw-CH” edition of ferry"];
    assert_eq!(told(&desk.screen()), expected);
    // One that is read later is named by the others then.
    let unread = Volume { title: "bridge".to_owned(), ..Volume::default() };
    let mut desk = Desk::bare(80, 24, true);
    desk.app.set_shelf(vec![unread, shelf[1].clone(), shelf[2].clone()]);
    assert_eq!(told(&desk.screen()), ["Korean edition of bridge", expected[2]]);
    desk.send(Msg::Volume(0, shelf[0].clone()));
    assert_eq!(told(&desk.screen()), expected);
    // So does its title page.
    let yaml = "format: 1\ntitle: 다리\nlanguage: ko\nedition_of: bridge\nsections: [{id: s, title: S, body: [{text: 강.}]}]\n";
    let desk = desk.come_to(common::briefing(yaml), Kept::default());
    assert_eq!(told(&desk.screen()), ["Korean edition of The bridge"]);
    let alone = Desk::title_page(common::briefing(yaml), 80, 24);
    assert_eq!(told(&alone.screen()), ["Korean edition of bridge"]);
}

#[test]
fn a_shelf_to_choose_from() {
    let mut desk = Desk::bare(80, 24, true);
    let volume = |id: &str, title: &str| Volume {
        title: title.to_owned(),
        id: id.to_owned(),
        summary: "What it is about, in a sentence.".to_owned(),
        ..Volume::default()
    };
    desk.app.set_shelf(vec![volume("one", "The first briefing"), volume("two", "The second")]);
    insta::assert_snapshot!("shelf", desk.screen());
    for (width, height) in [(150, 45), (80, 24), (60, 20)] {
        let screen = desk.resize(width, height).screen();
        assert!(!screen.contains(['│', '┬', '├', '┴']), "{screen}");
        let footer = screen.lines().last().unwrap_or_default().to_owned();
        assert!(footer.contains("T theme"), "{footer}");
    }
    desk.press("} Enter");
    assert_eq!(desk.effects, [attache::app::Effect::Open(1)]);
}

#[test]
fn what_failed_is_said() {
    let mut desk = Desk::new(80, 24);
    desk.app.update(Msg::Failed("the file is gone: b/briefing.yaml".to_owned()));
    assert!(desk.screen().contains("the file is gone: b/briefing.yaml"));
    desk.press("Esc");
    assert!(!desk.screen().contains("the file is gone"));
}

/// A table that fits and one whose cells wrap, points below points, a quotation of paragraphs, a claim.
const BLOCKS: &str = r#"
format: 1
title: The bridge at Low Water
sections:
  - id: blocks
    title: What is known
    body:
      - table:
          caption: Bridges of the town
          columns: [Bridge, Built, What is known]
          align: [left, right, left]
          rows:
            - [Old bridge, 1907, "Mended by [Ada](actor:ada) *twice*"]
            - [Ferry, "", Gone]
        evidence: reporting
      - table:
          columns: [조항, 1961년 조약, 2024년 조약]
          rows:
            - [군사 지원, 지체 없이 온갖 수단으로 원조를 제공한다, 유엔헌장 제51조와 양국의 국내법에 따라 모든 수단으로 원조를 제공한다]
            - [기한, 10년, 무기한]
      - list:
          - text: The north keeps the quay, and mends it after each flood
            list: [whoever has broken it, {text: but pays, list: [in spring, in autumn]}]
          - The south keeps the crane
        ordered: true
      - quote: [We shall share the water., And the bridge.]
        from: ada
      - text: The engineer says that the bridge holds.
        evidence: claim
        confidence: low
        sources: [{id: report, at: para 4}]
actors: [{id: ada, name: Ada Marsh}]
sources: [{id: report, title: Report on the bridge}]
"#;

#[test]
fn blocks_of_every_kind() {
    for (width, height) in [(150, 45), (80, 24), (60, 20)] {
        let mut desk = Desk::open(BLOCKS, width, height);
        insta::assert_snapshot!(format!("blocks-{width}x{height}"), desk.screen());
        desk.press("Space");
        insta::assert_snapshot!(format!("blocks-below-{width}x{height}"), desk.screen());
    }
}
