//! Whatever happens to the plan's text, `translate sync` keeps every translation and tells rightly which
//! texts changed.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use keikaku::translate::{Need, status, sync};
use keikaku::{pipeline, read::locale_file::TranslationFile};
use proptest::prelude::*;
use tempfile::TempDir;

const CONTENT: &str = "content/1-living/1-water.md";
const LOCALE: &str = "locales/plan/pt/1-living/1-water.yml";

/// Words in a sentence; each is in no other, so that nothing but an edit makes two sentences alike.
const WORDS: u32 = 12;

/// What somebody does to the text. Places are taken modulo the number of blocks.
#[derive(Debug, Clone)]
enum Step {
    Insert(usize),
    Delete(usize),
    Move(usize, usize),
    Reword(usize, usize),
    Split(usize),
    Merge(usize),
    Sync,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let place = 0_usize..64;
    let step = prop_oneof![
        place.clone().prop_map(Step::Insert),
        place.clone().prop_map(Step::Delete),
        (place.clone(), place.clone()).prop_map(|(from, to)| Step::Move(from, to)),
        (place.clone(), place.clone()).prop_map(|(at, word)| Step::Reword(at, word)),
        place.clone().prop_map(Step::Split),
        place.prop_map(Step::Merge),
        Just(Step::Sync),
    ];
    prop::collection::vec(step, 1..12)
}

/// A block of the text.
#[derive(Debug, Clone)]
struct Block {
    words: Vec<u32>,
    /// The translation that a person would still call its own: that of the block it was reworded from.
    own: Option<usize>,
}

impl Block {
    fn text(&self) -> String {
        let word = |number: &u32| {
            let sign = |number: u32| char::from_u32(0x4E00 + number).unwrap();
            format!("{}{}の", sign(number / 97 % 97), sign(1000 + number % 97))
        };
        self.words.iter().map(word).collect()
    }
}

/// The text, and how many words have been used.
struct Model {
    blocks: Vec<Block>,
    words: u32,
    rewordings: HashMap<usize, usize>,
}

impl Model {
    fn new(blocks: usize) -> Self {
        let mut model = Self { blocks: Vec::new(), words: 0, rewordings: HashMap::new() };
        for number in 0..blocks {
            let words = model.sentence();
            model.blocks.push(Block { words, own: Some(number) });
        }
        model
    }

    fn sentence(&mut self) -> Vec<u32> {
        (0..WORDS).map(|_| self.word()).collect()
    }

    fn word(&mut self) -> u32 {
        self.words += 1;
        self.words
    }

    fn take(&mut self, step: &Step) {
        let count = self.blocks.len();
        match *step {
            Step::Insert(at) => {
                let words = self.sentence();
                self.blocks.insert(at % (count + 1), Block { words, own: None });
            }
            Step::Delete(at) if count > 1 => {
                self.blocks.remove(at % count);
            }
            Step::Move(from, to) => {
                let block = self.blocks.remove(from % count);
                self.blocks.insert(to % count, block);
            }
            Step::Reword(at, word) => {
                let new = self.word();
                let block = &mut self.blocks[at % count];
                let words = block.words.len();
                block.words[word % words] = new;
                // Reworded again and again, it is another text in the end.
                if let Some(own) = block.own {
                    let times = self.rewordings.entry(own).or_default();
                    *times += 1;
                    block.own = Some(own).filter(|_| *times <= 4);
                }
            }
            Step::Split(at) if self.blocks[at % count].words.len() > 1 => {
                let block = &mut self.blocks[at % count];
                let half = block.words.len() / 2;
                let rest = block.words.split_off(half);
                block.own = None;
                self.blocks.insert(at % count + 1, Block { words: rest, own: None });
            }
            Step::Merge(at) if count > 1 => {
                let next = self.blocks.remove((at + 1) % count);
                let place = at % self.blocks.len();
                self.blocks[place].words.extend(next.words);
                self.blocks[place].own = None;
            }
            _ => {}
        }
    }

    fn write(&self, root: &Path) {
        let half = self.blocks.len() / 2;
        let text = |blocks: &[Block]| blocks.iter().map(Block::text).collect::<Vec<_>>().join("\n\n");
        let (before, after) = (text(&self.blocks[..half]), text(&self.blocks[half..]));
        let page = format!(
            "---\ntitle: 水\n---\n\n## 現状 {{#situation}}\n\n{before}\n\n## 方針 {{#policy}}\n\n{after}\n"
        );
        fs::write(root.join(CONTENT), page).unwrap();
    }
}

/// A project whose one section has the text of `model`, with a translation and a comment for each block.
fn project(model: &Model) -> TempDir {
    let folder = TempDir::new().unwrap();
    let root = folder.path();
    for folder in ["content/1-living", "locales/plan/pt/1-living"] {
        fs::create_dir_all(root.join(folder)).unwrap();
    }
    let plan = "title: 計画\ntown: 町\nlanguages: [ja, pt]\nbaseline_year: 2024\ntarget_year: 2029\n";
    fs::write(root.join("content/plan.yml"), plan).unwrap();
    fs::write(root.join("content/1-living/chapter.md"), "---\ntitle: 章\n---\n").unwrap();
    model.write(root);
    synced(root);
    let mut locale = fs::read_to_string(root.join(LOCALE)).unwrap();
    for (number, block) in model.blocks.iter().enumerate() {
        let empty = format!("    {}\n  pt:\n", block.text());
        let filled = format!("    {}\n  # nota {number}.\n  pt: |-\n    Texto {number}.\n", block.text());
        assert_eq!(locale.matches(&empty).count(), 1);
        locale = locale.replace(&empty, &filled);
    }
    fs::write(root.join(LOCALE), locale).unwrap();
    folder
}

/// Syncs and gives the translation file of the section as it is then; a second run must find nothing to do.
fn synced(root: &Path) -> Vec<TranslationFile> {
    for changes_expected in [true, false] {
        let all = pipeline::translations(root).unwrap();
        let (language, files) = &all.files[0];
        let synced = sync(&all.plan, language, files).unwrap();
        assert!(changes_expected || synced.is_empty(), "{synced:?}");
        for file in synced {
            fs::create_dir_all(root.join(&file.path).parent().unwrap()).unwrap();
            fs::write(root.join(&file.path), &file.text).unwrap();
        }
    }
    pipeline::translations(root).unwrap().files.remove(0).1
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn no_edit_of_the_source_loses_a_translation_or_hides_a_change(count in 2_usize..8, steps in steps()) {
        let mut model = Model::new(count);
        let originals: HashMap<String, usize> =
            model.blocks.iter().enumerate().map(|(number, block)| (block.text(), number)).collect();
        let folder = project(&model);
        for step in &steps {
            match step {
                Step::Sync => { synced(folder.path()); }
                step => { model.take(step); model.write(folder.path()); }
            }
        }
        let files = synced(folder.path());
        let locale = fs::read_to_string(folder.path().join(LOCALE)).unwrap();
        for number in 0..count {
            prop_assert!(locale.contains(&format!("    Texto {number}.\n")), "{number}: {locale}");
            prop_assert!(locale.contains(&format!("# nota {number}.\n")), "{number}: {locale}");
        }
        let all = pipeline::translations(folder.path()).unwrap();
        let section = status(&all.plan, &files).into_iter().find(|file| file.of.ends_with("1-water")).unwrap();
        let file = files.iter().find(|file| file.of.ends_with("1-water")).unwrap();
        for block in &model.blocks {
            let text = block.text();
            let due = section.due.iter().find(|due| due.unit.text == text);
            let translation = file.units.iter().find(|unit| unit.source == text && !unit.text.is_empty());
            match (originals.get(&text), block.own) {
                (Some(number), _) => {
                    prop_assert!(due.is_none(), "{text} is as it was: {locale}");
                    let own = format!("Texto {number}.");
                    prop_assert_eq!(translation.map(|unit| unit.text.as_str()), Some(own.as_str()));
                }
                (None, Some(number)) => {
                    let due = due.unwrap();
                    prop_assert_eq!(due.need, Need::Update, "{} was reworded: {}", text, locale);
                    let own = format!("Texto {number}.");
                    prop_assert_eq!(due.translated.map(|unit| unit.text.as_str()), Some(own.as_str()));
                }
                (None, None) => prop_assert!(due.is_some(), "{text} is new or changed: {locale}"),
            }
        }
        let order: Vec<usize> = all.plan.units().iter().filter(|unit| unit.file().ends_with("1-water"))
            .map(|unit| locale.find(&format!("\n{}:\n", unit.key())).unwrap()).collect();
        prop_assert!(order.is_sorted(), "{locale}");
    }
}

#[test]
fn a_file_that_could_not_be_read_once_it_is_rewritten_is_left_alone() {
    let folder = TempDir::new().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/site");
    for path in ["content/plan.yml", "content/1-living/chapter.md", "content/glossary/01-ageing.md", CONTENT]
    {
        let to = folder.path().join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(root.join(path), to).unwrap();
    }
    let to = folder.path().join(LOCALE);
    fs::create_dir_all(to.parent().unwrap()).unwrap();
    // Set aside, these braces would hold the version of the file among the translations.
    fs::write(to, "{_version: 2, body.1: {ja: 使えるように整えることです。, pt: Deixar pronto.}}\n").unwrap();
    let all = pipeline::translations(folder.path());
    let refused = all.and_then(|all| sync(&all.plan, &all.files[0].0, &all.files[0].1)).unwrap_err();
    let rules: Vec<_> = refused.iter().map(|finding| (finding.rule.id(), finding.order().0)).collect();
    assert_eq!(rules, [("K0529", LOCALE)]);
}
