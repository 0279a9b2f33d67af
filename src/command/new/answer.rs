//! What an answer has to be like, and what it means.

use super::ask::Complaint;
use crate::manuscript;
use crate::plan::{SDGS, is_id, year_of};
use crate::read::Project;
use crate::read::markdown::verbatim;
use crate::read::words_for_name;
use crate::value::{FiscalYear, Language};

/// The name in an address that `title` has the words for; empty where it is all Japanese.
pub(super) fn proposed(title: &str) -> String {
    words_for_name(title).trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '-').to_owned()
}

/// Text on one line.
pub(super) fn text(written: &str) -> Result<String, Complaint> {
    let written = written.trim();
    let complaint = || Complaint("empty", Vec::new());
    (!written.is_empty() && !written.contains(char::is_control))
        .then(|| written.to_owned())
        .ok_or_else(complaint)
}

/// Text on one line, or nothing.
pub(super) fn text_or_nothing(written: &str) -> Result<Option<String>, Complaint> {
    if written.trim().is_empty() { Ok(None) } else { text(written).map(Some) }
}

/// A text on one line, as Markdown that says just that.
pub(super) fn paragraph(written: &str) -> Result<String, Complaint> {
    verbatim(&text(written)?).ok_or_else(|| Complaint("paragraph", Vec::new()))
}

/// A name in an address, after the number.
pub(super) fn name(written: &str) -> Result<String, Complaint> {
    is_id(written).then(|| written.to_owned()).ok_or_else(|| Complaint("name", Vec::new()))
}

/// A fiscal year.
pub(super) fn year(written: &str) -> Result<FiscalYear, Complaint> {
    year_of(written).ok_or_else(|| Complaint("year", Vec::new()))
}

/// A fiscal year after `baseline`.
pub(super) fn year_after(baseline: FiscalYear) -> impl Fn(&str) -> Result<FiscalYear, Complaint> {
    move |written| {
        let complaint = || Complaint("year-after", vec![("baseline", baseline.to_string())]);
        Some(year(written)?).filter(|year| *year > baseline).ok_or_else(complaint)
    }
}

/// Some of the tags that are `known`; the first of them, in which the starter is written, comes first.
pub(super) fn languages(known: &[String]) -> impl Fn(&str) -> Result<Vec<Language>, Complaint> {
    move |written| {
        let tags = items(written);
        let unlike = |(at, tag): (usize, &String)| known.contains(tag) && !tags[..at].contains(tag);
        let fits = tags.first() == known.first() && tags.iter().enumerate().all(unlike);
        let languages = tags.iter().filter(|_| fits).filter_map(|tag| Language::parse(tag)).collect();
        let complaint = || Complaint("languages", vec![("known", known.join(","))]);
        fits.then_some(languages).ok_or_else(complaint)
    }
}

/// How a term is read, in hiragana; katakana are taken for theirs.
pub(super) fn reading(written: &str) -> Result<String, Complaint> {
    let written: String = written.split_whitespace().collect();
    let read = manuscript::reading(&written).filter(|reading| !reading.is_empty());
    read.ok_or_else(|| Complaint("reading", Vec::new()))
}

/// Pillars by their printed words.
pub(super) fn pillars(project: &Project) -> impl Fn(&str) -> Result<Vec<String>, Complaint> {
    move |written| {
        let known: Vec<&str> = project.plan.data.pillars.0.iter().map(|(_, word)| word.as_str()).collect();
        let wanted = items(written);
        let complaint = || Complaint("pillars", vec![("known", known.join("、"))]);
        let fits = wanted.iter().all(|word| known.contains(&word.as_str()));
        fits.then_some(wanted).ok_or_else(complaint)
    }
}

/// The numbers of Sustainable Development Goals.
pub(super) fn goals(written: &str) -> Result<Vec<u8>, Complaint> {
    let goal = |item: &String| item.parse().ok().filter(|goal| SDGS.contains(goal));
    let goals: Option<Vec<u8>> = items(written).iter().map(goal).collect();
    goals.ok_or_else(|| Complaint("sdgs", Vec::new()))
}

/// The chapter that has the number or the folder `written`.
pub(super) fn chapter(project: &Project) -> impl Fn(&str) -> Result<String, Complaint> {
    move |written| {
        let written = written.trim().trim_end_matches('/');
        let mut names = project.chapters.iter().map(|chapter| &chapter.name);
        let is_meant = |name: &&String| {
            *name == written || name.split_once('-').is_some_and(|(number, _)| number == written)
        };
        let known: Vec<&str> = project.chapters.iter().map(|chapter| chapter.name.as_str()).collect();
        let complaint = || Complaint("chapter", vec![("known", known.join(", "))]);
        names.find(is_meant).cloned().ok_or_else(complaint)
    }
}

/// What is written between commas, Japanese ones too.
fn items(written: &str) -> Vec<String> {
    let items = written.split([',', '、', '，']).map(str::trim);
    items.filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{Complaint, goals, languages, name, proposed, reading, text, year, year_after};
    use crate::value::{FiscalYear, Language};

    fn key<T: std::fmt::Debug>(read: Result<T, Complaint>) -> &'static str {
        read.unwrap_err().0
    }

    #[test]
    fn a_name_is_proposed_only_where_the_title_has_words_for_one() {
        for (title, proposal) in [("生成AI", "ai"), ("行財政と協働", ""), ("2030 Town Plan", "town-plan")]
        {
            assert_eq!(proposed(title), proposal);
            assert!(proposal.is_empty() || name(proposal).is_ok(), "{proposal}");
        }
        for wrong in ["", "7-parks", "Parks", "公園", "a/b"] {
            assert_eq!(key(name(wrong)), "name", "{wrong}");
        }
    }

    #[test]
    fn answers_are_taken_as_clerks_type_them_and_refused_where_they_cannot_be_meant() {
        let known = ["ja", "pt", "en"].map(str::to_owned);
        let tags = |written| {
            let languages = languages(&known)(written)?;
            Ok::<_, Complaint>(languages.iter().map(Language::to_string).collect::<Vec<_>>())
        };
        assert_eq!(tags("ja、en").unwrap(), ["ja", "en"]);
        for wrong in ["", "en, ja", "ja, ja", "ja, xx"] {
            assert_eq!(key(tags(wrong)), "languages", "{wrong}");
        }
        assert_eq!(reading("セイセイエー・アイ").unwrap(), "せいせいえーあい");
        assert_eq!(key(reading("生成")), "reading");
        assert_eq!(key(reading("")), "reading");
        assert_eq!(year("２０３１").unwrap(), FiscalYear(2031));
        assert_eq!(key(year("令和7年")), "year");
        assert_eq!(key(year_after(FiscalYear(2031))("2031")), "year-after");
        assert_eq!(goals("3、11").unwrap(), [3, 11]);
        assert_eq!(key(goals("18")), "sdgs");
        assert_eq!(key(text(" ")), "empty");
    }
}
