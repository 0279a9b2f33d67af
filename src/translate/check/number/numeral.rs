//! Numbers as Japanese writes them: 1億2,000万, 70,709千, 二〇二四, 十二.

use std::str::FromStr;

use rust_decimal::Decimal;

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const SMALL: [(char, u64); 3] = [('十', 10), ('百', 100), ('千', 1_000)];
const LARGE: [(char, u64); 3] = [('万', 10_000), ('億', 100_000_000), ('兆', 1_000_000_000_000)];

/// A number at the beginning of a text.
#[derive(Debug, Clone)]
pub(super) struct Numeral {
    pub(super) value: Decimal,
    /// What the kanji after its only digits multiply them with.
    pub(super) scale: Decimal,
    /// Its bytes.
    pub(super) length: usize,
    /// Whether it has a digit; else it may be part of a word.
    pub(super) digits: bool,
}

/// What stands at the beginning of a number.
enum Part {
    Digits(Decimal),
    Kanji(Decimal),
    Small(Decimal),
    Large(Decimal),
}

impl Numeral {
    /// The number at the beginning of `rest`; `None` also where it is too large to be one.
    pub(super) fn at(rest: &str) -> Option<Self> {
        let mut sum = Sum::default();
        let (mut length, mut first) = (0, None);
        while let Some((part, size)) = part(&rest[length..]) {
            if let Part::Digits(digits) = part {
                first = first.map_or(Some(Ok(digits)), |_| Some(Err(())));
            }
            if !sum.add(&part)? {
                break;
            }
            length += size;
        }
        // Most places of a text have no number, and nothing is worked out for them.
        let value = if length > 0 { sum.total()? } else { return None };
        let scale = match first {
            Some(Ok(digits)) if !digits.is_zero() => value.checked_div(digits)?,
            _ => Decimal::ONE,
        };
        Some(Self { value, scale, length, digits: first.is_some() })
    }
}

/// A number as far as it has been read: 1億 is done, 2,000万 is not known to be before 万 is read.
#[derive(Default)]
struct Sum {
    done: Decimal,
    below_ten_thousand: Decimal,
    last: Option<Decimal>,
    by_place: bool,
}

impl Sum {
    /// Whether `part` belongs to the number; `None` where that grows too large.
    fn add(&mut self, part: &Part) -> Option<bool> {
        match part {
            Part::Digits(_) if self.last.is_some() => return Some(false),
            Part::Kanji(_) if self.last.is_some() && !self.by_place => return Some(false),
            Part::Digits(digits) => (self.last, self.by_place) = (Some(*digits), false),
            Part::Kanji(digit) => {
                let before = self.last.unwrap_or_default().checked_mul(Decimal::TEN)?;
                (self.last, self.by_place) = (Some(before.checked_add(*digit)?), true);
            }
            Part::Small(scale) => {
                let scaled = self.last.take().unwrap_or(Decimal::ONE).checked_mul(*scale)?;
                self.below_ten_thousand = self.below_ten_thousand.checked_add(scaled)?;
            }
            Part::Large(scale) => {
                let section = self.below_ten_thousand.checked_add(self.last.take().unwrap_or_default())?;
                if section.is_zero() {
                    return Some(false);
                }
                self.done = self.done.checked_add(section.checked_mul(*scale)?)?;
                self.below_ten_thousand = Decimal::ZERO;
            }
        }
        Some(true)
    }

    fn total(&self) -> Option<Decimal> {
        self.done.checked_add(self.below_ten_thousand)?.checked_add(self.last.unwrap_or_default())
    }
}

fn part(rest: &str) -> Option<(Part, usize)> {
    let first = rest.chars().next()?;
    if first.is_ascii_digit() {
        let length = digits(rest);
        let number = Decimal::from_str(&rest[..length].replace(',', "")).ok()?;
        return Some((Part::Digits(number), length));
    }
    let scale = |scales: &[(char, u64)]| {
        scales.iter().find(|(sign, _)| *sign == first).map(|(_, scale)| Decimal::from(*scale))
    };
    let digit = DIGITS.iter().position(|digit| *digit == first).map(Decimal::from);
    let part = digit
        .map(Part::Kanji)
        .or_else(|| scale(&SMALL).map(Part::Small))
        .or_else(|| scale(&LARGE).map(Part::Large));
    part.map(|part| (part, first.len_utf8()))
}

/// How many bytes of `rest` are digits with commas between thousands, and decimals: in `1,2年生` only the 1.
fn digits(rest: &str) -> usize {
    let run = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut length = run(rest);
    while rest[length..].starts_with(',') && run(&rest[length + 1..]) == 3 {
        length += 4;
    }
    let decimals = rest[length..].strip_prefix('.').map_or(0, run);
    if decimals > 0 { length + 1 + decimals } else { length }
}

#[cfg(test)]
mod tests {
    use super::Numeral;

    #[test]
    fn every_way_of_writing_a_number_has_its_value() {
        for (written, value) in [
            ("1,336件", "1336"),
            ("70,709千円", "70709000"),
            ("1億2,000万円", "120000000"),
            ("3千5百円", "3500"),
            ("5百万円", "5000000"),
            ("1.5兆円", "1500000000000"),
            ("二〇二四年", "2024"),
            ("十二人", "12"),
            ("二千三百四十五", "2345"),
            ("一億二千万", "120000000"),
            ("百人", "100"),
            ("1,2年生", "1"),
            ("35.0%", "35"),
        ] {
            let value: rust_decimal::Decimal = value.parse().unwrap();
            assert_eq!(Numeral::at(written).map(|numeral| numeral.value), Some(value), "{written}");
        }
        for no_number in ["万一", "億", "町", ""] {
            let found = Numeral::at(no_number).map(|numeral| numeral.value);
            assert_eq!(found, None, "{no_number}");
        }
        assert!(Numeral::at(&"9".repeat(40)).is_none());
        assert!(Numeral::at(&"9兆".repeat(40)).is_some_and(|numeral| numeral.length > 0));
    }
}
