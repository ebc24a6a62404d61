//! Where customers belong: each one's seat is drawn apart from what it is called, so that deals and
//! activities find it by its number.

use super::draw::{Draw, What};
use super::people::KEY_ACCOUNTS;
use super::pools::{City, Country, Names, Word, pools, slug};
use super::{World, YEAR};
use crate::id::RecordId;

/// One in so many companies is large; they stand first.
const LARGE: u64 = 50;
const LIFECYCLE: [(&str, usize); 4] = [("lead", 18), ("prospect", 27), ("customer", 47), ("former", 8)];

/// Where a customer belongs.
#[derive(Clone, Copy)]
pub struct Seat {
    pub country: &'static Country,
    pub city: &'static City,
    /// Index of the person who looks after it.
    pub owner: usize,
    pub lifecycle: &'static str,
    /// The day it was entered.
    pub since: i64,
}

/// Where a contact belongs, and who it is.
pub struct ContactSeat {
    pub seat: Seat,
    pub company: Option<u64>,
    pub given: &'static Word,
    pub family: &'static Word,
    pub female: bool,
    /// Index of the language they are spoken to in, in the pools.
    pub talk: usize,
}

/// What a company is called: its name, and the domain of its addresses.
pub struct Called {
    pub name: String,
    pub domain: String,
    /// Index of its trade and industry.
    pub trade: usize,
}

impl World {
    fn seat(&self, draw: &mut Draw, key_account: bool) -> Seat {
        let pools = pools();
        let at = draw.weighted(&pools.country_weights);
        let country = &pools.countries[at];
        let place = draw.below(country.cities.len());
        let teams = self.staff.teams;
        let team = match (key_account, teams) {
            (true, _) => KEY_ACCOUNTS,
            (_, KEY_ACCOUNTS) => usize::from(!matches!(country.code, "de" | "us" | "gb" | "pl")) + 1,
            // Each town belongs to one of the teams, key accounts left out.
            _ => match (at * 7 + place) % (teams - 1) + 1 {
                team if team >= KEY_ACCOUNTS => team + 1,
                team => team,
            },
        };
        // Most came with the old address book when the workspace was set up.
        let age = if draw.percent(75) { YEAR - draw.between(0, 6) } else { draw.between(2, YEAR - 1) };
        Seat {
            country,
            city: &country.cities[place],
            owner: self.staff.owner(draw, team),
            lifecycle: draw.tag(&LIFECYCLE),
            since: self.today - age,
        }
    }

    pub(super) fn is_large(&self, company: u64) -> bool {
        company < self.large()
    }

    pub(super) fn company_seat(&self, index: u64) -> Seat {
        let mut draw = Draw::new(self.spec.seed ^ index, What::Place, u64::MAX);
        // A few smaller ones are key accounts too, and each large one is.
        let key = self.is_large(index) || draw.percent(12);
        self.seat(&mut draw, key)
    }

    pub(super) fn contact_seat(&self, index: u64) -> ContactSeat {
        let mut draw = self.draw(What::Place, index);
        let on_their_own = draw.percent(12) || self.spec.companies == 0;
        let company = (!on_their_own).then(|| draw.skewed(self.spec.companies as usize) as u64);
        let mut seat = match company {
            Some(company) => self.company_seat(company),
            None => self.seat(&mut draw, false),
        };
        if company.is_some() {
            seat.since = (seat.since + draw.below(12) as i64).min(self.today - 2);
        }
        let names = culture(&mut draw, seat.country);
        let female = draw.percent(48);
        let talk = if names == HINDI && draw.percent(70) { 3 } else { seat.country.talk };
        let names: &Names = &pools().names[names];
        ContactSeat {
            seat,
            company,
            given: draw.pick(if female { &names.female } else { &names.male }),
            family: draw.pick(&names.family),
            female,
            talk,
        }
    }

    /// How many companies are large.
    pub(super) fn large(&self) -> u64 {
        (self.spec.companies / LARGE).max(1)
    }

    /// The company's name: no two are alike until a country's names times its trades are used up.
    pub(super) fn called(&self, index: u64, seat: &Seat) -> Called {
        let family = &pools().names[seat.country.names].family;
        let trades = &seat.country.trades;
        let (many, turn) = (family.len(), (self.spec.seed % family.len() as u64) as usize);
        // Family names in turn, each time with the next trade: all pairs once before any again.
        let (nth, round) = (index as usize % (many * trades.len()), index as usize / (many * trades.len()));
        let at = (nth + turn) % many;
        let (one, trade) = (&family[at], (nth / many + at * 5 + turn) % trades.len());
        let mut draw = Draw::new(self.spec.seed ^ index, What::Place, u64::MAX - 1);
        let (mut name, mut domain) = (one.written.to_owned(), one.ascii.clone());
        if round > 0 || draw.percent(9) {
            let other = &family[(at + round * 5 + 3) % many];
            name = format!("{name} & {}", other.written);
            domain = format!("{domain}-{}", other.ascii);
        }
        name = format!("{name} {}", trades[trade]);
        domain = format!("{domain}-{}.example", slug(trades[trade], '-'));
        if round > 0 {
            name = format!("{name} {}", seat.city.name);
        }
        if !draw.percent(14) {
            name = format!("{name} {}", draw.one(&seat.country.forms));
        }
        Called { name, domain, trade }
    }

    pub(super) fn company_id(&self, index: u64) -> RecordId {
        self.id(What::Company, index)
    }
}

/// The Hindi names' index in the pools.
const HINDI: usize = 6;

/// The names a person in a country has: mostly the country's, in India half in Devanagari, and
/// everywhere some from elsewhere.
fn culture(draw: &mut Draw, country: &Country) -> usize {
    if draw.percent(8) {
        draw.below(pools().names.len())
    } else if country.code == "in" && draw.percent(50) {
        HINDI
    } else {
        country.names
    }
}
