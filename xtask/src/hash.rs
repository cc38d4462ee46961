//! Short hashes of contents.

use sha2::{Digest, Sha256};

/// Sixteen hexadecimal digits that change with the content: enough to tell any two builds apart.
pub fn hash(content: &[u8]) -> String {
    const ENOUGH_BYTES: usize = 8;
    Sha256::digest(content)
        .iter()
        .take(ENOUGH_BYTES)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_follows_the_content() {
        assert_eq!(hash(b"abc"), "ba7816bf8f01cfea");
        assert_ne!(hash(b"1"), hash(b"2"));
    }
}
