//! An invented plan as the content of a site of Hugo or Zola: both read the same files.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use crate::town::{Chapter, Section, TITLE, Texts, chapter, mark};

/// How the files of each language end; the first is the one that both programs need no ending for.
const ENDINGS: [&str; 3] = [".md", ".pt.md", ".en.md"];

/// Writes so many `chapters` into the folder `content`.
pub fn write(content: &Path, chapters: usize) -> io::Result<()> {
    fs::create_dir_all(content)?;
    let chapters: Vec<Chapter> = (1..=chapters).map(chapter).collect();
    for (language, ending) in ENDINGS.iter().enumerate() {
        let file = |name: String, text: String| fs::write(content.join(name + ending), text);
        file("_index".into(), list(TITLE[language], 1))?;
        file("glossary".into(), glossary(&chapters, language))?;
        for (number, chapter) in (1..).zip(&chapters) {
            let folder = format!("{number}-chapter");
            fs::create_dir_all(content.join(&folder))?;
            file(format!("{folder}/_index"), list(&chapter.title[language], number))?;
            for (at, section) in (1..).zip(&chapter.sections) {
                let note = (number, &chapter.term);
                file(format!("{folder}/{at}-section"), page(section, at, note, language))?;
            }
        }
    }
    Ok(())
}

/// The front matter of a page that lists those below it.
fn list(title: &str, weight: usize) -> String {
    format!("+++\ntitle = '{title}'\nweight = {weight}\nsort_by = 'weight'\n+++\n")
}

fn glossary(chapters: &[Chapter], language: usize) -> String {
    let mut text =
        format!("+++\ntitle = '{}'\nweight = 0\n+++\n", ["用語", "Glossário", "Glossary"][language]);
    for (number, chapter) in (1..).zip(chapters) {
        let (term, meaning) = (&chapter.term[language], &chapter.meaning[language]);
        let _ = write!(text, "\n## {term} {{#n{number}}}\n\n{meaning}\n");
    }
    text
}

/// The page of `section`, which names one `note`.
fn page(section: &Section, weight: usize, note: (usize, &Texts), language: usize) -> String {
    let (number, term) = note;
    let mut text = format!("+++\ntitle = '{}'\nweight = {weight}\n", section.title[language]);
    let _ = writeln!(text, "[extra]\nnotes = [{{number = {number}, term = '{}'}}]", term[language]);
    for indicator in &section.indicators {
        let name = &indicator.name[language];
        let figures = format!("baseline = '{}'\ntarget = '{}'", indicator.baseline, indicator.target);
        let _ = writeln!(text, "[[extra.indicators]]\nname = '{name}'\n{figures}");
    }
    text.push_str("+++\n");
    for part in &section.parts {
        let _ = writeln!(text, "\n## {} {{#{}}}\n", part.heading[language], part.id);
        for at in 0..part.blocks.len() {
            let link = format!("[※{number}](../../glossary/#n{number})");
            let _ = writeln!(text, "{}", part.markdown(at, language).replace(&mark(number), &link));
        }
    }
    text
}
