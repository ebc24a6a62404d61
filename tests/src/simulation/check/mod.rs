//! What must hold when everyone has come to rest.

mod devices;
mod indexes;
mod merge;
mod order;
mod told;

pub use devices::memory_equals_store;

use super::story::Broken;
use super::world::World;
use order::Order;

pub fn all(world: &World) -> Result<(), Broken> {
    let order = Order::read(world)?;
    merge::by_the_rules(world, &order)?;
    order.equals_state(world)?;
    indexes::equal_rebuilt(world, &order)?;
    for phone in 0..world.phones.len() {
        devices::rests(world, phone)?;
        devices::sees(world, phone, &order)?;
        told::nothing_is_lost(world, phone, &order)?;
        told::both_are_told(world, phone, &order)?;
    }
    Ok(())
}
