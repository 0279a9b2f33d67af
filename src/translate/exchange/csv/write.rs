//! Records as CSV. Neighbours are the rows above and below.

use csv::{Terminator, WriterBuilder};

use super::super::record::Record;
use super::protect::protected;
use super::{BASE, EXAMPLE, KEY, NOTE, PLACE, PREVIOUS, STATE, TRANSLATED};
use crate::spreadsheet::BYTE_ORDER_MARK;
use crate::translate::file::Languages;
use crate::translate::status::Need;

/// The CSV file of `records`.
pub(in super::super) fn file(records: &[Record], (source, language): Languages<'_>) -> Vec<u8> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    let (source, language) = (source.as_str(), language.as_str());
    let header = [KEY, STATE, PLACE, source, PREVIOUS, language, NOTE, EXAMPLE, BASE].map(str::to_owned);
    let rows = records.iter().map(|record| {
        let cells: [&str; 9] = [
            &record.id,
            record.need.map_or(TRANSLATED, Need::key),
            &record.place,
            &record.source,
            &record.previous,
            &record.text,
            &record.notes.join("\n"),
            record.example.as_deref().unwrap_or_default(),
            &record.base,
        ];
        cells.map(protected)
    });
    // Memory does not refuse a write.
    let written = std::iter::once(header).chain(rows).try_for_each(|row| writer.write_record(row));
    written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default()
}
