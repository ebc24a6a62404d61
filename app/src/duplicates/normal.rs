//! The forms in which values of different hands are the same: phone numbers in any notation, names
//! without their legal forms, hosts of links.

use crate::book::{digits, words};

/// What a firm's name may end with, folded, in the countries our languages and their neighbours speak of.
const LEGAL_FORMS: &[&str] = &[
    "ab",
    "ag",
    "ans",
    "aps",
    "as",
    "asa",
    "bv",
    "bvba",
    "cia",
    "co",
    "company",
    "corp",
    "corporation",
    "cv",
    "doo",
    "eg",
    "eireli",
    "ek",
    "epp",
    "ev",
    "gbr",
    "ggmbh",
    "gmbh",
    "hf",
    "inc",
    "incorporated",
    "kft",
    "kg",
    "kgaa",
    "kk",
    "limited",
    "limitada",
    "llc",
    "llp",
    "lp",
    "ltd",
    "ltda",
    "mbh",
    "me",
    "nv",
    "ohg",
    "oy",
    "oyj",
    "partg",
    "plc",
    "private",
    "pte",
    "pty",
    "pvt",
    "sa",
    "sarl",
    "sas",
    "sc",
    "scop",
    "se",
    "sl",
    "slu",
    "snc",
    "spa",
    "sro",
    "srl",
    "sprl",
    "ug",
    "und",
    "and",
    "zoo",
    "लिमिटेड",
    "प्राइवेट",
    "लि",
    "प्रा",
];

/// Digits of a number that tell it from others: fewer are an extension or a short code.
const NUMBER: usize = 7;
/// The longest prefix of a country.
const COUNTRY: usize = 3;

/// The words of a name, folded, in the order they stand.
pub(super) fn name_words(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    words(text, &mut |word| found.extend(str::from_utf8(word).ok().map(str::to_owned)));
    found
}

/// A firm's words without its legal form: `Müller & Söhne GmbH & Co. KG` is `muller sohne`. A name that is
/// nothing else stays.
pub(super) fn firm_words(text: &str) -> Vec<String> {
    let mut words = name_words(text);
    // Letters with dots between them are one word: `S.A.`, `z o.o.`.
    let letters = words.iter().rev().take_while(|word| word.chars().count() == 1).count();
    if letters > 1 && letters < words.len() {
        let joined = words.split_off(words.len() - letters).concat();
        words.push(joined);
    }
    let named = words.iter().rposition(|word| !LEGAL_FORMS.contains(&word.as_str()));
    if let Some(last) = named {
        words.truncate(last + 1);
    }
    words
}

/// A phone number without what only the notation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phone {
    digits: String,
    /// It was written with its country.
    country: bool,
    /// Behind a switchboard; empty where none was written.
    extension: String,
}

impl Phone {
    /// `None` where so few digits say nothing.
    pub fn read(text: &str) -> Option<Self> {
        let read = |text: &str| {
            let mut found = Vec::new();
            digits(text, &mut found);
            String::from_utf8(found).unwrap_or_default()
        };
        let marks = ['x', 'X', 'e', 'E', ';', ',', '#'];
        let (number, extension) = text.split_once(marks).unwrap_or((text, ""));
        let (number, extension) = (number.trim(), read(extension));
        let found = read(number);
        let country = number.starts_with(['+', '＋']) || found.starts_with("00");
        let digits = found.trim_start_matches('0').to_owned();
        (digits.len() >= NUMBER).then_some(Self { digits, country, extension })
    }

    /// The last digits, which every notation shares.
    pub fn key(&self) -> &str {
        let start = self.digits.len().saturating_sub(NUMBER);
        self.digits.get(start..).unwrap_or_default()
    }

    /// The same number, or one with its country and the other without. Two of different countries are
    /// not the same, however alike they end; nor is a number of a whole area and one within it, nor two
    /// extensions of one switchboard.
    pub fn same(&self, other: &Phone) -> bool {
        let (one, two) = (&self.extension, &other.extension);
        if !one.is_empty() && !two.is_empty() && one != two {
            return false;
        }
        if self.digits == other.digits {
            return true;
        }
        let (long, short) = if self.country { (self, other) } else { (other, self) };
        let rest = long.digits.strip_suffix(short.digits.as_str());
        long.country && !short.country && rest.is_some_and(|rest| (1..=COUNTRY).contains(&rest.len()))
    }
}

/// An address as it is compared; `None` where it is none.
pub(super) fn email(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    text.contains('@').then_some(text)
}

/// Does the address reach whoever answers, not one person?
pub(super) fn is_shared(email: &str) -> bool {
    let local = email.split('@').next().unwrap_or_default();
    matches!(
        local,
        "info"
            | "office"
            | "kontakt"
            | "contact"
            | "contato"
            | "sales"
            | "vertrieb"
            | "mail"
            | "post"
            | "hello"
            | "support"
            | "service"
            | "admin"
            | "buero"
            | "team"
            | "vendas"
            | "comercial"
            | "financeiro"
    )
}

/// The host of a link, without `www.`.
pub(super) fn host(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase();
    let rest = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    host.contains('.').then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) -> bool {
        Phone::read(a).unwrap().same(&Phone::read(b).unwrap())
    }

    #[test]
    fn a_phone_number_is_the_same_in_every_notation() {
        for other in
            ["030 901820", "(030) 90 18-20", "0049 30 901820", "+49 (0)30 901820", "+49.30.901820 ext 7"]
        {
            assert!(same("+49 30 901820", other), "{other}");
        }
        assert!(same("+91 98765 43210", "९८७६५ ४३२१०"), "in another script");
        assert!(same("+1 (212) 555-0100", "212-555-0100"));
    }

    #[test]
    fn numbers_of_two_countries_or_of_an_area_and_within_it_are_not_the_same() {
        assert!(!same("+49 30 9018200", "+43 30 9018200"));
        assert!(!same("+49 30 9018200", "9018200"), "an area is not known to be left out");
        assert!(!same("030 9018200", "040 9018200"));
        assert!(!same("+49 30 9018200 ext. 64", "+49 30 9018200 ext. 150"), "colleagues");
        assert_eq!(Phone::read("112"), None);
    }

    #[test]
    fn firms_are_called_without_their_legal_form() {
        let firm = |text: &str| firm_words(text).join(" ");
        assert_eq!(firm("Müller & Söhne GmbH & Co. KG"), "muller sohne");
        assert_eq!(firm("Acme Indústria Ltda."), "acme industria");
        assert_eq!(firm("Banco do Sul S.A."), "banco do sul");
        assert_eq!(firm("टाटा प्राइवेट लिमिटेड"), firm("टाटा"));
        assert_eq!(firm("Co KG"), "co kg", "a name that is nothing else stays");
    }

    #[test]
    fn links_are_compared_by_their_host() {
        assert_eq!(host("https://www.acme.example/de?x"), host("acme.example"));
        assert_eq!(host("localhost"), None);
    }
}
