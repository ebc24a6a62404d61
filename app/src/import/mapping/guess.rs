//! The first guess of a mapping: for each entity the best use of every column, and the entity that
//! can make most of the sheet.

use super::profile::Profile;
use super::{Mapping, Target, formats, headers};
use crate::export::FileFormat;
use crate::import::cell::{DateOrder, Decimals};
use crate::import::hints;
use crate::import::lookup::Lookup;
use crate::import::read::Sheet;
use crate::registry::{EntityDef, Kind, MergeRule, Name, Registry};
use crate::value::Currency;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What the person usually writes; counts where a file leaves it open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usual {
    pub currency: Currency,
    pub dates: DateOrder,
    pub decimals: Decimals,
    /// Minutes east of UTC.
    pub zone_minutes: i32,
}

/// Guesses mappings.
pub struct Guesser<'a> {
    pub registry: &'a Registry,
    pub book: &'a dyn Lookup,
    pub usual: Usual,
}

/// Names known of each entity besides the book's: the name columns of the other sheets.
type Names = BTreeMap<String, BTreeSet<String>>;

/// One use of all columns.
struct Draft {
    score: f32,
    targets: Vec<Target>,
}

/// The kept mapping made for a sheet of these columns.
pub fn remembered<'a>(kept: &'a [Mapping], sheet: &Sheet) -> Option<&'a Mapping> {
    kept.iter().rev().find(|mapping| mapping.fits(sheet))
}

impl Guesser<'_> {
    /// A mapping for each sheet. Names in one sheet help to read the others.
    pub fn guess_all(&self, sheets: &[Sheet]) -> Vec<Mapping> {
        let first: Vec<Mapping> = sheets.iter().map(|sheet| self.guess(sheet)).collect();
        let mut names = Names::new();
        for (sheet, mapping) in sheets.iter().zip(&first) {
            let Some(def) = mapping.entity.as_deref().and_then(|id| self.registry.entity(id)) else {
                continue;
            };
            if let ([title], Some(id)) = (def.title.as_slice(), &mapping.entity)
                && let Some(column) = mapping.column_of_field(title)
            {
                names.entry(id.clone()).or_default().extend(Profile::of(sheet, column).folded);
            }
        }
        sheets.iter().map(|sheet| self.guess_with(sheet, &names)).collect()
    }

    /// A mapping for one sheet.
    pub fn guess(&self, sheet: &Sheet) -> Mapping {
        self.guess_with(sheet, &Names::new())
    }

    /// The best mapping when the person has said what the rows are.
    pub fn guess_as(&self, sheet: &Sheet, entity: &str) -> Mapping {
        let profiles = profiles(sheet);
        let told = sheet.rows_are.as_ref().is_some_and(|are| are.entity == entity);
        let draft = self.registry.entity(entity).map(|def| match told {
            true => {
                Draft { score: 0.0, targets: sheet.columns.iter().map(|c| headers::told(def, c)).collect() }
            }
            false => self.draft(sheet, &profiles, def, &Names::new()),
        });
        self.finish(sheet, &profiles, entity, draft)
    }

    fn guess_with(&self, sheet: &Sheet, names: &Names) -> Mapping {
        if let Some(are) = &sheet.rows_are {
            return self.guess_as(sheet, &are.entity);
        }
        let profiles = profiles(sheet);
        let mut best: Option<(&str, Draft)> = None;
        for def in self.registry.entities().filter(|def| !hints::EXCLUDED.contains(&def.id.as_ref())) {
            let draft = self.draft(sheet, &profiles, def, names);
            if draft.score > best.as_ref().map_or(4.0, |(_, best)| best.score) {
                best = Some((&def.id, draft));
            }
        }
        match best {
            Some((entity, draft)) => self.finish(sheet, &profiles, entity, Some(draft)),
            None => Mapping::empty(sheet, self.usual.currency),
        }
    }

    /// The best use of the columns for one entity: surest first, each target once.
    fn draft(&self, sheet: &Sheet, profiles: &[Profile], def: &EntityDef, names: &Names) -> Draft {
        let mut offers: Vec<(f32, usize, Target)> = Vec::new();
        for (column, header) in sheet.columns.iter().enumerate() {
            let Some(profile) = profiles.get(column) else { continue };
            let header = if sheet.has_header { headers::normal(header) } else { String::new() };
            for (target, score) in headers::targets(self.registry, def, &header) {
                offers.push((self.weigh(def, &target, score, profile), column, target));
            }
            if hints::says_nothing(&def.id, &header) {
                continue;
            }
            offers.extend(
                self.by_values(def, profile, names)
                    .into_iter()
                    .map(|(target, score)| (score, column, target)),
            );
        }
        offers.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let surest = offers.first().map_or(0.0, |(score, ..)| *score);
        let mut draft = Draft { score: 0.0, targets: vec![Target::Ignore; sheet.columns.len()] };
        for (score, column, mut target) in offers {
            if score < 1.0 || draft.targets.get(column).is_none_or(|taken| *taken != Target::Ignore) {
                continue;
            }
            if draft.targets.contains(&target) {
                // A list takes as many columns as there are.
                let Some(more) = more(def, &target) else { continue };
                target = more;
            }
            draft.score += score;
            if let Some(slot) = draft.targets.get_mut(column) {
                *slot = target;
            }
        }
        // Words in a column are no evidence of what they name.
        if surest < 1.5 {
            draft.score = 0.0;
        } else {
            draft.score += self.fitness(sheet, profiles, def, &draft.targets);
        }
        draft
    }

    /// How well a use of the columns suits the entity as a whole.
    fn fitness(&self, sheet: &Sheet, profiles: &[Profile], def: &EntityDef, targets: &[Target]) -> f32 {
        let mut score = 0.0;
        let name = headers::normal(&sheet.name);
        if headers::names_entity(&name, &def.id) {
            score += 6.0;
        } else if name.split(' ').any(|word| headers::names_entity(word, &def.id)) {
            score += 2.0;
        }
        let column =
            |field: &str| targets.iter().position(|target| matches!(target, Target::Field(f) if f == field));
        match def.title.iter().find_map(|title| column(title)) {
            Some(at) if profiles.get(at).is_some_and(|profile| profile.distinct < 0.3) => score -= 4.0,
            Some(_) => score += 3.0,
            None if composed(def).any(|part| column(part).is_some()) => {}
            None => score -= 4.0,
        }
        let unused = targets
            .iter()
            .zip(profiles)
            .filter(|(target, profile)| **target == Target::Ignore && profile.filled > 0)
            .count();
        let empty = targets
            .iter()
            .zip(profiles)
            .filter(|(target, profile)| **target == Target::Ignore && profile.filled == 0)
            .count();
        score - unused as f32 - empty as f32 * 0.5
    }

    /// A header's word against the values: a date column does not hold words.
    fn weigh(&self, def: &EntityDef, target: &Target, score: f32, profile: &Profile) -> f32 {
        let Target::Field(field) = target else { return score };
        let Some(field) = def.field(field) else { return score };
        let share = profile.share(&field.kind);
        if share < 0.5 {
            return score * 0.2;
        }
        let says_nothing = matches!(
            field.kind,
            Kind::Text | Kind::LongText | Kind::Address | Kind::Choice(_) | Kind::Ref(_)
        );
        if says_nothing || profile.filled == 0 { score } else { score + 0.5 * share }
    }

    /// What the values alone say: addresses of any kind, and known names.
    fn by_values(&self, def: &EntityDef, profile: &Profile, names: &Names) -> Vec<(Target, f32)> {
        let mut found = Vec::new();
        let look = profile.look();
        let writable = def.visible_fields().filter(|field| field.merge != MergeRule::ServerOnly);
        for field in writable.filter(|field| !field.many) {
            if look.as_ref() == Some(&field.kind) {
                found.push((Target::Field(field.id.to_string()), 2.0));
            }
            let known = |target: &str, name: &str| {
                names.get(target).is_some_and(|names| names.contains(name))
                    || !self.book.by_name(target, name).is_empty()
            };
            let hits = profile
                .folded
                .iter()
                .filter(|name| field.targets().iter().any(|target| known(target, name)))
                .count();
            if hits > 0 && hits * 10 >= profile.folded.len() * 6 {
                found.push((Target::Field(field.id.to_string()), 2.0));
            }
            if def.title.contains(&field.id) && profile.names_things() {
                found.push((Target::Field(field.id.to_string()), 1.2));
            }
        }
        found
    }

    fn finish(&self, sheet: &Sheet, profiles: &[Profile], entity: &str, draft: Option<Draft>) -> Mapping {
        let mut mapping = Mapping::empty(sheet, self.usual.currency);
        let (Some(def), Some(draft)) = (self.registry.entity(entity), draft) else { return mapping };
        mapping.entity = Some(entity.to_owned());
        mapping.match_by_name = hints::matched_by_name(entity);
        for ((column, target), profile) in mapping.columns.iter_mut().zip(draft.targets).zip(profiles) {
            let field = target.field().and_then(|field| def.field(field));
            // An address card is all there is of the company it names.
            let card = sheet.format == FileFormat::Vcard;
            column.create_missing = field.is_some_and(|field| {
                let missing = |target: &&Name| card || hints::creates_missing(entity, &field.id, target);
                field.targets().iter().any(|target| missing(&target))
            });
            column.target = match target {
                Target::Field(id) if field.is_some_and(|field| field.kind == Kind::Address) => {
                    place(id, profile)
                }
                target => target,
            };
        }
        let named = def.title.iter().any(|title| mapping.column_of_field(title).is_some());
        if !named {
            mapping.name_from = composed(def).filter_map(|part| mapping.column_of_field(part)).collect();
        }
        formats::detect(&mut mapping, sheet, def);
        mapping
    }
}

fn profiles(sheet: &Sheet) -> Vec<Profile> {
    (0..sheet.columns.len()).map(|column| Profile::of(sheet, column)).collect()
}

/// A place named by one word is a country or a town, else the address as it was written.
fn place(field: String, profile: &Profile) -> Target {
    if profile.countries > 0.5 {
        Target::Part(field, 4)
    } else if profile.filled > 0 && profile.detailed < 0.2 {
        Target::Part(field, 2)
    } else {
        Target::Field(field)
    }
}

/// The list that takes a second column of the same meaning.
fn more(def: &EntityDef, target: &Target) -> Option<Target> {
    let Target::Field(field) = target else { return None };
    let (_, more) = hints::MORE.iter().find(|(one, _)| one == field)?;
    def.field(more).map(|field| Target::Field(field.id.to_string()))
}

fn composed(def: &EntityDef) -> impl Iterator<Item = &'static str> + use<> {
    let parts =
        hints::COMPOSED.iter().find(|(entity, _)| *entity == def.id).map_or(&[][..], |(_, parts)| parts);
    parts.iter().copied()
}
