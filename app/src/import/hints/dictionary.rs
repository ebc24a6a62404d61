//! Words that are spelt right: a value near one of them and not among them is likely a typo.

use crate::registry::fold;
use std::collections::BTreeSet;
use std::sync::LazyLock;

const INDUSTRIES: &str = "accounting advertising aerospace agriculture airlines apparel architecture \
automotive aviation banking beverages biotechnology broadcasting chemicals commerce communications \
construction consulting cosmetics defense defence design distribution education electronics \
employment energy engineering entertainment environment events farming fashion finance financial \
fishing fitness food forestry furniture gaming government grocery hardware health healthcare \
hospitality hotels household insurance internet investment jewelry journalism law legal leisure \
logistics machinery manufacturing maritime marketing media medical medicine metals military mining \
music nonprofit nutrition oil outsourcing packaging paper pharma pharmaceuticals photography \
plastics printing publishing railways real-estate recruiting recruitment recreation renewables \
research restaurants retail robotics security semiconductors service services shipping software \
sports staffing steel supermarkets technology technologies telecom telecommunication \
telecommunications textiles tobacco tourism toys trade transport transportation travel utilities \
veterinary warehousing wholesale wine \
technologie handel industrie maschinenbau einzelhandel grosshandel gesundheit medizin finanzen \
versicherung versicherungen bildung energie logistik landwirtschaft chemie elektronik dienstleistung \
dienstleistungen unterhaltung werbung beratung bau tourismus telekommunikation transporte \
tecnologia varejo atacado saude medicina financas financeiro educacao energia logistica agricultura \
quimica eletronica servicos entretenimento publicidade consultoria construcao turismo \
telecomunicacoes industria manufatura seguros";

const COUNTRIES: &str = "Afghanistan,Albania,Algeria,Andorra,Angola,Argentina,Armenia,Australia,Austria,\
Azerbaijan,Bahamas,Bahrain,Bangladesh,Barbados,Belarus,Belgium,Belize,Benin,Bhutan,Bolivia,\
Bosnia and Herzegovina,Botswana,Brazil,Brunei,Bulgaria,Burkina Faso,Burundi,Cambodia,Cameroon,Canada,\
Cape Verde,Chad,Chile,China,Colombia,Comoros,Congo,Costa Rica,Croatia,Cuba,Cyprus,Czechia,\
Czech Republic,Denmark,Djibouti,Dominica,Dominican Republic,Ecuador,Egypt,El Salvador,Eritrea,Estonia,\
Eswatini,Ethiopia,Fiji,Finland,France,Gabon,Gambia,Georgia,Germany,Ghana,Greece,Grenada,Guatemala,\
Guinea,Guyana,Haiti,Honduras,Hong Kong,Hungary,Iceland,India,Indonesia,Iran,Iraq,Ireland,Israel,Italy,\
Ivory Coast,Jamaica,Japan,Jordan,Kazakhstan,Kenya,Kiribati,Korea,Kosovo,Kuwait,Kyrgyzstan,Laos,Latvia,\
Lebanon,Lesotho,Liberia,Libya,Liechtenstein,Lithuania,Luxembourg,Madagascar,Malawi,Malaysia,Maldives,\
Mali,Malta,Mauritania,Mauritius,Mexico,Moldova,Monaco,Mongolia,Montenegro,Morocco,Mozambique,Myanmar,\
Namibia,Nauru,Nepal,Netherlands,New Zealand,Nicaragua,Niger,Nigeria,North Korea,North Macedonia,Norway,\
Oman,Pakistan,Palau,Palestine,Panama,Papua New Guinea,Paraguay,Peru,Philippines,Poland,Portugal,\
Puerto Rico,Qatar,Romania,Russia,Rwanda,Saint Lucia,Samoa,San Marino,Saudi Arabia,Senegal,Serbia,\
Seychelles,Sierra Leone,Singapore,Slovakia,Slovenia,Solomon Islands,Somalia,South Africa,South Korea,\
South Sudan,Spain,Sri Lanka,Sudan,Suriname,Sweden,Switzerland,Syria,Taiwan,Tajikistan,Tanzania,Thailand,\
Togo,Tonga,Trinidad and Tobago,Tunisia,Turkey,Turkmenistan,Tuvalu,Uganda,Ukraine,United Arab Emirates,\
United Kingdom,United States,United States of America,USA,UK,Uruguay,Uzbekistan,Vanuatu,Vatican City,\
Venezuela,Vietnam,Yemen,Zambia,Zimbabwe,\
Deutschland,Österreich,Schweiz,Frankreich,Italien,Spanien,Polen,Niederlande,Belgien,Dänemark,Schweden,\
Norwegen,Finnland,Tschechien,Ungarn,Griechenland,Türkei,Russland,Vereinigte Staaten,Großbritannien,\
Brasilien,Indien,Südafrika,Brasil,Alemanha,Áustria,Suíça,França,Itália,Espanha,Holanda,Bélgica,Suécia,\
Noruega,Estados Unidos,Reino Unido,Índia,Argentinien,Japão,México,Colômbia,Uruguai,Paraguai,\
भारत,जर्मनी,ब्राज़ील,संयुक्त राज्य अमेरिका,नेपाल";

static INDUSTRY_WORDS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| INDUSTRIES.split_whitespace().collect());
static COUNTRY_NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| COUNTRIES.split(',').collect());
static COUNTRIES_FOLDED: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| COUNTRY_NAMES.iter().map(|name| fold(name)).collect());

/// The usual words of a field's values; none for most fields. `part` is `country` for that part of
/// an address.
pub fn dictionary_of(field: &str, part: Option<&str>) -> &'static [&'static str] {
    match (field, part) {
        ("industry", _) => &INDUSTRY_WORDS,
        (_, Some("country")) | ("country", _) => &COUNTRY_NAMES,
        _ => &[],
    }
}

/// Whether a text names a country.
pub(crate) fn is_country(text: &str) -> bool {
    COUNTRIES_FOLDED.contains(&fold(text))
}
