//! What a page shows over itself while the project has an error.

use serde::Serialize;

/// What stands in the way of the next site, in the language of the person who serves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// The tag of that language.
    pub language: String,
    /// How many errors there are.
    pub heading: String,
    /// The word on the button that takes the notice away.
    pub close: String,
    /// Each finding.
    pub findings: Vec<Told>,
}

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// What is wrong: `error[K0203]: the key … is not known here`.
    pub what: String,
    /// The file, and where it is known the line and column: `content/plan.yml:8:5`.
    pub place: String,
    /// The line: what stands before the mistake, the mistake, and what follows it.
    pub line: Option<[String; 3]>,
    /// How to mend it.
    pub help: Vec<String>,
}
