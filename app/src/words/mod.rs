//! The words on the screen, in four languages: Fluent files of `app/words`, built in.
//!
//! Every language has the same keys with the same variables (a test says so). A key that a
//! language lacks is said in English; a key nobody has is shown as it is.

mod bundle;
mod language;
mod said;
#[cfg(test)]
mod tests;

pub use fluent_bundle::FluentValue as Arg;
pub use language::Language;
pub use said::reason_tag;

use bundle::Bundle;
use std::sync::OnceLock;

/// A language's files: its folder below `app/words`, and these names in each.
macro_rules! files {
    ($folder:literal) => {
        &[
            include_str!(concat!("../../words/", $folder, "/registry.ftl")),
            include_str!(concat!("../../words/", $folder, "/outcomes.ftl")),
            include_str!(concat!("../../words/", $folder, "/ui.ftl")),
            include_str!(concat!("../../words/", $folder, "/list.ftl")),
            include_str!(concat!("../../words/", $folder, "/records.ftl")),
            include_str!(concat!("../../words/", $folder, "/sync.ftl")),
            include_str!(concat!("../../words/", $folder, "/pages.ftl")),
            include_str!(concat!("../../words/", $folder, "/day.ftl")),
            include_str!(concat!("../../words/", $folder, "/import.ftl")),
            include_str!(concat!("../../words/", $folder, "/server.ftl")),
        ]
    };
}
use files;

/// The words of one language.
pub struct Words {
    language: Language,
    own: Bundle,
    /// Read when a key is missing, which tests prevent.
    english: OnceLock<Bundle>,
}

impl Words {
    pub fn new(language: Language) -> Self {
        Self { language, own: Bundle::new(language), english: OnceLock::new() }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// The words of this key; the key itself where nobody has any.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The words of this key with these values in them: `say_with("found", &[("count", 3.into())])`.
    pub fn say_with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.find_with(key, args).unwrap_or_else(|| key.to_owned())
    }

    /// The words of this key; `None` where nobody has any.
    pub fn find(&self, key: &str) -> Option<String> {
        self.find_with(key, &[])
    }

    /// The words of this key with these values in them; `None` where nobody has any.
    pub fn find_with(&self, key: &str, args: &[(&str, Arg)]) -> Option<String> {
        self.own.format(key, args).or_else(|| {
            let english = || Bundle::new(Language::En);
            (self.language != Language::En).then(|| self.english.get_or_init(english).format(key, args))?
        })
    }
}
