//! How often sign-in may fail: per address and e-mail, and per address. Kept in memory, bounded.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Failures of one e-mail from one address before it must wait.
const PER_PERSON: f64 = 5.0;
/// Failures of one address, whatever the e-mail.
const PER_ADDRESS: f64 = 50.0;
/// How long until a full count is forgotten.
const WINDOW: Duration = Duration::from_secs(5 * 60);
/// Entries kept; beyond this the ones that have cooled off go, then the coolest.
const KEPT: usize = 20_000;

#[derive(Clone, Copy)]
struct Count {
    failures: f64,
    at: Instant,
    limit: f64,
}

impl Count {
    /// The failures still counted: they leak away evenly over the window.
    fn left(&self, now: Instant) -> f64 {
        let leak = self.limit * now.duration_since(self.at).as_secs_f64() / WINDOW.as_secs_f64();
        (self.failures - leak).max(0.0)
    }
}

/// Counts failed sign-ins.
#[derive(Default)]
pub struct Limiter {
    counts: Mutex<HashMap<(IpAddr, String), Count>>,
}

impl Limiter {
    /// Takes a try beforehand, so that many at once count too; the answer is how long to wait.
    /// [`Limiter::forgive`] gives it back where it succeeds.
    pub fn take(&self, address: IpAddr, email: &str, now: Instant) -> Result<(), Duration> {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let keys = keys(address, email);
        let wait = keys.iter().filter_map(|(key, limit)| {
            let over = counts.get(key)?.left(now) + 1.0 - limit;
            (over > 0.0).then(|| WINDOW.mul_f64(over / limit))
        });
        if let Some(wait) = wait.max() {
            return Err(wait);
        }
        for (key, limit) in keys {
            let failures = counts.get(&key).map_or(0.0, |count| count.left(now)) + 1.0;
            counts.insert(key, Count { failures, at: now, limit });
        }
        if counts.len() > KEPT {
            forget(&mut counts, now);
        }
        Ok(())
    }

    /// The person proved who they are: their count begins anew.
    pub fn forgive(&self, address: IpAddr, email: &str) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let [(person, _), (whole, _)] = keys(address, email);
        counts.remove(&person);
        if let Some(count) = counts.get_mut(&whole) {
            count.failures = (count.failures - 1.0).max(0.0);
        }
    }
}

fn keys(address: IpAddr, email: &str) -> [((IpAddr, String), f64); 2] {
    // An IPv6 customer holds at least a /64: its hosts count as one.
    let address = match address {
        IpAddr::V6(address) => IpAddr::V6((u128::from(address) >> 64 << 64).into()),
        address => address,
    };
    // An empty e-mail stands for the address as a whole.
    let email: String = email.chars().take(254).collect();
    [((address, format!("={email}")), PER_PERSON), ((address, String::new()), PER_ADDRESS)]
}

fn forget(counts: &mut HashMap<(IpAddr, String), Count>, now: Instant) {
    counts.retain(|_, count| count.left(now) > 0.0);
    if counts.len() > KEPT {
        let mut left: Vec<f64> = counts.values().map(|count| count.left(now) / count.limit).collect();
        left.sort_by(f64::total_cmp);
        let median = left.get(left.len() / 2).copied().unwrap_or(0.0);
        counts.retain(|_, count| count.left(now) / count.limit > median);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOME: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    #[test]
    fn the_sixth_try_waits_and_time_or_success_forgives() {
        let limiter = Limiter::default();
        let now = Instant::now();
        for _ in 0..5 {
            assert_eq!(limiter.take(HOME, "a@b", now), Ok(()));
        }
        let wait = limiter.take(HOME, "a@b", now).expect_err("waits");
        assert!(wait <= Duration::from_secs(61), "{wait:?}");
        assert_eq!(limiter.take(HOME, "other@b", now), Ok(()));
        assert_eq!(limiter.take(HOME, "a@b", now + Duration::from_secs(61)), Ok(()));
        limiter.forgive(HOME, "a@b");
        assert_eq!(limiter.take(HOME, "a@b", now), Ok(()));
    }

    #[test]
    fn an_address_that_tries_many_people_waits() {
        let limiter = Limiter::default();
        let now = Instant::now();
        let taken = (0..100).filter(|i| limiter.take(HOME, &format!("{i}@b"), now).is_ok()).count();
        assert_eq!(taken, 50);
    }

    #[test]
    fn memory_is_bounded() {
        let limiter = Limiter::default();
        let now = Instant::now();
        for i in 0..50_000_u32 {
            let _ = limiter.take(IpAddr::V4(i.into()), "a@b", now);
        }
        assert!(limiter.counts.lock().unwrap_or_else(PoisonError::into_inner).len() <= KEPT + 2);
    }
}
