use super::{Block, Inline, proses, read_body, read_translation};
use crate::diagnostic::{Diagnostics, Rule, Source};

fn read(text: &str) -> (Vec<Block>, Diagnostics) {
    let source = Source::new("a.md", text);
    let mut findings = Vec::new();
    let blocks = read_body(&source.span(0..text.len()), &mut findings);
    (blocks, findings)
}

fn inlines(text: &str) -> Vec<Inline> {
    let (blocks, findings) = read(text);
    assert!(findings.is_empty(), "{findings:?}");
    proses(&blocks)[0].inlines.clone()
}

fn text(text: &str) -> Inline {
    Inline::Text(text.to_owned())
}

fn strong(inner: &str) -> Inline {
    Inline::Strong(vec![text(inner)])
}

#[test]
fn every_block_has_a_key_from_its_heading_and_a_counter() {
    let (blocks, findings) = read(
        "前文\n\n## 現状 {#situation}\n\n一\n\n- 二\n- 三\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n\n## 方針 {#policy}\n\n四\n",
    );
    assert!(findings.is_empty(), "{findings:?}");
    let keyed: Vec<_> =
        proses(&blocks).iter().map(|prose| format!("{} {}", prose.key, prose.text())).collect();
    assert_eq!(
        keyed,
        [
            "body.1 前文",
            "situation.heading 現状",
            "situation.1 一",
            "situation.2 二",
            "situation.3 三",
            "situation.4 甲",
            "situation.5 乙",
            "situation.6 丙",
            "situation.7 丁",
            "policy.heading 方針",
            "policy.1 四",
        ]
    );
}

#[test]
fn links_and_pictures_have_their_places() {
    let (blocks, _) = read(
        "町の[**水道**](1-water.md)、![地図](a.png)と<https://a.example/>、[森][f]\n\n[f]: 2-forest.md\n",
    );
    let targets = &proses(&blocks)[0].targets;
    let told: Vec<_> = targets.iter().map(|target| (&*target.to, target.shows.as_deref())).collect();
    assert_eq!(
        told,
        [("1-water.md", None), ("a.png", Some("地図")), ("https://a.example/", None), ("2-forest.md", None)]
    );
    let written: Vec<&str> = targets.iter().map(|target| target.span.text()).collect();
    // Where the address stands elsewhere, the words are the place.
    assert_eq!(written, ["1-water.md", "a.png", "https://a.example/", "[森][f]"]);
}

#[test]
fn asterisks_that_a_reader_would_see_are_told_and_those_that_are_meant_are_not() {
    for told in ["** 町 **の", "**町の", "前\n**町**2**の", "（**「町」**2件"] {
        let rules: Vec<Rule> = read(told).1.iter().map(|finding| finding.rule).collect();
        assert_eq!(rules, [Rule::LiteralAsterisks], "{told}");
    }
    for meant in ["これは**「町」**の", "12\\*\\*", "`**`", "    **\n", "費用*"] {
        assert!(read(meant).1.is_empty(), "{meant}");
    }
}

#[test]
fn emphasis_works_beside_japanese_brackets() {
    assert_eq!(inlines("これは**「重要」**です"), [text("これは"), strong("「重要」"), text("です")]);
    assert_eq!(inlines("**重要。**次に"), [strong("重要。"), text("次に")]);
    assert_eq!(
        inlines("人口は**41,000人（目標）**を保つ"),
        [text("人口は"), strong("41,000人（目標）"), text("を保つ")]
    );
}

#[test]
fn asterisks_that_are_no_emphasis_stay() {
    assert_eq!(inlines("`**「a」**`です"), [Inline::Code("**「a」**".into()), text("です")]);
    assert_eq!(inlines("費用\\*「税込」"), [text("費用*「税込」")]);
    assert_eq!(inlines("費用*（税込）と収入*（税別）です"), [text("費用*（税込）と収入*（税別）です")]);
}

#[test]
fn places_are_those_of_the_file_whatever_was_inserted_for_the_parser() {
    let (_, findings) = read("これは**「重要」**です<b>\n");
    assert_eq!(findings[0].rule, Rule::HtmlInText);
    assert_eq!(findings[0].order().1, "これは**「重要」**です".len());
}

#[test]
fn a_line_break_adds_a_space_between_latin_words_and_none_in_japanese() {
    assert_eq!(inlines("計画\nを作る"), [text("計画"), text("を作る")]);
    assert_eq!(inlines("the\nplan"), [text("the"), text(" "), text("plan")]);
    assert_eq!(inlines("計画\n**重要**"), [text("計画"), strong("重要")]);
}

#[test]
fn a_note_mark_inside_a_sentence_is_a_mark() {
    assert_eq!(inlines("窓口【※8】の導入"), [text("窓口"), Inline::NoteMark(8), text("の導入")]);
}

#[test]
fn links_lead_only_where_a_browser_may_follow() {
    let link = |to: &str| Inline::Link { to: to.into(), content: vec![text("a")] };
    assert_eq!(inlines("[a](https://example.jp/)"), [link("https://example.jp/")]);
    assert_eq!(inlines("[a](2-x.md#situation)"), [link("2-x.md#situation")]);
    for hostile in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example/",
        "&#32;//evil.example/",
        "/\\\\evil.example/",
        "\\\\\\\\evil.example/",
        "java&#10;script:x",
    ] {
        let (_, findings) = read(&format!("[a](<{hostile}>)"));
        assert_eq!(findings[0].rule, Rule::UnsafeLink, "{hostile}");
    }
}

#[test]
fn html_is_found_fault_with_but_a_line_break_is_not() {
    assert_eq!(inlines("一<br>二"), [text("一"), Inline::Break, text("二")]);
    for html in ["一<script>alert(1)</script>", "<div>\n一\n</div>", "<img src=x onerror=alert(1)>"] {
        let (_, findings) = read(html);
        assert_eq!(findings[0].rule, Rule::HtmlInText, "{html}");
    }
}

#[test]
fn faults_of_headings_and_tables_are_told() {
    let rules = |text: &str| read(text).1.iter().map(|finding| finding.rule).collect::<Vec<_>>();
    assert_eq!(rules("## 現状\n"), [Rule::HeadingWithoutId]);
    assert_eq!(rules("## 甲 {#a}\n\n## 乙 {#a}\n"), [Rule::DuplicateHeading]);
    assert_eq!(
        rules("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 1 |\n| 1 | 2 |\n"),
        [Rule::UnevenRow, Rule::UnevenRow]
    );
}

#[test]
fn a_translation_is_the_inline_content_of_one_block() {
    let read = |text: &str| {
        let source = Source::new("a.yml", text);
        let mut findings = Vec::new();
        (read_translation(text, &source.span(0..text.len()), &mut findings), findings)
    };
    assert_eq!(read("1. Introdução").0, [text("1. Introdução")]);
    assert_eq!(read("- item").0, [text("- item")]);
    assert_eq!(read("**\"Plan\"** story").0, [strong("\"Plan\""), text(" story")]);
    assert_eq!(read("A **new** plan").0, [text("A "), strong("new"), text(" plan")]);
    assert_eq!(read("one\n\ntwo").1[0].rule, Rule::NotOneBlock);
    assert!(read("").0.is_empty());
}

#[test]
fn ten_thousand_nested_quotes_lists_and_emphases_are_read() {
    for nested in [
        ">".repeat(10_000) + "深い",
        "- ".repeat(10_000) + "深い",
        "*a **b ".repeat(5_000) + &"深い** c*".repeat(5_000),
    ] {
        let (blocks, _) = read(&nested);
        assert!(proses(&blocks).iter().any(|prose| prose.text().contains("深い")));
    }
}

/// A plan holds hundreds of thousands of both to its end.
#[test]
fn blocks_and_what_stands_in_them_have_no_room_to_spare() {
    let (blocks, _) = read("本文\n\n- 一\n- 二\n");
    let [Block::Paragraph(prose), Block::List { items, .. }] = &blocks[..] else { panic!("{blocks:?}") };
    assert_eq!((prose.inlines.capacity(), items[0].capacity(), blocks.capacity()), (1, 1, 2));
}
