//! Fields, each read as its type says. Those that may lead to something are read in `lower/take.rs`.

use std::ops::Range;

use super::decoder::Decoder;
use crate::base::{cut, visible};
use crate::load::date;
use crate::load::format::{
    ArticleNumber, BriefingId, Day, DayOrRange, Enumerator, Field, FormatWord, HasType,
    LanguageTag, ListOf, OneLine, OneOf, OwnId, Version, WholeNumber, YesOrNo,
};
use crate::load::id::{NUMBER, bad_id};
use crate::load::language_tag::is_language_tag;
use crate::load::rule::VALUE;
use crate::load::sentences::{self, Expected, Subject};
use crate::load::words::beginning;
use crate::load::yaml::{YamlNode, YamlValue};
use crate::load::{meant_date, meant_time};
use crate::model::{Date, Period};

/// The version of the format that this reads.
const VERSION: &str = "1";

impl Field<'_, OneLine> {
    pub(in crate::load) fn take(mut self, cx: &mut Decoder<'_>) -> Option<String> {
        let node = self.node(cx)?;
        cx.words(&node, self.subject())
    }
}

impl Field<'_, ListOf<OneLine>> {
    pub(in crate::load) fn take(self, cx: &mut Decoder<'_>) -> Vec<String> {
        let subject = self.subject();
        self.items(cx).iter().filter_map(|item| cx.words(item, subject)).collect()
    }
}

impl<'a, T> Field<'a, ListOf<T>> {
    /// The items; none if this is no list or is not there.
    pub(in crate::load) fn items(mut self, cx: &mut Decoder<'_>) -> Vec<YamlNode<'a>> {
        let Some(node) = self.node(cx) else { return Vec::new() };
        cx.items(node, self.subject())
    }
}

impl<'a, T> Field<'a, ListOf<T>> {
    /// As [`Field::items`], where a list that is there and has no items is a fault.
    pub(in crate::load) fn filled(self, cx: &mut Decoder<'_>) -> Vec<YamlNode<'a>> {
        let key = self.key.name;
        let at = self.node.as_ref().filter(|node| node.is_empty_list()).map(YamlNode::range);
        if let Some(at) = at {
            cx.fault(at, sentences::empty_list(key));
        }
        self.items(cx)
    }
}

impl Field<'_, OwnId> {
    /// The id, which was checked when addresses were collected.
    pub(in crate::load) fn take(mut self, cx: &mut Decoder<'_>) -> Option<String> {
        let node = self.node(cx)?;
        let id = node.spelling(&cx.file.text)?;
        Some(visible(beginning(id)).into_owned())
    }
}

impl Field<'_, BriefingId> {
    pub(in crate::load) fn take(mut self, cx: &mut Decoder<'_>) -> Option<String> {
        let node = self.node(cx)?;
        let id = cx.scalar(&node, self.subject(), &BriefingId::TYPE)?;
        if let Some(fault) = bad_id(&id) {
            cx.fault(node.range(), fault);
            return None;
        }
        Some(id)
    }
}

impl Field<'_, ArticleNumber> {
    /// The number, which was checked when addresses were collected; empty if it has none.
    pub(in crate::load) fn take(mut self, cx: &mut Decoder<'_>) -> String {
        let node = self.node(cx);
        let number = node.as_ref().and_then(|node| node.spelling(&cx.file.text));
        let number = number.unwrap_or_default();
        // A longer one is no number, and was reported.
        let number = cut(number, ..number.floor_char_boundary(NUMBER));
        visible(number).into_owned()
    }
}

impl Field<'_, Enumerator> {
    /// What a provision is counted by, and where that stands.
    pub(in crate::load) fn take(mut self, cx: &mut Decoder<'_>) -> Option<(String, Range<usize>)> {
        let node = self.node(cx)?;
        let word = cx.scalar(&node, self.subject(), &Enumerator::TYPE)?;
        Some((word, node.range()))
    }
}

impl<T: FormatWord> Field<'_, OneOf<T>> {
    pub(in crate::load) fn take(mut self, cx: &mut Decoder<'_>) -> Option<T> {
        let node = self.node(cx)?;
        one_of(cx, &node, self.subject())
    }
}

impl<T: FormatWord + Default> Field<'_, ListOf<OneOf<T>>> {
    /// The value of each item; of one that is no such word, what it is without a word.
    pub(in crate::load) fn take(self, cx: &mut Decoder<'_>) -> Vec<T> {
        let subject = Subject::ItemOf(self.key.name);
        self.items(cx).iter().map(|item| one_of(cx, item, subject).unwrap_or_default()).collect()
    }
}

/// What goes by the word of `node`.
fn one_of<T: FormatWord>(cx: &mut Decoder<'_>, node: &YamlNode<'_>, subject: Subject) -> Option<T> {
    let word = cx.words(node, subject)?;
    if let Some((value, _)) = T::all().find(|(_, name)| *name == word) {
        return Some(value);
    }
    let all: Vec<_> = T::all().map(|(_, name)| name).collect();
    let near = cx.nearest(&VALUE, &word, all.iter().copied());
    let certain = cx.certain(&VALUE, &word, all.iter().copied());
    let fault = sentences::not_one_of(subject, &word, near.as_deref(), &all);
    cx.fault(node.range(), fault.meant(certain.as_deref()));
    None
}

impl Field<'_, WholeNumber> {
    pub(in crate::load) fn take(mut self, cx: &mut Decoder<'_>) -> Option<u32> {
        let node = self.node(cx)?;
        if !matches!(node.value, YamlValue::Number) {
            cx.wrong_type(&node, self.subject(), Expected::WholeNumber);
            return None;
        }
        cx.comment(&node);
        let number = node.spelling(&cx.file.text).and_then(|word| word.parse().ok());
        let number = number.filter(|n| *n > 0);
        if number.is_none() {
            cx.fault(node.range(), sentences::not_positive(self.subject()));
        }
        number
    }
}

impl Field<'_, YesOrNo> {
    pub(in crate::load) fn take(mut self, cx: &mut Decoder<'_>) -> Option<bool> {
        let node = self.node(cx)?;
        if !matches!(node.value, YamlValue::Bool) {
            cx.wrong_type(&node, self.subject(), Expected::YesOrNo);
            return None;
        }
        cx.comment(&node);
        node.spelling(&cx.file.text).map(|word| word.eq_ignore_ascii_case("true"))
    }
}

impl Field<'_, Day> {
    pub(in crate::load) fn take(mut self, cx: &mut Decoder<'_>) -> Option<Date> {
        let node = self.node(cx)?;
        let word = cx.scalar(&node, self.subject(), &Day::TYPE)?;
        let fault = |why| match meant_date::date(&word).as_slice() {
            [] => sentences::bad_date(why),
            meant => sentences::other_date(&word, meant),
        };
        date::date(&word).map_err(|why| cx.fault(node.range(), fault(why))).ok()
    }
}

impl Field<'_, DayOrRange> {
    pub(in crate::load) fn take(mut self, cx: &mut Decoder<'_>) -> Option<Period> {
        let node = self.node(cx)?;
        let word = cx.scalar(&node, self.subject(), &DayOrRange::TYPE)?;
        let fault = |why| match meant_date::period(&word).as_slice() {
            [] => {
                let in_part = meant_time::year_in_part(&word);
                let in_part = in_part.map(|year| sentences::part_of_year(&word, &year));
                let signed = || {
                    let [before, counted] = meant_time::signed_year(&word)?;
                    Some(sentences::signed_year(&word, &before, &counted))
                };
                in_part.or_else(signed).unwrap_or_else(|| sentences::bad_date(why))
            }
            meant => sentences::other_date(&word, meant),
        };
        date::period(&word).map_err(|why| cx.fault(node.range(), fault(why))).ok()
    }
}

impl Field<'_, Version> {
    /// Reports any version but the one that this reads.
    pub(in crate::load) fn check(mut self, cx: &mut Decoder<'_>) {
        let Some(node) = self.node(cx) else { return };
        let version = node.spelling(&cx.file.text).unwrap_or_default();
        let fault = match version {
            VERSION if matches!(node.value, YamlValue::Number) => return,
            "" => sentences::no_version(),
            VERSION => sentences::quoted_version(),
            version => sentences::other_version(version),
        };
        cx.fault(node.range(), fault);
    }
}

impl Field<'_, LanguageTag> {
    pub(in crate::load) fn take(mut self, cx: &mut Decoder<'_>) -> Option<String> {
        let node = self.node(cx)?;
        let tag = cx.words(&node, self.subject())?;
        if is_language_tag(&tag) {
            return Some(tag);
        }
        cx.fault(node.range(), sentences::no_language(&tag));
        None
    }
}
