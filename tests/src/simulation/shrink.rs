//! Making a failing schedule short: steps are left out, and those that stay made simpler, for as
//! long as the same rule is broken.

use super::faults::Fault;
use super::plan::{Arrival, Plan, Step, What};
use super::story::{Broken, Story};
use super::world::World;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A schedule that breaks a rule, in words.
#[derive(Debug)]
pub struct Failure {
    pub seed: u64,
    pub broken: Broken,
    pub story: Vec<String>,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "seed {}: {}", self.seed, self.broken)?;
        self.story.iter().try_for_each(|sentence| writeln!(f, "    {sentence}"))
    }
}

/// The shortest schedule found that fails as this seed's does; `None` where it does not fail.
pub fn shrunk(seed: u64, fault: Option<Fault>) -> Option<Failure> {
    let mut plan = Plan::draw(seed);
    let rule = fails(&plan, fault, Story::default())?.0.rule;
    let still =
        |plan: &Plan| fails(plan, fault, Story::default()).is_some_and(|(broken, _)| broken.rule == rule);
    loop {
        let before = plan.steps.len();
        leave_out(&mut plan, &still);
        make_simpler(&mut plan, &still);
        if plan.steps.len() == before {
            break;
        }
    }
    let (broken, story) = fails(&plan, fault, Story::told())?;
    Some(Failure { seed, broken, story })
}

/// What does not hold at a schedule's end, and its story. A panic breaks a rule, too.
fn fails(plan: &Plan, fault: Option<Fault>, story: Story) -> Option<(Broken, Vec<String>)> {
    let mut world = World::new(plan, fault, story);
    let end = catch_unwind(AssertUnwindSafe(|| world.run()));
    let broken = end.unwrap_or_else(|_| Err(Broken::new("nothing panics", "see above"))).err()?;
    Some((broken, std::mem::take(&mut world.story).sentences()))
}

/// Leaves out runs of steps, long ones first.
fn leave_out(plan: &mut Plan, still: &impl Fn(&Plan) -> bool) {
    let mut many = plan.steps.len() / 2;
    while many > 0 {
        let mut from = 0;
        while from < plan.steps.len() {
            let mut shorter = plan.clone();
            shorter.steps.drain(from..(from + many).min(plan.steps.len()));
            if still(&shorter) {
                *plan = shorter;
            } else {
                from += many;
            }
        }
        many /= 2;
    }
}

/// Takes away what need not go wrong.
fn make_simpler(plan: &mut Plan, still: &impl Fn(&Plan) -> bool) {
    let steps = plan.steps.len();
    let mut attempt = |change: &dyn Fn(&mut Plan)| {
        let mut simpler = plan.clone();
        change(&mut simpler);
        if still(&simpler) {
            *plan = simpler;
        }
    };
    attempt(&|plan| plan.phones.truncate(plan.phones.len().max(2) - 1));
    attempt(&|plan| plan.newer = false);
    attempt(&|plan| plan.page = 40);
    attempt(&|plan| plan.phones.iter_mut().for_each(|owner| owner.newer = false));
    attempt(&|plan| plan.phones.iter_mut().for_each(|owner| owner.skew = 0));
    attempt(&|plan| plan.phones.iter_mut().for_each(|owner| owner.by_cut = false));
    attempt(&|plan| plan.phones.iter_mut().for_each(|owner| owner.new = false));
    let simpler: [fn(&mut Step); 7] = [
        |step| step.trouble = None,
        |step| step.tab = 0,
        |step| step.after = 60_000,
        |step| arrival(step, |arrival| arrival.mishap = None),
        |step| arrival(step, |arrival| arrival.with = None),
        |step| arrival(step, |arrival| (arrival.again, arrival.answered) = (false, true)),
        |step| {
            if let What::Answer { which, again } = &mut step.what {
                (*which, *again) = (0, false);
            }
        },
    ];
    for at in 0..steps {
        for change in simpler {
            attempt(&|plan| plan.steps.iter_mut().skip(at).take(1).for_each(change));
        }
    }
}

fn arrival(step: &mut Step, change: fn(&mut Arrival)) {
    if let What::Arrive(arrival) = &mut step.what {
        change(arrival);
    }
}
