//! How large a file is, in words.

use rust_decimal::Decimal;

use super::Edition;

/// Bytes in a kilobyte, as the file managers of most readers count.
const KILO: usize = 1024;

impl Edition<'_> {
    /// The size of a file of `bytes`, rounded up: `412 KB`, `1.3 MB`.
    pub fn size(&self, bytes: usize) -> String {
        let kilobytes = bytes.div_ceil(KILO);
        let (key, number) = if kilobytes < KILO {
            ("size.kilobytes", Decimal::from(kilobytes))
        } else {
            let tenths = Decimal::from((bytes * 10).div_ceil(KILO * KILO));
            ("size.megabytes", (tenths / Decimal::TEN).normalize())
        };
        self.word_with(key, &[("n", &self.decimal(number))])
    }
}
