//! Questions to talk about and questions with an answer.

use crate::load::decode::Fields;
use crate::load::faults::Fault;
use crate::load::lowering::Lowering;
use crate::load::raw::Node;
use crate::load::reference;
use crate::load::rule::VALUE;
use crate::model::{Discussion, Quiz, Target, Text};

pub(super) fn discussion(cx: &mut Lowering<'_>, node: Node<'_>) -> Option<Discussion> {
    let keys = &["question", "hint", "minutes", "see"];
    let mut fields = cx.fields(node, "a question for discussion", keys)?;
    let question = fields.need(cx, "question");
    let question = cx.text(question, "`question`");
    let hint = cx.prose(&mut fields, "hint");
    let minutes = cx.positive(fields.take("minutes"), "`minutes`");
    let see = targets(cx, &mut fields);
    Some(Discussion { question: question?, hint, minutes, see })
}

fn targets(cx: &mut Lowering<'_>, fields: &mut Fields<'_>) -> Vec<Target> {
    cx.list_of(fields, "see", "a reference such as article:4", reference::resolve)
}

pub(super) fn quiz(cx: &mut Lowering<'_>, node: Node<'_>) -> Option<Quiz> {
    let keys = &["question", "choices", "answer", "why", "evidence"];
    let mut fields = cx.fields(node, "a quiz question", keys)?;
    let question = fields.need(cx, "question");
    let question = cx.text(question, "`question`");
    let choices = choices(cx, &mut fields);
    let answer = answer(cx, &mut fields, choices.as_ref().map(Vec::len));
    let why = cx.prose(&mut fields, "why");
    let evidence = fields.take("evidence").and_then(|node| {
        let address = cx.scalar(&node, "`evidence`", "a reference such as article:4")?;
        cx.target(&node, &address)
    });
    Some(Quiz { question: question?, choices: choices?, answer: answer?, why, evidence })
}

/// The choices; one that cannot be read is left empty, so that the others keep their numbers.
fn choices(cx: &mut Lowering<'_>, fields: &mut Fields<'_>) -> Option<Vec<Text>> {
    let node = fields.need(cx, "choices")?;
    let at = node.range();
    let items = cx.items(node, "`choices`");
    if items.len() < 2 {
        let fault = Fault::new(&VALUE, "a quiz question needs two choices or more");
        cx.fault(at, fault.help("add what else might be thought right"));
        return None;
    }
    if items.len() > Quiz::CHOICES {
        let message = format!(
            "a quiz question has {} choices, and there are letters for {}",
            items.len(),
            Quiz::CHOICES
        );
        cx.fault(at, Fault::new(&VALUE, message).help("leave some out"));
        return None;
    }
    let text = |node: &Node<'_>| cx.text_of(node, "a choice").unwrap_or_default();
    Some(items.iter().map(text).collect())
}

/// The right choice, counted from 0.
fn answer(cx: &mut Lowering<'_>, fields: &mut Fields<'_>, choices: Option<usize>) -> Option<usize> {
    let node = fields.need(cx, "answer")?;
    let at = node.range();
    let number = usize::try_from(cx.positive(Some(node), "`answer`")?).ok()?;
    let choices = choices?;
    if number > choices {
        let message = format!("`answer` is {number}, and there are {choices} choices");
        cx.fault(at, Fault::new(&VALUE, message).help("choices are counted from 1"));
        return None;
    }
    number.checked_sub(1)
}
