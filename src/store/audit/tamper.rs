//! What an attacker with the keys would do to the rows. Only in test builds.

use crate::store::Store;

/// Runs SQL with the triggers dropped first.
pub(crate) fn run(store: &Store, sql: &str) {
    let script =
        format!("DROP TRIGGER IF EXISTS event_is_final; DROP TRIGGER IF EXISTS event_stays; {sql}");
    store.conn().execute_batch(&script).unwrap();
}
