//! Words and the default theme are embedded by macros; cargo only sees that they changed if told.

fn main() {
    println!("cargo:rerun-if-changed=locales/ui");
    println!("cargo:rerun-if-changed=themes/default");
}
