//! Floor 2, beside the store: the network. Knows nothing of rows and files of the store.

pub mod http;
pub mod url;
