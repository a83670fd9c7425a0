//! The whole store looked through by several connections at once: every column that can hold a text, part by part, all on
//! one snapshot.

use std::sync::mpsc::{Sender, channel};
use std::thread;

use super::open::{self, Store};
use super::tx::Tx;
use crate::base::error::{Error, Result};

/// More of them would wait for each other's memory.
const MOST_READERS: usize = 8;

/// Rows of a table, and the columns of it that are looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    pub table: String,
    pub columns: Vec<String>,
    /// The first and the last event, where the table has a row or more for each; all rows where there is none.
    pub numbers: Option<(i64, i64)>,
}

/// Takes the number of a column, the event where the shelf has events, and a value.
pub type See<'a> = dyn FnMut(usize, Option<u64>, &[u8]) -> Result<()> + 'a;

impl Tx<'_> {
    /// Every table with the columns of it that can hold a text. In a strict table numbers are nothing else.
    pub fn text_columns(&self) -> Result<Vec<(String, Vec<String>)>> {
        let mut numeric = self.conn().prepare_cached(
            "SELECT 1 FROM pragma_table_list(?1) l, pragma_table_info(?1) c
             WHERE l.schema = 'main' AND l.strict AND c.name = ?2 AND c.type IN ('INTEGER', 'INT', 'REAL')",
        )?;
        let mut tables = vec![];
        for (table, columns) in self.tables()? {
            let mut texts = vec![];
            for column in columns {
                if !numeric.exists([&table, &column])? {
                    texts.push(column);
                }
            }
            tables.push((table, texts));
        }
        Ok(tables)
    }

    /// Hands over every text and every run of bytes of a part.
    pub fn each_value(&self, part: &Shelf, see: &mut See<'_>) -> Result<()> {
        let quoted: Vec<String> = part
            .columns
            .iter()
            .map(|name| format!("\"{name}\""))
            .collect();
        let (columns, table) = (quoted.join(", "), &part.table);
        let sql = match part.numbers {
            None => format!("SELECT {columns} FROM \"{table}\""),
            Some(_) => {
                format!("SELECT {columns}, seq FROM \"{table}\" WHERE seq BETWEEN ?1 AND ?2")
            }
        };
        let mut statement = self.conn().prepare_cached(&sql)?;
        let mut rows = match part.numbers {
            None => statement.query([])?,
            Some(numbers) => statement.query(numbers)?,
        };
        while let Some(row) = rows.next()? {
            let number = match part.numbers {
                None => None,
                Some(_) => u64::try_from(row.get::<_, i64>(quoted.len())?).ok(),
            };
            for at in 0..quoted.len() {
                if let Ok(Some(bytes)) = row.get_ref(at)?.as_bytes_or_null() {
                    see(at, number, bytes)?;
                }
            }
        }
        Ok(())
    }
}

impl Store {
    /// Runs `act` on each of several connections at once, all on one snapshot, and takes on this thread what they tell of
    /// their progress. Ends when all have; answers what each found.
    pub fn read_together<T: Send>(
        &self,
        act: impl Fn(&Tx<'_>, &Sender<u64>) -> Result<T> + Sync,
        mut told: impl FnMut(u64),
    ) -> Result<Vec<T>> {
        let readers = thread::available_parallelism()
            .map_or(1, usize::from)
            .min(MOST_READERS);
        let (path, wait) = (self.folder.database(), self.holder.wait);
        let data = self.keyring.data_key()?;
        let read = |beginning: Sender<()>, telling: &Sender<u64>| {
            let conn = open::connect_known(&path, data, wait)?;
            let tx = Tx::look(&conn)?;
            // The first row read fixes the instant.
            tx.require_meta("store_id")?;
            drop(beginning);
            act(&tx, telling)
        };
        thread::scope(|scope| {
            // Nobody commits before all have begun.
            let gate = Tx::begin(self)?;
            let (beginning, begun) = channel();
            let (telling, tells) = channel();
            let mut threads = vec![];
            for _ in 0..readers {
                let (beginning, telling, read) = (beginning.clone(), telling.clone(), &read);
                threads.push(scope.spawn(move || read(beginning, &telling)));
            }
            drop((beginning, telling));
            // Nothing comes: it ends with the last of them that begins, or fails to.
            begun.recv().ok();
            drop(gate);
            tells.iter().for_each(&mut told);
            let stopped = |_| Error::bug("a thread that searches the store stopped");
            threads
                .into_iter()
                .map(|thread| thread.join().map_err(stopped)?)
                .collect()
        })
    }
}
