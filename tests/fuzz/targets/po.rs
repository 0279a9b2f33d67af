#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| keikaku_fuzz::po::run(bytes));
