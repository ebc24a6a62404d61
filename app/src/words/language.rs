//! The languages Outrider speaks.

use super::files;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum Language {
    #[default]
    En,
    De,
    PtBr,
    Hi,
}

impl Language {
    pub const ALL: [Language; 4] = [Language::En, Language::De, Language::PtBr, Language::Hi];

    /// The BCP 47 tag: folder name, `lang` attribute, setting, and tag of `contact.language`.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::De => "de",
            Language::PtBr => "pt-BR",
            Language::Hi => "hi",
        }
    }

    /// What its speakers call it.
    pub const fn name(self) -> &'static str {
        match self {
            Language::En => "English",
            Language::De => "Deutsch",
            Language::PtBr => "Português (Brasil)",
            Language::Hi => "हिन्दी",
        }
    }

    /// The language of a tag, whatever its region: `de-AT` is German, `pt` Portuguese.
    pub fn of(tag: &str) -> Option<Self> {
        let base = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| base(language.tag()) == base(tag))
    }

    /// The first of a person's preferred tags that we speak; English where we speak none.
    pub fn preferred<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        tags.into_iter().find_map(Self::of).unwrap_or_default()
    }

    /// Its files, as text.
    pub fn files(self) -> &'static [&'static str] {
        match self {
            Language::En => files!("en"),
            Language::De => files!("de"),
            Language::PtBr => files!("pt-BR"),
            Language::Hi => files!("hi"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_we_do_not_know_still_finds_its_language() {
        assert_eq!(Language::of("de-AT"), Some(Language::De));
        assert_eq!(Language::of("pt"), Some(Language::PtBr));
        assert_eq!(Language::preferred(["fr-FR", "hi-IN", "en"]), Language::Hi);
        assert_eq!(Language::preferred(["fr"]), Language::En);
    }
}
