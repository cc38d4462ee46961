#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| five_armies_fuzz::outside::content::check(bytes));
