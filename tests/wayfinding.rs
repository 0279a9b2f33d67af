//! What leads a reader through a page: the scripts that help.

mod support;

use std::fs;

use support::Project;

fn edit(project: &Project, path: &str, change: impl FnOnce(String) -> String) {
    let path = project.root().join(path);
    let before = fs::read_to_string(&path).unwrap();
    let after = change(before.clone());
    assert_ne!(before, after, "{}", path.display());
    fs::write(path, after).unwrap();
}

#[test]
fn a_page_loads_the_script_of_every_page_and_that_of_its_kind() {
    let project = Project::real();
    let theme = project.root().join("themes/town/static/js");
    fs::create_dir_all(theme.join("page")).unwrap();
    fs::write(theme.join("town.js"), "// every page\n").unwrap();
    fs::write(theme.join("page/about.js"), "// about alone\n").unwrap();
    edit(&project, "content/plan.yml", |text| text.replace("theme: default", "theme: town"));
    project.build();
    let scripts = |page: &str| -> Vec<String> {
        let page = project.page(page);
        let sources = page.split("<script src=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
        sources
            .map(|source| project.page(&format!("assets/{}", source.rsplit('/').next().unwrap())))
            .collect()
    };
    for (page, own) in [
        ("index", None),
        ("glossary", None),
        ("about", Some("// about alone")),
        ("search", Some("keikakuSearchIndex")),
        ("indicators", Some("form.filter")),
    ] {
        let loaded = scripts(&format!("pt/{page}.html"));
        assert!(loaded[0].contains("// every page") && loaded[0].contains("a[rel=\"search\"]"), "{page}");
        for script in ["// about alone", "keikakuSearchIndex", "form.filter"] {
            assert!(!loaded[0].contains(script), "{page}: {script}");
        }
        assert_eq!(loaded.len(), 1 + usize::from(own.is_some()), "{page}");
        assert!(own.is_none_or(|own| loaded[1].contains(own)), "{page}");
    }
}
