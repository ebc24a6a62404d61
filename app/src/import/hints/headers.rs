//! Other names of entities and fields in English, German, Portuguese and Hindi, as column headers
//! use them, divided by bars. Compared folded, with underscores and hyphens as spaces.

use crate::import::mapping::normal;
use std::sync::LazyLock;

/// Words that make a column the row's external key, alone or behind the entity's name.
const ID_WORDS: &str = "id|key|number|no|nr|code|external id|kennung|nummer|schlussel|numero|codigo|chave|आईडी|\
    क्रमांक";
/// A column of Outrider's own record ids.
const OWN_ID: &str = "outrider id|record id";
/// Behind a money field's name: the column of its currencies.
const CURRENCY: &str = "currency|currency of value|wahrung|moeda|मुद्रा";

/// Other names of an entity.
const ENTITIES: &[(&str, &str)] = &[
    (
        "company",
        "account|company|organization|organisation|business|firma|unternehmen|kunde|client|\
         customer|empresa|conta|cliente|organizacao|कंपनी|ग्राहक|खाता",
    ),
    ("contact", "contact|person|people|kontakt|ansprechpartner|contato|pessoa|संपर्क|व्यक्ति"),
    (
        "deal",
        "deal|opportunity|pipeline|sales pipeline|sale|verkaufschance|geschaft|chance|negocio|\
         oportunidade|सौदा|अवसर",
    ),
    ("deal_line", "deal line|line item|position|deal product|item|posten|पंक्ति"),
    (
        "activity",
        "activity|interaction|call|visit|meeting|note|aktivitat|anruf|besuch|notiz|atividade|\
         visita|nota|गतिविधि",
    ),
    ("task", "task|todo|to do|aufgabe|tarefa|कार्य"),
    ("product", "product|item|article|sku|produkt|artikel|produto|artigo|उत्पाद"),
    ("pipeline", "pipeline|funnel|funil|पाइपलाइन"),
    ("stage", "stage|phase|step|status|stufe|etapa|fase|estagio|चरण"),
    ("tag", "tag|label|schlagwort|etiqueta|टैग"),
    (
        "team",
        "team|region|regional office|office|sales region|group|department|abteilung|gruppe|\
         equipe|time|regiao|टीम|दल",
    ),
    (
        "employee",
        "employee|sales agent|agent|sales rep|rep|salesperson|sales person|seller|user|staff|\
         team member|sales team|mitarbeiter|verkaufer|vertriebler|vendedor|funcionario|\
         colaborador|representante|कर्मचारी|विक्रेता",
    ),
];

/// (entity or `*`, field, other names).
const FIELDS: &[(&str, &str, &str)] = &[
    (
        "*",
        "owner",
        "account owner|deal owner|contact owner|owner full name|assigned to|responsible|sales agent|sales rep|\
         salesperson|agent|besitzer|zustandig|verantwortlich|betreuer|verkaufer|responsavel|\
         proprietario|vendedor|स्वामी|मालिक|ज़िम्मेदार",
    ),
    ("*", "team", "team|sales team|regional office|office|abteilung|equipe|time|टीम|दल"),
    ("*", "name", "name|full name|title|bezeichnung|nome|titulo|नाम"),
    (
        "*",
        "email",
        "email|e mail|mail|email address|e mail address|e mail adresse|mailadresse|correio|\
         endereco de email|ईमेल",
    ),
    (
        "*",
        "phone",
        "phone|telephone|tel|phone number|business phone|work phone|mobile|mobile phone|cell|home phone|telefon|\
         telefonnummer|mobil|handy|rufnummer|telefone|celular|फ़ोन|फोन|मोबाइल",
    ),
    ("*", "tags", "tag|tags|labels|categories|keywords|schlagworte|stichworte|etiquetas|marcadores|टैग"),
    (
        "*",
        "remarks",
        "remarks|remark|notes|note|comment|comments|description|bemerkung|bemerkungen|notiz|\
         notizen|kommentar|beschreibung|observacao|observacoes|notas|descricao|टिप्पणी|विवरण",
    ),
    ("*", "text", "text|description|notes|details|body|beschreibung|notiz|descricao|notas|विवरण"),
    ("*", "origin", "origin|source|lead source|original source|herkunft|quelle|origem|fonte|स्रोत"),
    (
        "*",
        "lifecycle",
        "lifecycle|lifecycle stage|status|customer status|type|lebenszyklus|kundenstatus|\
         ciclo de vida|स्थिति",
    ),
    (
        "*",
        "address",
        "address|location|office location|headquarters|billing address|adresse|anschrift|\
         standort|sitz|endereco|localizacao|sede|पता|स्थान",
    ),
    (
        "*",
        "job_title",
        "job title|organization title|title|position|function|role|jobtitel|funktion|stelle|cargo|funcao|पद",
    ),
    (
        "*",
        "customer",
        "customer|account|company|client|organization|kunde|firma|cliente|empresa|conta|ग्राहक|\
         कंपनी",
    ),
    ("*", "contact", "contact|contact person|primary contact|ansprechpartner|kontakt|contato|संपर्क"),
    ("*", "done", "done|completed|closed|erledigt|fertig|concluido|feito|पूर्ण"),
    ("*", "archived", "archived|inactive|archiviert|arquivado"),
    ("*", "position", "position|order|sort order|reihenfolge|ordem"),
    ("company", "name", "company name|account name|organization name|firmenname|razao social|nome fantasia"),
    (
        "company",
        "industry",
        "industry|sector|branch|branche|sektor|wirtschaftszweig|setor|ramo|industria|उद्योग|\
         क्षेत्र",
    ),
    (
        "company",
        "website",
        "website|web|url|homepage|domain|web page|webseite|internetseite|site|pagina|वेबसाइट",
    ),
    (
        "company",
        "employees",
        "employees|number of employees|employee count|headcount|staff|size|mitarbeiter|\
         mitarbeiterzahl|anzahl mitarbeiter|funcionarios|numero de funcionarios|कर्मचारी",
    ),
    (
        "company",
        "revenue",
        "revenue|annual revenue|turnover|sales|umsatz|jahresumsatz|receita|faturamento|राजस्व",
    ),
    (
        "company",
        "founded",
        "founded|year established|established|year founded|founding year|gegrundet|grundungsjahr|\
         fundacao|ano de fundacao|स्थापना|स्थापना वर्ष",
    ),
    (
        "company",
        "parent",
        "parent|parent company|parent account|subsidiary of|mother company|muttergesellschaft|\
         mutterfirma|konzern|matriz|empresa mae|subsidiaria de|मूल कंपनी",
    ),
    ("contact", "given_name", "first name|given name|forename|vorname|primeiro nome|nome|पहला नाम"),
    (
        "contact",
        "family_name",
        "last name|family name|surname|name|nachname|familienname|sobrenome|उपनाम|कुलनाम",
    ),
    (
        "contact",
        "company",
        "company|company name|account|account name|organization|employer|firma|unternehmen|\
         empresa|कंपनी",
    ),
    (
        "contact",
        "birthday",
        "birthday|birth date|birthdate|date of birth|dob|geburtstag|geburtsdatum|aniversario|\
         data de nascimento|जन्मदिन|जन्म तिथि",
    ),
    ("contact", "age", "age|alter|idade|आयु|उम्र"),
    ("contact", "gender", "gender|sex|geschlecht|genero|sexo|लिंग"),
    ("contact", "language", "language|preferred language|sprache|idioma|lingua|भाषा"),
    (
        "contact",
        "salutation",
        "salutation|name prefix|form of address|title|anrede|tratamento|saudacao|संबोधन",
    ),
    ("contact", "messaging", "skype|whatsapp|telegram|messenger|chat|im"),
    ("contact", "needs", "needs|bedarf|necessidades|ज़रूरतें"),
    ("deal", "name", "deal name|opportunity name|opportunity|deal title|subject|betreff|nome do negocio"),
    (
        "deal",
        "stage",
        "stage|deal stage|sales stage|pipeline stage|status|phase|verkaufsphase|etapa|fase|\
         estagio|चरण",
    ),
    (
        "deal",
        "amount",
        "amount|value|deal value|close value|deal amount|total|price|betrag|wert|auftragswert|\
         summe|valor|montante|राशि|मूल्य",
    ),
    (
        "deal",
        "opened_on",
        "opened on|open date|engage date|create date|created date|created|start date|eroffnet|\
         beginn|startdatum|angelegt|data de abertura|inicio|प्रारंभ तिथि",
    ),
    (
        "deal",
        "closed_on",
        "closed on|close date|closing date|closed date|won date|abgeschlossen|abschlussdatum|\
         data de fechamento|समापन तिथि",
    ),
    (
        "deal",
        "expected_close",
        "expected close|expected close date|estimated close date|forecast close date|\
         erwarteter abschluss|voraussichtlicher abschluss|previsao de fechamento|अपेक्षित समापन",
    ),
    ("deal", "probability", "probability|win probability|chance|wahrscheinlichkeit|probabilidade|संभावना"),
    ("deal", "product", "product|product name|item|produkt|artikel|produto|उत्पाद"),
    ("deal", "competitors", "competitor|competitors|wettbewerber|concorrente|concorrentes|प्रतियोगी"),
    (
        "deal",
        "lost_reason",
        "lost reason|loss reason|closed lost reason|verlustgrund|motivo da perda|हार का कारण",
    ),
    ("deal", "next_step", "next step|nachster schritt|proximo passo|अगला कदम"),
    ("deal_line", "quantity", "quantity|qty|amount|menge|anzahl|quantidade|मात्रा"),
    ("deal_line", "price", "price|unit price|preis|einzelpreis|preco|मूल्य"),
    ("deal_line", "discount", "discount|rabatt|desconto|छूट"),
    ("product", "name", "product name|produktname|nome do produto"),
    ("product", "code", "code|sku|product code|article number|item number|artikelnummer|codigo|कोड"),
    (
        "product",
        "category",
        "category|series|product line|product family|group|kategorie|warengruppe|produktgruppe|\
         serie|categoria|linha|श्रेणी",
    ),
    (
        "product",
        "price",
        "price|sales price|list price|unit price|preis|verkaufspreis|listenpreis|preco|\
         preco de venda|मूल्य|कीमत",
    ),
    (
        "employee",
        "manager",
        "manager|supervisor|boss|reports to|vorgesetzter|leiter|teamleiter|gerente|supervisora|\
         chefe|प्रबंधक",
    ),
    ("employee", "region", "region|territory|gebiet|regiao|territorio|क्षेत्र"),
    ("employee", "role", "role|rolle|papel|perfil|भूमिका"),
    ("team", "lead", "lead|team lead|manager|leiter|lider|gerente"),
    ("activity", "subject", "subject|title|betreff|assunto|विषय"),
    ("activity", "kind", "kind|type|activity type|art|typ|tipo|प्रकार"),
    ("activity", "starts_at", "start|starts at|date|time|date time|when|datum|beginn|data|inicio|दिनांक"),
    ("activity", "ends_at", "end|ends at|ende|fim"),
    ("activity", "place", "place|location|ort|local|स्थान"),
    ("task", "title", "title|subject|task|betreff|titel|titulo|शीर्षक"),
    ("task", "due_on", "due|due date|deadline|due on|fallig|fallig am|frist|vencimento|prazo|नियत तिथि"),
    ("task", "priority", "priority|prioritat|prioridade|प्राथमिकता"),
];

/// Parts of an address, in the order of [`crate::value::Address::parts`].
const PARTS: [&str; 5] = [
    "street|street address|address line 1|strasse|straße|rua|logradouro|सड़क",
    "postcode|zip|zip code|postal code|zip postal code|plz|postleitzahl|cep|पिन कोड",
    "city|town|stadt|ort|cidade|शहर",
    "region|state|province|state province|county|bundesland|estado|uf|राज्य",
    "country|country region|land|pais|देश",
];

/// What stands before the parts of an address where there are several: these are the ones meant.
pub(crate) const MEANT: [&str; 5] = ["billing ", "mailing ", "business ", "work ", "primary "];

/// Columns that say something about another column, or what has no field, though their words are known:
/// (entity or `*`, names). Numbers aside.
const NOTHING: &[(&str, &str)] = &[
    (
        "*",
        "e mail type|e mail label|e mail display name|phone type|phone label|address type|address label|website label",
    ),
    ("*", "fax|business fax|home fax|other fax|assistant's phone|company main phone"),
    ("contact", "department|organization department|abteilung"),
];

/// Whether a header says nothing that could be kept.
pub(crate) fn says_nothing(entity: &str, header: &str) -> bool {
    let bare: Vec<&str> = header.split(' ').filter(|word| !word.chars().all(char::is_numeric)).collect();
    let bare = bare.join(" ");
    let of = NOTHING.iter().filter(|(of, _)| *of == "*" || *of == entity);
    of.flat_map(|(_, names)| names.split('|')).any(|name| name == bare)
}

/// The words as they are compared.
pub(crate) struct Words {
    pub id: Vec<String>,
    pub own_id: Vec<String>,
    pub currency: Vec<String>,
    /// Which part of an address (0 street .. 4 country) each word names.
    pub parts: Vec<(usize, String)>,
    entities: Vec<(&'static str, Vec<String>)>,
    fields: Vec<(&'static str, &'static str, Vec<String>)>,
}

/// The words, made comparable once.
pub(crate) static WORDS: LazyLock<Words> = LazyLock::new(|| Words {
    id: split(ID_WORDS),
    own_id: split(OWN_ID),
    currency: split(CURRENCY),
    parts: PARTS
        .iter()
        .enumerate()
        .flat_map(|(part, words)| split(words).into_iter().map(move |word| (part, word)))
        .collect(),
    entities: ENTITIES.iter().map(|(entity, words)| (*entity, split(words))).collect(),
    fields: FIELDS.iter().map(|(entity, field, words)| (*entity, *field, split(words))).collect(),
});

fn split(words: &str) -> Vec<String> {
    words.split('|').map(normal).collect()
}

impl Words {
    /// Other names of an entity, its id not among them.
    pub fn entity(&self, entity: &str) -> &[String] {
        self.entities.iter().find(|(id, _)| *id == entity).map_or(&[], |(_, words)| words)
    }

    /// Other names of a field; those of the entity's own line first.
    pub fn field<'a>(&'a self, entity: &'a str, field: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        let line = move |of: &'a str| {
            let lines = self.fields.iter().filter(move |(e, f, _)| *e == of && *f == field);
            lines.flat_map(|(_, _, words)| words.iter().map(String::as_str))
        };
        line(entity).chain(line("*"))
    }
}
