//! What a key is taken for, in this order: a letter on a link, what shows a blank screen again, an answer
//! of the quiz, what is written in the line, a digit of a number before a command, a command, nothing.
//!
//! A letter that means nothing by itself where a command is expected is the key that it is on
//! (`command/layout.rs`).

use crate::command::{
    Capitals, Code, Command, Find, Key, Program, by_place, capitals, is_composed, strokes,
};
use crate::desk::Edited;

use super::step::Step;
use super::{App, Effect, words};

impl App {
    /// Takes a key in. Unless it is written or shows a blank screen again, what an input method has
    /// composed is the keys that it was composed of, and what one leads to is laid out before the next.
    pub(super) fn press(&mut self, key: Key) {
        if self.redraws(key) {
            return self.apply(vec![Step::Do(Effect::Redraw)]);
        }
        self.notices.forget_said();
        if self.is_after_escape(key) {
            self.press_one(Key::plain(Code::Esc));
            self.settle();
            return self.press(Key { alt: false, ..key });
        }
        if self.stack.prompt().is_some() || self.is_blank() {
            return self.press_one(key);
        }
        for (at, key) in strokes(key).into_iter().enumerate() {
            if at > 0 {
                self.settle();
            }
            self.press_one(key);
        }
    }

    /// Whether a key draws the same screen again, with all that was said by the key before.
    fn redraws(&self, key: Key) -> bool {
        let here = self.keymap.command(self.context(), key);
        let command = here.or_else(|| self.keymap.command(self.context_below(), key));
        command == Some(Program::Redraw.into())
    }

    /// Whether a key with Alt is Esc and then the key. A terminal sends both as the same bytes, so it is where
    /// nothing is bound to Alt with that key: who types fast, or over a line that sends several keys at
    /// once, loses none.
    pub(super) fn is_after_escape(&self, key: Key) -> bool {
        let comes_so =
            matches!(key.code, Code::Char(_) | Code::Enter | Code::Tab | Code::Backspace)
                && !key.shift;
        let meant = self.meant(key);
        key.alt && comes_so && self.keymap.command(self.context(), meant).is_none()
    }

    fn press_one(&mut self, typed: Key) {
        let key = self.meant(typed);
        if let Some((letter, looks)) = self.link_hint_letter(key) {
            let steps = self.take_link_letter(letter, looks);
            return self.apply(steps);
        }
        let command = self.command_of(key);
        if self.unblank(command) {
            return;
        }
        if let Some(answer) = self.answer_by_letter(key) {
            self.take_key(false, |_| vec![answer]);
        } else if self.stack.prompt().is_some() {
            self.write_key(key, command);
        } else if let Some(number) = self.count.take_digit(key, command) {
            self.notices.say(words::count_so_far(number));
        } else {
            self.press_command(key, command);
        }
        if key != typed {
            self.tell_of_capitals(typed);
        }
    }

    /// A key where a command is expected, and a number may stand before it.
    fn press_command(&mut self, key: Key, command: Option<Command>) {
        match (self.count.end(), command) {
            (_, None) => {
                self.count.forget();
                self.notices.say(self.does_nothing(key));
            }
            (Some(_), Some(Command::Program(Program::Close))) => self.count.forget(),
            (number, Some(command)) => {
                match number {
                    Some(number) => self.carry_out_times(number, command, key),
                    None => self.carry_out(command),
                }
                self.tell_of_panes(key, command);
            }
        }
    }

    /// A key while a line is written: a command of the line, or a letter of it.
    fn write_key(&mut self, key: Key, command: Option<Command>) {
        if let Some(command) = command {
            return self.carry_out(command);
        }
        self.take_key(false, |app| match app.stack.prompt_mut().map(|prompt| prompt.key(key)) {
            Some(Edited::Words) => app.prompt_changed(),
            Some(Edited::Nothing) | None => Vec::new(),
        });
    }

    pub(super) fn carry_out(&mut self, command: Command) {
        self.carry_out_as(command, |app| app.route(command));
    }

    /// Does what a command means by `act`, and what is to be done before and after any.
    pub(super) fn carry_out_as(
        &mut self,
        command: Command,
        act: impl FnOnce(&mut Self) -> Vec<Step>,
    ) {
        let goes_on = matches!(command, Command::Find(Find::NextMatch | Find::PreviousMatch));
        let before = self.standing();
        self.take_key(goes_on, act);
        self.tell_idle(command, before.as_ref());
    }

    /// Does what a key means, and what is to be done before and after any; `goes_on` says whether it
    /// goes on to another match.
    fn take_key(&mut self, goes_on: bool, act: impl FnOnce(&mut Self) -> Vec<Step>) {
        let folded = self.reader.as_ref().is_some_and(|reader| reader.lens().is_some());
        self.finding.stay_for_others(goes_on);
        let steps = act(self);
        self.apply(steps);
        let steps = self.tidy_search();
        self.apply(steps);
        let unfolded = self.reader.as_ref().is_some_and(|reader| reader.lens().is_none());
        if folded && unfolded {
            self.notices.say(words::ALL_UNFOLDED.to_owned());
        }
    }

    /// The key that is meant by the one that was typed: another one only if that means nothing here, and
    /// is no letter of what is written.
    pub(super) fn meant(&self, typed: Key) -> Key {
        let is_letter = !typed.ctrl && !typed.alt && self.stack.prompt().is_some();
        if is_letter || self.keymap.command(self.context(), typed).is_some() {
            return typed;
        }
        by_place(typed).unwrap_or(typed)
    }

    fn command_of(&mut self, key: Key) -> Option<Command> {
        let command = self.keymap.command(self.context(), key);
        command.or_else(|| self.take_key_below(key))
    }

    /// What is said of a key that does nothing here.
    fn does_nothing(&self, key: Key) -> String {
        let glyphs = self.options.glyphs;
        match key.code {
            Code::Char(letter) if is_composed(letter) => words::composed(letter, glyphs),
            _ => words::does_nothing(&key.label(self.options.utf8()), &self.keymap, glyphs),
        }
    }

    /// Says once how capitals are written on a keyboard whose letters have none, as soon as there is room
    /// to say it.
    fn tell_of_capitals(&mut self, typed: Key) {
        let Code::Char(letter) = typed.code else { return };
        let capitals = capitals(letter).filter(|capitals| *capitals != Capitals::Own);
        if let Some(capitals) = capitals {
            let utf8 = self.options.utf8();
            self.notices.say_of_capitals(words::capitals(capitals, utf8, &self.keymap));
        }
    }
}
