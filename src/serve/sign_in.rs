//! Coming in: what a reader has to show or to say, and who that is then.

use std::borrow::Cow;
use std::net::IpAddr;
use std::sync::Arc;

use russh::keys::PublicKey;
use russh::server::Auth;

use crate::base::{shortened, visible_line};
use crate::store::ReaderId;

use super::host::{Admitted, Host};
use super::host_key::fingerprint;
use super::own_words::Verdict;
use super::words;

/// How many letters of a name are shown.
const NAME: usize = 40;

/// What a reader is asked for at the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Question {
    Code,
    /// The word that was chosen.
    Word,
    /// A word, twice.
    NewWord,
}

/// A reader at the door.
pub(super) struct SignIn {
    host: Arc<Host>,
    address: IpAddr,
    question: Option<Question>,
    admitted: Option<Admitted>,
}

impl SignIn {
    pub(super) fn new(host: Arc<Host>, address: IpAddr) -> Self {
        Self { host, address, question: None, admitted: None }
    }

    /// Who has been let in.
    pub(super) fn admitted(&self) -> Option<&Admitted> {
        self.admitted.as_ref()
    }

    /// A client that knows nothing else than a password says the code, and its reader is a guest.
    pub(super) fn by_password(&mut self, user: &str, password: &str) -> Auth {
        if self.host.doors.takes(password) {
            return self.admit(user, None);
        }
        self.host.log.say(&words::wrong_code(self.address));
        self.refuse()
    }

    /// Whether it is worth a client's while to show that it has this key.
    pub(super) fn offered(&mut self, key: &PublicKey) -> Auth {
        if self.host.doors.knows(key) { Auth::Accept } else { self.refuse() }
    }

    /// The client has shown that it has this key.
    pub(super) fn by_key(&mut self, user: &str, key: &PublicKey) -> Auth {
        if !self.host.doors.knows(key) {
            return self.refuse();
        }
        self.admit(user, Some(ReaderId::of_key(&fingerprint(key))))
    }

    /// The reader answers what was asked last, or without answers wants to be asked.
    pub(super) async fn by_answers(&mut self, user: &str, answers: Option<Vec<String>>) -> Auth {
        if !self.host.doors.takes_names() {
            return self.refuse();
        }
        match (self.question.take(), answers) {
            (Some(question), Some(answers)) => self.answered(user, question, &answers).await,
            _ if self.host.doors.code.is_some() => {
                self.ask(Question::Code, String::new(), &[words::ask_code().to_owned()])
            }
            _ => self.ask_word(user).await,
        }
    }

    fn admit(&mut self, user: &str, id: Option<ReaderId>) -> Auth {
        self.admitted = Some(Admitted { name: shown(user), id });
        Auth::Accept
    }

    /// Refuses one try, and takes others: without the methods a client would give up after a slip.
    pub(super) fn refuse(&mut self) -> Auth {
        self.question = None;
        Auth::Reject {
            proceed_with_methods: Some(self.host.doors.methods()),
            partial_success: false,
        }
    }

    fn ask(&mut self, question: Question, said: String, prompts: &[String]) -> Auth {
        self.question = Some(question);
        let prompts = prompts.iter().map(|prompt| (Cow::Owned(prompt.clone()), false));
        Auth::Partial {
            name: Cow::Borrowed(""),
            instructions: Cow::Owned(said),
            prompts: Cow::Owned(prompts.collect()),
        }
    }

    fn ask_new_word(&mut self, said: String) -> Auth {
        let prompts = [words::ask_new_word().to_owned(), words::ask_again().to_owned()];
        self.ask(Question::NewWord, said, &prompts)
    }

    /// Asks for the word of one who may come in. Under some names nothing can be kept.
    async fn ask_word(&mut self, user: &str) -> Auth {
        let Some(id) = ReaderId::of_name(user) else { return self.admit(user, None) };
        match self.host.words.has_word(&id).await {
            Ok(true) => self.ask(Question::Word, String::new(), &[words::ask_word(&shown(user))]),
            Ok(false) => self.ask_new_word(words::new_here(&shown(user))),
            // Reading goes on whatever the disk does.
            Err(why) => {
                self.host.log.say(&words::not_remembered(&why.to_string()));
                self.admit(user, None)
            }
        }
    }

    async fn take_word(&mut self, user: &str, word: &str) -> Auth {
        let Some(id) = ReaderId::of_name(user).filter(|_| !word.is_empty()) else {
            return self.admit(user, None);
        };
        match self.host.words.check(&id, word).await {
            Ok(Verdict::Right) => self.admit(user, Some(id)),
            Ok(Verdict::Wrong | Verdict::TooSoon) => {
                self.host.log.say(&words::wrong_word(&shown(user), self.address));
                self.refuse()
            }
            Err(why) => {
                self.host.log.say(&words::not_remembered(&why.to_string()));
                self.admit(user, None)
            }
        }
    }

    async fn answered(&mut self, user: &str, question: Question, answers: &[String]) -> Auth {
        let answer = |at: usize| answers.get(at).map_or("", String::as_str);
        let (first, second) = (answer(0), answer(1));
        match question {
            Question::Code if self.host.doors.takes(first) => self.ask_word(user).await,
            Question::Code => {
                self.host.log.say(&words::wrong_code(self.address));
                self.refuse()
            }
            Question::NewWord if first != second => {
                self.ask_new_word(words::not_the_same().to_owned())
            }
            Question::Word | Question::NewWord => self.take_word(user, first).await,
        }
    }
}

/// A name that a client gave, fit to be shown.
fn shown(user: &str) -> String {
    shortened(&visible_line(user), NAME, "…")
}
