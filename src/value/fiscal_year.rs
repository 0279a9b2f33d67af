//! A Japanese fiscal year.

/// The fiscal year that begins on 1 April of the calendar year it is named after (年度).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(pub u16);

impl FiscalYear {
    /// Its first day as ISO 8601 writes it: `2024-04-01`.
    pub fn first_day(self) -> String {
        format!("{}-04-01", self.0)
    }

    /// Its last day, in the calendar year after: `2025-03-31`.
    pub fn last_day(self) -> String {
        format!("{}-03-31", self.0 + 1)
    }
}

impl std::fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::FiscalYear;

    #[test]
    fn a_fiscal_year_ends_in_the_next_calendar_year() {
        let year = FiscalYear(2024);
        assert_eq!((year.first_day().as_str(), year.last_day().as_str()), ("2024-04-01", "2025-03-31"));
    }
}
