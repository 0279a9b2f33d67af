//! Values as the plan prints them.
//!
//! Only `grammar` knows the written form. Later stages compute with [`Amount`]; how one is written
//! in another language is decided in `localise::number`. The original is never rewritten: what
//! a Japanese page prints is what the file says.

use rust_decimal::Decimal;

use super::{Unit, grammar};

/// What the key of a remark ends in: `indicators.visitors.baseline.remark`.
pub(super) const REMARK: &str = ".remark";

/// A value: what was written, and how it is read.
#[derive(Debug, Clone)]
pub struct Value {
    /// What was written; words are translated under its key.
    pub written: Unit,
    /// How it is read.
    pub reading: Reading,
    /// Its printed remark (期間平均), which has a translation of its own.
    pub remark: Option<Unit>,
}

/// How a written value is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// No value: `—`, `なし` or nothing at all.
    Nothing,
    /// One quantity: `88.4%`.
    Amount(Amount),
    /// From one quantity to another: `20〜30人`.
    Range(Amount, Amount),
    /// So many of so many: `3/9`.
    Fraction(Decimal, Decimal),
    /// Words: `類似団体平均以下`.
    Words,
}

/// A quantity in the plan's own unit: `12.5%` holds `12.5`, never `0.125`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// Exactly the printed digits: `35.0` keeps its zero.
    pub number: Decimal,
    /// 万, 億 or 兆 as the power of ten it stands for; 0 where there is none.
    pub magnitude: u32,
    /// The unit as printed: `千円`, `%`; empty where there is none.
    pub unit: String,
    /// Which side of the number the value means.
    pub bound: Option<Bound>,
    /// A printed remark, without its brackets: `期間平均`.
    pub remark: Option<String>,
}

/// A word after a quantity that makes it a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// 以上
    AtLeast,
    /// 以下
    AtMost,
    /// 以内
    Within,
    /// 未満
    LessThan,
    /// 超
    MoreThan,
}

impl Bound {
    /// The word for it in data.
    pub fn key(self) -> &'static str {
        match self {
            Bound::AtLeast => "at-least",
            Bound::AtMost => "at-most",
            Bound::Within => "within",
            Bound::LessThan => "less-than",
            Bound::MoreThan => "more-than",
        }
    }
}

impl Value {
    /// Reads `written`. What is no quantity is words: never an error, never a guess.
    pub fn read(written: Unit) -> Self {
        let reading = Self::reading_of(&written.text);
        let remark = match &reading {
            Reading::Amount(amount) | Reading::Range(_, amount) => amount.remark.as_ref(),
            _ => None,
        };
        let remark = remark.map(|text| Unit {
            id: format!("{}{REMARK}", written.id),
            text: text.clone(),
            ..written.clone()
        });
        Self { written, reading, remark }
    }

    /// Its texts: what was written, and the remark.
    pub fn units(&self) -> impl Iterator<Item = &Unit> {
        std::iter::once(&self.written).chain(&self.remark)
    }

    /// `written` as the plan means it: a bare number in `unit`, where the file gives one. Words and
    /// fractions lack no unit; they stand as printed.
    pub fn with_unit(written: &str, unit: Option<&str>) -> String {
        let bare = matches!(Self::reading_of(written), Reading::Amount(amount)
            if amount.unit.is_empty() && amount.bound.is_none() && amount.remark.is_none());
        match unit {
            Some(unit) if bare => format!("{}{unit}", written.trim()),
            _ => written.to_owned(),
        }
    }

    /// How `written` is read.
    pub fn reading_of(written: &str) -> Reading {
        grammar::read(&grammar::fold(written))
    }

    /// The number it stands for, in its unit without magnitude: `18.8万人` is 188000.
    pub fn figure(&self) -> Option<Decimal> {
        match &self.reading {
            Reading::Amount(amount) => amount.figure(),
            Reading::Fraction(part, whole) => part.checked_div(*whole),
            Reading::Nothing | Reading::Range(..) | Reading::Words => None,
        }
    }

    /// The one quantity it is, if it is one.
    pub fn amount(&self) -> Option<&Amount> {
        match &self.reading {
            Reading::Amount(amount) => Some(amount),
            _ => None,
        }
    }

    /// The two numbers it lies between, the lower first, where it is a range.
    pub fn limits(&self) -> Option<(Decimal, Decimal)> {
        let Reading::Range(from, to) = &self.reading else { return None };
        let (from, to) = (from.figure()?, to.figure()?);
        Some((from.min(to), from.max(to)))
    }

    /// The unit of what it counts, where it counts anything: a fraction has none.
    pub fn unit(&self) -> Option<&str> {
        match &self.reading {
            Reading::Amount(amount) | Reading::Range(_, amount) => Some(&amount.unit),
            Reading::Fraction(..) | Reading::Nothing | Reading::Words => None,
        }
    }

    /// Whether this and `other` are in the same unit, so that one can be above the other.
    pub fn is_comparable(&self, other: &Value) -> bool {
        self.unit() == other.unit()
    }

    /// Whether it means more, or less, than its number (超, 未満).
    pub fn is_open(&self) -> bool {
        let bound = self.amount().and_then(|amount| amount.bound);
        matches!(bound, Some(Bound::LessThan | Bound::MoreThan))
    }

    /// Whether the plan prints no value.
    pub fn is_nothing(&self) -> bool {
        self.reading == Reading::Nothing
    }
}

impl Amount {
    /// 万, 億 or 兆; empty where there is none.
    pub fn magnitude_sign(&self) -> &'static str {
        grammar::magnitude_sign(self.magnitude)
    }

    /// The number with its magnitude multiplied out: `35.0` keeps its zero, 18.8万 is 188000 and keeps no point.
    pub fn figure(&self) -> Option<Decimal> {
        let figure = self.number.checked_mul(Decimal::from(10_u64.pow(self.magnitude)))?;
        Some(if self.magnitude == 0 { figure } else { figure.normalize() })
    }
}
