//! Words and paragraphs that were edited a little, and those that are only like them.

use super::check;

const BRIDGES: &str = "
    # one
    p1: The stone bridge was built first, and it has carried carts, coaches and lorries since.
    p2: «The iron bridge came with the railway.» It hums when a train crosses, and children sing.
    p3: The rope bridge is for goats and for the brave.
    # two
    p1: The upper ferry runs when there is water.
    p2: The ferries meet at noon, where the smith waits for both of them.
    p3: The lower ferry runs when there is water.
";

/// Where the words are when `from` has become `to`.
#[track_caller]
fn edit(before: &str, from: &str, to: &str, expected: &str) {
    assert!(before.contains(from), "{from:?} is not in it");
    check(before, &before.replacen(from, to, 1).replace(['«', '»'], ""), expected);
}

#[test]
fn a_small_edit_of_the_words_keeps_them() {
    let check = |from: &str, to: &str, expected: &str| {
        edit(BRIDGES, from, to, &format!("at one/p2 {expected}"));
    };
    check("railway.»", "railway;»", "|The iron bridge came with the railway;| It ");
    check("railway.»", "railway»", "|The iron bridge came with the railway| It ");
    check("The iron", "the IRON", "|the IRON bridge came with the railway.| It ");
    check("The iron", "The first iron", "|The first iron bridge came with the railway.| It ");
    check("The iron", "Iron", "|Iron bridge came with the railway.| It ");
    check("«The iron bridge", "«The iorn bridge", "|The iorn bridge came with the railway.| It ");
    check("with the railway.»", "by rail.»", "|The iron bridge came by rail.| It ");
    check(
        "came with",
        "came – late – with",
        "|The iron bridge came – late – with the railway.| It ",
    );
}

#[test]
fn a_small_edit_beside_the_words_is_none_of_them() {
    let check = |from: &str, to: &str, expected: &str| {
        edit(BRIDGES, from, to, &format!("at one/p2 {expected}"));
    };
    check("«The iron", "Look up: «The iron", "up: |The iron bridge came with the railway.| It ");
    check("» It hums", "» But it hums", "|The iron bridge came with the railway.| But");
    check(
        " It hums when a train crosses, and children sing.",
        "",
        "|The iron bridge came with the railway.|",
    );
}

#[test]
fn a_paragraph_put_before_or_taken_away_moves_them() {
    let new = "p1: A new one that was not there.\n    p2: The stone";
    let shifted = BRIDGES.replace("p3: The rope", "p4: The rope").replace("p2: «", "p3: «");
    let shifted = shifted.replacen("p1: The stone", new, 1);
    let check_in = |text: &str, from: &str, to: &str, expected: &str| {
        assert!(text.contains(from), "{from:?} is not in it");
        check(BRIDGES, &text.replacen(from, to, 1).replace(['«', '»'], ""), expected);
    };
    check_in(
        &shifted,
        "railway.»",
        "railway;",
        "moved to one/p3 |The iron bridge came with the railway;| It ",
    );
    check_in(
        &shifted,
        "The iron",
        "The first iron",
        "moved to one/p3 |The first iron bridge came with the railway.| It ",
    );
    let fewer = BRIDGES.replace("p2: «", "p1: «").replace("p3: The rope", "p2: The rope");
    let stone = fewer.lines().nth(2).unwrap();
    let fewer = fewer.replacen(stone, "", 1);
    check_in(
        &fewer,
        "The iron",
        "The first iron",
        "moved to one/p1 |The first iron bridge came with the railway.| It ",
    );
    // One on each side of it.
    let between = BRIDGES
        .replace("p3: The rope", "p4: Another is new.\n    p5: The rope")
        .replace("p2: «", "p2: This is new.\n    p3: «");
    check_in(
        &between,
        "The iron",
        "The first iron",
        "moved to one/p3 |The first iron bridge came with the railway.| It ",
    );
}

#[test]
fn what_is_only_like_it_is_another() {
    let ferry =
        BRIDGES.replace(['«', '»'], "").replace("p1: The upper ferry", "p1: «The upper ferry");
    let ferry = ferry.replacen("when there is water.", "when there is water.»", 1);
    let p1 = ferry.lines().find(|line| line.contains('«')).unwrap().to_owned();
    // Gone, and the one that is like it stays.
    let gone = ferry.replace(&p1, "").replace("p2: The ferries", "p1: The ferries");
    check(&ferry, &gone.replace("p3: The lower", "p2: The lower"), "adrift");
    // The same if that was its neighbour.
    let beside = ferry
        .replace("p2: The ferries", "p3: The ferries")
        .replace("p3: The lower", "p2: The lower");
    check(&beside, &beside.replace(&p1, "").replace("p2: The lower", "p1: The lower"), "adrift");
    // A bookmark on it as a whole.
    let whole = ferry.replace('»', "");
    check(&whole, &gone.replace("p3: The lower", "p2: The lower"), "adrift");
    // Edited, it is told from the other.
    edit(&ferry, "The upper", "The uper", "at two/p1 |The uper ferry runs when there is water.|");
    edit(
        &ferry,
        "The upper",
        "The old upper",
        "at two/p1 |The old upper ferry runs when there is water.|",
    );
    edit(&whole, "The upper", "The old upper", "at two/p1");
}

#[test]
fn stages_of_a_walk_differ_by_a_number() {
    let stage = |n: usize| format!("Stage {n} of the walk goes on from where the last one ended.");
    let walk = |stages: &[String]| {
        let lines = (1..).zip(stages).map(|(n, words)| format!("p{n}: {words}\n"));
        format!("# way\n{}", lines.collect::<String>())
    };
    let stages: Vec<String> = (1..=9).map(stage).collect();
    for n in 0..9 {
        for marked in [format!("«{}»", stages[n]), format!("«{}", stages[n])] {
            let mut before = stages.clone();
            before[n].clone_from(&marked);
            let mut gone = stages.clone();
            gone.remove(n);
            check(&walk(&before), &walk(&gone), "adrift");
            let mut edited = gone.clone();
            edited.insert(n, stages[n].replace("goes on", "continues"));
            let found =
                if marked.contains('»') { format!(" |{}|", edited[n]) } else { String::new() };
            check(&walk(&before), &walk(&edited), &format!("at way/p{}{found}", n + 1));
            edited[n] = format!("Day {n} of the walk goes on from where the last one ended.");
            let found =
                if marked.contains('»') { format!(" |{}|", edited[n]) } else { String::new() };
            check(&walk(&before), &walk(&edited), &format!("at way/p{}{found}", n + 1));
        }
    }
}

#[test]
fn korean_words_are_kept_when_a_syllable_changes() {
    let before = "
        # one
        p1: 돌다리는 가장 먼저 놓였고, 그 뒤로 수레와 마차가 지나다녔다.
        p2: «러시아와 북한은 포괄적 전략 동반자 관계에 관한 조약을 체결하였다.» 조약은 12월에 발효하였다.
        p3: 밧줄 다리는 염소와 용감한 사람을 위한 것이다.
    ";
    let check = |from: &str, to: &str, expected: &str| {
        edit(before, from, to, &format!("at one/p2 |{expected}| 조약은"));
    };
    let words = "러시아와 북한은 포괄적 전략 동반자 관계에 관한 조약을 체결";
    check("체결하였다", "체결했다", &format!("{words}했다."));
    check("«러시아와", "«로시아와", &format!("로{}하였다.", &words['러'.len_utf8()..]));
    check("포괄적 ", "", &format!("{}하였다.", words.replace("포괄적 ", "")));
    check(
        "북한은 ",
        "북한은 6월에 ",
        &format!("{}하였다.", words.replace("북한은", "북한은 6월에")),
    );
    // A word that a particle follows.
    let word = before.replace(['«', '»'], "").replacen("조약을", "«조약»을", 1);
    edit(&word, "«조약»을 체결", "«협약»을 체결", "at one/p2  관한 |협약|을 체결");
    edit(&word, "«조약»을 체결하였다", "«협약»을 맺었다", "adrift near one/p2");
    edit(&word, "«조약»을 체결하였다", "«조약»을 맺었다", "at one/p2  관한 |조약|을 맺었");
}

#[test]
fn a_beginning_that_was_mistyped_is_no_other() {
    let check = |from: &str, to: &str, expected: &str| edit(BRIDGES, from, to, expected);
    check("«The iron", "«teh irno", "at one/p2 |teh irno bridge came with the railway.| It ");
    let later = BRIDGES.replace(['«', '»'], "").replace("It hums", "«It hums»");
    edit(&later, "The iron", "Teh iron", "at one/p2 ay. |It hums| whe");
    edit(&later, "The iron", "Once the iron", "at one/p2 ay. |It hums| whe");
    let whole = BRIDGES.replace('»', "");
    edit(&whole, "The iron", "Teh iron", "at one/p2");
    edit(&whole, "The iron bridge came", "The steel bridge came", "at one/p2");
    // In the only paragraph of a section, with a new one before it.
    let alone = "# one\np1: «The iron bridge came with the railway.»";
    super::check(
        alone,
        "# one\np1: A new one that was not there.\np2: Teh iron bridge came with the railway.",
        "moved to one/p2 |Teh iron bridge came with the railway.|",
    );
}

#[test]
fn a_paragraph_may_be_divided_joined_or_put_elsewhere() {
    let plain = BRIDGES.replace(['«', '»'], "");
    let later = plain.replace("It hums when a train crosses", "«It hums when a train crosses»");
    let divided =
        plain.replace(" It hums", "\n    p3: It hums").replace("p3: The rope", "p4: The rope");
    check(BRIDGES, &divided, "at one/p2 |The iron bridge came with the railway.|");
    check(&later, &divided, "moved to one/p3 |It hums when a train crosses|, an");
    let joined =
        plain.replace("since.\n    p2: The", "since. The").replace("p3: The rope", "p2: The rope");
    check(BRIDGES, &joined, "moved to one/p1 ce. |The iron bridge came with the railway.| It ");
    check(&later, &joined, "moved to one/p1 ay. |It hums when a train crosses|, an");
    check(&plain.replace("p2: The iron", "p2: «The iron"), &joined, "moved to one/p1");
    let below = plain.replace("sing.\n    p3: The", "sing. The");
    check(BRIDGES, &below, "at one/p2 |The iron bridge came with the railway.| It ");
    let rope =
        plain.replace("p3: The rope bridge is for goats", "p3: «The rope bridge is for goats»");
    check(&rope, &below, "moved to one/p2 ng. |The rope bridge is for goats| and");
    let iron = plain.lines().nth(3).unwrap();
    let moved = plain.replace(iron, "").replace("p3: The rope", "p2: The rope");
    let moved = format!("{moved}\n{}", iron.replace("p2:", "p4:"));
    check(BRIDGES, &moved, "moved to two/p4 |The iron bridge came with the railway.| It ");
    check(&later, &moved, "moved to two/p4 ay. |It hums when a train crosses|, an");
    check(&BRIDGES.replace('»', ""), &moved, "moved to two/p4");
    // A section that is called otherwise.
    check(
        BRIDGES,
        &plain.replace("# one", "# three"),
        "moved to three/p2 |The iron bridge came with the railway.| It ",
    );
}

#[test]
fn a_sentence_that_stands_twice_is_not_followed_to_its_twin() {
    let before = "
        # one
        p1: The upper ferry runs at noon. «Tickets are sold at the gate.»
        p2: The ferries meet, and the smith waits for both of them.
        p3: The lower ferry runs at noon. Tickets are sold at the gate.
    ";
    let gone = "
        # one
        p1: The ferries meet, and the smith waits for both of them.
        p2: The lower ferry runs at noon. Tickets are sold at the gate.
    ";
    check(before, gone, "adrift");
    edit(before, "sold at", "sold by", "at one/p1 on. |Tickets are sold by the gate.|");
    edit(before, "The upper", "The old upper", "at one/p1 on. |Tickets are sold at the gate.|");
    edit(before, " «Tickets are sold at the gate.»", "", "adrift near one/p1");
}

#[test]
fn dashes_and_quotation_marks_do_not_matter() {
    let before = "# one\np1: He said: «“It's the same – always.”» And left.";
    let check =
        |after: &str, expected: &str| check(before, &format!("# one\np1: {after}"), expected);
    check(
        "He said: \"It’s the same—always.\" And left.",
        "at one/p1 id: |\"It’s the same—always.\"| And",
    );
    check(
        "He said, 'its the same - always'. And left.",
        "at one/p1 id, |'its the same - always'.| And",
    );
}

#[test]
fn what_an_author_named_is_told_by_its_name() {
    let before =
        "# one\nstone: The upper bridge stands.\niron: «The lower bridge stands.»\nrope: It sways.";
    edit(before, "The lower", "The old", "at one/iron |The old bridge stands.|");
    check(before, "# one\nstone: The upper bridge stands.\nrope: It sways.", "adrift");
    check(
        before,
        "# one\nstone: The upper bridge stands.\niron: Nothing of it.\nrope: It sways.",
        "adrift near one/iron",
    );
}
