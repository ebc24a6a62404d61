//! The words of the few pages that the server renders itself, in the app's four languages.

use axum::http::{HeaderMap, header};

/// A language the app speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    English,
    German,
    Portuguese,
    Hindi,
}

impl Language {
    /// What the browser asks for first that we speak; English otherwise.
    pub fn of(headers: &HeaderMap) -> Self {
        let said =
            headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let mut wanted: Vec<(f32, Self)> = said
            .split(',')
            .filter_map(|range| {
                let (tag, weight) = range.split_once(';').unwrap_or((range, ""));
                let weight =
                    weight.trim().strip_prefix("q=").map_or(Some(1.0), |weight| weight.parse().ok())?;
                Some((weight, Self::speaking(tag.trim())?))
            })
            .collect();
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
        wanted.first().map_or(Self::English, |(_, language)| *language)
    }

    fn speaking(tag: &str) -> Option<Self> {
        match tag.split('-').next()?.to_ascii_lowercase().as_str() {
            "en" => Some(Self::English),
            "de" => Some(Self::German),
            "pt" => Some(Self::Portuguese),
            "hi" => Some(Self::Hindi),
            _ => None,
        }
    }

    /// For `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::Portuguese => "pt-BR",
            Self::Hindi => "hi",
        }
    }
}

/// The words themselves.
pub struct Words {
    pub noscript: &'static str,
    pub join_title: &'static str,
    /// After it the person's name stands.
    pub join_welcome: &'static str,
    pub join_hint: &'static str,
    pub password: &'static str,
    pub password_again: &'static str,
    pub join_button: &'static str,
    pub gone: &'static str,
    pub short: &'static str,
    pub long: &'static str,
    pub different: &'static str,
    pub failed: &'static str,
    pub to_app: &'static str,
}

impl Words {
    /// In a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::German => &GERMAN,
            Language::Portuguese => &PORTUGUESE,
            Language::Hindi => &HINDI,
        }
    }
}

const ENGLISH: Words = Words {
    noscript: "Outrider keeps your customer file on your device and needs JavaScript for it. Please allow it for this site.",
    join_title: "Choose your password",
    join_welcome: "Welcome,",
    join_hint: "At least ten characters. You sign in with this e-mail address:",
    password: "Password",
    password_again: "The same password again",
    join_button: "Save and open Outrider",
    gone: "This link was used or has expired. Please ask an admin of your workspace for a new one.",
    short: "The password needs at least ten characters.",
    long: "The password is too long.",
    different: "The two passwords are not the same.",
    failed: "That did not work just now. Please try again in a moment.",
    to_app: "To Outrider",
};

const GERMAN: Words = Words {
    noscript: "Outrider bewahrt Ihre Kundendaten auf Ihrem Gerät auf und braucht dafür JavaScript. Bitte erlauben Sie es für diese Seite.",
    join_title: "Passwort wählen",
    join_welcome: "Willkommen,",
    join_hint: "Mindestens zehn Zeichen. Sie melden sich mit dieser E-Mail-Adresse an:",
    password: "Passwort",
    password_again: "Dasselbe Passwort noch einmal",
    join_button: "Speichern und Outrider öffnen",
    gone: "Dieser Link wurde schon benutzt oder ist abgelaufen. Bitte fragen Sie bei der Verwaltung Ihres Arbeitsbereichs nach einem neuen.",
    short: "Das Passwort braucht mindestens zehn Zeichen.",
    long: "Das Passwort ist zu lang.",
    different: "Die beiden Passwörter sind nicht gleich.",
    failed: "Das hat gerade nicht geklappt. Bitte versuchen Sie es gleich noch einmal.",
    to_app: "Zu Outrider",
};

const PORTUGUESE: Words = Words {
    noscript: "O Outrider guarda seus clientes no seu dispositivo e precisa de JavaScript para isso. Permita-o neste site.",
    join_title: "Escolha sua senha",
    join_welcome: "Boas-vindas,",
    join_hint: "Pelo menos dez caracteres. Você entra com este e-mail:",
    password: "Senha",
    password_again: "A mesma senha outra vez",
    join_button: "Salvar e abrir o Outrider",
    gone: "Este link já foi usado ou expirou. Peça um novo a quem administra o seu espaço de trabalho.",
    short: "A senha precisa de pelo menos dez caracteres.",
    long: "A senha é longa demais.",
    different: "As duas senhas não são iguais.",
    failed: "Não deu certo agora. Tente de novo daqui a pouco.",
    to_app: "Ir para o Outrider",
};

const HINDI: Words = Words {
    noscript: "Outrider आपके ग्राहकों की जानकारी आपके डिवाइस पर रखता है और इसके लिए JavaScript चाहिए। कृपया इस साइट के लिए इसकी अनुमति दें।",
    join_title: "अपना पासवर्ड चुनें",
    join_welcome: "स्वागत है,",
    join_hint: "कम से कम दस अक्षर। आप इस ई-मेल पते से साइन इन करेंगे:",
    password: "पासवर्ड",
    password_again: "वही पासवर्ड फिर से",
    join_button: "सहेजें और Outrider खोलें",
    gone: "यह लिंक इस्तेमाल हो चुका है या इसकी अवधि समाप्त हो गई है। कृपया अपने वर्कस्पेस के एडमिन से नया लिंक माँगें।",
    short: "पासवर्ड में कम से कम दस अक्षर होने चाहिए।",
    long: "पासवर्ड बहुत लंबा है।",
    different: "दोनों पासवर्ड एक जैसे नहीं हैं।",
    failed: "अभी यह नहीं हो सका। कृपया थोड़ी देर में फिर कोशिश करें।",
    to_app: "Outrider पर जाएँ",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_asked_for_first_is_spoken() {
        let of = |said: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, said.parse().expect("a value"));
            Language::of(&headers).tag()
        };
        assert_eq!(of("fr-FR, de;q=0.5, pt-BR;q=0.8"), "pt-BR");
        assert_eq!(of("hi-IN,en;q=0.9"), "hi");
        assert_eq!(of("xx, q=;;"), "en");
    }
}
