//! The answer as data: every field that a bundle can hold. What is not named here is never handed out.

use serde::Serialize;

/// How much is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// GDPR Art. 15(3), CCPA specific pieces: everything held.
    Access,
    /// GDPR Art. 20: what the person provided or what was observed of them.
    Portability,
}

impl Profile {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Portability => "portability",
        }
    }
}

/// `response.json`. Times are RFC 3339 UTC.
#[derive(Clone, Debug, Serialize)]
pub struct Response {
    #[serde(rename = "$schema")]
    pub schema: &'static str,
    pub format: &'static str,
    pub profile: Profile,
    pub law: &'static str,
    pub reference: String,
    pub made: String,
    pub controller: Option<String>,
    /// None where no account is held.
    pub account: Option<Account>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub security: Option<Security>,
    pub sign_ins: Vec<SignIn>,
    pub sessions: Vec<Session>,
    pub activity: Vec<Activity>,
    pub requests: Vec<Asked>,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct Account {
    pub id: String,
    pub name: String,
    pub email: Option<String>,
    pub display_name: Option<String>,
    pub region: Option<String>,
    pub created: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
}

/// What the platform added to the account by itself.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Standing {
    pub kind: String,
    pub changed: String,
    pub expires: Option<String>,
    pub disabled: Option<String>,
    pub locked_until: Option<String>,
    pub lock_reason: Option<String>,
    pub removed: Option<String>,
    pub last_sign_in: Option<String>,
    pub roles: Vec<Role>,
    pub groups: Vec<Group>,
    pub operator: Vec<Operator>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Group {
    pub group: String,
    pub added: String,
}

/// A user of the machine as whom the account runs this program.
#[derive(Clone, Debug, Serialize)]
pub struct Operator {
    pub uid: u32,
    pub bound: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Role {
    pub role: String,
    pub granted: String,
}

/// That secrets exist, never the secrets (11 CCR §7024(d)).
#[derive(Clone, Debug, Default, Serialize)]
pub struct Security {
    pub password: Option<Password>,
    pub password_codes: Vec<PasswordCode>,
    pub factors: Vec<Factor>,
    pub recovery_codes_made: u32,
    pub recovery_codes_left: u32,
    pub factor_deadline: Option<FactorDeadline>,
    pub tokens: Vec<Token>,
    pub notices: Vec<Notice>,
}

/// By when a second factor was asked for.
#[derive(Clone, Debug, Serialize)]
pub struct FactorDeadline {
    pub role: String,
    pub written: String,
    pub deadline: String,
    pub extended: Option<String>,
    pub warned: Option<String>,
    pub barred: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Token {
    pub name: String,
    pub scopes: String,
    pub made: String,
    pub expires: Option<String>,
    pub last_used: Option<String>,
    pub turned_away: Option<String>,
    pub revoked: Option<String>,
    pub why: Option<String>,
}

/// What the person was told, or is to be told.
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    pub kind: String,
    pub queued: String,
    pub state: String,
    pub settled: Option<String>,
}

/// A sign-in that the platform kept open.
#[derive(Clone, Debug, Serialize)]
pub struct Session {
    pub began: String,
    pub seen: String,
    pub expires: String,
    pub ended: Option<String>,
    pub why: Option<String>,
    pub ip: Option<String>,
    pub user_agent: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Password {
    pub algorithm: String,
    pub set: String,
    pub change_required: Option<String>,
    pub breach_checked: Option<String>,
    pub breach_found: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct PasswordCode {
    pub kind: String,
    pub made: String,
    pub expires: String,
    pub used: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Factor {
    pub kind: String,
    pub label: Option<String>,
    pub algorithm: String,
    pub digits: u32,
    pub period: u32,
    pub enrolled: String,
    pub confirmed: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct SignIn {
    pub time: String,
    pub outcome: String,
    pub method: Option<String>,
    pub ip: Option<String>,
    pub user_agent: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Activity {
    pub time: String,
    pub action: String,
    /// The action in words.
    pub what: String,
    /// Why the data were used (C-579/21: dates and purposes of consultations are the person's to know).
    pub purpose: &'static str,
    /// `you`, `administrator 1`, `other person 1`, `the program`.
    pub who: String,
    pub on: String,
    pub outcome: String,
    pub details: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Asked {
    pub reference: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub law: String,
    pub state: String,
    /// Only of the request that is answered: another one may be somebody else's.
    pub email: Option<String>,
    pub channel: String,
    pub received: String,
    pub verified_how: Option<String>,
    pub closed: Option<String>,
    pub bundles: Vec<Sent>,
}

/// A bundle that was built before this one.
#[derive(Clone, Debug, Serialize)]
pub struct Sent {
    pub number: u32,
    pub built: String,
    pub delivered: Option<String>,
    pub channel: Option<String>,
    pub manifest_sha256: String,
}
