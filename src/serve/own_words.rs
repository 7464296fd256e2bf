//! The words by which readers who come with a name are known again. Only a slow hash of each is kept.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::runtime::{Keeper, StoreFailure};
use crate::store::ReaderId;

/// How many words are hashed at the same time: each takes a processor for some 20 ms, and 19 MiB.
const AT_ONCE: usize = 2;
/// The longest word, in bytes; what goes beyond counts for nothing.
const LONGEST: usize = 256;
/// After how many wrong tries for a name the next ones have to wait.
const FREE: u32 = 3;
/// How long they wait at most.
const LONGEST_WAIT: Duration = Duration::from_secs(30);
/// Of how many names wrong tries are remembered.
const REMEMBERED: usize = 10_000;

/// The words of all readers.
#[derive(Clone)]
pub(super) struct OwnWords {
    keeper: Keeper,
    hashing: Arc<Semaphore>,
    tries: Arc<Mutex<HashMap<ReaderId, WrongTries>>>,
}

/// Wrong tries for a name.
#[derive(Clone, Copy)]
struct WrongTries {
    count: u32,
    /// Until when no other is looked at.
    until: Instant,
}

/// What came of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is the reader's.
    Right,
    /// It is not.
    Wrong,
    /// There were too many wrong ones: it was not looked at.
    TooSoon,
}

impl OwnWords {
    pub(super) fn new(keeper: Keeper) -> Self {
        Self { keeper, hashing: Arc::new(Semaphore::new(AT_ONCE)), tries: Arc::default() }
    }

    /// Whether a reader has chosen a word.
    ///
    /// # Errors
    /// The disk does not say.
    pub(super) async fn has_word(&self, reader: &ReaderId) -> Result<bool, StoreFailure> {
        Ok(self.kept(reader).await?.is_some())
    }

    /// Whether this is a reader's word. It becomes that if there is none yet.
    ///
    /// # Errors
    /// The disk does not say, or does not take it.
    pub(super) async fn check(
        &self,
        reader: &ReaderId,
        word: &str,
    ) -> Result<Verdict, StoreFailure> {
        if self.is_too_soon(reader) {
            return Ok(Verdict::TooSoon);
        }
        let word = bytes(word);
        let kept = if let Some(kept) = self.kept(reader).await? {
            kept
        } else {
            let Some(hash) = self.hashed(word.clone()).await else {
                return Err(StoreFailure::Panicked);
            };
            let (keeper, reader) = (self.keeper.clone(), reader.clone());
            aside(move || keeper.ask(move |store| store.choose_word(&reader, &hash))).await?
        };
        let is_right = self.is_hashed(word, kept).await;
        self.count(reader, is_right);
        Ok(if is_right { Verdict::Right } else { Verdict::Wrong })
    }

    async fn kept(&self, reader: &ReaderId) -> Result<Option<String>, StoreFailure> {
        let (keeper, reader) = (self.keeper.clone(), reader.clone());
        aside(move || keeper.ask(move |store| store.word_of(&reader))).await
    }

    async fn hashed(&self, word: Vec<u8>) -> Option<String> {
        let _turn = self.hashing.acquire().await.ok()?;
        let hash = spawn_blocking(move || Argon2::default().hash_password(&word).ok());
        hash.await.ok().flatten().map(|hash| hash.to_string())
    }

    async fn is_hashed(&self, word: Vec<u8>, hash: String) -> bool {
        let Ok(_turn) = self.hashing.acquire().await else { return false };
        let compared = spawn_blocking(move || {
            let hash = PasswordHash::new(&hash);
            hash.is_ok_and(|hash| Argon2::default().verify_password(&word, &hash).is_ok())
        });
        compared.await.unwrap_or(false)
    }

    fn is_too_soon(&self, reader: &ReaderId) -> bool {
        let tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        tries.get(reader).is_some_and(|tries| tries.until > Instant::now())
    }

    fn count(&self, reader: &ReaderId, is_right: bool) {
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        if is_right {
            tries.remove(reader);
            return;
        }
        let now = Instant::now();
        if tries.len() >= REMEMBERED {
            tries.retain(|_, tries| tries.until > now);
        }
        let before = tries.get(reader).map_or(0, |tries| tries.count);
        let count = before.saturating_add(1);
        tries.insert(reader.clone(), WrongTries { count, until: now + wait_after(count) });
    }
}

/// How long the next try waits after so many wrong ones.
fn wait_after(wrong: u32) -> Duration {
    match wrong.checked_sub(FREE) {
        None => Duration::ZERO,
        Some(more) => Duration::from_secs(1 << more.min(5)).min(LONGEST_WAIT),
    }
}

/// The bytes of a word that count.
fn bytes(word: &str) -> Vec<u8> {
    word.bytes().take(LONGEST).collect()
}

/// Asks the disk where waiting keeps nobody from reading.
async fn aside<T: Send + 'static>(
    ask: impl FnOnce() -> Result<T, StoreFailure> + Send + 'static,
) -> Result<T, StoreFailure> {
    spawn_blocking(ask).await.unwrap_or(Err(StoreFailure::Panicked))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_tries_wait_longer_and_longer() {
        let waits: Vec<u64> = (0..12).map(|wrong| wait_after(wrong).as_secs()).collect();
        assert_eq!(waits, [0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30, 30]);
        assert_eq!(wait_after(u32::MAX), LONGEST_WAIT);
    }

    #[test]
    fn a_word_is_chosen_once_and_known_again() {
        let folder = tempfile::tempdir().unwrap();
        let keeper = Keeper::start(Ok(folder.path().join("readers.sqlite3"))).unwrap();
        let words = OwnWords::new(keeper);
        let (kim, lee) = (ReaderId::of_name("kim").unwrap(), ReaderId::of_name("lee").unwrap());
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            assert_eq!(words.has_word(&kim).await, Ok(false));
            assert_eq!(words.check(&kim, "heron").await, Ok(Verdict::Right));
            assert_eq!(words.has_word(&kim).await, Ok(true));
            assert_eq!(words.check(&lee, "goose").await, Ok(Verdict::Right));
            assert_eq!(words.check(&kim, "goose").await, Ok(Verdict::Wrong));
            assert_eq!(words.check(&kim, "heron").await, Ok(Verdict::Right));
            for _ in 0..3 {
                assert_eq!(words.check(&kim, "").await, Ok(Verdict::Wrong));
            }
            assert_eq!(words.check(&kim, "heron").await, Ok(Verdict::TooSoon));
            assert_eq!(words.check(&lee, "goose").await, Ok(Verdict::Right));
        });
    }
}
