//! The plan was adopted by a council: every sentence, bullet, figure and note of the printed chapter
//! stands on the Japanese pages, word for word. White space alone is not compared.

mod support;

use support::Project;
use support::program::files;

/// What the print shows as icons or headings of its tables, which a site arranges anew.
const ICONS: [&str; 12] = [
    "Ⅲ",
    "総合戦略",
    "ひと",
    "しごと",
    "SDGs",
    "まち",
    "いのち",
    "もの",
    "10",
    "17",
    "公平な社会を",
    "実現しよう",
];
const MORE_ICONS: [&str; 2] = ["パートナーシップ", "で目標を達成しよう"];

fn bare(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// The text of a page: what stands between its tags.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, after)| after));
    }
    bare(
        &text
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&"),
    )
}

/// The pieces of a line of the print, between its note marks.
fn pieces(line: &str) -> Vec<String> {
    let line = line.strip_prefix("- ").unwrap_or(line);
    let line = match line.split_once('…') {
        Some((term, definition)) if line.starts_with('※') => {
            format!("{}\t{definition}", term.split_once(' ').unwrap().1)
        }
        _ => line.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned(),
    };
    let sentences = line.replace('。', "。\t");
    let mut pieces = Vec::new();
    for sentence in sentences.split('\t') {
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once("【※") {
            pieces.push(bare(before));
            rest = after.split_once('】').unwrap().1;
        }
        pieces.push(bare(rest));
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

#[test]
fn every_piece_of_the_printed_chapter_stands_on_the_japanese_pages() {
    let project = Project::real();
    project.build();
    let pages = files(&project.out()).into_keys().filter(|path| path.starts_with("ja/"));
    let site: Vec<String> = pages.map(|path| text_of(&project.page(&path))).collect();
    let printed = include_str!("plan/chapter-3.ja.txt");
    let lines = printed.lines().filter(|line| {
        let line = line.trim();
        let heading = bare(line) == "2024年度基準値2029年度目標値";
        !heading && !ICONS.contains(&line) && !MORE_ICONS.contains(&line)
    });
    let pieces: Vec<String> = lines.flat_map(|line| pieces(line.trim())).collect();
    let missing: Vec<&String> =
        pieces.iter().filter(|piece| !site.iter().any(|page| page.contains(piece.as_str()))).collect();
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(pieces.len() > 200, "only {} pieces were compared", pieces.len());
}
