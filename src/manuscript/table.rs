//! The tables of indicators: which column holds what, and what a row says.

use super::text::{joined, leading_digits, number, squeeze, tidy};
use crate::plan::{Kind, Reading, Value};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Name,
    Baseline,
    Target,
    Unit,
    Remark,
    Origin,
    /// Something that a plan's file has no place for.
    Other,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) role: Role,
    /// The fiscal year that its head names.
    pub(super) year: Option<u32>,
}

/// What a row says of an indicator, as printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Row {
    pub(super) name: String,
    pub(super) baseline: Option<String>,
    pub(super) target: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) note: Option<String>,
    pub(super) source: Option<String>,
    pub(super) baseline_year: Option<u32>,
    pub(super) target_year: Option<u32>,
}

/// Longest head of a column, in characters.
const LONGEST_HEAD: usize = 20;

/// Which table the squeezed line is the title of: `KGI（重要目標達成指標）`.
pub(super) fn title(squeezed: &str) -> Option<Kind> {
    let bare = squeezed.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let kind = match bare.get(..3)? {
        "KGI" => Kind::Kgi,
        "KPI" => Kind::Kpi,
        _ => return None,
    };
    let rest = bare[3..].trim_start_matches("指標");
    (rest.is_empty() || rest.starts_with('(') && rest.ends_with([')', '】', '》', '>'])).then_some(kind)
}

/// The columns that the line `raw` is the head of.
pub(super) fn columns(raw: &str) -> Option<Vec<Column>> {
    let heads: Vec<String> = split(raw)?.into_iter().map(squeeze).collect();
    let is_name = |head: &String| ["指標", "項目", "名称"].iter().any(|word| head.contains(word));
    // A line that begins with a gap has an empty cell in front.
    let indented = heads[0].is_empty() && heads.get(1).is_some_and(is_name);
    let (name, others) = heads[usize::from(indented)..].split_first()?;
    let named = name.is_empty() || is_name(name);
    let short = heads.iter().all(|head| head.chars().count() <= LONGEST_HEAD);
    let mut columns: Vec<Column> =
        others.iter().map(|head| Column { role: role(head), year: year(head) }).collect();
    let is_figure = |column: &Column| matches!(column.role, Role::Baseline | Role::Target);
    // Two words with a gap between them are more often a heading.
    let wide = raw.contains('\t') || heads.len() > 2;
    if !named || !short || !wide || !columns.iter().any(is_figure) {
        return None;
    }
    for role in [Role::Baseline, Role::Target] {
        only_one(&mut columns, role);
    }
    columns.insert(0, Column { role: Role::Name, year: None });
    Some(columns)
}

/// Of several columns with the same `role` only the last in time keeps it.
fn only_one(columns: &mut [Column], role: Role) {
    let of_role = columns.iter().enumerate().filter(|(_, column)| column.role == role);
    let last = of_role.max_by_key(|(at, column)| (column.year, *at)).map(|(at, _)| at);
    for (at, column) in columns.iter_mut().enumerate() {
        if column.role == role && Some(at) != last {
            column.role = Role::Other;
        }
    }
}

fn role(head: &str) -> Role {
    let has = |words: &[&str]| words.iter().any(|word| head.contains(word));
    match head {
        _ if has(&["中間", "実績", "達成"]) => Role::Other,
        _ if has(&["目標"]) => Role::Target,
        _ if has(&["基準", "現状", "現況", "策定時"]) => Role::Baseline,
        "単位" => Role::Unit,
        "備考" => Role::Remark,
        "出典" | "資料" => Role::Origin,
        _ => Role::Other,
    }
}

/// The year that the squeezed `head` names: `2024年度`, `令和6年度`, `R6`.
fn year(head: &str) -> Option<u32> {
    let eras = [("令和", 2018), ("R", 2018), ("平成", 1988), ("H", 1988)];
    let era = eras.iter().find_map(|(era, before)| {
        let rest = &head[head.find(era)? + era.len()..];
        let in_era = if rest.starts_with('元') { Some(1) } else { number(leading_digits(rest).0) };
        in_era.map(|year| before + year)
    });
    let western = head.match_indices('年').find_map(|(at, _)| {
        let digits = head[..at].trim_end_matches(|sign: char| sign.is_ascii_digit()).len();
        number(&head[digits..at])
    });
    western.filter(|year| *year > 1900).or(era)
}

/// The cells of the line `raw`, if it can be a row of a table.
pub(super) fn cells(raw: &str) -> Option<Vec<&str>> {
    let cells = split(raw)?;
    let is_figure = |cell: &&str| !cell.is_empty() && Value::reading_of(cell) != Reading::Words;
    // Spaces stand in prose, too; a row of figures is told by a figure.
    let tabs = raw.trim().contains('\t');
    (tabs || cells.len() > 2 && cells[1..].iter().any(is_figure)).then_some(cells)
}

/// `raw` where tabs, or else runs of spaces, divide it.
fn split(raw: &str) -> Option<Vec<&str>> {
    let raw = raw.trim_end().trim_matches('\u{c}');
    let cells: Vec<&str> = if raw.contains('\t') {
        raw.split('\t').map(str::trim).collect()
    } else {
        let gap = |at: &usize| raw[*at..].chars().take(2).filter(|sign| sign.is_whitespace()).count() == 2;
        let mut cells = Vec::new();
        let mut rest = 0;
        while let Some(at) = (rest..raw.len()).find(|at| raw.is_char_boundary(*at) && gap(at)) {
            cells.push(raw[rest..at].trim());
            rest = at + raw[at..].len() - raw[at..].trim_start().len();
        }
        cells.push(raw[rest..].trim());
        cells
    };
    (cells.len() > 1).then_some(cells)
}

/// What `cells` say under `columns`, and whether the row has something for which there is no place.
/// `before` is the beginning of the name, on the lines above. `None` where they do not fit.
pub(super) fn row(columns: &[Column], cells: &[&str], before: &str) -> Option<(Row, bool)> {
    let indented = cells.len() > columns.len() && cells[0].is_empty();
    let cells = &cells[usize::from(indented)..];
    let mut row = Row::default();
    let mut other = false;
    if cells.len() != columns.len() {
        return None;
    }
    for (column, cell) in columns.iter().zip(cells) {
        let text = tidy(cell);
        let text = (!text.is_empty()).then_some(text);
        match column.role {
            Role::Name => row.name = tidy(&joined([before, cell])),
            Role::Baseline => (row.baseline, row.baseline_year) = (text, column.year),
            Role::Target => (row.target, row.target_year) = (text, column.year),
            Role::Unit => row.unit = text,
            Role::Remark => row.note = text,
            Role::Origin => row.source = text,
            Role::Other => other |= text.is_some(),
        }
    }
    (!row.name.is_empty() && (row.baseline.is_some() || row.target.is_some())).then_some((row, other))
}

#[cfg(test)]
mod tests {
    use super::{Role, cells, columns, title, year};
    use crate::plan::Kind;

    fn roles(raw: &str) -> Option<Vec<Role>> {
        columns(raw).map(|columns| columns.into_iter().map(|column| column.role).collect())
    }

    #[test]
    fn a_head_says_which_column_holds_what() {
        use Role::{Baseline, Name, Other, Target, Unit};
        for head in [
            "\t2024年度 基準値\t2029年度 目標値",
            "指標名\t基準値（令和６年度）\t目標値（令和11年度）",
            "          2024 年度 基準値    2029 年度 目標値",
            "     指標    基準値（Ｒ６）    目標値（Ｒ11）",
        ] {
            assert_eq!(roles(head), Some(vec![Name, Baseline, Target]), "{head}");
            let years: Vec<_> = columns(head).unwrap().iter().map(|column| column.year).collect();
            assert_eq!(years, [None, Some(2024), Some(2029)], "{head}");
        }
        assert_eq!(
            roles("指標\t単位\t2024年度 現状値\t2027年度 目標値\t2029年度 目標値"),
            Some(vec![Name, Unit, Baseline, Other, Target])
        );
        for row in ["人口41,000人（2029年度）\t41,616人\t41,000人", "経常収支比率\t88.4%\t目標なし", "目標"]
        {
            assert_eq!(roles(row), None, "{row}");
        }
    }

    #[test]
    fn tabs_or_wide_gaps_divide_a_row() {
        assert_eq!(cells("懇談会\t12回\t10回"), Some(vec!["懇談会", "12回", "10回"]));
        assert_eq!(cells("懇談会　　12回    10回"), Some(vec!["懇談会", "12回", "10回"]));
        assert_eq!(cells("懇談会　を　　開く　　こと"), None);
        assert_eq!(cells("懇談会 12回"), None);
    }

    #[test]
    fn titles_and_years_are_read_in_every_width() {
        assert_eq!(title("KGI(重要目標達成指標)"), Some(Kind::Kgi));
        assert_eq!(title("■KPI"), Some(Kind::Kpi));
        assert_eq!(title("KPIの達成"), None);
        for (head, read) in [("R6", Some(2024)), ("令和元年度", Some(2019)), ("目標", None), ("12年", None)]
        {
            assert_eq!(year(head), read, "{head}");
        }
    }
}
