//! One card's lines into the cells of a row.

use super::super::Trouble;
use super::super::content::Line;
use super::super::named::{Cells, Table};
use super::{Card, Cards};
use crate::export::{list, own_column};

/// What says nothing about the person: how the card was made, sorted and shown.
const ABOUT_THE_CARD: &[&str] = &[
    "VERSION",
    "PRODID",
    "REV",
    "SORT-STRING",
    "PROFILE",
    "MAILER",
    "SOURCE",
    "CLASS",
    "CLIENTPIDMAP",
    "X-ABADR",
    "X-ABLABEL",
    "X-ABSHOWAS",
    "X-ABUID",
    "X-EVOLUTION-FILE-AS",
    "KIND",
    "X-ADDRESSBOOKSERVER-KIND",
];
/// Ways to chat, as cards of before 4.0 name them.
const CHATS: &[&str] = &[
    "X-SKYPE",
    "X-SKYPE-USERNAME",
    "X-GTALK",
    "X-GOOGLE-TALK",
    "X-JABBER",
    "X-MSN",
    "X-AIM",
    "X-YAHOO",
    "X-ICQ",
    "X-QQ",
    "X-WHATSAPP",
    "X-TELEGRAM",
    "X-TWITTER",
];

/// Puts a card among the rows.
pub(super) fn row(card: Card, trouble: Option<Trouble>, cards: &mut Cards) {
    let kind =
        card.lines.iter().find(|line| ["KIND", "X-ADDRESSBOOKSERVER-KIND"].contains(&line.name.as_str()));
    let kind = kind.map(|line| line.raw().to_lowercase()).unwrap_or_default();
    if kind == "group" {
        cards.left.groups += 1;
        return;
    }
    let is_company = kind == "org" || kind != "individual" && looks_like_company(&card.lines);
    let mut row = Making::default();
    let table = if is_company { &mut cards.companies } else { &mut cards.people };
    for line in &card.lines {
        row.line(line, &card.lines, table);
    }
    cards.left.photos += row.photos;
    cards.left.files += row.files;
    let trouble =
        trouble.or((row.unreadable > 0).then_some(Trouble::UnreadableLines { lines: row.unreadable }));
    if row.is_empty() && trouble.is_none() {
        return;
    }
    let cells = if is_company { row.company() } else { row.person() };
    table.push(card.line, cells, trouble);
}

/// An organisation and nobody's name.
fn looks_like_company(lines: &[Line]) -> bool {
    let of = |name: &str| lines.iter().find(|line| line.name == name);
    let shown = of("X-ABSHOWAS").is_some_and(|line| line.raw().eq_ignore_ascii_case("company"));
    let organisation = of("ORG").map(|line| line.text()).unwrap_or_default();
    let named = of("N").is_some_and(|line| line.components().iter().any(|component| !component.is_empty()));
    let full = of("FN").map(|line| line.text().trim().to_owned()).unwrap_or_default();
    let first = organisation.split(';').next().unwrap_or_default().trim();
    shown && !first.is_empty() || !first.is_empty() && !named && (full.is_empty() || full == first)
}

/// A row in the making.
#[derive(Default)]
struct Making {
    cells: Cells,
    full_name: String,
    /// Of family and given names and the like, as `N` has them.
    name: Vec<Vec<String>>,
    emails: Vec<(u32, String)>,
    phones: Vec<(u32, String)>,
    links: Vec<(u32, String)>,
    addresses: Vec<(u32, Line)>,
    chats: Vec<String>,
    languages: Vec<(u32, String)>,
    notes: Vec<String>,
    tags: Vec<String>,
    /// What has no column.
    rest: Vec<String>,
    photos: u32,
    files: u32,
    unreadable: u32,
}

/// How much a line is preferred to its like: less is more.
fn rank(line: &Line) -> u32 {
    match line.param("PREF").and_then(|pref| pref.parse::<u32>().ok()) {
        Some(pref) => pref,
        None if line.is("pref") => 1,
        None => 1_000,
    }
}

impl Making {
    fn is_empty(&self) -> bool {
        let named = self.full_name.is_empty() && self.name.iter().all(Vec::is_empty);
        let lists =
            [self.emails.len(), self.phones.len(), self.addresses.len(), self.rest.len(), self.notes.len()];
        named && self.cells.is_empty() && lists.iter().all(|length| *length == 0)
    }

    fn line(&mut self, line: &Line, all: &[Line], table: &Table) {
        let text = || line.text().trim().to_owned();
        let name = line.name.as_str();
        if line.raw().is_empty() || ABOUT_THE_CARD.contains(&name) {
            return;
        }
        match name {
            "" => {
                self.unreadable += 1;
                self.rest.push(format!("[{}]", line.raw()));
            }
            "PHOTO" | "LOGO" => self.photos += 1,
            _ if line.is_binary() => self.files += 1,
            "FN" => self.full_name = text(),
            "N" => self.name = line.components(),
            "ORG" => self.organisation(line, all),
            "TITLE" => self.once("job_title", line, all),
            "ROLE" if all.iter().all(|line| line.name != "TITLE") => self.once("job_title", line, all),
            "EMAIL" => self.emails.push((rank(line), text())),
            "TEL" if !["fax", "pager"].iter().any(|kind| line.is(kind)) => {
                self.phones.push((rank(line), phone(&text())));
            }
            "URL" => self.links.push((rank(line), text())),
            "ADR" => self.addresses.push((rank(line), line.clone())),
            "LABEL" if all.iter().any(|line| line.name == "ADR") => {}
            "IMPP" => self.chats.push(text().replacen(':', ": ", 1)),
            "NOTE" => self.notes.push(line.text()),
            "CATEGORIES" => self.tags.extend(line.parts(',')),
            "GENDER" | "X-GENDER" => self.gender(line, all),
            "LANG" => self.languages.push((rank(line), language(&text()))),
            "BDAY" => self.cells.set("birthday", birthday(line)),
            "UID" => self.cells.set("uid", text().trim_start_matches("urn:uuid:")),
            chat if CHATS.contains(&chat) => {
                let kind = chat.trim_start_matches("X-").split('-').next().unwrap_or_default().to_lowercase();
                self.chats.push(format!("{kind}: {}", text()));
            }
            _ => match own_column(name).filter(|column| table.has_room(column)) {
                Some(column) => self.cells.set(&column, line.text()),
                None => self.rest.push(remark(line, all)),
            },
        }
    }

    /// The first of its kind; the others are remarks.
    fn once(&mut self, column: &str, line: &Line, all: &[Line]) {
        if self.cells.get(column).is_empty() {
            self.cells.set(column, line.text());
        } else {
            self.rest.push(remark(line, all));
        }
    }

    /// The organisation; its departments have no column.
    fn organisation(&mut self, line: &Line, all: &[Line]) {
        if !self.cells.get("company").is_empty() {
            self.rest.push(remark(line, all));
            return;
        }
        let mut parts = line.parts(';').into_iter().map(|part| part.trim().to_owned());
        self.cells.set("company", parts.next().unwrap_or_default());
        let departments: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        if !departments.is_empty() {
            self.rest.push(format!("[ORG: {}]", departments.join(", ")));
        }
    }

    fn gender(&mut self, line: &Line, all: &[Line]) {
        match line.raw().split(';').next().unwrap_or_default().to_uppercase().as_str() {
            "M" | "MALE" => self.cells.set("gender", "male"),
            "F" | "FEMALE" => self.cells.set("gender", "female"),
            "O" => self.cells.set("gender", "diverse"),
            _ => self.rest.push(remark(line, all)),
        }
    }

    fn person(mut self) -> Cells {
        let part = |at: usize| self.name.get(at).map(|texts| texts.join(" ")).unwrap_or_default();
        let (family, given) = (part(0), [part(1), part(2)].join(" "));
        if family.is_empty() && given.trim().is_empty() {
            let (given, family) = split_name(&self.full_name);
            self.cells.set("given_name", given);
            self.cells.set("family_name", family);
        } else {
            self.cells.set("given_name", given);
            self.cells.set("family_name", family);
        }
        self.cells.set("salutation", part(3));
        let suffix = self.name.get(4).map(|texts| texts.join(", ")).unwrap_or_default();
        if !suffix.is_empty() {
            self.rest.insert(0, format!("[N: {suffix}]"));
        }
        let first = |list: &mut Vec<(u32, String)>| {
            // Stable: what is preferred alike stands as in the card.
            list.sort_by_key(|(rank, _)| *rank);
            let mut texts: Vec<String> = Vec::new();
            for (_, text) in list.drain(..) {
                if !text.is_empty() && !texts.contains(&text) {
                    texts.push(text);
                }
            }
            texts
        };
        for (column, more, mut found) in [
            ("email", "more_emails", std::mem::take(&mut self.emails)),
            ("phone", "more_phones", std::mem::take(&mut self.phones)),
        ] {
            let texts = first(&mut found);
            self.cells.set(column, texts.first().map_or("", String::as_str));
            self.cells.set(more, list(texts.get(1..).unwrap_or_default()));
        }
        let mut languages = first(&mut self.languages);
        if !languages.is_empty() {
            self.cells.set("language", languages.remove(0));
        }
        self.rest.extend(languages.into_iter().map(|language| format!("[LANG: {language}]")));
        self.rest.extend(first(&mut self.links).into_iter().map(|link| format!("[URL: {link}]")));
        self.cells.set("messaging", list(&self.chats));
        self.common()
    }

    fn company(mut self) -> Cells {
        let organisation = self.cells.take("company");
        let named = if organisation.is_empty() { self.full_name.clone() } else { organisation };
        self.cells.set("name", named);
        for (column, label, mut found) in [
            ("email", "EMAIL", std::mem::take(&mut self.emails)),
            ("phone", "TEL", std::mem::take(&mut self.phones)),
            ("website", "URL", std::mem::take(&mut self.links)),
        ] {
            found.sort_by_key(|(rank, _)| *rank);
            let mut texts = found.into_iter().map(|(_, text)| text);
            self.cells.set(column, texts.next().unwrap_or_default());
            self.rest.extend(texts.map(|text| format!("[{label}: {text}]")));
        }
        for column in ["job_title", "gender", "birthday"] {
            let text = self.cells.take(column);
            if !text.is_empty() {
                self.rest.push(format!("[{column}: {text}]"));
            }
        }
        self.rest.extend(self.chats.iter().map(|chat| format!("[{chat}]")));
        self.rest.extend(self.languages.iter().map(|(_, language)| format!("[LANG: {language}]")));
        self.common()
    }

    /// What people and companies have alike.
    fn common(mut self) -> Cells {
        let rank_of = |rank: u32, line: &Line| if rank < 1_000 || !line.is("work") { rank } else { 999 };
        self.addresses.sort_by_key(|(rank, line)| rank_of(*rank, line));
        for (at, (_, line)) in self.addresses.iter().enumerate() {
            let parts = line.components();
            let of = |at: usize| parts.get(at).map(|texts| texts.join(", ")).unwrap_or_default();
            if at > 0 {
                self.rest.push(remark(line, &[]));
                continue;
            }
            let street: Vec<String> = [0, 2, 1].map(of).into_iter().filter(|text| !text.is_empty()).collect();
            let street: Vec<&str> = street.iter().flat_map(|text| text.lines()).map(str::trim).collect();
            self.cells.set("address_street", street.join(", "));
            for (at, column) in [(5, "postcode"), (3, "city"), (4, "region"), (6, "country")] {
                self.cells.set(&format!("address_{column}"), of(at).replace('\n', ", "));
            }
        }
        let tags: Vec<String> =
            self.tags.iter().map(|tag| tag.trim().to_owned()).filter(|t| !t.is_empty()).collect();
        self.cells.set("tags", list(&tags));
        self.cells.set("remarks", self.notes.join("\n"));
        self.cells.append("remarks", &self.rest);
        self.cells
    }
}

/// A line without a column: its name, what it is of, its text.
fn remark(line: &Line, all: &[Line]) -> String {
    let same =
        |other: &&Line| !line.group.is_empty() && other.group == line.group && other.name == "X-ABLABEL";
    let label = all
        .iter()
        .find(same)
        .map(|label| label.text().trim_start_matches("_$!<").trim_end_matches(">!$_").trim().to_owned());
    let kinds: Vec<String> =
        line.types().filter(|kind| !["internet", "voice", "pref", ""].contains(&kind.as_str())).collect();
    let name = line.name.trim_start_matches("X-AB").trim_start_matches("X-");
    let label = label.unwrap_or_else(|| kinds.join(" "));
    let text: Vec<String> = line
        .parts(';')
        .into_iter()
        .map(|part| part.trim().replace('\n', ", "))
        .filter(|p| !p.is_empty())
        .collect();
    let space = if label.is_empty() { "" } else { " " };
    format!("[{name}{space}{label}: {}]", text.join(", "))
}

/// A phone number that may be an address of its own: `tel:+1-418-656-9254;ext=102`.
fn phone(text: &str) -> String {
    let bare = text.strip_prefix("tel:").unwrap_or(text);
    bare.replace(";ext=", " ext ").split(";phone-context=").next().unwrap_or_default().to_owned()
}

/// The language among ours, else as it is written.
fn language(tag: &str) -> String {
    let first = tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    match first.as_str() {
        "pt" => "pt-BR".to_owned(),
        "en" | "de" | "hi" => first,
        _ => tag.to_owned(),
    }
}

/// A birthday as a date; one without a year stays as vCard 4.0 writes it, which no date is.
fn birthday(line: &Line) -> String {
    let text = line.text().trim().to_owned();
    match line.param("X-APPLE-OMIT-YEAR") {
        Some(year) if text.starts_with(year) => format!("-{}", text.trim_start_matches(year)),
        _ => text,
    }
}

/// Given and family name of a name in one piece.
fn split_name(full: &str) -> (String, String) {
    let full = full.trim();
    let (given, family) = match full.split_once(',') {
        Some((family, given)) => (given, family),
        None => full.rsplit_once(char::is_whitespace).unwrap_or(("", full)),
    };
    (given.trim().to_owned(), family.trim().to_owned())
}
