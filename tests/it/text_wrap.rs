//! Line breaking, by example.

use attache::text::{Face, Hyphens, Line, Measure, Rich, Role, wrap};

/// The lines as they look, a face or a link left out.
fn shown(lines: &[Line]) -> Vec<String> {
    let line = |line: &Line| line.segments.iter().map(|segment| &*segment.words).collect();
    lines.iter().map(line).collect()
}

#[track_caller]
fn check_rich(rich: &Rich, language: &str, width: usize, expected: &[&str]) {
    let hyphens = Hyphens::new(language);
    let lines = wrap(rich, &Measure { width, hyphens: hyphens.as_ref(), unbroken: false });
    assert_eq!(shown(&lines), expected);
}

#[track_caller]
fn check_in(language: &str, input: &str, width: usize, expected: &[&str]) {
    check_rich(&Rich::new(input, Role::Body), language, width, expected);
}

#[track_caller]
fn check(input: &str, width: usize, expected: &[&str]) {
    check_in("", input, width, expected);
}

#[test]
fn lines_come_out_even() {
    check(
        "To be, or not to be: that is the question",
        10,
        &["To be,", "or not to", "be: that", "is the", "question"],
    );
    check("one line", 8, &["one line"]);
    check("one line", 7, &["one", "line"]);
}

#[test]
fn a_number_stays_with_what_it_is_of_and_steps_with_each_other() {
    check("the clause (Article 4(2)(b)) counts", 34, &["the clause (Article 4(2)(b))", "counts"]);
    check("it stands under Part II", 21, &["it stands under", "Part II"]);
    check("das gilt nach Art. 4", 18, &["das gilt nach", "Art. 4"]);
    check("das gilt hier nach § 12", 20, &["das gilt hier nach", "§ 12"]);
    // Where there is no room for that, and where the word is no label or the number none.
    check("under Article 4(2)(b)", 12, &["under", "Article", "4(2)(b)"]);
    check("party of 4 came there", 9, &["party of", "4 came", "there"]);
    check("the Article Mix is one", 14, &["the Article", "Mix is one"]);
}

#[test]
fn space_goes_at_line_ends_only() {
    check("two  spaces", 20, &["two  spaces"]);
    check("two     spaces   ", 8, &["two", "spaces"]);
    check("  an indent stays", 11, &["  an indent", "stays"]);
    check("      indented", 9, &["indented"]);
    check("em\u{2003} \u{2003}space", 6, &["em", "space"]);
}

#[test]
fn nothing_to_show() {
    check("", 10, &[]);
    check("   ", 10, &[""]);
    check("words", 0, &[]);
}

#[test]
fn hard_breaks_end_lines() {
    check("roses\nviolets are blue", 12, &["roses", "violets are", "blue"]);
    check("a\n\nb", 12, &["a", "", "b"]);
    check("end\n", 12, &["end", ""]);
}

#[test]
fn no_break_spaces_hold() {
    check("see Article\u{A0}4 there", 12, &["see", "Article\u{A0}4", "there"]);
    check("le mot «\u{202F}oui\u{202F}» dit", 9, &["le mot", "«\u{202F}oui\u{202F}»", "dit"]);
}

#[test]
fn dashes_and_slashes_break() {
    check("the Moscow-Pyongyang axis", 11, &["the Moscow-", "Pyongyang", "axis"]);
    check("and/or", 4, &["and/", "or"]);
    check("https://example.org/treaty", 20, &["https://example.org/", "treaty"]);
}

#[test]
fn words_wider_than_the_line_are_split() {
    check("abcdefghij kl", 4, &["abcd", "efgh", "ij", "kl"]);
    check("a", 1, &["a"]);
    check("条約", 2, &["条", "約"]);
}

#[test]
fn what_is_wider_than_the_line_alone_gets_a_mark() {
    check("a条b", 1, &["a", "\u{FFFD}", "b"]);
}

#[test]
fn english_hyphens() {
    let text = "The comprehensive strategic partnership notwithstanding all.";
    check_in(
        "en",
        text,
        14,
        &["The comprehen-", "sive strategic", "partnership", "notwithstand-", "ing all."],
    );
    check_in(
        "",
        text,
        15,
        &["The", "comprehensive", "strategic", "partnership", "notwithstanding", "all."],
    );
}

#[test]
fn german_hyphens() {
    check_in(
        "de-AT",
        "Die Verteidigungsgemeinschaft der Vertragsparteien besteht.",
        16,
        &["Die Verteidi-", "gungsgemein-", "schaft der Ver-", "tragsparteien", "besteht."],
    );
}

#[test]
fn the_last_word_stays_whole() {
    check_in("en", "for the international", 16, &["for the", "international"]);
    // It cannot.
    check_in("en", "internationalisation", 12, &["internation-", "alisation"]);
}

#[test]
fn numbers_names_and_addresses_are_not_hyphenated() {
    for word in ["UNITEDNATIONS", "resolution1718", "www.internationale.org", "international_order"]
    {
        let points = Hyphens::new("en").unwrap().points(word);
        assert_eq!(points, Vec::<usize>::new(), "{word}");
    }
    let mut rich = Rich::new("see ", Role::Body);
    rich.push("international", Face { code: true, ..Face::default() });
    rich.push(" here now", Role::Body);
    check_rich(&rich, "en", 14, &["see", "international", "here now"]);
}

#[test]
fn hyphens_leave_two_letters_before_and_three_after() {
    #[track_caller]
    fn points(language: &str, word: &str, expected: &[usize]) {
        assert_eq!(Hyphens::new(language).unwrap().points(word), expected);
    }
    points("en", "extensive", &[2, 5]);
    points("en-GB", "(extensive),", &[3, 6]);
    points("en", "able", &[]);
    points("de", "Abend", &[]);
    points("fr", "l’administration", &[6, 8, 11, 14]);
    points("ru", "договор", &[4, 8]);
    assert!(["ko", "ja", "zh-Hant", "", "x"].iter().all(|tag| Hyphens::new(tag).is_none()));
}

#[test]
fn soft_hyphens_show_where_they_break() {
    check("Nord\u{AD}korea heute", 14, &["Nordkorea", "heute"]);
    check("Nord\u{AD}korea heute", 6, &["Nord-", "korea", "heute"]);
    check("word \u{AD}", 4, &["word"]);
    // They say where: the patterns are not asked.
    check_in(
        "de",
        "Verteidi\u{AD}gungsgemeinschaft jetzt",
        18,
        &["Verteidi-", "gungsgemeinschaft", "jetzt"],
    );
}

#[test]
fn korean_breaks_at_spaces() {
    check(
        "조선민주주의인민공화국과 러시아련방 사이의 조약",
        24,
        &["조선민주주의인민공화국과", "러시아련방 사이의 조약"],
    );
    check("조약 제4조는 상호원조를", 12, &["조약 제4조는", "상호원조를"]);
    check("북한(DPRK)은 유엔의 회원국", 14, &["북한(DPRK)은", "유엔의 회원국"]);
    check("약 50%의 KBS가 보도", 9, &["약 50%의", "KBS가", "보도"]);
}

#[test]
fn japanese_breaks_between_characters() {
    check("条約は、両国の関係を定める。", 12, &["条約は、両国", "の関係を定め", "る。"]);
    // No line begins with a full stop or ends with an opening bracket.
    check("第四条「相互援助」。", 8, &["第四条", "「相互援", "助」。"]);
}

#[test]
fn thai_and_its_neighbours_break_between_words() {
    /// The lines of the words, which stand between bars, end where words do, at any width.
    fn check_words(words: &str) {
        let text = words.replace('|', "");
        let mut bounds = vec![0];
        bounds.extend(words.split('|').scan(0, |at, word| {
            *at += word.len();
            Some(*at)
        }));
        for width in [12, 20, 33] {
            let lines = wrap(
                &Rich::new(text.as_str(), Role::Body),
                &Measure { width, hyphens: None, unbroken: false },
            );
            assert!(lines.len() > 1, "{width}: {text}");
            let mut at = 0;
            for line in shown(&lines) {
                at += line.len();
                assert!(bounds.contains(&at), "{width}: {line:?} of {text}");
            }
            assert_eq!(at, text.len(), "{text}");
        }
    }
    check_words("ภาษา|ไทย|เป็น|ภาษา|ที่|มี|ระดับ|เสียง|ของ|คำ|แน่นอน|หรือวรรณยุกต์|เช่น|เดียว|กับ|ภาษา|จีน");
    check_words("ພາສາ|ລາວ|ເປັນ|ພາສາ|ທາງການ|ຂອງ|ສາທາ|ລະນະ|ລັດ|ປະຊາທິ|ປະໄຕ|ປະຊາຊົນ|ລາວ");
    check_words("ភាសាខ្មែរ|គឺជា|ភាសាកំណើត|របស់|ជនជាតិ|ខ្មែរ|និង|ជា|ភាសា|ផ្លូវការ|របស់|ប្រទេស|កម្ពុជា");
    check_words("မြန်|မာ|ဘာသာ|စကားသည်|မြန်မာနိုင်ငံ|၏|ရုံး|သုံး|ဘာသာ|စကား|ဖြစ်သည်");
    // The sign of repetition stays with what it repeats.
    check_words("เด็กๆ|ต่างๆ|วิ่ง|เร็ว|เด็กๆ|ต่างๆ|วิ่ง|เร็ว|เด็กๆ|ต่างๆ|วิ่ง|เร็ว");
    // Between other words and these, and at a place that the author marks.
    check("the ภาษาไทย", 6, &["the", "ภาษา", "ไทย"]);
    check("ภา\u{200B}ษา", 2, &["ภา\u{200B}", "ษา"]);
}

#[test]
fn emoji_and_marks_stay_whole() {
    let family = "👩\u{200D}👩\u{200D}👧";
    check(&family.repeat(3), 12, &[&family.repeat(2), family]);
    check("🇰🇵🇷🇺🇰🇷", 8, &["🇰🇵🇷🇺", "🇰🇷"]);
    check("Ko\u{306}rean Ch\u{14F}n", 6, &["Ko\u{306}rean", "Ch\u{14F}n"]);
    check("a \u{301}b", 2, &["a \u{301}", "b"]);
    // A space with a mark on it stays, also at the start of a line.
    check("a \u{FF9E}b", 2, &["a", " \u{FF9E}", "b"]);
}

#[test]
fn faces_do_not_break_words() {
    let mut rich = Rich::new("so em", Role::Body);
    rich.push("pha", Face { strong: true, ..Face::default() }).push("sised", Role::Body);
    check_rich(&rich, "", 10, &["so", "emphasised"]);
    // The mark goes with its letter.
    let mut rich = Rich::new("e", Role::Body);
    rich.push("\u{301}t\u{E9}", Role::Note);
    let lines = wrap(&rich, &Measure { width: 9, hyphens: None, unbroken: false });
    let words: Vec<_> = lines[0].segments.iter().map(|segment| &*segment.words).collect();
    assert_eq!(words, ["e\u{301}", "t\u{E9}"]);
}

#[test]
fn a_link_keeps_its_number_over_lines() {
    let mut rich = Rich::new("As in ", Role::Body);
    rich.link("Article 4 of the treaty", Role::Link, 7).push(", aid.", Role::Body);
    let lines = wrap(&rich, &Measure { width: 12, hyphens: None, unbroken: false });
    let parts: Vec<Vec<_>> = lines
        .iter()
        .map(|line| line.segments.iter().map(|s| (&*s.words, s.range.clone(), s.link)).collect())
        .collect();
    assert_eq!(
        parts,
        [
            vec![("As in", 0..5, None)],
            vec![("Article 4 of", 6..18, Some(7))],
            vec![("the treaty", 19..29, Some(7)), (",", 29..30, None)],
            vec![("aid.", 31..35, None)],
        ]
    );
}

#[test]
fn a_hyphen_is_in_no_range() {
    let rich = Rich::new("internationalisation", Role::Body);
    let hyphens = Hyphens::new("en");
    let lines = wrap(&rich, &Measure { width: 12, hyphens: hyphens.as_ref(), unbroken: false });
    assert_eq!(lines[0].segments[0].words, "internation-");
    assert_eq!(lines[0].segments[0].range, 0..11);
    assert_eq!(lines[0].width, 12);
}
