#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| keikaku_fuzz::values::run(text));
