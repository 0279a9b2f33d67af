//! An output folder in which somebody put something else, or that is none.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use crate::program::files;
use crate::sites::Sites;

/// Two sites, the first of them built, and a folder `elsewhere` with a file that is nobody's business.
fn beside_elsewhere() -> Sites {
    let sites = Sites::new();
    sites.build(0);
    fs::create_dir(sites.beside("elsewhere")).unwrap();
    fs::write(sites.beside("elsewhere/mine"), "mine").unwrap();
    sites
}

/// Whether the folder `elsewhere` is as it was.
fn elsewhere_is_untouched(sites: &Sites) -> bool {
    let left = files(&sites.beside("elsewhere"));
    left.len() == 1 && left["mine"] == b"mine"
}

fn remove(path: &Path) {
    if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
}

#[test]
fn a_link_in_the_site_is_named_and_nothing_is_written_through_it() {
    let sites = beside_elsewhere();
    for (place, target) in [
        ("index.html", "elsewhere/mine"),
        ("index.html", "elsewhere/nothing-yet"),
        ("ja", "elsewhere"),
        ("ja/index.html", "elsewhere"),
        ("ja/picture-1.svg", "elsewhere/mine"),
        ("ja/1-chapter", "elsewhere"),
    ] {
        sites.build(0);
        let place = sites.out().join(place);
        if place.exists() {
            remove(&place);
        }
        symlink(sites.beside(target), &place).unwrap();
        let told = sites.try_build(1, &[]);
        assert!(!told.done && told.said.contains(place.to_str().unwrap()), "{}", told.said);
        assert!(place.is_symlink() && elsewhere_is_untouched(&sites), "{place:?} → {target}");
        fs::remove_file(&place).unwrap();
        sites.build(1);
        sites.expect(1, "the link is gone");
    }
}

#[test]
fn another_name_of_a_file_of_the_site_keeps_what_it_says() {
    let sites = beside_elsewhere();
    let kept = sites.beside("kept.html");
    fs::hard_link(sites.out().join("ja/index.html"), &kept).unwrap();
    sites.build(1);
    sites.expect(1, "a page with two names");
    assert_eq!(fs::read(kept).unwrap(), sites.whole[0]["ja/index.html"]);
}

#[test]
fn a_list_that_somebody_wrote_by_hand_removes_nothing_outside_the_site() {
    let sites = beside_elsewhere();
    let mine = sites.beside("elsewhere/mine");
    let absolute = mine.display();
    let list = fs::read_to_string(sites.out().join(".keikaku")).unwrap();
    let lines = format!(
        "\n../elsewhere/mine\nja/../../elsewhere/mine\n./../elsewhere/mine\n{absolute}\n/{absolute}\n/\n.\n..\nja//x\n"
    );
    fs::write(sites.out().join(".keikaku"), list + &lines).unwrap();
    sites.build(1);
    sites.expect(1, "the list had lines of others");
    assert!(elsewhere_is_untouched(&sites));
}

#[test]
fn an_output_that_is_a_link_to_a_folder_is_that_folder() {
    let sites = Sites::new();
    let real = sites.beside("real");
    fs::create_dir(&real).unwrap();
    symlink(&real, sites.out()).unwrap();
    for site in [0, 1] {
        sites.build(site);
        sites.expect(site, "through the link");
    }
    assert!(sites.out().is_symlink() && real.join("index.html").is_file());
}

#[test]
fn files_of_others_stay_wherever_they_are() {
    let sites = beside_elsewhere();
    let foreign = ["CNAME", ".htaccess", "ja/note.txt", "ja/1-chapter/note.txt", "photos/2024/town.jpg"];
    for path in foreign {
        let path = sites.out().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "mine").unwrap();
    }
    fs::create_dir(sites.out().join("empty")).unwrap();
    sites.build(1);
    let built = sites.built();
    assert_eq!(built.len(), sites.whole[1].len() + foreign.len());
    assert!(foreign.iter().all(|path| built[*path] == b"mine") && sites.out().join("empty").is_dir());
}

#[test]
fn a_folder_that_is_not_the_site_s_is_refused_and_stays_as_it_is() {
    let sites = Sites::new();
    let root = sites.root(0);
    let before = files(&root);
    for out in
        [root.clone(), sites.beside(""), root.join("content"), root.join("content/plan.yml"), "/".into()]
    {
        let told = sites.try_build_into(&out, 0);
        assert!(!told.done && told.said.contains("error[K070"), "{}", told.said);
        assert!(told.said.contains(&format!("--> {}\n", out.display())), "{}", told.said);
        assert!(files(&root) == before, "{out:?}");
    }
}
