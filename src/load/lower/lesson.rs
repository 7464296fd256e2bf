//! Plans of lessons.

use crate::load::format::{LessonStepYaml, LessonYaml};
use crate::load::lowering::Lowering;
use crate::load::sentences;
use crate::load::yaml::YamlNode;
use crate::model::{Lesson, LessonStep};

/// A lesson; none without a step.
pub(super) fn lower(cx: &mut Lowering<'_>, node: YamlNode<'_>) -> Option<Lesson> {
    let LessonYaml { title, minutes, steps } = cx.mapping(node)?;
    let title = title.take(cx).unwrap_or_default();
    let at = minutes.node.as_ref().map(YamlNode::range);
    let minutes = minutes.take(cx);
    let nodes = steps.filled(cx);
    let written = nodes.len();
    let steps: Vec<_> = nodes.into_iter().filter_map(|node| step(cx, node)).collect();
    let lesson = Lesson { title, steps };
    // Where a step is missing, the sum is too.
    let sum = Some(lesson.minutes()).filter(|_| written == lesson.steps.len());
    if let (Some(at), Some(minutes), Some(sum)) = (at, minutes, sum)
        && minutes != sum
    {
        cx.fault(at, sentences::minutes_that_do_not_add_up(minutes, sum));
    }
    if lesson.steps.is_empty() { None } else { Some(lesson) }
}

fn step(cx: &mut Lowering<'_>, node: YamlNode<'_>) -> Option<LessonStep> {
    let LessonStepYaml { minutes, r#do: done, see } = cx.mapping(node)?;
    let (minutes, text, see) = (minutes.take(cx), done.take(cx), see.take(cx));
    Some(LessonStep { minutes: minutes?, text: text?, see })
}
