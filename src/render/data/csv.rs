//! CSV as spreadsheets open it: a mark for UTF-8 first, and lines that end as on Windows.

use csv::{Terminator, WriterBuilder};

use crate::plan::{Reading, Value};

/// By this Excel knows that a file is UTF-8 (U+FEFF).
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// What a cell begins with that a spreadsheet takes for a formula (OWASP, "CSV Injection"); in a
/// Japanese one, in full width as well.
const FORMULA_SIGNS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// Marks a cell as text.
const TEXT_SIGN: char = '\'';

/// `header`, and the cells of each of `rows`.
pub(super) fn write<'h>(
    header: impl Iterator<Item = &'h str>,
    rows: impl Iterator<Item = impl Iterator<Item = String>>,
) -> Vec<u8> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    // It goes to memory, and every row is as long as the header: nothing of it can fail.
    let _ = writer.write_record(header);
    for row in rows {
        let _ = writer.write_record(row.map(as_text));
    }
    writer.into_inner().unwrap_or_default()
}

/// `cell`, marked as text if a spreadsheet would run it. A figure keeps its sign: `-3.2%` runs nothing.
fn as_text(mut cell: String) -> String {
    if cell.starts_with(FORMULA_SIGNS) && !is_figure(&cell) {
        cell.insert(0, TEXT_SIGN);
    }
    cell
}

/// Whether `cell` is a signed figure with nothing in it that joins it to something else.
fn is_figure(cell: &str) -> bool {
    let mut after = cell.chars().skip(1);
    after.all(|c| c.is_alphanumeric() || ",.% ，．％　（）".contains(c))
        && Value::reading_of(cell) != Reading::Words
}

#[cfg(test)]
mod tests {
    use super::as_text;

    #[test]
    fn text_that_a_spreadsheet_would_run_is_marked() {
        for cell in [
            "=1+1",
            "＝SUM(A1)",
            "+81-276",
            "@here",
            "-なし",
            "\t=1",
            "-1+cmd|a!A",
            "-5-3",
            "＋１＋A1",
            "-cmd",
        ] {
            assert_eq!(as_text(cell.to_owned()), format!("'{cell}"));
        }
    }

    #[test]
    fn figures_and_other_text_stand_as_they_are() {
        for cell in [
            "-3.2%",
            "-1,200人",
            "－３．２％（期間平均）",
            "+5",
            "-",
            "－",
            "△3.2%",
            "88.4%",
            "※8",
            "",
            "1-2",
        ] {
            assert_eq!(as_text(cell.to_owned()), cell);
        }
    }
}
