//! Words for choices, stages' outcomes, yes and no.

use crate::registry::fold;

/// Folded words for yes and no.
pub(crate) const YES: &[&str] =
    &["yes", "y", "true", "1", "x", "ja", "j", "wahr", "sim", "s", "verdadeiro", "हां", "हाँ", "on"];
pub(crate) const NO: &[&str] = &["no", "n", "false", "0", "nein", "falsch", "nao", "falso", "नहीं", "off"];

/// Choice field, tag, other words for it.
const CHOICES: &[(&str, &str, &[&str])] = &[
    ("lifecycle", "lead", &["interessent", "contato", "लीड", "subscriber", "mql"]),
    ("lifecycle", "prospect", &["opportunity", "sql", "prospekt", "potencial", "संभावित"]),
    ("lifecycle", "customer", &["client", "kunde", "kundin", "bestandskunde", "cliente", "ग्राहक"]),
    ("lifecycle", "former", &["ex customer", "churned", "inactive", "ehemalig", "inativo", "पूर्व"]),
    ("origin", "website", &["web", "webseite", "homepage", "site", "inbound", "वेबसाइट"]),
    (
        "origin",
        "social",
        &["social media", "soziale medien", "redes sociais", "facebook", "linkedin", "instagram"],
    ),
    ("origin", "campaign", &["email campaign", "kampagne", "campanha", "newsletter", "अभियान"]),
    ("origin", "referral", &["empfehlung", "indicacao", "word of mouth", "recommendation", "रेफरल"]),
    ("origin", "fair", &["trade show", "messe", "feira", "event", "exhibition", "मेला"]),
    ("origin", "cold_call", &["kaltakquise", "phone", "telefon", "ligacao", "outbound"]),
    ("origin", "other", &["sonstige", "outro", "अन्य"]),
    ("gender", "female", &["f", "w", "weiblich", "frau", "woman", "feminino", "mulher", "महिला"]),
    ("gender", "male", &["m", "mannlich", "mann", "herr", "man", "masculino", "homem", "पुरुष"]),
    ("gender", "diverse", &["d", "divers", "other", "x", "outro", "अन्य"]),
    ("language", "en", &["english", "englisch", "ingles", "अंग्रेज़ी"]),
    ("language", "de", &["german", "deutsch", "alemao", "जर्मन"]),
    ("language", "pt-BR", &["portuguese", "portugiesisch", "portugues", "pt", "पुर्तगाली"]),
    ("language", "hi", &["hindi", "हिन्दी", "हिंदी"]),
    ("priority", "high", &["urgent", "hoch", "dringend", "alta", "उच्च", "1", "a"]),
    ("priority", "normal", &["medium", "mittel", "media", "सामान्य", "2", "b"]),
    ("priority", "low", &["niedrig", "gering", "baixa", "निम्न", "3", "c"]),
    ("kind", "call", &["phone call", "anruf", "telefonat", "ligacao", "chamada", "कॉल"]),
    ("kind", "visit", &["besuch", "visita", "दौरा"]),
    ("kind", "meeting", &["termin", "besprechung", "reuniao", "बैठक"]),
    ("kind", "email", &["e mail", "mail", "ईमेल"]),
    ("kind", "note", &["notiz", "nota", "comment", "नोट"]),
    ("direction", "in", &["incoming", "inbound", "eingehend", "entrada"]),
    ("direction", "out", &["outgoing", "outbound", "ausgehend", "saida"]),
    ("role", "admin", &["administrator", "administrador"]),
    ("role", "manager", &["sales manager", "leiter", "vertriebsleiter", "gerente", "प्रबंधक"]),
    ("role", "rep", &["sales rep", "agent", "sales agent", "vertrieb", "vendedor", "verkaufer"]),
    ("outcome", "open", &["offen", "aberto", "खुला"]),
    ("outcome", "won", &["gewonnen", "ganho", "जीता"]),
    ("outcome", "lost", &["verloren", "perdido", "हारा"]),
    ("lost_reason", "price", &["too expensive", "preis", "preco", "मूल्य"]),
    ("lost_reason", "competitor", &["competition", "wettbewerb", "concorrente", "प्रतियोगी"]),
    ("lost_reason", "timing", &["zeitpunkt", "momento"]),
    ("lost_reason", "no_need", &["kein bedarf", "sem necessidade"]),
    ("lost_reason", "no_answer", &["keine antwort", "sem resposta"]),
];

/// The words known for a choice field, as (tag, word).
pub(crate) fn choice_words<'a>(field: &'a str) -> impl Iterator<Item = (&'static str, &'static str)> + 'a {
    CHOICES
        .iter()
        .filter(move |(known, _, _)| *known == field)
        .flat_map(|(_, tag, words)| words.iter().map(move |word| (*tag, *word)))
}

const WON: &[&str] =
    &["won", "gewonnen", "erfolg", "ganh", "vencid", "fechado com sucesso", "जीत", "closed won"];
const LOST: &[&str] =
    &["lost", "verloren", "abgelehnt", "perdid", "perda", "cancel", "dropped", "dead", "हार", "खो"];

/// Whether a stage of this name is won, lost or still open.
pub(crate) fn outcome_of(stage: &str) -> &'static str {
    let name = fold(stage);
    let has = |words: &[&str]| words.iter().any(|word| name.contains(&fold(word)));
    match (has(LOST), has(WON)) {
        (true, _) => "lost",
        (_, true) => "won",
        _ => "open",
    }
}

/// The usual order of open stages, by what their names contain; unknown ones stand in the middle.
const STAGE_ORDER: &[&[&str]] = &[
    &["new", "lead", "neu", "novo", "नया"],
    &["prospect", "akquise", "prospec"],
    &["qualif"],
    &["contact", "kontakt", "contato", "discover", "bedarf"],
    &["engag", "meeting", "termin", "demo", "present", "reuniao"],
    &[],
    &["propos", "quote", "angebot", "propost", "प्रस्ताव"],
    &["negotiat", "verhandlung", "negocia", "वार्ता"],
    &["contract", "vertrag", "commit", "closing", "contrato"],
];

/// Where a stage usually stands among the open ones.
pub(crate) fn stage_rank(stage: &str) -> usize {
    let name = fold(stage);
    let known = STAGE_ORDER.iter().position(|words| words.iter().any(|word| name.contains(word)));
    known.unwrap_or(5)
}
