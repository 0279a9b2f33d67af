//! An invented plan as the files that keikaku reads.

use std::fs;
use std::io;
use std::path::Path;

use super::{Section, TITLE, Texts, chapter};

/// Writes a plan of so many `chapters` under `root`.
pub fn write(root: &Path, chapters: usize) -> io::Result<()> {
    fs::create_dir_all(root.join("content/glossary"))?;
    fs::write(root.join("content/plan.yml"), PLAN)?;
    let town = ["試験町", "Cidade de Teste", "Test Town"];
    let facts = [("title", TITLE), ("town", town)];
    translations(root, "plan", &facts.map(|(key, texts)| (key.to_owned(), texts.map(str::to_owned))))?;
    (1..=chapters).try_for_each(|number| write_chapter(root, number))
}

const PLAN: &str = "title: 試験町総合計画
town: 試験町
languages: [ja, pt, en]
baseline_year: 2024
target_year: 2029
";

fn write_chapter(root: &Path, number: usize) -> io::Result<()> {
    let chapter = chapter(number);
    let name = format!("{number}-chapter");
    fs::create_dir_all(root.join("content").join(&name))?;
    let front = format!("---\ntitle: {}\n---\n", chapter.title[0]);
    fs::write(root.join(format!("content/{name}/chapter.md")), front)?;
    translations(root, &format!("{name}/chapter"), &[("title".to_owned(), chapter.title)])?;
    let file = format!("glossary/{number:04}-term");
    let (term, meaning) = (&chapter.term[0], &chapter.meaning[0]);
    let entry = format!("---\nnumber: {number}\nterm: {term}\nreading: ようご\n---\n\n{meaning}\n");
    fs::write(root.join(format!("content/{file}.md")), entry)?;
    translations(root, &file, &[("term".to_owned(), chapter.term), ("1".to_owned(), chapter.meaning)])?;
    for (at, section) in (1..).zip(chapter.sections) {
        write_section(root, &format!("{name}/{at}-section"), &format!("i-{number}-{at}"), section)?;
    }
    Ok(())
}

/// Writes `section` as the content file `file`; the names of its indicators begin with `id`.
fn write_section(root: &Path, file: &str, id: &str, section: Section) -> io::Result<()> {
    let mut lines = vec!["---".to_owned(), format!("title: {}", section.title[0]), "kpi:".to_owned()];
    let mut units = vec![("title".to_owned(), section.title)];
    for (number, indicator) in (1..).zip(section.indicators) {
        let (name, baseline, target) = (&indicator.name[0], &indicator.baseline, &indicator.target);
        lines.push(format!(
            "  - {{id: {id}-{number}, name: {name}, baseline: '{baseline}', target: '{target}'}}"
        ));
        units.push((format!("indicators.{id}-{number}.name"), indicator.name));
    }
    lines.push("---".to_owned());
    for part in section.parts {
        lines.push(format!("\n## {} {{#{}}}\n", part.heading[0], part.id));
        lines.extend((0..part.blocks.len()).map(|at| part.markdown(at, 0)));
        units.push((format!("{}.heading", part.id), part.heading.map(str::to_owned)));
        units.extend((1..).zip(part.blocks).map(|(at, block)| (format!("{}.{at}", part.id), block)));
    }
    fs::write(root.join(format!("content/{file}.md")), lines.join("\n") + "\n")?;
    translations(root, file, &units)
}

/// Writes the Portuguese and the English of the content file `of`.
fn translations(root: &Path, of: &str, units: &[(String, Texts)]) -> io::Result<()> {
    for (at, language) in [(1, "pt"), (2, "en")] {
        let path = root.join(format!("locales/plan/{language}/{of}.yml"));
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let texts = units.iter().map(|(key, texts)| {
            format!("{key}:\n  ja: {}\n  {language}: {}\n", quoted(&texts[0]), quoted(&texts[at]))
        });
        fs::write(path, format!("_version: 2\n_review: reviewed\n{}", texts.collect::<String>()))?;
    }
    Ok(())
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
