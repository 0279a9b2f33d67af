//! What the checks of one translation are tested with, and those that look at several things at once.

use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::{prop_assert, proptest};

use super::{Pair, Terms, Words, waiver};
use crate::diagnostic::Rule::{
    BadWaiver, ForbiddenTerm, OddCharacters, ResidualJapanese, TermMissing, UnusedWaiver,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule, Source};
use crate::plan::{self, Plan, Unit};
use crate::read;
use crate::read::locale_file::Waiver;
use crate::read::terms_file::read_terms;
use crate::value::Language;

/// A plan without a mistake.
pub(super) fn site() -> Plan {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/site");
    let mut findings = Diagnostics::new();
    let mut project = read::read(&folder, &mut findings).unwrap();
    let plan = plan::make(&mut project, &mut findings);
    assert!(findings.is_empty(), "{findings:?}");
    plan
}

/// What `check` tells of `text`, the translation of `source` into `language`: each rule, and the
/// characters that it points at.
pub(super) fn told<F: IntoIterator<Item = Diagnostic>>(
    check: impl Fn(&Words<'_>) -> F,
    language: &str,
    source: &str,
    text: &str,
) -> Vec<(Rule, String)> {
    static PLAN: LazyLock<Plan> = LazyLock::new(site);
    let language = Language::parse(language).unwrap();
    let (of, written) = (Source::new("a.md", source), Source::new("a.yml", text));
    let (at, span) = (of.span(0..source.len()), written.span(0..text.len()));
    let unit = Unit { id: "a#body.1".into(), text: source.into(), markdown: true, span: at };
    let pair = Pair { plan: &PLAN, unit: &unit, source, text, language: &language, span: &span };
    check(&Words::of(&pair)).into_iter().map(|finding| (finding.rule, place(&finding))).collect()
}

/// What `finding` points at.
pub(super) fn place(finding: &Diagnostic) -> String {
    match &finding.place {
        Place::Span(span) => span.text().to_owned(),
        Place::Path(path) => path.clone(),
    }
}

/// The terms of a plan, as agreed and as its glossary has them: 老朽化 is Deterioração there.
fn terms(agreed: &str) -> Terms {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/site");
    let mut findings = Diagnostics::new();
    let project = read::read(&folder, &mut findings).unwrap();
    let languages = ["ja", "pt", "en", "zh"].map(|tag| Language::parse(tag).unwrap());
    let agreed = read_terms(&Source::new("locales/terms.yml", agreed), &languages, &mut findings);
    assert!(findings.is_empty(), "{findings:?}");
    let files = languages[1..].iter().map(|language| project.translations(language, &mut findings));
    let files: Vec<_> = languages[1..].iter().zip(files).collect();
    Terms::new(&site(), &agreed, files.iter().map(|(language, files)| (*language, files.as_slice())))
}

#[test]
fn a_term_is_translated_as_agreed_whatever_its_number_gender_and_gloss() {
    let terms = terms(
        "- {ja: 総合計画, pt: Plano Geral, en: Comprehensive Plan, zh: 综合计划, avoid: {pt: Plano Diretor}}
- {ja: 総合計画書, pt: livro do plano}
- {ja: 協働, pt: colaboração (kyōdō), en: [collaboration, collaborative]}
- {ja: 企業版ふるさと納税（応援税制）, en: corporate Furusato Nozei}
- {ja: 町, en: town}
- {ja: もの, pt: Bens}
- {ja: 計画, avoid: {pt: Plano}, pt: Plano Geral}
",
    );
    for (language, source, text, found) in [
        ("pt", "総合計画", "O plano geral da cidade", None),
        ("pt", "総合計画", "Os Planos Gerais", None),
        ("pt", "総合計画", "O plano da cidade", Some((TermMissing, "O plano da cidade"))),
        ("pt", "総合計画", "O novo Plano Diretor", Some((ForbiddenTerm, "Plano Diretor"))),
        ("pt", "都市計画法", "O Plano Geral", None),
        ("pt", "総合計画書", "O livro do plano", None),
        ("pt", "協働", "A colaboração", None),
        ("pt", "協働", "O trabalho", Some((TermMissing, "O trabalho"))),
        ("en", "協働", "A collaborative plan", None),
        ("en", "応援税制（企業版ふるさと納税）", "Corporate Furusato Nozei", None),
        ("en", "大泉町", "Oizumi", None),
        ("en", "町の", "Its", Some((TermMissing, "Its"))),
        ("pt", "多くのもの", "Muito", None),
        ("pt", "もの", "Coisas", Some((TermMissing, "Coisas"))),
        ("pt", "老朽化", "As deteriorações", None),
        ("pt", "老朽化", "A idade", Some((TermMissing, "A idade"))),
        ("zh", "総合計画", "本町综合计划", None),
        ("zh", "総合計画", "本町计划", Some((TermMissing, "本町计划"))),
        ("en", "老朽化", "Age", None),
    ] {
        let expected: Vec<_> = found.into_iter().map(|(rule, at)| (rule, at.to_owned())).collect();
        let check = |words: &Words<'_>| super::terms::check(words, &terms);
        assert_eq!(told(check, language, source, text), expected, "{source}: {text}");
    }
}

#[test]
fn of_two_translations_of_one_text_the_later_is_told_and_where_the_first_stands() {
    let (plan, language) = (site(), Language::parse("pt").unwrap());
    let written = Source::new("a.yml", "Desafios\nOs problemas\ndesafios\n課題");
    let spans: Vec<_> = [0..8, 9..21, 22..30, 31..37].map(|range| written.span(range)).into();
    let units = plan.units();
    let pairs: Vec<Pair<'_>> = (spans.iter().zip(["課題", "課 題", "課題", "課題"]).zip(&units))
        .map(|((span, source), unit)| Pair {
            plan: &plan,
            unit,
            source,
            text: span.text(),
            language: &language,
            span,
        })
        .collect();
    let found = super::consistency::check(&pairs);
    let told: Vec<_> = found.iter().map(|(position, finding)| (*position, finding.values.clone())).collect();
    let values = [("first", "a.yml:1:1"), ("key", "title"), ("text", "Desafios")];
    assert_eq!(told, [(1, values.map(|(name, value)| (name, value.to_owned())).to_vec())]);
}

fn waiver(rule: &str, reason: &str) -> Waiver {
    let source = Source::new("a.yml", format!("{rule}: {reason}"));
    Waiver { rule: rule.into(), reason: reason.into(), span: source.span(0..rule.len()) }
}

#[test]
fn a_waiver_silences_its_rule_and_one_without_use_is_told() {
    let waivers = [waiver("K0520", "a name"), waiver("K0522", "a slogan")];
    let found = [ResidualJapanese, OddCharacters, ResidualJapanese];
    let found = found.map(|rule| Diagnostic::about(rule, "a.yml")).to_vec();
    let left: Vec<_> =
        waiver::apply(&waivers, found).iter().map(|finding| (finding.rule, place(finding))).collect();
    assert_eq!(left, [(OddCharacters, "a.yml".into()), (UnusedWaiver, "K0522".into())]);
}

#[test]
fn only_rules_about_one_translation_are_waived_and_with_a_reason() {
    for (rule, reason, fault) in [
        ("K0508", "a name", false),
        ("K0515", "a name", false),
        ("K0525", "a name", false),
        ("K0520", "", true),
        ("K0403", "a name", true),
        ("K0503", "a name", true),
        ("K0514", "a name", true),
        ("K0527", "a name", true),
        ("numbers", "a name", true),
    ] {
        let waivers = [waiver(rule, reason)];
        let faults: Vec<_> = waiver::faults(&waivers).map(|fault| fault.rule).collect();
        assert_eq!(faults, if fault { vec![BadWaiver] } else { vec![] }, "{rule}: {reason}");
    }
}

#[test]
fn a_waiver_that_cannot_be_one_silences_nothing() {
    let found = vec![Diagnostic::about(ResidualJapanese, "a.yml")];
    assert_eq!(waiver::apply(&[waiver("K0520", "")], found.clone()), found);
    assert_eq!(waiver::faults(&[waiver("K052O", "a name")]).next().unwrap().meant.as_deref(), Some("K0520"));
}

proptest! {
    #[test]
    fn no_text_is_too_odd_to_be_looked_at(
        source in "([a-zé。町の計{}|`*【※8】\\[\\]()\"“\\u{200D} \\n]){0,40}",
        text in "([a-zé。町の計{}|`*【※8】\\[\\]()\"“\\u{200D} \\n]){0,40}|\\PC{0,30}",
    ) {
        let terms = Terms::default();
        let check = |words: &Words<'_>| super::of_pair(words.pair, &terms, true);
        // Whatever is found, it points into the text.
        for (_, place) in told(check, "pt", &source, &text) {
            prop_assert!(text.contains(&place));
        }
    }
}

#[test]
fn a_stretch_of_a_translation_is_found_in_its_file_as_the_file_writes_it() {
    let (plan, language) = (site(), Language::parse("pt").unwrap());
    for (written, text, wanted, at) in [
        (r#""A \"cidade\" e a vila""#, r#"A "cidade" e a vila"#, "\"", 4),
        (r#""A \"cidade\" e a vila""#, r#"A "cidade" e a vila"#, "vila", 18),
        ("'a a'", "a a", "a", 1),
        ("A cidade\n    e a vila\n", "A cidade\ne a vila", "vila", 17),
        // Another way to write it in the file: the text as a whole.
        (r#""\x41 vila""#, "A vila", "A", 0),
    ] {
        let source = Source::new("a.yml", written);
        let span = source.span(0..written.len());
        let unit = &plan.units()[0];
        let pair = Pair { plan: &plan, unit, source: "町", text, language: &language, span: &span };
        let start = text.find(wanted).unwrap();
        assert_eq!(pair.place(start..start + wanted.len()).range.start, at, "{written}: {wanted}");
    }
}
