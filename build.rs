//! Compiles SQLite with encryption and links it under `rusqlite`.
//!
//! `libsqlite3-sys` offers no build of SQLite3 Multiple Ciphers. Its `in_gecko` feature means "the
//! application links SQLite itself", and this script is how this application does that.

/// Compile-time choices of the store's database engine, each with its reason.
const DEFINES: &[(&str, Option<&str>)] = &[
    // One cipher: AEGIS-256 is the fastest authenticated one; the others would be dead code.
    ("CODEC_TYPE", Some("CODEC_TYPE_AEGIS")),
    ("HAVE_CIPHER_AES_128_CBC", Some("0")),
    ("HAVE_CIPHER_AES_256_CBC", Some("0")),
    ("HAVE_CIPHER_CHACHA20", Some("0")),
    ("HAVE_CIPHER_SQLCIPHER", Some("0")),
    ("HAVE_CIPHER_RC4", Some("0")),
    ("HAVE_CIPHER_ASCON128", Some("0")),
    ("HAVE_CIPHER_AEGIS", Some("1")),
    // Wipe freed memory of the engine: it has held pages in the clear.
    ("SQLITE3MC_SECURE_MEMORY", Some("1")),
    ("SQLITE_CORE", None),
    ("SQLITE_DEFAULT_FOREIGN_KEYS", Some("1")),
    ("SQLITE_ENABLE_API_ARMOR", None),
    ("SQLITE_ENABLE_COLUMN_METADATA", None),
    ("SQLITE_ENABLE_DBSTAT_VTAB", None),
    // The page stream of backups and the full page check read this table.
    ("SQLITE_ENABLE_DBPAGE_VTAB", None),
    ("SQLITE_ENABLE_STAT4", None),
    ("SQLITE_THREADSAFE", Some("1")),
    // Temporary tables stay in memory: nothing in the clear reaches a temporary file.
    ("SQLITE_TEMP_STORE", Some("2")),
    ("SQLITE_OMIT_LOAD_EXTENSION", None),
    ("SQLITE_SECURE_DELETE", Some("1")),
    ("HAVE_USLEEP", Some("1")),
    ("HAVE_LOCALTIME_R", None),
];

#[expect(
    clippy::disallowed_methods,
    reason = "a build script learns its folder from the environment"
)]
fn main() {
    let source = sqlite3mc_src::source_dir();
    let mut build = cc::Build::new();
    build
        .file(source.join(sqlite3mc_src::SOURCE_FILE))
        .include(source)
        .opt_level(3)
        .warnings(false)
        .cargo_metadata(false);
    for (name, value) in DEFINES {
        build.define(name, *value);
    }
    build.compile("sqlite3mc");

    let out = std::env::var("OUT_DIR").unwrap_or_default();
    println!("cargo::rustc-link-search=native={out}");
    println!("cargo::rustc-link-lib=static:+whole-archive=sqlite3mc");
    println!("cargo::rerun-if-changed=build.rs");
}
