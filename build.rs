//! Words, the default theme and the starter plan are embedded by macros; cargo only sees that they changed if told.

fn main() {
    println!("cargo:rerun-if-changed=locales/ui");
    println!("cargo:rerun-if-changed=themes/default");
    println!("cargo:rerun-if-changed=src/starter/plan");
}
