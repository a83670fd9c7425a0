//! The end of a backup: a file and its manifest get their names together, or neither does; and whether there is room
//! for them. What they hold is not known here.

use super::manifest::Manifest;
use crate::base::error::{Error, Kind, Result};
use crate::base::place::{Place, Upload};
use crate::base::text::size;
use crate::store::backup::manifest_name;

/// Gives a written file and its manifest their names; the manifest's is the commit. On failure neither stays.
pub(super) fn commit(
    place: &dyn Place,
    manifest: &Manifest,
    data: Box<dyn Upload>,
    bytes: &[u8],
) -> Result<()> {
    let name = manifest_name(manifest.stem());
    // In a folder the manifest's first name stands before the file's last one: so the next run knows that a
    // file without a manifest is what a crash left, and not what somebody lost the manifest of.
    let mut ahead = place.create(&name)?;
    ahead
        .write_all(bytes)
        .map_err(|error| Error::stream("the manifest cannot be written", error))?;
    ahead.seal()?;
    let committed = data.publish().and_then(|()| ahead.publish());
    if committed.is_err() {
        // Either may have its name already: a flush can fail behind the rename.
        place.remove(&name).ok();
        place.remove(&manifest.file.name).ok();
    }
    committed
}

/// Refuses early when the place can tell that the file does not fit.
pub(super) fn require_space(place: &dyn Place, needed: u64) -> Result<()> {
    match place.free()? {
        Some(free) if free < needed => Err(Error::new(
            Kind::NoSpace,
            format!(
                "about {} are needed, and `{}` has {} free; nothing was changed",
                size(needed),
                place.name(),
                size(free)
            ),
        )
        .hint("free space there, or name another place with `--to`")),
        _ => Ok(()),
    }
}
