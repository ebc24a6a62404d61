//! Password hashes: argon2id with the crate's parameters (19 MiB, two passes).

use super::{PASSWORD_MAX, PASSWORD_MIN};
use crate::clock;
use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use std::sync::LazyLock;
use tokio::sync::Semaphore;

/// Hashing takes a core and 19 MiB: more at once would only be slower.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

/// Compared with where there is no account, so that an unknown address takes as long as a known.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash_now("nobody has this password"));

/// What is wrong with a new password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Weakness {
    #[error("a password needs at least {PASSWORD_MIN} characters")]
    Short,
    #[error("a password has at most {PASSWORD_MAX} bytes")]
    Long,
}

/// Long enough, and not too long.
pub fn check(password: &str) -> Result<(), Weakness> {
    if password.chars().count() < PASSWORD_MIN {
        Err(Weakness::Short)
    } else if password.len() > PASSWORD_MAX {
        Err(Weakness::Long)
    } else {
        Ok(())
    }
}

/// Hashes a password under a new salt.
pub async fn hash(password: String) -> String {
    off_the_runtime(move || hash_now(&password)).await.unwrap_or_default()
}

/// Is it this password? Takes as long without a hash to compare with.
pub async fn verify(password: String, hash: Option<String>) -> bool {
    off_the_runtime(move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.clone());
        let fits = password.len() <= PASSWORD_MAX
            && PasswordHash::new(&hash)
                .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
        known && fits
    })
    .await
    .unwrap_or(false)
}

async fn off_the_runtime<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let _permit = AT_ONCE.acquire().await.ok()?;
    tokio::task::spawn_blocking(work).await.ok()
}

fn hash_now(password: &str) -> String {
    // Sixteen bytes always fit a salt, and these parameters are the crate's own.
    let salt = SaltString::encode_b64(&clock::random::<16>()).ok();
    salt.and_then(|salt| {
        Argon2::default().hash_password(password.as_bytes(), &salt).ok().map(|hash| hash.to_string())
    })
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_password_itself_fits_its_hash() {
        let hash = hash("correct horse".to_owned()).await;
        assert!(hash.starts_with("$argon2id$"));
        assert!(verify("correct horse".to_owned(), Some(hash.clone())).await);
        assert!(!verify("correct horsf".to_owned(), Some(hash)).await);
        assert!(!verify("correct horse".to_owned(), Some(String::new())).await);
        assert!(!verify("nobody has this password".to_owned(), None).await);
    }

    #[test]
    fn length_counts_characters() {
        assert_eq!(check("पासवर्ड"), Err(Weakness::Short));
        assert_eq!(check("ten letter"), Ok(()));
        assert_eq!(check(&"x".repeat(1_001)), Err(Weakness::Long));
    }
}
