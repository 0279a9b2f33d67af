//! Where a person tells `keikaku` to write.

use std::os::unix::fs::FileTypeExt as _;
use std::process::Command;

use crate::sites::Sites;

#[test]
fn a_list_of_changes_does_not_take_the_place_of_a_pipe_or_device() {
    let sites = Sites::new();
    let pipe = sites.beside("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let told = sites.try_build(0, &["--changes", pipe.to_str().unwrap()]);
    assert!(!told.done && told.said.contains(pipe.to_str().unwrap()), "{}", told.said);
    assert!(pipe.symlink_metadata().unwrap().file_type().is_fifo());
}
