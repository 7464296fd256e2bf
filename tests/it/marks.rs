//! Bookmarks, highlights and notes in the text and in their list: keys in, screens and changes out.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use attache::app::{Effect, Msg};
use attache::model::kept::{Kept, Note};
use attache::theme::{Depth, Name, Theme};

use crate::common::marks::{
    NOW, assert_hides, assert_shows, changes, desk, drafts, kept_elsewhere, list, notes, press,
    quote, reopen,
};
use crate::common::{self, Desk};

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (60, 20)];

/// Three things on three paragraphs, and a draft.
fn furnished(width: u16, height: u16) -> Desk {
    let mut desk = desk(width, height);
    press(&mut desk, "m 'q' Enter M a 'Ask who told the harbour master.' Alt-Enter");
    press(&mut desk, "'And when.' Enter } m 'for the exam' Enter } a 'Not fin' Esc { {");
    desk
}

#[test]
fn in_the_text_and_in_the_list() {
    for (width, height) in SIZES {
        let mut desk = furnished(width, height);
        insta::assert_snapshot!(format!("text-{width}x{height}"), desk.screen());
        list(&mut desk);
        insta::assert_snapshot!(format!("list-{width}x{height}"), desk.screen());
        press(
            &mut desk,
            "Esc a Alt-Enter 'More and more words, until there is no room in one row'",
        );
        insta::assert_snapshot!(format!("writing-{width}x{height}"), desk.screen());
    }
}

#[test]
fn highlights_are_told_without_colour() {
    let mut desk = furnished(80, 24);
    for (name, theme) in [
        ("dark", Theme::new(Name::Dark, Depth::Sixteen, true)),
        ("light", Theme::new(Name::Light, Depth::True, true)),
        ("mono", Theme::new(Name::Mono, Depth::True, true)),
    ] {
        desk.theme = theme;
        insta::assert_snapshot!(format!("styles-{name}"), desk.painting());
    }
}

#[test]
fn without_utf8() {
    let mut desk = Desk::bare(80, 24, false);
    let kept = kept_elsewhere(&furnished(80, 24));
    reopen(&mut desk, common::SAMPLE, kept);
    insta::assert_snapshot!("ascii", desk.screen());
}

#[test]
fn on_a_very_small_screen() {
    let mut desk = furnished(20, 5);
    list(&mut desk);
    insta::assert_snapshot!("list-20x5", desk.screen());
    press(&mut desk, "Esc a ' and more'");
    insta::assert_snapshot!("writing-20x5", desk.screen());
    press(&mut desk, "Enter");
    assert_eq!(notes(&desk).len(), 1);
}

#[test]
fn a_bookmark_is_plain_or_has_a_letter_or_a_label() {
    let check = |keys: &str, mark: Option<char>, label: &str, said: &str| {
        let mut desk = desk(100, 30);
        press(&mut desk, keys);
        assert_shows(&desk, said);
        let bookmarks = &desk.app.kept().bookmarks;
        let made: Vec<_> = bookmarks.iter().map(|b| (b.mark, b.label.as_str(), b.made)).collect();
        assert_eq!(made, [(mark, label, NOW)], "{keys}");
        assert_eq!(kept_elsewhere(&desk), *desk.app.kept());
    };
    check("m Enter", None, "", "bookmarked");
    check("m 'q' Enter", Some('q'), "", "⚑ q");
    check("m '한' Enter", Some('한'), "", "⚑ 한");
    // An accent of its own makes one letter with what it stands on.
    check("m 'e\u{301}' Enter", Some('é'), "", "⚑ é");
    check("m '!' Enter", None, "!", "⚑ !");
    check("m ' for the exam ' Enter", None, "for the exam", "⚑ for the exam");
    // A second time the old name is there to be changed.
    check("m 'q' Enter m", Some('q'), "", "bookmark: q");
    check("m 'q' Enter m Backspace 'r' Enter", Some('r'), "", "⚑ r");
    check("m 'exam' Enter m Ctrl-u Enter", None, "", "bookmarked");
}

#[test]
fn a_bookmark_is_not_made_if_the_line_is_left() {
    let mut desk = desk(100, 30);
    press(&mut desk, "m 'q' Esc");
    assert_eq!(changes(&desk), []);
}

#[test]
fn a_letter_leads_to_one_paragraph_only() {
    let mut desk = desk(100, 30);
    press(&mut desk, "m 'q' Enter } m 'q' Enter");
    let bookmarks = &desk.app.kept().bookmarks;
    let of = |id: &str| bookmarks.iter().find(|b| b.anchor.block == id).unwrap().mark;
    assert_eq!((of("signing"), of("p2")), (None, Some('q')));
}

#[test]
fn a_highlight_comes_and_goes() {
    let mut desk = desk(100, 30);
    press(&mut desk, "M");
    let kept = desk.app.kept();
    assert_eq!(quote(&kept.highlights[0].anchor), "Ada Marsh and Ben Holt signed on 3 March.");
    press(&mut desk, "M");
    assert_eq!(desk.app.kept().highlights, []);
    assert_eq!(changes(&desk).len(), 2);
}

#[test]
fn a_chosen_link_says_which_sentence() {
    let mut desk = desk(100, 30);
    press(&mut desk, "l l l l M");
    let exact = quote(&desk.app.kept().highlights[0].anchor);
    assert_eq!(exact, "The core is Article 4, whose model is Article 1 of 1880.");
}

#[test]
fn the_line_under_the_cursor_says_which_sentence() {
    let mut desk = desk(60, 30);
    press(&mut desk, "j j j M");
    let exact = quote(&desk.app.kept().highlights[0].anchor).to_owned();
    assert!(exact.starts_with("Nobody had asked the harbour master"), "{exact}");
    assert!(exact.ends_with("which the treaty never defines."), "{exact}");
}

#[test]
fn the_list_says_how_to_begin() {
    let mut desk = desk(100, 30);
    list(&mut desk);
    assert_shows(&desk, "In the text, m marks a paragraph, M highlights a sentence and a");
    press(&mut desk, "Enter a D");
    assert_eq!(changes(&desk), []);
    list(&mut desk);
    assert_hides(&desk, "Marks: bookmarks, highlights and notes");
}

#[test]
fn the_list_leads_to_the_place_and_back() {
    let mut desk = furnished(100, 30);
    press(&mut desk, "] M a 'On the gate' Enter [");
    list(&mut desk);
    press(&mut desk, "G Enter");
    assert_eq!(desk.focus(), "quarrel/start");
    press(&mut desk, "Backspace");
    assert_shows(&desk, "Marks: bookmarks, highlights and notes");
    press(&mut desk, "D Esc");
    assert_eq!(desk.focus(), "text/signing");
    assert_eq!(desk.app.kept().notes.len(), 1);
}

#[test]
fn the_list_leads_to_the_line_of_the_words() {
    let mut desk = desk(60, 20);
    press(&mut desk, "j j j j a 'x' Enter ]");
    list(&mut desk);
    press(&mut desk, "Enter");
    assert_eq!(desk.focus(), "text/signing");
    let line = desk.screen().lines().find(|line| line.starts_with('▌')).unwrap().to_owned();
    assert!(line.contains("Nobody had"), "{line}");
}

#[test]
fn the_list_changes_notes_and_writes_new_ones() {
    let mut desk = furnished(100, 30);
    list(&mut desk);
    // Bookmark q, the highlight, the note on it.
    press(&mut desk, "} } a ' Really.' Enter");
    assert!(desk.app.kept().notes[0].text.ends_with("And when. Really."));
    press(&mut desk, "g a 'On the whole.' Enter");
    assert_eq!(notes(&desk)[1], ("", "On the whole."));
    assert_shows(&desk, "On the whole.");
}

/// Where the reader is is not the matter here.
fn without_place(kept: &Kept) -> Kept {
    Kept { position: None, ..kept.clone() }
}

#[test]
fn what_was_removed_can_be_put_back() {
    let mut desk = furnished(100, 30);
    let before = desk.app.kept().clone();
    list(&mut desk);
    let things = before.bookmarks.len() + before.highlights.len() + before.notes.len() + 1;
    for _ in 0..things {
        press(&mut desk, "D");
        assert_shows(&desk, "removed; D puts it back");
        assert_shows(&desk, "D put back");
        press(&mut desk, "}");
    }
    let empty = Kept::default();
    assert_eq!(without_place(desk.app.kept()), empty);
    assert_eq!(without_place(&kept_elsewhere(&desk)), empty);
    insta::assert_snapshot!("removed", desk.screen());
    // Also after the list was closed.
    press(&mut desk, "Esc g");
    assert_hides(&desk, "Your note");
    list(&mut desk);
    press(&mut desk, "g");
    for _ in 0..things {
        press(&mut desk, "Del }");
    }
    assert_eq!(*desk.app.kept(), before);
    assert_eq!(kept_elsewhere(&desk), before);
    assert_hides(&desk, "removed");
}

#[test]
fn to_write_on_what_was_removed_puts_it_back() {
    for (of, expected) in [("mine", "mine, again"), ("draft", "draft, again")] {
        let mut desk = desk(100, 30);
        press(&mut desk, if of == "mine" { "a 'mine' Enter" } else { "a 'draft' Esc" });
        list(&mut desk);
        press(&mut desk, "D");
        assert_eq!(*desk.app.kept(), Kept::default());
        press(&mut desk, "a ', again' Enter");
        assert_eq!((notes(&desk)[0].1, drafts(&desk).len()), (expected, 0));
        assert_eq!(kept_elsewhere(&desk), *desk.app.kept());
        assert_eq!(desk.screen().matches("Note\u{a0}").count(), 1);
        assert_hides(&desk, "removed");
    }
    // A note that was emptied while a draft of it was left elsewhere comes back as what is saved.
    let mut desk = desk(100, 30);
    press(&mut desk, "a 'mine' Enter a 'x' Esc");
    list(&mut desk);
    press(&mut desk, "D } a Enter");
    assert_eq!((notes(&desk)[0].1, drafts(&desk).len()), ("minex", 0));
    assert_hides(&desk, "removed");
}

#[test]
fn notes_follow_their_words() {
    let kept = kept_elsewhere(&furnished(100, 30));
    // A paragraph before, and the paragraph's own id gone.
    let edited = common::SAMPLE
        .replace("      - id: signing\n        text:", "      - text: New.\n      - text:")
        .replace("        about: signing\n", "");
    let mut desk = desk(100, 30);
    reopen(&mut desk, &edited, kept.clone());
    press(&mut desk, "}");
    assert_shows(&desk, "Your note  Ask who told the harbour master.");
    // What has moved is kept at its new place.
    let moved = kept_elsewhere(&desk);
    assert_eq!(moved.notes[0].anchor.block, "p2");
    assert_eq!(moved.notes[0].text, kept.notes[0].text);
    assert_eq!(quote(&moved.highlights[0].anchor), quote(&kept.highlights[0].anchor));
    // And is not moved again.
    let kept = desk.app.kept().clone();
    reopen(&mut desk, &edited, kept);
    assert_eq!(changes(&desk), []);
}

#[test]
fn a_note_follows_words_that_are_edited_again_and_again() {
    let mut desk = furnished(100, 40);
    let edits = [
        ("signed on", "signed the treaty on"),
        (" and [Ben Holt](actor:ben)", ", with [Ben Holt](actor:ben),"),
        ("[3 March](event:signing).", "the [3rd of March](event:signing)!"),
        ("[Ada Marsh](actor:ada)", "The mayor"),
    ];
    let mut yaml = common::SAMPLE.to_owned();
    for (from, to) in edits {
        assert!(yaml.contains(from), "{from}");
        yaml = yaml.replacen(from, to, 1);
        let kept = desk.app.kept().clone();
        reopen(&mut desk, &yaml, kept);
        assert_shows(&desk, "Your note  Ask who told the harbour master.");
    }
    let expected = "The mayor, with Ben Holt, signed the treaty on the 3rd of March!";
    assert_eq!(quote(&desk.app.kept().notes[0].anchor), expected);
}

#[test]
fn a_note_stands_under_no_paragraph_that_it_was_not_on() {
    let yaml = |paragraphs: &[&str]| {
        let body = paragraphs.join("\n      - text: ");
        format!(
            "format: 1\ntitle: T\nsections:\n  - id: s\n    title: S\n    body:\n      - text: {body}\n"
        )
    };
    let all = ["Carts use the stone bridge.", "The upper ferry runs.", "The lower ferry runs."];
    let mut desk = Desk::open(&yaml(&all), 80, 24);
    press(&mut desk, "} a 'which?' Enter");
    let kept = desk.app.kept().clone();
    reopen(&mut desk, &yaml(&[all[0], all[2]]), kept);
    assert_hides(&desk, "which?");
    list(&mut desk);
    assert_shows(&desk, "Adrift");
    assert_shows(&desk, "which?");
}

#[test]
fn a_note_whose_words_are_gone_is_adrift_and_stays() {
    let kept = kept_elsewhere(&furnished(100, 40));
    let edited = common::SAMPLE
        .replace(
            "[Ada Marsh](actor:ada) and [Ben Holt](actor:ben) signed on [3 March](event:signing).",
            "It was signed.",
        )
        .replace("A second paragraph follows. It cites", "Now they cite");
    let mut desk = desk(100, 40);
    reopen(&mut desk, &edited, kept.clone());
    let now = desk.app.kept();
    assert_eq!((&now.notes, &now.highlights), (&kept.notes, &kept.highlights));
    assert_hides(&desk, "Your note  Ask");
    // Its paragraph is still there, and says so.
    assert_shows(&desk, "Your note (adrift: its words are gone)  Ask who");
    list(&mut desk);
    insta::assert_snapshot!("adrift", desk.screen());
    // Its paragraph is still there.
    press(&mut desk, "G Enter");
    assert_eq!(desk.focus(), "text/signing");
    assert_shows(&desk, "the words were here");
    // It can be changed, and is found when its words are back.
    press(&mut desk, "Backspace a ' Hm.' Enter");
    let kept = desk.app.kept().clone();
    assert!(kept.notes[0].text.ends_with("Hm."));
    reopen(&mut desk, common::SAMPLE, kept);
    assert_shows(&desk, "Your note  Ask who told the harbour master.");
}

#[test]
fn a_note_of_which_nothing_is_left_says_so() {
    let kept = kept_elsewhere(&furnished(100, 30));
    let bare =
        "format: 1\ntitle: Bare\nsections:\n  - id: s\n    title: S\n    body:\n      - text: W.\n";
    let mut desk = desk(100, 30);
    reopen(&mut desk, bare, kept.clone());
    list(&mut desk);
    press(&mut desk, "G Enter");
    assert_shows(&desk, "nothing here is like the words that it was on");
    assert_eq!(without_place(desk.app.kept()), without_place(&kept));
}

#[test]
fn notes_that_were_rescued_are_said_and_listed() {
    let mut desk = desk(100, 30);
    press(&mut desk, "a 'mine' Enter");
    let mine = desk.app.kept().notes[0].clone();
    let theirs = Note { id: "other".to_owned(), text: "theirs".to_owned(), ..mine };
    desk.effects.clear();
    desk.effects.extend(desk.app.update(Msg::Rescued(vec![theirs])));
    // It is kept already.
    assert_eq!(changes(&desk), []);
    assert_shows(&desk, "a note was written in another window too; both are kept");
    assert_shows(&desk, "Your note  theirs");
    list(&mut desk);
    assert_shows(&desk, "mine");
    assert_shows(&desk, "theirs");
}

#[test]
fn nothing_moves_while_something_is_left() {
    let mut desk = desk(100, 20);
    press(&mut desk, "j j");
    let place = |desk: &Desk| {
        let pane = desk.reader().pane(desk.reader().active());
        (pane.cursor(), pane.cursor_row())
    };
    let before = place(&desk);
    for keys in ["M", "m 'q' Enter", "a 'one' Alt-Enter 'two' Alt-Enter 'three' Enter", "M"] {
        press(&mut desk, keys);
        assert_eq!(place(&desk), before, "{keys}");
    }
}

#[test]
fn nothing_is_left_where_nothing_is_in_focus() {
    let yaml = "format: 1\ntitle: T\nsections:\n  - {id: s, title: S, body: [{heading: One}]}\n";
    let mut desk = Desk::open(yaml, 80, 24);
    for (keys, said) in
        [("m", "no paragraph here"), ("M", "no sentence here"), ("a", "no paragraph")]
    {
        press(&mut desk, keys);
        assert_shows(&desk, said);
    }
    assert_eq!(changes(&desk), []);
}

/// The briefing of two abbreviated sentences.
const SEOUL: &str = "format: 1\ntitle: T\nsections:\n  - {id: s, title: S, body: [\
    {text: Mr. Kim met Gen. Park in Seoul. They signed Art. 4 of it.}]}\n";

#[test]
fn a_highlighted_sentence_does_not_end_at_a_title() {
    let mut desk = Desk::open(SEOUL, 80, 24);
    press(&mut desk, "M");
    assert_eq!(quote(&desk.app.kept().highlights[0].anchor), "Mr. Kim met Gen. Park in Seoul.");
    press(&mut desk, "y");
    let Some(Effect::Copy(words)) = desk.effects.last() else { panic!("nothing was copied") };
    assert!(words.starts_with("“Mr. Kim met Gen. Park in Seoul.” — T, section 1 S"), "{words}");
}

#[test]
fn what_is_not_on_the_disk_is_not_called_saved() {
    let mut desk = desk(100, 30);
    desk.keeps = false;
    press(&mut desk, "a 'Hm.' Enter");
    assert_hides(&desk, "saved");
    desk.send(Msg::Behind);
    assert_shows(&desk, "saving ...");
    desk.send(Msg::NotKept("nothing new is kept: the disk is full".to_owned()));
    assert_shows(&desk, "not saved yet");
    assert_shows(&desk, "the disk is full");
    // The next key makes it no truer.
    press(&mut desk, "}");
    assert_hides(&desk, "saved");
    // Another reason takes the place of the first.
    desk.send(Msg::NotKept("nothing new is kept: the disk failed".to_owned()));
    assert_hides(&desk, "the disk is full");
    assert_shows(&desk, "the disk failed");
    desk.send(Msg::Kept);
    assert_shows(&desk, "note saved");
    assert_hides(&desk, "the disk failed");
    press(&mut desk, "Esc");
    assert_hides(&desk, "note saved");
}

#[test]
fn a_draft_says_whether_it_is_on_the_disk() {
    let mut desk = desk(100, 30);
    desk.keeps = false;
    press(&mut desk, "a 'Hm'");
    desk.send(Msg::Behind);
    assert_shows(&desk, "saving ...");
    desk.send(Msg::Kept);
    assert_hides(&desk, "saving ...");
    desk.send(Msg::NotKept("nothing new is kept: the disk is full".to_owned()));
    press(&mut desk, "'.'");
    desk.send(Msg::Behind);
    assert_shows(&desk, "not saved yet");
    press(&mut desk, "Esc");
    desk.send(Msg::Behind);
    assert_shows(&desk, "not saved yet");
    desk.send(Msg::Kept);
    assert_shows(&desk, "kept as a draft");
    // Nothing is said of what was never promised.
    press(&mut desk, "m Enter");
    desk.send(Msg::Behind);
    assert_shows(&desk, "bookmarked");
}

#[test]
fn what_else_goes_wrong_has_nothing_to_do_with_the_disk() {
    let mut desk = desk(100, 30);
    desk.app.update(Msg::Told("the search broke down; search again".to_owned()));
    press(&mut desk, "a 'Hm.' Enter");
    assert_shows(&desk, "note saved");
    assert_shows(&desk, "the search broke down");
}

#[test]
fn the_list_says_how_to_take_all_of_it_along() {
    const HOW: &str = "attache notes PATH";
    let mut desk = desk(100, 30);
    list(&mut desk);
    // There is nothing yet.
    assert_hides(&desk, HOW);
    press(&mut desk, "Esc M");
    list(&mut desk);
    assert_shows(&desk, HOW);
    // As long as the disk takes nothing, that command would not find it.
    desk.send(Msg::NotKept("nothing new is kept: the disk is full".to_owned()));
    assert_hides(&desk, HOW);
    assert_shows(&desk, "Not all of these are saved yet");
    desk.send(Msg::Kept);
    assert_shows(&desk, HOW);
    // Where nothing is kept, it would find nothing.
    desk.app = desk.app.clone().keeping_nothing();
    press(&mut desk, "Esc");
    list(&mut desk);
    assert_hides(&desk, HOW);
    assert_shows(&desk, "These last until you leave");
    // Whoever has no shell is not sent there.
    let mut desk = common::marks::desk(100, 30);
    desk.app = desk.app.clone().restricted();
    press(&mut desk, "M");
    list(&mut desk);
    assert_hides(&desk, HOW);
}
