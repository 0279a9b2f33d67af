//! What an indicator's figures say, in a sentence.

use rust_decimal::Decimal;

use super::number::Figure;
use super::{Edition, Phrase};
use crate::plan::{Indicator, Pattern};

impl Edition<'_> {
    /// The finding of `indicator`. Where a part of it has no translation the whole sentence is in
    /// the plan's own language, rather than a mixture that no one reads well.
    pub fn finding(&self, indicator: &Indicator) -> Phrase {
        let latest = indicator.measured().last();
        let mut figures = vec![
            ("baseline", self.value(&indicator.baseline, Figure::Baseline)),
            ("target", self.value(&indicator.target, Figure::Target)),
        ];
        figures.extend(latest.map(|(_, value)| ("actual", self.value(value, Figure::Actual))));
        if let Some(source) = self.source
            && figures.iter().any(|(_, phrase)| phrase.language != *self.language)
        {
            return source.finding(indicator);
        }
        let words = [
            ("baseline_year", self.year(indicator.baseline_year)),
            ("target_year", self.year(indicator.target_year)),
            ("difference", self.change(indicator).unwrap_or_default()),
            ("actual_year", latest.map(|(year, _)| self.year(*year)).unwrap_or_default()),
        ];
        let figures = figures.iter().map(|(name, phrase)| (*name, phrase.text.as_str()));
        let mut values: Vec<_> =
            figures.chain(words.iter().map(|(name, word)| (*name, word.as_str()))).collect();
        let mut text = self.word_with(&format!("finding.{}", self.finding_key(indicator)), &values);
        if let Some((key, share)) = self.yearly_share(indicator) {
            text.push_str(&self.word("finding.join"));
            text.push_str(&self.word_with(key, &[("share", &share)]));
        }
        let total = self.total(indicator);
        if let Some(total) = &total {
            values.push(("total", total));
        }
        if latest.is_some() {
            text.push_str(&self.word("finding.join"));
            let key = if total.is_some() { "finding.total" } else { "finding.actual" };
            text.push_str(&self.word_with(key, &values));
        }
        Phrase { text, language: self.language.clone() }
    }

    /// The change from baseline to target, where the plan's figures allow to speak of one.
    pub fn change(&self, indicator: &Indicator) -> Option<String> {
        match indicator.pattern() {
            // Beyond a limit nobody knows how far.
            Pattern::Increase | Pattern::Decrease if indicator.target.is_open() => None,
            Pattern::Increase | Pattern::Decrease => {
                self.difference(indicator.baseline.amount()?, indicator.target.amount()?)
            }
            _ => None,
        }
    }

    /// The sum of what was measured, where the years of the period add up and none is missing.
    pub fn total(&self, indicator: &Indicator) -> Option<String> {
        if indicator.pattern() != Pattern::PeriodTotal {
            return None;
        }
        let mut sum = Decimal::ZERO;
        let mut year = indicator.baseline_year.0;
        let unit = indicator.target.unit()?;
        for (measured, value) in indicator.measured() {
            year = year.checked_add(1).filter(|next| *next == measured.0)?;
            sum = sum.checked_add(value.figure()?)?;
            value.unit().filter(|other| *other == unit)?;
        }
        (year > indicator.baseline_year.0).then(|| self.quantity(sum, unit))?
    }

    /// What a total for the period comes to in each year of it, and the key of the sentence that says so.
    fn yearly_share(&self, indicator: &Indicator) -> Option<(&'static str, String)> {
        if indicator.pattern() != Pattern::PeriodTotal {
            return None;
        }
        let years =
            indicator.target_year.0.checked_sub(indicator.baseline_year.0).filter(|years| *years > 1)?;
        let (share, exact) = self.share(indicator.target.amount()?, years)?;
        Some((if exact { "finding.yearly-share" } else { "finding.yearly-share-rounded" }, share))
    }

    fn finding_key(&self, indicator: &Indicator) -> &'static str {
        let nothing = indicator.baseline.is_nothing();
        match indicator.pattern() {
            Pattern::NoTarget if nothing => "nothing",
            Pattern::Qualitative if nothing => "qualitative-only",
            Pattern::Range if nothing => "range-only",
            Pattern::PeriodTotal if nothing => "period-total-only",
            Pattern::Cumulative if nothing => "cumulative-only",
            // The plan prints words there, or a range: no figure to start from, and yet a baseline.
            Pattern::NoBaseline if !nothing => "change",
            Pattern::Other => "change",
            Pattern::Increase | Pattern::Decrease if self.change(indicator).is_none() => "change",
            pattern => pattern.key(),
        }
    }
}
