//! Pushes in vain: the server answers all else, and fails at what is sent. Fewer go at once until one
//! stands alone, and only that is set aside; so one item cannot keep back all the others. Pure.

/// How often one that stands alone is tried before it is set aside. Twice as often after each that
/// was, until a push goes well: where everything fails it is not the items' fault.
const TRIES: u32 = 5;

/// What a failing push is due to, as far as the server says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is too much in it.
    TooLarge,
    /// The server failed, and may fail at one item or at all.
    Failing,
    /// Nothing in the push.
    Elsewhere,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    Again,
    /// With at most so many items.
    Fewer(usize),
    /// What was sent is set aside.
    SetAside,
}

/// The pushes since one went well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Vain {
    pub times: u32,
    alone: u32,
    set_aside: u32,
}

impl Vain {
    /// After a push of so many items that failed; one that cannot be split counts as one.
    pub fn next(&mut self, fault: Fault, sent: usize) -> Next {
        self.times += 1;
        match fault {
            Fault::TooLarge if sent > 1 => return Next::Fewer(sent / 2),
            Fault::TooLarge => return Next::SetAside,
            Fault::Elsewhere => return Next::Again,
            Fault::Failing if self.times < 2 => return Next::Again,
            Fault::Failing if sent > 1 => return Next::Fewer((sent / 8).max(1)),
            Fault::Failing => self.alone += 1,
        }
        if self.alone < TRIES << self.set_aside.min(10) {
            return Next::Again;
        }
        (self.alone, self.set_aside) = (0, self.set_aside + 1);
        Next::SetAside
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many pushes until the next item is set aside.
    fn until_set_aside(vain: &mut Vain, most: &mut usize) -> usize {
        for tries in 1..1_000 {
            match vain.next(Fault::Failing, *most) {
                Next::Again => {}
                Next::Fewer(fewer) => *most = fewer,
                Next::SetAside => return tries,
            }
        }
        0
    }

    #[test]
    fn one_item_that_the_server_fails_on_is_found_and_set_aside() {
        let (mut vain, mut most) = (Vain::default(), 2_000);
        // Once as it was, four times fewer, five times alone.
        assert_eq!((until_set_aside(&mut vain, &mut most), most), (10, 1));
    }

    #[test]
    fn where_everything_fails_little_is_set_aside() {
        let (mut vain, mut most) = (Vain::default(), 1);
        let tries: Vec<usize> = (0..4).map(|_| until_set_aside(&mut vain, &mut most)).collect();
        assert_eq!(tries, [6, 10, 20, 40]);
    }

    #[test]
    fn what_is_too_large_is_split_and_alone_it_is_set_aside_at_once() {
        let mut vain = Vain::default();
        assert_eq!(vain.next(Fault::TooLarge, 5), Next::Fewer(2));
        assert_eq!(vain.next(Fault::TooLarge, 1), Next::SetAside);
    }

    #[test]
    fn a_full_server_sets_nothing_aside() {
        let mut vain = Vain::default();
        assert!((0..1_000).all(|_| vain.next(Fault::Elsewhere, 1) == Next::Again));
    }
}
