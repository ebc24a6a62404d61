#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| outrider_tests::fuzz::run("import", bytes));
