//! From a plan to the table of its figures.

use csv::{Terminator, WriterBuilder};

use super::HEADER;
use super::fact::facts;
use crate::plan::Plan;

/// By this Excel knows that a CSV is UTF-8.
pub const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The figures of `plan` as CSV that Excel opens, with an empty cell for each that is not known yet.
pub fn table(plan: &Plan) -> Vec<u8> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    let rows = plan.indicators().flat_map(|indicator| {
        facts(indicator).into_iter().map(|(fact, year, text)| {
            let year = year.to_string();
            [&indicator.id, &indicator.name.text, fact.word(), &year, text].map(str::to_owned)
        })
    });
    let header = HEADER.map(str::to_owned);
    // Memory does not refuse a write.
    let written = std::iter::once(header).chain(rows).try_for_each(|row| writer.write_record(row));
    written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default()
}
