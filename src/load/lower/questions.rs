//! Questions to talk about and questions with an answer.

use crate::load::format::{DiscussionYaml, Field, ListOf, Prose, QuizYaml, WholeNumber};
use crate::load::lowering::Lowering;
use crate::load::sentences::{self, Subject};
use crate::load::yaml::YamlNode;
use crate::model::{Discussion, Quiz, Text};

pub(super) fn discussion(cx: &mut Lowering<'_>, node: YamlNode<'_>) -> Option<Discussion> {
    let DiscussionYaml { question, hint, minutes, see } = cx.mapping(node)?;
    let question = question.take(cx);
    let (hint, minutes, see) = (hint.take(cx), minutes.take(cx), see.take(cx));
    Some(Discussion { question: question?, hint, minutes, see })
}

pub(super) fn quiz(cx: &mut Lowering<'_>, node: YamlNode<'_>) -> Option<Quiz> {
    let QuizYaml { question, choices, answer, why, evidence } = cx.mapping(node)?;
    let question = question.take(cx);
    let choices = choices_of(cx, choices);
    let answer = answer_among(cx, answer, choices.as_ref().map(Vec::len));
    let (why, evidence) = (why.take(cx), evidence.take(cx));
    Some(Quiz { question: question?, choices: choices?, answer: answer?, why, evidence })
}

/// The choices; one that cannot be read is left empty, so that the others keep their numbers.
fn choices_of(cx: &mut Lowering<'_>, mut field: Field<'_, ListOf<Prose>>) -> Option<Vec<Text>> {
    let node = field.node(cx)?;
    let at = node.range();
    let items = cx.items(node, field.subject());
    if items.len() < 2 {
        cx.fault(at, sentences::too_few_choices());
        return None;
    }
    if items.len() > Quiz::CHOICES {
        cx.fault(at, sentences::too_many_choices(items.len()));
        return None;
    }
    Some(items.iter().map(|node| cx.text(node, Subject::Choice).unwrap_or_default()).collect())
}

/// The right choice, counted from 0.
fn answer_among(
    cx: &mut Lowering<'_>,
    field: Field<'_, WholeNumber>,
    choices: Option<usize>,
) -> Option<usize> {
    let at = field.node.as_ref().map(YamlNode::range);
    let number = usize::try_from(field.take(cx)?).ok()?;
    let choices = choices?;
    if number > choices {
        cx.fault(at.unwrap_or_default(), sentences::no_such_choice(number, choices));
        return None;
    }
    number.checked_sub(1)
}
