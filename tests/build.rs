//! The whole way, on the real plan: what `keikaku build` puts into the output folder.

mod support;

use std::collections::BTreeSet;
use std::fs;

use support::Project;
use support::program::{command, files};

const SECTIONS: [&str; 6] = [
    "1-efficient-administration",
    "2-collaborative-community",
    "3-multicultural-coexistence",
    "4-human-rights-and-gender-equality",
    "5-information-sharing",
    "6-regional-revitalization",
];

#[test]
fn one_command_builds_every_page_in_three_languages_with_a_chart_for_each_indicator() {
    let project = Project::real();
    let told = project.build();
    assert!(told.starts_with("Site built: 74 pages, 72 charts"), "{told}");
    assert!(told.contains(&project.out().join("index.html").display().to_string()), "{told}");
    let built = files(&project.out());
    for language in ["ja", "pt", "en"] {
        let names = [
            "index",
            "indicators",
            "glossary",
            "data",
            "search",
            "about",
            "translations",
            "accessibility",
            "plan",
            "downloads",
        ];
        for page in names.into_iter().chain(["3-administration/index"]) {
            assert!(built.contains_key(&format!("{language}/{page}.html")), "{language}/{page}");
        }
        let indicators = project.page(&format!("{language}/indicators.html"));
        assert_eq!(indicators.matches("<svg class=\"chart\"").count(), 24, "{language}");
    }
    assert!(built.contains_key("index.html") && built.contains_key("404.html"));
}

#[test]
fn a_section_page_has_its_figures_in_the_number_format_of_the_language() {
    let project = Project::real();
    project.build();
    for (language, figures) in [
        ("ja", ["14.3%", "35.0%", "70,709千円", "411,519千円", "88.4%", "類似団体平均以下"]),
        (
            "en",
            [
                "14.3%",
                "35.0%",
                "¥70,709 thousand",
                "¥411,519 thousand",
                "88.4%",
                "At or below the average of similar municipalities",
            ],
        ),
        (
            "pt",
            [
                "14,3%",
                "35,0%",
                "70.709 mil ienes",
                "411.519 mil ienes",
                "88,4%",
                "Igual ou inferior à média dos municípios similares",
            ],
        ),
    ] {
        let page = project.page(&format!("{language}/3-administration/{}.html", SECTIONS[0]));
        for figure in figures {
            assert!(page.contains(&format!("<td>{figure}</td>")), "{language}: {figure}");
        }
    }
    let none = [("ja", "—"), ("en", "No baseline"), ("pt", "Sem valor de referência")];
    for (language, words) in none {
        let page = project.page(&format!("{language}/3-administration/{}.html", SECTIONS[2]));
        assert!(page.contains(&format!("<td>{words}</td>")), "{language}: {words}");
    }
}

#[test]
fn sections_lead_to_the_one_before_and_the_one_after_and_to_the_same_page_in_each_language() {
    let project = Project::real();
    project.build();
    for language in ["ja", "pt", "en"] {
        for (position, section) in SECTIONS.iter().enumerate() {
            let page = project.page(&format!("{language}/3-administration/{section}.html"));
            let before = if position == 0 { "index" } else { SECTIONS[position - 1] };
            assert!(page.contains(&format!("href=\"{before}.html\" rel=\"prev\"")), "{language} {section}");
            if let Some(after) = SECTIONS.get(position + 1) {
                assert!(
                    page.contains(&format!("href=\"{after}.html\" rel=\"next\"")),
                    "{language} {section}"
                );
            }
            for other in ["ja", "pt", "en"].iter().filter(|other| **other != language) {
                assert!(page.contains(&format!("href=\"../../{other}/3-administration/{section}.html\"")));
            }
            assert_eq!(page.matches("<svg class=\"chart\"").count(), 4, "{language} {section}");
            assert_eq!(
                page.matches("<h2 id=").count(),
                if position == 0 { 6 } else { 5 },
                "{language} {section}"
            );
        }
    }
}

#[test]
fn a_note_leads_to_the_glossary_and_the_glossary_leads_back() {
    let project = Project::real();
    project.build();
    for language in ["ja", "pt", "en"] {
        let section = project.page(&format!("{language}/3-administration/{}.html", SECTIONS[0]));
        let glossary = project.page(&format!("{language}/glossary.html"));
        for note in 8..=11 {
            assert!(
                section.contains(&format!("id=\"note-ref-{note}\" href=\"../glossary.html#note-{note}\""))
            );
            assert!(glossary.contains(&format!("id=\"note-{note}\"")), "{language} {note}");
            let back = format!("href=\"3-administration/{}.html#note-ref-{note}\"", SECTIONS[0]);
            assert!(glossary.contains(&back), "{language} {note}");
        }
    }
}

#[test]
fn the_plan_prints_sdgs_and_pillars_for_some_sections_and_the_others_show_none() {
    let project = Project::real();
    project.build();
    for (position, section) in SECTIONS.iter().enumerate() {
        let page = project.page(&format!("ja/3-administration/{section}.html"));
        assert_eq!(page.contains("chip-pillar"), [1, 2, 4, 5].contains(&position), "{section}");
        assert_eq!(page.contains("sdg-number"), position == 5, "{section}");
    }
}

/// The pages that stand in a folder of the site.
fn pages_in(project: &Project, folder: &str) -> Vec<String> {
    files(&project.out())
        .into_keys()
        .filter_map(|path| path.strip_prefix(folder).map(str::to_owned))
        .collect()
}

#[test]
fn each_pillar_and_goal_that_a_section_names_has_a_page_in_every_language() {
    let project = Project::real();
    project.build();
    for language in ["ja", "pt", "en"] {
        let pillars = pages_in(&project, &format!("{language}/pillar/"));
        assert_eq!(pillars, ["hito.html", "inochi.html", "machi.html", "mono.html", "shigoto.html"]);
        assert_eq!(pages_in(&project, &format!("{language}/sdg/")), ["10.html", "17.html"]);
        let (machi, goal) = (format!("{language}/pillar/machi.html"), format!("{language}/sdg/10.html"));
        for (page, sections) in [(machi, &[2, 4, 5][..]), (goal, &[5])] {
            let html = project.page(&page);
            for (position, section) in SECTIONS.iter().enumerate() {
                let door = format!("class=\"door-title\" href=\"../3-administration/{section}.html\"");
                assert_eq!(html.contains(&door), sections.contains(&position), "{page} {section}");
            }
            assert_eq!(html.matches("<svg class=\"chart\"").count(), 4 * sections.len(), "{page}");
        }
    }
    let goal = project.page("en/sdg/10.html");
    assert!(goal.contains("<title>SDGs 10: Reduced Inequalities | Oizumi Town Comprehensive Plan</title>"));
    assert!(goal.contains("has not been approved by the United Nations"));
    assert!(!project.page("en/pillar/machi.html").contains("United Nations"));
}

#[test]
fn a_pillar_or_goal_that_no_section_names_any_longer_has_no_page_and_no_link() {
    let project = Project::real();
    project.build();
    for (section, before, after) in [
        (SECTIONS[4], "pillars: [まち, ひと, もの]", "pillars: [まち, ひと]"),
        (SECTIONS[5], "sdgs: [10, 17]", "sdgs: [17]"),
    ] {
        let path = project.root().join(format!("content/3-administration/{section}.md"));
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(before), "{section}");
        fs::write(path, text.replace(before, after)).unwrap();
    }
    project.build();
    for (path, bytes) in files(&project.out()) {
        assert!(!path.ends_with("pillar/mono.html") && !path.ends_with("sdg/10.html"), "{path}");
        if path == "download/plan.zip" {
            continue;
        }
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains("pillar/mono.html") && !text.contains("sdg/10.html"), "{path}");
        assert!(!text.contains("<option value=\"mono\"") && !text.contains("<option value=\"10\""), "{path}");
    }
}

#[test]
fn an_indicator_in_the_list_of_all_says_what_it_is_and_leads_to_its_place_in_the_plan() {
    let project = Project::real();
    project.build();
    let page = project.page("pt/indicators.html");
    let section = SECTIONS[5];
    assert!(page.contains(&format!(
        "id=\"population\" aria-labelledby=\"population-name\" data-kind=\"kgi\" \
         data-section=\"3-administration/{section}\" data-pillars=\"machi hito shigoto \" data-sdgs=\"10 17 \">"
    )));
    assert!(page.contains(&format!("<a href=\"3-administration/{section}.html#population\">")));
    assert!(page.contains("<a class=\"indicator-link\" href=\"#population\">Link para este indicador</a>"));
    // The script knows how many it shows; the page brings the words for any number.
    for (category, words) in [("one", "indicador"), ("many", "de indicadores"), ("other", "indicadores")] {
        let said = format!("data-{category}=\"Mostrando %{{n}} {words}, de um total de 24.\"");
        assert!(page.contains(&said), "{said}");
    }
    for option in ["kgi", "3-administration/6-regional-revitalization", "machi", "17"] {
        assert_eq!(page.matches(&format!("<option value=\"{option}\"")).count(), 1, "{option}");
    }
}

#[test]
fn two_builds_under_another_clock_locale_and_folder_are_the_same_to_the_byte() {
    let project = Project::real();
    project.build();
    let elsewhere = tempfile::tempdir().unwrap();
    let status = command()
        .current_dir(elsewhere.path())
        .env("TZ", "America/Sao_Paulo")
        .env("LANG", "pt_BR.UTF-8")
        .args(["build", "--root"])
        .arg(project.root())
        .arg("--out")
        .arg(elsewhere.path().join("site"))
        .output()
        .unwrap();
    assert!(status.status.success());
    assert!(files(&project.out()) == files(&elsewhere.path().join("site")));
}

#[test]
fn a_second_build_writes_no_file() {
    let project = Project::real();
    project.build();
    let written = || {
        let times = files(&project.out()).into_keys().map(|path| {
            let about = fs::metadata(project.out().join(&path)).unwrap();
            (path, about.modified().unwrap())
        });
        times.collect::<Vec<_>>()
    };
    let before = written();
    let told = project.build();
    assert!(told.contains("Files written: 0,"), "{told}");
    assert_eq!(before, written());
}

#[test]
fn the_list_of_changes_names_what_differs_from_the_site_before_and_nothing_else() {
    let project = Project::real();
    let list = project.root().join("changes.txt");
    let build = || {
        project.build_with(&["--changes", list.to_str().unwrap()]);
        fs::read_to_string(&list).unwrap()
    };
    let first = build();
    assert_eq!(
        first.lines().count(),
        files(&project.out()).len() - 2,
        "all but the program's own list and lock"
    );
    assert!(first.lines().all(|line| line.starts_with("added\t")), "{first}");
    assert_eq!(build(), "", "nothing has changed");

    let before = files(&project.out());
    fs::remove_file(project.root().join(format!("content/3-administration/{}.md", SECTIONS[5]))).unwrap();
    fs::write(project.root().join("content/map.svg"), "<svg/>").unwrap();
    let told = build();
    let after = files(&project.out());
    let kind = |address: &str| match (before.get(address), after.get(address)) {
        (None, _) => Some("added"),
        (_, None) => Some("removed"),
        (old, new) => (old != new).then_some("changed"),
    };
    let addresses: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let expected = addresses.into_iter().filter(|address| !address.starts_with(".keikaku"));
    let expected = expected.filter_map(|address| Some([kind(address)?, "\t", address, "\n"].concat()));
    assert_eq!(told, expected.collect::<String>());
    for line in ["added\tja/map.svg\n", "changed\tja/index.html\n"] {
        assert!(told.contains(line), "{told}");
    }
    assert!(told.contains(&format!("removed\tpt/3-administration/{}.html\n", SECTIONS[5])), "{told}");
}

#[test]
fn a_build_tells_how_long_each_stage_took_where_it_is_asked_and_is_quiet_otherwise() {
    let project = Project::real();
    let told = project.build_with(&["--timings"]);
    let rows: Vec<&str> = told.lines().filter(|line| line.contains(" ms ")).collect();
    let shares = rows.iter().map(|row| row.rsplit(' ').next().unwrap().trim_end_matches('%'));
    let shares: Vec<f64> = shares.map(|share| share.parse().unwrap()).collect();
    let (whole, stages) = shares.split_last().unwrap();
    assert_eq!((stages.len(), *whole), (7, 100.0), "{told}");
    assert!((stages.iter().sum::<f64>() - 100.0).abs() < 1.0, "{told}");
    let output = project.run(&[]);
    assert!(!String::from_utf8(output.stdout).unwrap().contains(" ms"), "nobody asked");
    assert!(output.stderr.is_empty(), "nothing is drawn where nobody is watching");
}

#[test]
fn a_site_is_only_made_again_where_something_is_not_as_it_was() {
    let project = Project::real();
    let is_made = |arguments: &[&str]| {
        let told = project.build_with(&[&["--timings"], arguments].concat());
        told.lines().filter(|line| line.contains(" ms ")).count() > 2
    };
    assert!(is_made(&[]));
    let whole = files(&project.out());
    assert!(!is_made(&[]), "nothing has changed");
    assert!(is_made(&["--base-url", "https://example.jp/"]), "another address");
    assert!(is_made(&[]));
    let page = project.out().join("ja/glossary.html");
    fs::write(&page, "by hand").unwrap();
    assert!(is_made(&[]), "a page is not as it was written");
    fs::remove_file(&page).unwrap();
    assert!(is_made(&[]), "a page is gone");
    let plan = project.root().join("content/plan.yml");
    let text = fs::read_to_string(&plan).unwrap();
    fs::write(&plan, format!("{text}# checked\n")).unwrap();
    assert!(is_made(&[]), "a file of the plan says something else");
    fs::write(&plan, text).unwrap();
    assert!(is_made(&[]) && !is_made(&[]));
    assert!(files(&project.out()) == whole);
}

#[test]
fn what_a_build_told_is_told_again_as_long_as_it_holds() {
    let project = Project::real();
    fs::remove_file(project.root().join("locales/plan/en/plan.yml")).unwrap();
    let told = |project: &Project| String::from_utf8(project.run(&[]).stderr).unwrap();
    let first = told(&project);
    assert!(first.contains("K0505"), "{first}");
    assert_eq!(told(&project), first);
}

#[test]
fn a_section_that_is_gone_takes_its_pages_with_it_and_nothing_else() {
    let project = Project::real();
    project.build();
    fs::write(project.out().join("CNAME"), "by hand").unwrap();
    for path in ["content", "locales/plan/pt", "locales/plan/en"] {
        let extension = if path == "content" { "md" } else { "yml" };
        fs::remove_file(project.root().join(format!("{path}/3-administration/{}.{extension}", SECTIONS[5])))
            .unwrap();
    }
    project.build();
    let built = files(&project.out());
    assert!(!built.contains_key(&format!("ja/3-administration/{}.html", SECTIONS[5])));
    assert_eq!(built["CNAME"], b"by hand");
    assert!(!project.page("pt/indicators.html").contains("id=\"population\""));
}

#[test]
fn addresses_on_the_web_are_only_told_where_the_plan_has_one() {
    let project = Project::real();
    project.build();
    let without = project.page("pt/glossary.html");
    assert!(!without.contains("canonical") && !without.contains("rel=\"alternate\""));
    assert!(!project.out().join("sitemap.xml").exists());

    project.build_with(&["--base-url", "https://www.example.jp/town/plan"]);
    let with = project.page("pt/glossary.html");
    for expected in [
        "<link rel=\"canonical\" href=\"https://www.example.jp/town/plan/pt/glossary.html\">",
        "<link rel=\"alternate\" hreflang=\"ja\" href=\"https://www.example.jp/town/plan/ja/glossary.html\">",
        "<link rel=\"alternate\" hreflang=\"pt-BR\" href=\"https://www.example.jp/town/plan/pt/glossary.html\">",
        "<link rel=\"alternate\" hreflang=\"en\" href=\"https://www.example.jp/town/plan/en/glossary.html\">",
        "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://www.example.jp/town/plan/ja/glossary.html\">",
    ] {
        assert!(with.contains(expected), "{expected}");
    }
    let sitemap = project.page("sitemap.xml");
    assert_eq!(sitemap.matches("<url>").count(), 69);
    for page in ["ja/pillar/machi.html", "pt/sdg/17.html"] {
        assert!(sitemap.contains(&format!("<loc>https://www.example.jp/town/plan/{page}</loc>")), "{page}");
    }
    assert!(!sitemap.contains("search.html"), "a page without content of its own is none to be found");
    for page in ["search", "about"] {
        let noindex =
            project.page(&format!("pt/{page}.html")).contains("<meta name=\"robots\" content=\"noindex\">");
        assert_eq!(noindex, page == "search", "{page}");
    }
    assert!(project.page("404.html").contains("href=\"https://www.example.jp/town/plan/ja/index.html\""));
}

#[test]
fn the_languages_of_the_top_page_are_offered_and_nobody_is_redirected() {
    let project = Project::real();
    project.build();
    let index = project.page("index.html");
    for language in ["ja", "pt", "en"] {
        assert!(index.contains(&format!("href=\"{language}/index.html\"")));
    }
    assert!(!index.contains("http-equiv=\"refresh\"") && !index.contains("<script"));
}

#[test]
fn a_file_that_somebody_else_put_at_a_page_s_address_is_not_written_over() {
    let project = Project::real();
    project.build();
    let own = project.out().join("sitemap.xml");
    fs::write(&own, "by hand").unwrap();
    let output = project.run(&["--base-url", "https://www.example.jp/"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("sitemap.xml"));
    assert_eq!(fs::read(&own).unwrap(), b"by hand");
    assert!(!project.page("ja/index.html").contains("canonical"), "nothing else was written either");
}

#[cfg(unix)]
#[test]
fn a_link_under_the_name_of_an_unfinished_file_is_not_written_through() {
    let project = Project::real();
    project.build();
    let victim = project.root().join("victim");
    fs::write(&victim, "precious").unwrap();
    std::os::unix::fs::symlink(&victim, project.out().join(".keikaku-unfinished")).unwrap();
    fs::remove_file(project.out().join("ja/about.html")).unwrap();
    project.build();
    assert_eq!(fs::read(&victim).unwrap(), b"precious");
    assert!(!project.out().join("ja/about.html").is_symlink());
}
