//! The other side: object storage, folders behind SFTP, heartbeats, programs that are asked. The only room with sockets;
//! it knows nothing of the store, and believes nothing that the other side says.

pub mod http;
pub mod leash;
pub mod patience;
pub mod s3;
pub mod sftp;

use crate::base::text;

/// What the other side said, safe to show and short.
fn quoted(text: &str) -> String {
    let short: String = text.trim().chars().take(300).collect();
    text::safe(&short)
}
