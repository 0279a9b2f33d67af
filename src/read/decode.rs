//! From the bytes that a program of an office saves to text.

use encoding_rs::{Encoding, SHIFT_JIS};

/// The text of `bytes`: in the encoding that a byte order mark names, else in UTF-8, else in
/// `Shift_JIS`, in which a Japanese Windows saves text and a Japanese Excel CSV. `None` where it is none
/// of them.
pub fn decode(bytes: &[u8]) -> Option<String> {
    unicode(bytes).or_else(|| {
        if Encoding::for_bom(bytes).is_some() || str::from_utf8(bytes).is_ok() {
            return None;
        }
        let (text, malformed) = SHIFT_JIS.decode_without_bom_handling(bytes);
        // It has one dash, and the one that stands for no figure is meant.
        (!malformed && !text.contains('\0')).then(|| text.replace('―', "—"))
    })
}

/// The text of `bytes` in the encoding that a byte order mark names, else in UTF-8: those that have
/// every sign of every language.
pub fn unicode(bytes: &[u8]) -> Option<String> {
    let (text, malformed) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]),
        None => (str::from_utf8(bytes).ok()?.into(), false),
    };
    (!malformed && !text.contains('\0')).then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn text_is_read_in_every_encoding_that_an_office_saves() {
        let text = "id,値";
        let utf16 = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            "\u{feff}id,値".encode_utf16().flat_map(bytes).collect()
        };
        for bytes in [
            text.as_bytes().to_vec(),
            "\u{feff}id,値".as_bytes().to_vec(),
            b"id,\x92\x6c".to_vec(),
            utf16(u16::to_le_bytes),
            utf16(u16::to_be_bytes),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Some(text), "{bytes:?}");
        }
        for bytes in [&b"PK\x03\x04\x14\0\0"[..], b"\x81", b"\xff\xff"] {
            assert_eq!(decode(bytes), None, "{bytes:?}");
        }
    }
}
