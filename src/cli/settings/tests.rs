//! The order of the sources, refusals of the file, and the order of the unlockers.

use std::path::Path;

use super::*;
use crate::base::error::Kind;
use crate::cli::unlock_sources::UnlockerSource;

fn settings(flags: &GlobalArgs, environment: Environment, file: &str) -> Settings {
    let mut settings = Settings {
        sources: sources::Sources::new(),
        values: keys::defaults(),
        flags: flags.clone(),
        environment,
        file: None,
        targets: Targets::new(),
    };
    let path = PathBuf::from("/etc/test.toml");
    for (name, value) in file::parse(file, &path).unwrap().keys {
        settings
            .values
            .insert(name, (value, Origin::File(path.clone())));
    }
    settings.overlay();
    settings
}

#[test]
fn flags_win_over_environment_over_file_over_default() {
    let file = "[store]\npath = \"/file\"";
    let env = Environment {
        store: Some("/env".into()),
        ..Environment::default()
    };
    let flags = GlobalArgs {
        store: Some("/flag".into()),
        ..GlobalArgs::default()
    };
    let none = GlobalArgs::default();
    let path = |settings: Settings| settings.store_path().unwrap().display().to_string();
    assert_eq!(path(settings(&flags, env.clone(), file)), "/flag");
    assert_eq!(path(settings(&none, env, file)), "/env");
    assert_eq!(path(settings(&none, Environment::default(), file)), "/file");
    let home = Environment {
        home: Some("/home/mira".into()),
        ..Environment::default()
    };
    assert_eq!(
        path(settings(&none, home, "")),
        "/home/mira/.local/share/optimactl"
    );
    let root = Environment {
        is_root: true,
        ..Environment::default()
    };
    assert_eq!(path(settings(&none, root, "")), "/var/lib/optimactl");
}

#[test]
fn a_typo_is_refused_with_the_closest_key() {
    let parse = |text| file::parse(text, Path::new("/c.toml")).err().unwrap();
    let error = parse("[target.nas]\nregoin = \"x\"");
    assert_eq!(error.message, "`target.nas.regoin` is not a setting");
    assert_eq!(error.hint.as_deref(), Some("did you mean `region`?"));
    assert_eq!(parse("[target.\"n s\"]\nurl = \"x\"").kind, Kind::Usage);
    assert_eq!(parse("target.nas = 1").kind, Kind::Usage);
    let error = parse("[store]\npth = \"/x\"");
    assert_eq!(error.kind, Kind::Usage);
    assert!(
        error
            .hint
            .as_deref()
            .is_some_and(|hint| hint.starts_with("did you mean `store.path`"))
    );
}

#[test]
fn wrong_types_are_refused() {
    for bad in [
        "store.path = 1",
        "store.path = \"relative\"",
        "backup.level = \"3\"",
        "unlock.passphrase_command = \"pass show\"",
        "unlock.identity = [\"relative\"]",
        "output.utc = 1",
        "= ",
    ] {
        assert_eq!(
            file::parse(bad, Path::new("/c.toml")).err().unwrap().kind,
            Kind::Usage,
            "{bad}"
        );
    }
}

#[test]
fn the_template_switched_on_is_a_valid_file() {
    let on: String = keys::template()
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(setting) if setting.contains(" = ") => format!("{setting}\n"),
            _ => format!("{line}\n"),
        })
        .collect();
    let written = file::parse(&on, Path::new("/c.toml")).unwrap();
    assert_eq!(written.keys.len(), KEYS.len());
    assert_eq!(written.targets["offsite"].len(), targets::KEYS.len());
}

#[test]
fn the_first_place_that_names_an_unlocker_is_the_only_one() {
    let file = "[unlock]\nidentity = [\"/file\"]\npassphrase_command = [\"pass\"]";
    let flags = GlobalArgs {
        passphrase_file: Some("-".into()),
        ..GlobalArgs::default()
    };
    let env = Environment {
        identity: Some("/env".into()),
        ..Environment::default()
    };
    let none = GlobalArgs::default();
    let stdin = UnlockerSource::PassphraseStdin(Origin::Flag("--passphrase-file"));
    assert_eq!(settings(&flags, env.clone(), file).unlockers(), [stdin]);
    let from_env =
        UnlockerSource::IdentityFile("/env".into(), Origin::Environment("OPTIMACTL_IDENTITY"));
    assert_eq!(settings(&none, env, file).unlockers(), [from_env]);
    assert_eq!(
        settings(&none, Environment::default(), file)
            .unlockers()
            .len(),
        2
    );
    assert_eq!(settings(&none, Environment::default(), "").unlockers(), []);
}
