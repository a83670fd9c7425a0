//! What a listing asks of accounts, and the same in SQL. Every value is bound; only words of this file become
//! part of a statement. What the question means is decided by the filter that it was made from.

use rusqlite::types::Value;

use crate::base::clock::Time;

/// A question about one account. No answer is ever null: absent values make a comparison false.
#[derive(Clone, Debug)]
pub enum Condition {
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    Holds(Column, Ask),
}

/// What can be asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Id,
    Name,
    Email,
    DisplayName,
    Kind,
    State,
    Role,
    Group,
    Region,
    Password,
    Scheme,
    RequireChange,
    Factor,
    Operator,
    Imported,
    Created,
    Changed,
    Expires,
    Disabled,
    LockedUntil,
    Removed,
    LastSignIn,
}

/// What is asked. Texts are folded; in one that is compared by `Is`, `*` stands for anything.
#[derive(Clone, Debug)]
pub enum Ask {
    Absent,
    Text(Compare, String),
    Number(Compare, i64),
    /// Microseconds: from the first to before the second, for a whole day is one value.
    Time(Compare, i64, i64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    Is,
    Less,
    AtMost,
    More,
    AtLeast,
    Contains,
}

/// A statement in the making, with its values in the order of their places.
#[derive(Clone, Debug)]
pub(super) struct Sql {
    pub(super) text: String,
    pub(super) values: Vec<Value>,
    /// What stands for the account's id in it.
    id: &'static str,
    now: i64,
}

impl Sql {
    pub(super) fn new(id: &'static str, now: Time) -> Self {
        Self {
            text: String::new(),
            values: vec![],
            id,
            now: now.timestamp_micros(),
        }
    }

    pub(super) fn push(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    pub(super) fn bind(&mut self, value: impl Into<Value>) -> &mut Self {
        self.text.push('?');
        self.values.push(value.into());
        self
    }

    /// What stands for the account's id.
    fn account(&mut self) -> &mut Self {
        let id = self.id;
        self.push(id)
    }

    pub(super) fn bind_now(&mut self) -> &mut Self {
        self.bind(self.now)
    }

    /// Takes in a part that was made apart.
    pub(super) fn join(&mut self, part: &Self) -> &mut Self {
        self.values.extend(part.values.iter().cloned());
        self.push(&part.text)
    }

    /// An empty statement over the same accounts.
    pub(super) fn apart(&self) -> Self {
        Self {
            text: String::new(),
            values: vec![],
            id: self.id,
            now: self.now,
        }
    }

    pub(super) fn condition(&mut self, condition: &Condition) -> &mut Self {
        match condition {
            Condition::All(parts) => self.joined(parts, " AND ", "1"),
            Condition::Any(parts) => self.joined(parts, " OR ", "0"),
            Condition::Not(part) => self.push("NOT ").condition(part),
            Condition::Holds(Column::Role, ask) => self.role(ask),
            Condition::Holds(Column::Group, ask) => self.group(ask),
            Condition::Holds(column, ask) => {
                let mut expression = self.apart();
                expression.expression(*column);
                self.asked(&expression, ask)
            }
        }
    }

    fn joined(&mut self, parts: &[Condition], word: &str, none: &str) -> &mut Self {
        self.push("(");
        for (number, part) in parts.iter().enumerate() {
            if number > 0 {
                self.push(word);
            }
            self.condition(part);
        }
        if parts.is_empty() {
            self.push(none);
        }
        self.push(")")
    }

    /// The value of a column. The `+` keeps the planner from driving by it: what drives is chosen by a probe.
    fn expression(&mut self, column: Column) -> &mut Self {
        match column {
            Column::Id => self.push("+").account(),
            Column::Name => self.push("+a.name_folded"),
            Column::Email => self.push("+a.email_folded"),
            Column::DisplayName => self.push("folded(a.display_name)"),
            Column::Kind => self.push("+a.kind"),
            Column::Region => self.push("lower(a.region)"),
            Column::Imported => self.push("+a.imported"),
            Column::Created => self.push("+a.created"),
            Column::Changed => self.push("+a.changed"),
            Column::Expires => self.push("+a.expires"),
            Column::Disabled => self.push("+a.disabled"),
            Column::Removed => self.push("+a.removed"),
            Column::LastSignIn => self.push("+a.last_sign_in"),
            Column::LockedUntil => self
                .push("CASE WHEN a.locked_until > ")
                .bind_now()
                .push(" THEN a.locked_until END"),
            Column::State => self
                .push("CASE WHEN a.removed IS NOT NULL THEN 'removed' WHEN a.disabled IS NOT NULL THEN 'disabled' WHEN a.expires <= ")
                .bind_now()
                .push(" THEN 'expired' WHEN EXISTS (SELECT 1 FROM restriction x WHERE x.account = ")
                .account()
                .push(") THEN 'restricted' WHEN a.locked_until > ")
                .bind_now()
                .push(" THEN 'locked' ELSE 'enabled' END"),
            Column::Factor => self
                .push("iif(EXISTS (SELECT 1 FROM factor f WHERE f.account = ")
                .account()
                .push(" AND f.confirmed IS NOT NULL), 'totp', 'none')"),
            Column::Password => self
                .push("CASE WHEN EXISTS (SELECT 1 FROM password w WHERE w.account = ")
                .account()
                .push(") THEN 'set' WHEN EXISTS (SELECT 1 FROM password_code c WHERE c.account = ")
                .account()
                .push(" AND c.used IS NULL AND +c.expires > ")
                .bind_now()
                .push(") THEN 'code' ELSE 'none' END"),
            Column::Scheme => self.of_password("scheme(w.hash)"),
            Column::RequireChange => self.of_password("w.require_change"),
            Column::Operator => self
                .push("(SELECT min(o.uid) FROM operator o WHERE o.account = ")
                .account()
                .push(")"),
            // These hold several values and are asked in their own ways.
            Column::Role | Column::Group => self.push("NULL"),
        }
    }

    fn of_password(&mut self, what: &str) -> &mut Self {
        self.push("(SELECT ")
            .push(what)
            .push(" FROM password w WHERE w.account = ")
            .account()
            .push(")")
    }

    /// One comparison, never null.
    fn asked(&mut self, expression: &Self, ask: &Ask) -> &mut Self {
        match ask {
            Ask::Absent => return self.join(expression).push(" IS NULL"),
            Ask::Text(Compare::Is, text) if !text.contains('*') => {
                return self.join(expression).push(" IS ").bind(text.clone());
            }
            _ => {}
        }
        self.push("coalesce(");
        match ask {
            Ask::Absent => {}
            Ask::Text(Compare::Is, text) => {
                self.join(expression).push(" GLOB ").bind(glob(text));
            }
            Ask::Text(Compare::Contains, text) => {
                self.push("instr(").join(expression).push(", ");
                self.bind(text.clone()).push(") > 0");
            }
            Ask::Text(compare, text) => {
                self.join(expression)
                    .push(compare.sign())
                    .bind(text.clone());
            }
            Ask::Number(compare, number) => {
                self.join(expression).push(compare.sign()).bind(*number);
            }
            Ask::Time(compare, first, end) => {
                let (sign, bound) = compare.span(*first, *end);
                self.join(expression).push(sign).bind(bound);
                if matches!(compare, Compare::Is | Compare::Contains) {
                    self.push(" AND ").join(expression).push(" < ").bind(*end);
                }
            }
        }
        self.push(", 0)")
    }

    /// The roles (or groups) whose folded name fits.
    pub(super) fn names(&mut self, table: &str, ask: &Ask) -> &mut Self {
        let mut name = self.apart();
        name.push("folded(n.name)");
        self.push("(SELECT n.name FROM ").push(table).push(" n");
        if !matches!(ask, Ask::Absent) {
            self.push(" WHERE ").asked(&name, ask);
        }
        self.push(")")
    }

    /// Whether it holds such a role, by itself or through a group; absent: none at all.
    fn role(&mut self, ask: &Ask) -> &mut Self {
        if matches!(ask, Ask::Absent) {
            self.push("NOT ");
        }
        self.push("(EXISTS (SELECT 1 FROM account_role r WHERE r.account = ")
            .account()
            .push(" AND +r.role IN ")
            .names("role", ask)
            .push(") OR EXISTS (SELECT 1 FROM group_member m CROSS JOIN group_role g ON g.\"group\" = m.\"group\" WHERE m.member = ")
            .account()
            .push(" AND +g.role IN ")
            .names("role", ask)
            .push("))")
    }

    fn group(&mut self, ask: &Ask) -> &mut Self {
        if matches!(ask, Ask::Absent) {
            self.push("NOT ");
        }
        self.push("EXISTS (SELECT 1 FROM group_member m WHERE m.member = ")
            .account()
            .push(" AND +m.\"group\" IN ")
            .names("account_group", ask)
            .push(")")
    }
}

impl Compare {
    const fn sign(self) -> &'static str {
        match self {
            Self::Is | Self::Contains => " = ",
            Self::Less => " < ",
            Self::AtMost => " <= ",
            Self::More => " > ",
            Self::AtLeast => " >= ",
        }
    }

    /// A comparison with a span of time as one with an instant; `Is` needs the end beside it.
    pub(super) const fn span(self, first: i64, end: i64) -> (&'static str, i64) {
        match self {
            Self::Is | Self::Contains | Self::AtLeast => (" >= ", first),
            Self::Less => (" < ", first),
            Self::AtMost => (" < ", end),
            Self::More => (" >= ", end),
        }
    }
}

/// A pattern in which only `*` is special, for GLOB, in which `?` and `[` are, too.
fn glob(pattern: &str) -> String {
    let mut glob = String::with_capacity(pattern.len());
    for c in pattern.chars() {
        match c {
            '?' | '[' => glob.extend(['[', c, ']']),
            c => glob.push(c),
        }
    }
    glob
}
