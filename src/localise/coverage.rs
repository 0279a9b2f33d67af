//! How much of a file is translated.

use std::ops::{Add, AddAssign};

use super::State;

/// The units of a part of the plan, by how they stand in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Translated, and up to date.
    pub translated: usize,
    /// Translated from a text that has changed since.
    pub outdated: usize,
    /// Shown in the source language.
    pub missing: usize,
}

impl Coverage {
    /// Counts one more unit.
    pub fn count(&mut self, state: State) {
        match state {
            State::Source | State::Translated => self.translated += 1,
            State::Outdated => self.outdated += 1,
            State::Missing => self.missing += 1,
        }
    }

    /// All units.
    pub fn total(self) -> usize {
        self.translated + self.outdated + self.missing
    }

    /// The share that is in the reader's language, in whole percent, rounded down: 100 means all.
    pub fn percent(self) -> usize {
        ((self.translated + self.outdated) * 100).checked_div(self.total()).unwrap_or(100)
    }

    /// The share that is translated and up to date, in whole percent, rounded down.
    pub fn up_to_date(self) -> usize {
        (self.translated * 100).checked_div(self.total()).unwrap_or(100)
    }
}

impl AddAssign for Coverage {
    fn add_assign(&mut self, other: Self) {
        self.translated += other.translated;
        self.outdated += other.outdated;
        self.missing += other.missing;
    }
}

impl Add for Coverage {
    type Output = Self;

    fn add(mut self, other: Self) -> Self {
        self += other;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::Coverage;

    #[test]
    fn a_hundred_percent_means_every_block() {
        assert_eq!(Coverage { translated: 199, outdated: 0, missing: 1 }.percent(), 99);
        assert_eq!(Coverage { translated: 1, outdated: 1, missing: 0 }.percent(), 100);
        assert_eq!(Coverage::default().percent(), 100);
    }
}
