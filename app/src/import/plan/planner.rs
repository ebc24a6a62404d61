//! Works through the sheets in slices: first which record each row is, then what its cells say.

use super::build::{Builder, Shop};
use super::doubt::{Suggestion, Why};
use super::identity::{Ident, Standing, derived, identify};
use super::job::{Job, joined};
use super::links::Links;
use super::made::Order;
use super::order::ranks;
use super::row::{Action, PlannedRow};
use super::typos::Counts;
use super::{Options, Plan, World, stages};
use crate::export::unguard;
use crate::id::RecordId;
use crate::import::mapping::Mapping;
use crate::import::read::{Row, Sheet, Trouble};
use std::collections::HashMap;

/// How far planning is, in steps of one row (each row takes two).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub done: usize,
    pub total: usize,
}

impl Progress {
    pub fn finished(&self) -> bool {
        self.done >= self.total
    }
}

/// A plan in the making. Give every [`Planner::step`] the same world.
#[derive(Debug)]
pub struct Planner {
    sheets: Vec<Sheet>,
    mappings: Vec<Mapping>,
    options: Options,
    jobs: Vec<Job>,
    /// Per job: what each row is, and what was found odd about it.
    idents: Vec<Vec<(Ident, Vec<usize>)>>,
    firsts: Firsts,
    counts: Counts,
    shop: Shop,
    rows: Vec<PlannedRow>,
    identified: (usize, usize),
    built: (usize, usize),
    progress: Progress,
}

/// The first row of the job at hand under each key and each record.
#[derive(Debug, Default)]
struct Firsts {
    keys: HashMap<String, u32>,
    records: HashMap<RecordId, u32>,
}

impl Planner {
    /// Sheets with their mappings, one each.
    pub fn new(world: &World<'_>, sheets: Vec<Sheet>, mappings: Vec<Mapping>, options: Options) -> Self {
        let ranks = ranks(world.registry);
        let mut jobs: Vec<Job> = sheets
            .iter()
            .zip(&mappings)
            .enumerate()
            .filter_map(|(place, (sheet, mapping))| Job::new(world.registry, place, sheet, mapping))
            .collect();
        jobs.sort_by_key(|job| ranks.get(job.def.id.as_ref()).copied());
        let rows: usize =
            jobs.iter().filter_map(|job| sheets.get(job.sheet)).map(|sheet| sheet.rows.len()).sum();
        let links = Links::new(world.registry, world.book, &options.within);
        Self {
            idents: jobs.iter().map(|_| Vec::new()).collect(),
            sheets,
            mappings,
            options,
            jobs,
            firsts: Firsts::default(),
            counts: Counts::default(),
            shop: Shop { links, ..Shop::default() },
            rows: Vec::with_capacity(rows),
            identified: (0, 0),
            built: (0, 0),
            progress: Progress { done: 0, total: rows * 2 },
        }
    }

    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// Works through at most so many rows.
    pub fn step(&mut self, world: &World<'_>, budget_rows: usize) -> Progress {
        for _ in 0..budget_rows.max(1) {
            if !self.identify_next(world) && !self.build_next(world) {
                self.progress.done = self.progress.total;
                break;
            }
            self.progress.done += 1;
        }
        self.progress
    }

    /// Works through what is left, and hands over the plan.
    pub fn finish(mut self, world: &World<'_>) -> Plan {
        while !self.progress.finished() {
            self.step(world, usize::MAX);
        }
        let Self { sheets, mappings, options, jobs, mut shop, rows, .. } = self;
        let mark =
            options.mark.as_deref().filter(|_| world.registry.entity("tag").is_some()).and_then(|name| {
                let order = Order {
                    entity: "tag",
                    name,
                    source: "import",
                    collection: name,
                    through: None,
                    certain: false,
                };
                let found = world.book.by_name("tag", &crate::registry::fold(name)).first().copied();
                let at = shop.makers.make(world.registry, &order, &|_| None);
                let made = shop.makers.list.get_mut(at)?;
                made.record = found.unwrap_or(made.record);
                Some((at, found.is_some()))
            });
        stages::place(world.registry, world.book, &mut shop.makers.list);
        let mut plan = Plan {
            sheets,
            mappings,
            doubts: shop.doubts.list,
            jobs,
            rows,
            made: shop.makers.list,
            mark: mark.map(|(at, _)| at),
            mark_is_there: mark.is_some_and(|(_, there)| there),
            ranks: ranks(world.registry),
            dates: options.defaults().dates,
        };
        plan.remember();
        plan
    }

    fn identify_next(&mut self, world: &World<'_>) -> bool {
        while self.identified.0 < self.jobs.len() {
            let (place, at) = self.identified;
            let (Some(job), Some(row)) =
                (self.jobs.get(place), row_at(&self.sheets, self.jobs.get(place), at))
            else {
                if let Some(job) = self.jobs.get(place) {
                    for (column, typos) in self.counts.typos(job) {
                        self.shop.typos.insert((job.sheet, column), typos);
                    }
                }
                self.identified = (place + 1, 0);
                (self.firsts, self.counts) = (Firsts::default(), Counts::default());
                continue;
            };
            self.identified.1 += 1;
            self.counts.count(job, row);
            let line = u32::try_from(at).unwrap_or(u32::MAX);
            let mut ident = identify(job, row, world.book, &self.options.defaults());
            let mut doubts = Vec::new();
            let plain = |shop: &mut Shop, why: Why| shop.doubts.plain((job.sheet, None), line, why, "");
            if let Some(trouble) = &row.trouble {
                let (place, why) = ((job.sheet, None), Why::Reading(trouble.clone()));
                doubts.push(match trouble {
                    // One doubt for each zone.
                    Trouble::UnknownZone { zone } => {
                        let tag = why.tag();
                        self.shop.doubts.add(place, line, zone, || (why, None, None), tag, zone)
                    }
                    _ => self.shop.doubts.plain(place, line, why, &joined(row, &job.title, " ")),
                });
            }
            match ident.standing {
                Standing::Several(count) => {
                    let why = Why::SeveralMatches { entity: job.def.id.to_string(), count };
                    let (name, tag) = (joined(row, &job.title, " "), why.tag());
                    doubts.push(self.shop.doubts.add(
                        (job.sheet, None),
                        line,
                        &name,
                        || (why, None, None),
                        tag,
                        &name,
                    ));
                }
                Standing::Deleted => doubts.push(plain(&mut self.shop, Why::Deleted)),
                _ => {}
            }
            let first =
                self.firsts.keys.get(&ident.key).or_else(|| self.firsts.records.get(&ident.record)).copied();
            if let Some((first, earlier)) =
                first.and_then(|at| Some((at, row_at(&self.sheets, Some(job), at as usize)?)))
            {
                let why = if earlier.cells == row.cells {
                    Why::SameRow { line: earlier.line }
                } else {
                    Why::SameKey { line: earlier.line }
                };
                let suggestion = (earlier.cells == row.cells).then_some(Suggestion::BringIn);
                let (group, tag) = (first.to_string(), why.tag());
                let value = joined(row, &job.title, " ");
                let why = || (why, suggestion, None);
                doubts.push(self.shop.doubts.add((job.sheet, None), line, &group, why, tag, &value));
                ident = another(job, ident, &self.firsts, world);
            }
            self.firsts.keys.entry(ident.key.clone()).or_insert(line);
            self.firsts.records.entry(ident.record).or_insert(line);
            let new = matches!(ident.standing, Standing::New | Standing::Several(_));
            let unknown_keeps_out = matches!(row.trouble, Some(Trouble::CellTooLong { .. }));
            if new && !world.book.may_create(&job.def.id) {
                doubts.push(plain(&mut self.shop, Why::MayNotCreate { entity: job.def.id.to_string() }));
            } else if !unknown_keeps_out {
                let name = job.folded_title(row);
                self.shop.makers.spell(&job.def.id, &name, joined(row, &job.title, " "));
                self.shop.links.known.name(&job.def.id, name, ident.record);
                self.shop.links.known.key(&job.def.id, &ident.key, ident.record);
                for (field, key) in &ident.unique {
                    self.shop.links.known.unique(&job.def.id, field, key, ident.record);
                }
            }
            if let Some(idents) = self.idents.get_mut(place) {
                idents.push((ident, doubts));
            }
            return true;
        }
        false
    }

    fn build_next(&mut self, world: &World<'_>) -> bool {
        while let Some(job) = self.jobs.get(self.built.0) {
            let (place, at) = self.built;
            let sheet = self.sheets.get(job.sheet);
            let row = sheet.and_then(|sheet| sheet.rows.get(at));
            let found = self.idents.get(place).and_then(|idents| idents.get(at));
            let (Some(row), Some((ident, doubts)), Some(mapping)) =
                (row, found, self.mappings.get(job.sheet))
            else {
                self.built = (place + 1, 0);
                continue;
            };
            self.built.1 += 1;
            let line = u32::try_from(at).unwrap_or(u32::MAX);
            let refused = doubts.iter().any(|doubt| {
                let why = self.shop.doubts.list.get(*doubt).map(|doubt| &doubt.why);
                why.is_some_and(|why| why.is_final() || matches!(why, Why::MayNotCreate { .. }))
            });
            let collection = mapping.name.replace(['_', '-'], " ");
            let builder = Builder::new(
                world,
                &self.options,
                &mut self.shop,
                job,
                place,
                (row, line),
                &collection,
                mapping.currency,
                ident,
            );
            let mut planned = if refused { builder.out } else { builder.build(ident) };
            if refused {
                planned.action = Action::Refused;
            }
            planned.doubts.extend(doubts);
            if let Some(Trouble::TooManyCells { surplus, .. }) = &row.trouble {
                planned.notes.extend(surplus.iter().map(|cell| unguard(cell.trim()).to_owned()));
            }
            self.rows.push(planned);
            return true;
        }
        false
    }
}

fn row_at<'a>(sheets: &'a [Sheet], job: Option<&Job>, at: usize) -> Option<&'a Row> {
    sheets.get(job?.sheet)?.rows.get(at)
}

/// A row whose key or record an earlier row has: a record of its own, under a key that counts on.
fn another(job: &Job, mut ident: Ident, firsts: &Firsts, world: &World<'_>) -> Ident {
    let base = ident.key;
    let mut n = 2;
    ident.key = format!("{base}#{n}");
    while firsts.keys.contains_key(&ident.key) {
        n += 1;
        ident.key = format!("{base}#{n}");
    }
    ident.record = derived(job, &ident.key);
    ident.standing = match world.book.by_id(ident.record) {
        Some(record) if record.deleted.is_some() => Standing::Deleted,
        Some(_) => Standing::Here,
        None => Standing::New,
    };
    ident
}
