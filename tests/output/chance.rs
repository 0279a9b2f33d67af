//! Points of time that nobody chose, which come again for the same seed.

use std::env;
use std::hash::{BuildHasher as _, RandomState};
use std::time::Duration;

/// Where the next point comes from.
pub struct Chance {
    /// `SEED` in the environment, or another one in each run.
    pub seed: u64,
    state: u64,
}

impl Chance {
    pub fn new() -> Self {
        let given = env::var("SEED").ok().and_then(|seed| seed.parse().ok());
        let seed = given.unwrap_or_else(|| RandomState::new().hash_one(0));
        Self { seed, state: seed }
    }

    /// A length of time up to `longest`, by splitmix64.
    pub fn up_to(&mut self, longest: Duration) -> Duration {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let share = u32::try_from((mixed ^ (mixed >> 31)) >> 32).unwrap();
        longest.mul_f64(f64::from(share) / f64::from(u32::MAX))
    }
}
