//! The answer as data: every field that a bundle can hold. What is not named here is never handed out.

use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

use super::months::Months;
use super::platform::Platform;
use super::reel::Reel;
use crate::store::consent::ConsentRow;

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
#[derive(Debug, Serialize)]
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
    pub sign_ins: Reel<SignIn>,
    pub sessions: Vec<Session>,
    pub activity: Reel<Activity>,
    pub consents: Vec<Agreed>,
    pub choices: Vec<Choice>,
    pub restriction: Option<Restriction>,
    pub holds: Vec<Hold>,
    pub requests: Vec<Asked>,
    /// The platform's own data.
    pub sources: Vec<Platform>,
    /// Sign-ins and activity by month, for the page.
    #[serde(skip)]
    pub months: Months,
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
    pub earlier_passwords: u32,
    pub password_codes: Vec<PasswordCode>,
    pub factors: Vec<Factor>,
    pub enrolment_codes: Vec<EnrolmentCode>,
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

/// A code with which a second factor could be enrolled.
#[derive(Clone, Debug, Serialize)]
pub struct EnrolmentCode {
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

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SignIn {
    pub time: String,
    pub outcome: String,
    pub method: Option<String>,
    pub ip: Option<String>,
    pub user_agent: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Activity {
    pub time: String,
    pub action: String,
    /// The action in words.
    pub what: String,
    /// Why the data were used (C-579/21: dates and purposes of consultations are the person's to know).
    pub purpose: String,
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
    pub acknowledged: Option<String>,
    pub verified: Option<String>,
    pub verified_how: Option<String>,
    pub level: Option<String>,
    /// Which data are said to be wrong.
    pub contested: Option<String>,
    /// Who asked for the person; like `email` only where that is known to be about them.
    pub agent: Option<String>,
    pub agent_proof: Option<String>,
    pub fee: Option<String>,
    /// When the person was told that the answer takes longer.
    pub extended: Option<String>,
    /// What was asked back; the days until the answer may be added to the GDPR's.
    pub questions: Vec<Question>,
    pub steps: Vec<Done>,
    pub answered: Option<String>,
    pub outcome: Option<String>,
    pub code: Option<String>,
    pub text: Option<String>,
    pub duplicate_of: Option<String>,
    pub earlier_id: Option<String>,
    pub closed: Option<String>,
    pub bundles: Vec<Sent>,
}

/// Days are civil dates where the controller is.
#[derive(Clone, Debug, Serialize)]
pub struct Question {
    /// `identity` or `clarify`.
    pub about: String,
    pub asked: String,
    pub answered: Option<String>,
}

/// A step of a request; who took it is staff.
#[derive(Clone, Debug, Serialize)]
pub struct Done {
    pub at: String,
    pub step: String,
    pub state: String,
    pub note: Option<String>,
}

/// A consent: its receipt goes out, its row makes the table.
#[derive(Clone, Debug)]
pub struct Agreed {
    pub row: ConsentRow,
    /// What was agreed to.
    pub text: String,
    /// In the shape of ISO/IEC TS 27560.
    pub receipt: Value,
}

impl Serialize for Agreed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.receipt.serialize(serializer)
    }
}

/// An objection or opt-out.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    pub what: String,
    pub source: String,
    pub channel: String,
    pub received: String,
    pub honored: String,
    pub cleared: Option<String>,
}

/// The data are only stored (GDPR Art. 18).
#[derive(Clone, Debug, Serialize)]
pub struct Restriction {
    pub ground: String,
    pub since: String,
}

/// Data that must not be deleted for the time being (GDPR Art. 17(3)).
#[derive(Clone, Debug, Serialize)]
pub struct Hold {
    /// Classes of data.
    pub classes: Vec<String>,
    /// `you`, or `everybody`.
    pub on: &'static str,
    pub since: String,
    /// By when it is looked at again.
    pub review: String,
    pub reviewed: Option<String>,
    pub released: Option<String>,
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
