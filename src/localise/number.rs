//! How quantities are written in a language.
//!
//! The plan's own language prints what was written. Every other writes the same digits with its
//! own separators, and the unit in words from `locales/ui`, with the plural form that the number
//! asks for (Unicode CLDR).

use fixed_decimal::Decimal as Digits;
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use rust_decimal::{Decimal, RoundingStrategy};

use super::{Edition, Phrase};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::plan::{Amount, Reading, Value};
use crate::value::Language;

/// The unit of shares, whose differences are points.
pub const PERCENT: &str = "%";

/// How many more digits than the plan prints an exact share may have.
const MORE_DIGITS: u32 = 3;

/// Categories of plural words (Unicode CLDR), as browsers know them too.
pub const PLURAL_FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A number's separators and plural forms in one language.
#[derive(Debug)]
pub(super) struct Numbers {
    formatter: Option<DecimalFormatter>,
    plurals: Option<PluralRules>,
}

impl Numbers {
    /// A language that Unicode's data does not know writes numbers as no language in particular does.
    pub(super) fn new(language: &Language) -> Self {
        let locale = Locale::try_from_str(language.as_str()).unwrap_or(Locale::UNKNOWN);
        Self {
            formatter: DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default()).ok(),
            plurals: PluralRules::try_new_cardinal(locale.into()).ok(),
        }
    }

    /// The digits with the language's separators; a true minus sign.
    fn write(&self, number: &Digits) -> String {
        let written = self
            .formatter
            .as_ref()
            .map_or_else(|| number.to_string(), |formatter| formatter.format(number).to_string());
        written.replace('-', "\u{2212}")
    }

    fn plural(&self, number: &Digits) -> &'static str {
        self.plurals.as_ref().map_or("other", |plurals| name_of(plurals.category_for(number)))
    }
}

/// The plural forms that words of `language` have; one where Unicode's data does not know it.
pub fn plural_forms_of(language: &Language) -> Vec<&'static str> {
    let rules = Numbers::new(language).plurals;
    rules.map_or_else(|| vec!["other"], |rules| rules.categories().map(name_of).collect())
}

fn name_of(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// The digits of `amount` with its magnitude multiplied out.
fn exact(amount: &Amount) -> Option<Digits> {
    amount.figure().map(digits)
}

fn digits(number: Decimal) -> Digits {
    // Both are written as plain decimal digits; one of them can only fail on what the other never writes.
    number.to_string().parse().unwrap_or_default()
}

/// Which of an indicator's figures a value is: what it is called where the plan prints none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// The baseline.
    Baseline,
    /// The target.
    Target,
    /// A yearly figure.
    Actual,
}

impl Edition<'_> {
    /// `value` as a reader of this language reads it.
    pub fn value(&self, value: &Value, figure: Figure) -> Phrase {
        let printed =
            || Phrase { text: value.written.text.clone(), language: self.plan.source_language().clone() };
        let own = |text: String| Phrase { text, language: self.language.clone() };
        if value.is_nothing() && (!self.is_source() || value.written.text.trim().is_empty()) {
            return own(self.word(match figure {
                Figure::Baseline => "value.no-baseline",
                Figure::Target => "value.no-target",
                Figure::Actual => "value.no-figure",
            }));
        }
        if self.is_source() {
            return printed();
        }
        let written = match &value.reading {
            Reading::Words | Reading::Nothing => return self.phrase(&value.written),
            Reading::Amount(amount) => self.amount(amount),
            Reading::Range(from, to) => self.range(from, to),
            Reading::Fraction(part, whole) => Some(format!(
                "{}/{}",
                self.numbers.write(&digits(*part)),
                self.numbers.write(&digits(*whole))
            )),
        };
        written.and_then(|written| self.with_remark(written, value)).map_or_else(printed, own)
    }

    /// `written` with the printed remark of `value`; `None` where that has no translation: the value
    /// then stands as printed.
    fn with_remark(&self, written: String, value: &Value) -> Option<String> {
        let Some(remark) = &value.remark else { return Some(written) };
        let remark = self.phrase(remark);
        let values = [("value", written.as_str()), ("remark", &remark.text)];
        (remark.language == *self.language).then(|| self.word_with("value.remark", &values))
    }

    /// `number` with the separators of the language.
    pub fn count(&self, number: usize) -> String {
        self.numbers.write(&Digits::from(number))
    }

    /// The words under `key` in the plural form that `number` asks for, with `%{n}` filled in.
    pub fn plural(&self, key: &str, number: usize) -> String {
        let count = Digits::from(number);
        let pattern = self.plural_word(key, &count).unwrap_or_default();
        super::catalogue::fill(&pattern, &[("n", &self.numbers.write(&count))])
    }

    /// The words under `key` in each plural form that they have, under its category and with `values`
    /// filled in: for a script, which fills in `%{n}` when it knows the number.
    pub fn plural_forms(&self, key: &str, values: &[(&str, &str)]) -> Vec<(&'static str, String)> {
        let word = |category: &str| match self.find(&format!("{key}.{category}")) {
            None if category == "other" => self.find(key),
            word => word,
        };
        let forms = PLURAL_FORMS.into_iter().filter_map(|category| Some((category, word(category)?)));
        forms.map(|(category, word)| (category, super::catalogue::fill(&word, values))).collect()
    }

    /// The change from `from` to `to`, with its sign: `+20.7 points`. `None` where it has no unit in words.
    pub fn difference(&self, from: &Amount, to: &Amount) -> Option<String> {
        if from.unit != to.unit || from.magnitude != to.magnitude {
            return None;
        }
        let change = Amount { number: to.number.checked_sub(from.number)?, ..to.clone() };
        let sign = if change.number.is_sign_negative() { "\u{2212}" } else { "+" };
        let size = Amount { number: change.number.abs(), ..change };
        let key = if to.unit == PERCENT { "points" } else { to.unit.as_str() };
        // The plan's own language keeps 万, 億 and 兆; the others multiply them out.
        let written = if self.is_source() {
            self.with_unit(key, &digits(size.number), size.magnitude_sign())
        } else {
            self.with_unit(key, &exact(&size)?, "")
        };
        Some(format!("{sign}{}", written?))
    }

    /// How a percentage is written, with `%{n}` for its number.
    pub fn percent_pattern(&self) -> String {
        self.unit_pattern(PERCENT, &Digits::from(100)).unwrap_or_else(|| "%{n}%".to_owned())
    }

    /// `number` with the separators of the language.
    pub(super) fn decimal(&self, number: Decimal) -> String {
        self.numbers.write(&digits(number))
    }

    /// An even share of `amount` for each of `years`, with its bound, and whether that is exact. One
    /// that does not end soon is rounded to a digit more than the plan prints.
    pub(super) fn share(&self, amount: &Amount, years: u16) -> Option<(String, bool)> {
        // The plan's own language keeps 万, 億 and 兆 as long as the share reaches one of them.
        let kept = self.is_source() && amount.number.abs() >= Decimal::from(years);
        let (whole, magnitude) =
            if kept { (amount.number, amount.magnitude_sign()) } else { (amount.figure()?, "") };
        let share = whole.checked_div(years.into())?;
        let rounded = |more| {
            let places = amount.number.scale() + more;
            share.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero).normalize()
        };
        let exact = rounded(MORE_DIGITS).checked_mul(years.into())? == whole;
        let share = rounded(if exact { MORE_DIGITS } else { 1 });
        let written = self.with_unit(&amount.unit, &digits(share), magnitude)?;
        Some((self.bounded(written, amount), exact))
    }

    /// `number` of `unit`, in words; `None` where the unit has none.
    pub(super) fn quantity(&self, number: Decimal, unit: &str) -> Option<String> {
        self.with_unit(unit, &digits(number), "")
    }

    /// Finds units of the plan's figures that have no words in this language; such a figure is
    /// shown as printed.
    pub(super) fn units_without_words(&self, findings: &mut Diagnostics) {
        let figures = self.plan.indicators().flat_map(|indicator| {
            let benchmark = indicator.benchmark.iter().flat_map(|benchmark| &benchmark.actuals);
            let yearly = indicator.actuals.iter().chain(benchmark).map(|(_, value)| value);
            [&indicator.baseline, &indicator.target].into_iter().chain(yearly)
        });
        let without = figures
            .filter_map(Value::unit)
            .filter(|unit| self.unit_pattern(unit, &Digits::from(1)).is_none());
        for unit in without.collect::<std::collections::BTreeSet<_>>() {
            let file = format!("locales/ui/{}.yml", self.language);
            findings.push(Diagnostic::about(Rule::UnitWithoutWords, file).with("unit", unit));
        }
    }

    fn amount(&self, amount: &Amount) -> Option<String> {
        Some(self.bounded(self.with_unit(&amount.unit, &exact(amount)?, "")?, amount))
    }

    fn range(&self, from: &Amount, to: &Amount) -> Option<String> {
        let (low, high) = (exact(from)?, exact(to)?);
        let pattern = self.unit_pattern(&to.unit, &high)?;
        let numbers = format!("{}\u{2013}{}", self.numbers.write(&low), self.numbers.write(&high));
        Some(self.bounded(super::catalogue::fill(&pattern, &[("n", &numbers)]), to))
    }

    /// `written` with the bound of `amount` in words.
    fn bounded(&self, written: String, amount: &Amount) -> String {
        match amount.bound {
            None => written,
            Some(bound) => self.word_with(&format!("bound.{}", bound.key()), &[("value", &written)]),
        }
    }

    fn with_unit(&self, unit: &str, number: &Digits, magnitude: &str) -> Option<String> {
        let number_written = format!("{}{magnitude}", self.numbers.write(number));
        let pattern = self.unit_pattern(unit, number)?;
        Some(super::catalogue::fill(&pattern, &[("n", &number_written)]))
    }

    /// The words around a number of `unit`. The plan's own language needs none: the unit follows.
    fn unit_pattern(&self, unit: &str, number: &Digits) -> Option<String> {
        if unit.is_empty() {
            return Some("%{n}".to_owned());
        }
        let words = self.plural_word(&format!("unit.{unit}"), number);
        words.or_else(|| self.is_source().then(|| format!("%{{n}}{unit}")))
    }

    fn plural_word(&self, key: &str, number: &Digits) -> Option<String> {
        let form = format!("{key}.{}", self.numbers.plural(number));
        self.find(&form).or_else(|| self.find(&format!("{key}.other"))).or_else(|| self.find(key))
    }
}
