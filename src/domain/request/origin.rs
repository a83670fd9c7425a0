//! Whether a bundle is one that this store built: by the digest of its file, or by that of its content.

use std::fs::File;
use std::io;
use std::path::Path;

use data_encoding::HEXLOWER;
use sha2::Digest as _;

use crate::base::error::{Error, Result};
use crate::domain::bundle::Gauge;
use crate::domain::bundle::verify::Checked;
use crate::domain::context::Context;
use crate::store::request::BundleRow;

/// How a bundle stands to the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The very file.
    Same(Built),
    /// The same content in another file: opened, or encrypted once more.
    Content(Built),
    /// The store knows nothing like it.
    Unknown,
}

/// What the store says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Built {
    pub reference: String,
    pub bundle: BundleRow,
}

/// The digest of a file, in lower-case hex.
pub fn digest(path: &Path) -> Result<String> {
    let failed = |error: io::Error| Error::io("read", path, &error);
    let mut file = File::open(path).map_err(failed)?;
    let mut seen = Gauge::new(io::sink());
    io::copy(&mut file, &mut seen).map_err(failed)?;
    Ok(HEXLOWER.encode(&seen.hash.finalize()))
}

/// Looks for a bundle. One that names a bundle of this store and is another is damage.
pub fn of(ctx: &Context, file: Option<&str>, content: Option<&Checked>) -> Result<Origin> {
    ctx.store.read(|tx| {
        if let Some((reference, bundle)) =
            file.map(|it| tx.bundle_of_file(it)).transpose()?.flatten()
        {
            return match content {
                Some(content) if content.manifest_sha256 != bundle.manifest_sha256 => {
                    Err(other(&reference))
                }
                _ => Ok(Origin::Same(Built { reference, bundle })),
            };
        }
        let Some(content) = content else {
            return Ok(Origin::Unknown);
        };
        let Some(row) = tx.request(&content.reference)? else {
            return Ok(Origin::Unknown);
        };
        let bundles = tx.bundles(&row.id)?.into_iter();
        let named = bundles
            .into_iter()
            .find(|bundle| bundle.number == content.number);
        match named {
            Some(bundle) if bundle.manifest_sha256 == content.manifest_sha256 => {
                Ok(Origin::Content(Built {
                    reference: row.reference,
                    bundle,
                }))
            }
            Some(_) => Err(other(&row.reference)),
            None => Ok(Origin::Unknown),
        }
    })
}

fn other(reference: &str) -> Error {
    Error::integrity(format!(
        "this is not the bundle that was built for {reference}"
    ))
    .hint("do not use it; build and send another one")
}
