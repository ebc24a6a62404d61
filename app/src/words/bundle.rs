//! One language's messages, and how it writes a number within a sentence.

use super::{Arg, Language};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

pub struct Bundle(FluentBundle<FluentResource>);

impl Bundle {
    pub fn new(language: Language) -> Self {
        let locale: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // The marks around inserted values show up in copied text.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::En => |value, _| number(value, ',', '.', 3),
            Language::De | Language::PtBr => |value, _| number(value, '.', ',', 3),
            Language::Hi => |value, _| number(value, ',', '.', 2),
        }));
        for file in language.files() {
            // What does not parse is left out; a test says that everything does.
            let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(rest, _)| rest);
            bundle.add_resource_overriding(resource);
        }
        Self(bundle)
    }

    pub fn format(&self, key: &str, args: &[(&str, Arg)]) -> Option<String> {
        let pattern = self.0.get_message(key)?.value()?;
        let args: FluentArgs = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        Some(self.0.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
    }
}

/// Digits in groups: three, then `upper` at a time (2 in India).
fn number(value: &Arg, group: char, point: char, upper: usize) -> Option<String> {
    let Arg::Number(number) = value else { return None };
    let plain = number.as_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", &*plain), |digits| ("-", digits));
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let mut text = sign.to_owned();
    for (at, digit) in whole.chars().enumerate() {
        let left = whole.len() - at;
        if at > 0 && left >= 3 && (left - 3).is_multiple_of(upper) {
            text.push(group);
        }
        text.push(digit);
    }
    if !rest.is_empty() {
        text.push(point);
        text.push_str(rest);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_the_language_groups_them() {
        let say = |value: f64, group, point, upper| number(&value.into(), group, point, upper).unwrap();
        assert_eq!(say(999.0, ',', '.', 3), "999");
        assert_eq!(say(8800.0, ',', '.', 3), "8,800");
        assert_eq!(say(1_234_567.5, '.', ',', 3), "1.234.567,5");
        assert_eq!(say(-1_234_567.0, ',', '.', 2), "-12,34,567");
    }
}
