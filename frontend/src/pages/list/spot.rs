//! Where a condition stands among a query's filters: all of these must hold, and each of them is one
//! condition or several of which one is enough.

use outrider_app::book::Filter;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Not there yet: one more that must hold.
    New,
    At(usize),
    /// Not there yet: one more way for this one to hold.
    Or(usize),
    Within(usize, usize),
}

impl Spot {
    /// Puts a condition there.
    pub fn put(self, filters: &mut Vec<Filter>, condition: Filter) {
        match self {
            Spot::New => filters.push(condition),
            Spot::At(at) => {
                if let Some(stands) = filters.get_mut(at) {
                    *stands = condition;
                }
            }
            Spot::Or(at) => match filters.get_mut(at) {
                Some(Filter::Or { or }) => or.push(condition),
                Some(stands) => *stands = Filter::Or { or: vec![stands.clone(), condition] },
                None => filters.push(condition),
            },
            Spot::Within(at, one) => {
                if let Some(Filter::Or { or }) = filters.get_mut(at)
                    && let Some(stands) = or.get_mut(one)
                {
                    *stands = condition;
                }
            }
        }
    }

    /// Takes what stands there away. A last way left stands alone.
    pub fn remove(self, filters: &mut Vec<Filter>) {
        match self {
            Spot::New | Spot::Or(_) => {}
            Spot::At(at) => {
                if at < filters.len() {
                    filters.remove(at);
                }
            }
            Spot::Within(at, one) => {
                let Some(Filter::Or { or }) = filters.get_mut(at) else { return };
                if one < or.len() {
                    or.remove(one);
                }
                match or.as_slice() {
                    [] => drop(filters.remove(at)),
                    [alone] => filters[at] = alone.clone(),
                    _ => {}
                }
            }
        }
    }
}
