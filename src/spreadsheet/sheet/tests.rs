use super::{Sheet, records};
use crate::diagnostic::{Position, Rule, Source};

#[test]
fn every_cell_has_its_text_and_its_place() {
    let source = Source::new("a.csv", "a,\"b\"\"c\"\r\n\r\nd,\"e\nf\"\n,");
    let read = records(&source, b',');
    let cells: Vec<Vec<_>> = (read.iter())
        .map(|cells| cells.iter().map(|cell| (cell.text.as_str(), cell.span.text())).collect())
        .collect();
    assert_eq!(
        cells,
        [vec![("a", "a"), ("b\"c", "\"b\"\"c\"")], vec![("d", "d"), ("e\nf", "\"e\nf\"")], vec![("", ""); 2]]
    );
    assert_eq!(read[1][0].span.position(), Position { line: 3, column: 1 });
    assert_eq!(read[1][1].span.position(), Position { line: 3, column: 3 });
}

fn read(text: &str) -> (Option<Sheet>, Vec<Rule>) {
    let mut findings = Vec::new();
    let sheet = Sheet::read("a.csv", text.as_bytes(), &mut findings);
    (sheet, findings.iter().map(|finding| finding.rule).collect())
}

#[test]
fn columns_stand_in_any_order_between_any_separator_beside_others() {
    for text in [
        "id,fact,year,value\na,actual,2025,\"1,2\"\n",
        "ID;year;fact;note;value\r\na;2025;actual;x;1,2\r\n;;;;\r\n",
        "value\tfact\tyear\tid\n1,2\tactual\t2025\ta",
    ] {
        let (sheet, told) = read(text);
        assert!(told.is_empty(), "{told:?}");
        let rows = sheet.unwrap().rows;
        let row: Vec<_> =
            [&rows[0].id, &rows[0].fact, &rows[0].year, &rows[0].value].map(|cell| cell.text.as_str()).into();
        assert_eq!((rows.len(), &row[..]), (1, &["a", "actual", "2025", "1,2"][..]), "{text}");
    }
}

#[test]
fn what_is_no_table_of_facts_is_refused() {
    for (text, rule) in [
        ("", Rule::NoSheet),
        ("# README\n", Rule::NoSheet),
        ("id,fact,year\n", Rule::MissingColumn),
        ("id,fact,year,value,value\n", Rule::DuplicateKey),
        ("id,fact,year,value\na,actual,2025,\"1\n", Rule::UnclosedCell),
        ("id,fact,year,value\na,actual,2025,80,000\n", Rule::CellWithoutColumn),
        ("id,fact,year,value,\na,actual,2025,80,000\n", Rule::CellWithoutColumn),
    ] {
        let (sheet, told) = read(text);
        assert!(sheet.is_none(), "{text}");
        assert_eq!(told, [rule], "{text}");
    }
}
