//! What a client is given in the place of a screen.

use std::io;
use std::sync::Arc;

use tokio::task::spawn_blocking;

use crate::export::{self, AnnotationList, Audience, Edition, Markdown, Part, Plain, Portion};
use crate::text::Glyphs;

use super::asked::Asked;
use super::host::{Admitted, Host};
use super::wire::Wire;
use super::words;

/// The widest line of plain text, in columns.
const WIDTH: usize = 76;

/// Gives a client what it asked for.
pub(super) async fn print(host: Arc<Host>, admitted: Admitted, asked: Asked, wire: Wire) {
    if asked == Asked::Notes && admitted.id.is_none() {
        wire.say(words::no_notes_of_guests()).await;
        return wire.close(1).await;
    }
    let (from, reader) = (Arc::clone(&host), admitted.clone());
    let made = spawn_blocking(move || make(&from, &reader, asked)).await;
    match made.unwrap_or_else(|_| Err(words::session_failed().to_owned())) {
        Ok(text) if text.is_empty() => {
            wire.say(words::nothing_of(asked)).await;
            wire.close(u32::from(asked != Asked::Notes)).await;
        }
        Ok(text) => {
            host.log.say(&words::printed(&admitted.name, asked));
            let is_taken = wire.send(&text).await;
            wire.close(u32::from(!is_taken)).await;
        }
        Err(why) => {
            wire.say(&words::not_printed(&why)).await;
            wire.close(1).await;
        }
    }
}

/// What was asked for, of all briefings; or a sentence why there is none.
fn make(host: &Host, admitted: &Admitted, asked: Asked) -> Result<Vec<u8>, String> {
    let mut text = Vec::new();
    for shared in &host.briefings {
        let briefing = shared.briefing();
        let plain = |portion, out: &mut Vec<u8>| {
            let edition = Edition { audience: Audience::Class, portion };
            export::print(
                briefing,
                edition,
                Plain { width: WIDTH, glyphs: &Glyphs::UNICODE },
                None,
                out,
            )
        };
        let made: io::Result<()> = match asked {
            Asked::Print => plain(Portion::Whole, &mut text),
            Asked::Quiz if !Part::Quiz.is_in(briefing) => Ok(()),
            Asked::Quiz => plain(Portion::Part(Part::Quiz), &mut text),
            Asked::Notes => {
                let Some(reader) = &admitted.id else { continue };
                let identity = shared.identity(shared.home(Some(reader)));
                let kept = host.keeper.kept(identity).map_err(|why| why.to_string())?;
                let left = AnnotationList::all(briefing, &kept);
                Markdown::default().print_annotations(briefing, &left, &mut text)
            }
        };
        made.map_err(|error| error.to_string())?;
    }
    Ok(text)
}
