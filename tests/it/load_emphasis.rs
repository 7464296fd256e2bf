//! Emphasis beside Korean, Chinese and Japanese letters, where CommonMark alone sees none.
#![allow(clippy::expect_used, reason = "a test that cannot go on shall stop")]

use crate::common::yaml;

/// What a paragraph of `markup` comes to: `#` before strong words, `*` before light ones, `@` before links, and
/// `|` between runs. Every run knows where its words were written.
#[track_caller]
fn check(markup: &str, expected: &str) {
    let value = markup.replace('\'', "''");
    let loaded = yaml::load_one(&yaml::body(&format!("      - text: '{value}'\n")));
    assert!(loaded.diagnostics.is_empty(), "{}", yaml::lines(&loaded));
    let briefing = loaded.briefing.expect("a briefing");
    let text = briefing.blocks().next().expect("a block").1.texts()[0].clone();
    let mut told = Vec::new();
    for span in &text.spans {
        let marks = [
            (span.emphasis.light, '*'),
            (span.emphasis.strong, '#'),
            (span.emphasis.code, '`'),
            (span.target.is_some(), '@'),
        ];
        let words = &text.plain[span.range.clone()];
        let source = &markup[span.source.clone()];
        assert!(source.replace('\\', "").contains(words), "{words:?} was written as {source:?}");
        let marks = marks.into_iter().filter(|(is_on, _)| *is_on).map(|(_, mark)| mark);
        told.push(marks.chain(words.chars()).collect::<String>());
    }
    assert_eq!(told.join("|"), expected);
}

#[test]
fn korean() {
    check("**한국(ROK)**은 있다", "#한국(ROK)|은 있다");
    check("**'안보'**를 말한다", "#'안보'|를 말한다");
    check("**“상호원조”**를 약속했다", "#“상호원조”|를 약속했다");
    check("**『조약』**의 *러시아(RF)*와", "#『조약』|의 |*러시아(RF)|와");
    check("한국**(ROK)**은, 한국*(대한민국)*은", "한국|#(ROK)|은, 한국|*(대한민국)|은");
    check("***조약(1961)***은", "*#조약(1961)|은");
    check("**조약**은 *제4조*의", "#조약|은 |*제4조|의");
}

#[test]
fn chinese_and_japanese() {
    check("**「条約」**は", "#「条約」|は");
    check("この**「条約」**は", "この|#「条約」|は");
    check("**中国（PRC）**的", "#中国（PRC）|的");
    check("**中国(PRC)**的，他说：**“不。”**他走了", "#中国(PRC)|的，他说：|#“不。”|他走了");
    check("これは**強い。**そして*弱い。*終わり", "これは|#強い。|そして|*弱い。|終わり");
    check("ａ**（ｂ）**ｃ", "ａ|#（ｂ）|ｃ");
}

#[test]
fn around_links_and_code() {
    check("이것은**[조약](section:s)**의", "이것은|#@조약|의");
    check("**[조약](section:s)(1)**은 [**『법』**의](section:s)", "#@조약|#(1)|은 |#@『법』|@의");
    check("한국**`x*y`**은", "한국|#`x*y|은");
    check("[곳](https://example.org/한*(나)*국) **한(가)**은", "@곳| |#한(가)|은");
}

#[test]
fn what_is_no_mark_stays() {
    check("\\*\\*한국(ROK)\\*\\*은", "**한국(ROK)**은");
    check("\\**한국(ROK)\\**은", "*|*한국(ROK)*|은");
    check("**한국(ROK)** 은", "#한국(ROK)| 은");
    check("** 한국(ROK) **은", "** 한국(ROK) **은");
    check("한국 2*3 = 6, *(참고)", "한국 2*3 = 6, *(참고)");
    // Of letters that are not these, CommonMark is right.
    check("**Korea(ROK)**s 한국", "**Korea(ROK)**s 한국");
    check("ß**(a)**ß 한", "ß**(a)**ß 한");
    check("가\u{FDD0}**나(a)**는", "가\u{FDD0}|#나(a)|는");
}
