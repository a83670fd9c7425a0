//! Who runs the command, as the operating system knows it: the real person, behind `sudo` too.

use std::os::unix::fs::MetadataExt as _;

use crate::base::text::safe;
use crate::domain::{OsUser, Reach};

use super::context::Context;

/// The user behind this process.
pub(crate) fn caller(ctx: &Context) -> OsUser {
    let environment = ctx.settings.environment();
    let real = environment.uid();
    // Only root can be trusted about who asked it: anybody else can set the variable.
    let behind = environment.sudo_uid.filter(|_| real == 0);
    let uid = behind.unwrap_or(real);
    let owns = || {
        let folder = ctx.folder().ok()?;
        let meta = std::fs::metadata(folder.path()).ok()?;
        Some(meta.uid() == uid)
    };
    let reaches = uid == 0 || behind.is_none() && owns().unwrap_or(false);
    OsUser {
        uid,
        login: login_of(uid),
        reach: if reaches {
            Reach::Files
        } else {
            Reach::Command
        },
    }
}

/// `dana(1000)`; the bare number of somebody whom this machine does not name. Numbers decide: a name is only
/// for people, and may go to somebody else.
pub(crate) fn shown(user: &OsUser) -> String {
    match &user.login {
        Some(login) => format!("{login}({})", user.uid),
        None => user.uid.to_string(),
    }
}

/// What this machine calls a number now.
pub(crate) fn login_of(uid: u32) -> Option<String> {
    login_name(&passwd(), uid)
}

/// The number of a name.
pub(crate) fn uid_of(login: &str) -> Option<u32> {
    number(&passwd(), login)
}

fn passwd() -> String {
    let text = std::fs::read("/etc/passwd").unwrap_or_default();
    String::from_utf8_lossy(&text).into_owned()
}

/// The first user with this number in the form of passwd(5), shown safely.
fn login_name(passwd: &str, uid: u32) -> Option<String> {
    passwd.lines().find_map(|line| {
        let mut fields = line.split(':');
        let (name, number) = (fields.next()?, fields.nth(1)?);
        let is_it = !name.is_empty() && number.parse() == Ok(uid);
        is_it.then(|| safe(name))
    })
}

fn number(passwd: &str, login: &str) -> Option<u32> {
    passwd.lines().find_map(|line| {
        let mut fields = line.split(':');
        let (name, number) = (fields.next()?, fields.nth(1)?);
        (!login.is_empty() && name == login).then(|| number.parse().ok())?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_named_as_passwd_says() {
        let passwd = "root:x:0:0:root:/root:/bin/sh\n\n+::::::\ndana:x:1000:1000::/home/dana:\nother:x:1000:\n";
        assert_eq!(login_name(passwd, 1000).as_deref(), Some("dana"));
        assert_eq!(login_name(passwd, 0).as_deref(), Some("root"));
        assert_eq!(login_name(passwd, 1001), None);
        assert_eq!(login_name("", 0), None);
        assert_eq!(number(passwd, "dana"), Some(1000));
        assert_eq!(number(passwd, "nobody"), None);
        assert_eq!(number(passwd, ""), None);
    }
}
