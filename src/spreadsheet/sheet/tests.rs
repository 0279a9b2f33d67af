use super::Sheet;
use crate::diagnostic::Rule;

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
