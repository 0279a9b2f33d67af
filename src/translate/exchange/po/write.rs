//! Records as PO. No date is in it: two exports of one state are the same bytes.

use std::fmt::Write as _;

use super::super::record::{Record, Words};
use super::BASE;
use crate::translate::status::Need;

/// The PO file of `records`, which are of the plan `title`.
pub(in super::super) fn file(records: &[Record], title: &str, words: &Words<'_>) -> String {
    let mut text = header(title, words);
    for record in records {
        text.push('\n');
        text.push_str(&entry(record, words));
    }
    text
}

/// The first entry. gettext asks for each of these fields, and is content with none in it where nobody
/// knows.
fn header(title: &str, words: &Words<'_>) -> String {
    let mut fields = vec![
        ("Project-Id-Version", title.split_whitespace().collect::<Vec<_>>().join(" ")),
        ("PO-Revision-Date", String::new()),
        ("Last-Translator", String::new()),
        ("Language-Team", String::new()),
        ("Language", words.language.to_string().replace('-', "_")),
        ("MIME-Version", "1.0".to_owned()),
        ("Content-Type", "text/plain; charset=UTF-8".to_owned()),
        ("Content-Transfer-Encoding", "8bit".to_owned()),
    ];
    fields.extend(words.own("plural-forms").map(|forms| ("Plural-Forms", forms)));
    fields.push(("X-Generator", "keikaku".to_owned()));
    let mut text = String::new();
    for (name, value) in fields {
        let _ = writeln!(text, "{name}: {value}");
    }
    format!("{}{}", field("", "msgid", ""), field("", "msgstr", &text))
}

fn entry(record: &Record, words: &Words<'_>) -> String {
    let mut text = String::new();
    for note in &record.notes {
        let _ = writeln!(text, "# {note}");
    }
    for comment in comments(record, words) {
        let _ = writeln!(text, "#. {}", comment.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    let _ = writeln!(text, "#. {BASE} {}\n#: {}", record.base, record.place);
    if record.is_behind() {
        text.push_str("#, fuzzy\n");
        if !record.previous.is_empty() {
            text.push_str(&field("#| ", "msgid", &record.previous));
        }
    }
    for (name, value) in [("msgctxt", &record.id), ("msgid", &record.source), ("msgstr", &record.text)] {
        text.push_str(&field("", name, value));
    }
    text
}

/// What helps a translator who sees one text at a time.
fn comments(record: &Record, words: &Words<'_>) -> Vec<String> {
    let about = |key: &str, text: &Option<String>| text.as_ref().map(|text| words.about(key, text));
    let minor = (record.need == Some(Need::Confirmation)).then(|| words.about("minor", ""));
    let comments = [
        about("section", &record.section),
        about("before", &record.before),
        about("after", &record.after),
        about("example", &record.example),
        minor,
    ];
    comments.into_iter().flatten().collect()
}

/// `name` and `value` in lines that begin with `margin`, one for each line of the value.
fn field(margin: &str, name: &str, value: &str) -> String {
    let lines: Vec<&str> = value.split_inclusive('\n').collect();
    if lines.len() < 2 {
        return format!("{margin}{name} {}\n", quoted(value));
    }
    let lines = lines.iter().map(|line| format!("{margin}{}\n", quoted(line)));
    format!("{margin}{name} \"\"\n{}", lines.collect::<String>())
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' | '\\' => quoted.extend(['\\', sign]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            sign if sign.is_ascii_control() => {
                let _ = write!(quoted, "\\{:03o}", u32::from(sign));
            }
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}
