//! The entities Outrider ships with: one file each, one line here.

mod activity;
mod company;
mod contact;
mod deal;
mod deal_line;
mod employee;
mod pipeline;
mod product;
mod read_rule;
mod stage;
mod tag;
mod task;
mod team;
mod view;
mod workspace;

pub use activity::Activity;
pub use company::Company;
pub use contact::Contact;
pub use deal::Deal;
pub use deal_line::DealLine;
pub use employee::Employee;
pub use pipeline::Pipeline;
pub use product::Product;
pub use read_rule::ReadRule;
pub use stage::Stage;
pub use tag::Tag;
pub use task::Task;
pub use team::Team;
pub use view::View;
pub use workspace::Workspace;

use crate::registry::EntityDef;

/// Every definition, in the order lists and settings show them.
pub fn all() -> Vec<EntityDef> {
    vec![
        company::def(),
        contact::def(),
        deal::def(),
        deal_line::def(),
        activity::def(),
        task::def(),
        product::def(),
        pipeline::def(),
        stage::def(),
        tag::def(),
        view::def(),
        team::def(),
        employee::def(),
        read_rule::def(),
        workspace::def(),
    ]
}
