//! Words for people: actions in plain language, what data were used for, and passphrases that can be read out.

use crate::base::error::Result;
use crate::crypto::random::Random;
use crate::crypto::secret::SecretText;

/// What happened, in words. An action that is not listed is told by its own name.
pub fn action(action: &str) -> String {
    let known = match action {
        "account.create" => "Account created",
        "account.show" => "Account looked at",
        "account.change" => "Account changed",
        "account.disable" => "Account disabled",
        "account.enable" => "Account enabled",
        "account.lock" => "Account locked",
        "account.unlock" => "Account unlocked",
        "account.remove" => "Account removed",
        "account.restore" => "Account restored",
        "account.history" => "History of the account looked at",
        "role.grant" => "Role granted",
        "role.revoke" => "Role taken away",
        "password.set" => "Password set",
        "password.reset" => "Password reset started",
        "password.redeem" => "Password set with a code",
        "2fa.enroll" => "Second factor enrolled",
        "2fa.confirm" => "Second factor confirmed",
        "2fa.verify" => "Second factor used",
        "2fa.remove" => "Second factor removed",
        "2fa.reset" => "Second factors reset",
        "2fa.recovery" => "Recovery codes made",
        "session.record" => "Session opened",
        "session.revoke" => "Sessions ended",
        "session.list" => "Sessions looked at",
        "token.create" => "Token given out",
        "token.rotate" => "Token replaced",
        "token.revoke" => "Token revoked",
        "token.verify" => "Token used",
        "token.list" | "token.show" => "Tokens looked at",
        "request.open" => "Data request received",
        "request.ack" => "Receipt of the data request confirmed",
        "request.show" => "Data request looked at",
        "request.verify" => "Identity verified for the data request",
        "request.build" => "Data bundle made",
        "request.deliver" => "Data bundle delivered",
        "request.fulfil" => "Data request closed",
        "request.deny" => "Data request denied",
        other => return capital(&other.replace(['.', '_', '-'], " ")),
    };
    known.to_owned()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// Why the data were used.
pub fn purpose(action: &str) -> &'static str {
    match action.split('.').next().unwrap_or_default() {
        "account" => "managing your account",
        "role" => "managing what you may do",
        "auth" => "letting you sign in",
        "password" | "2fa" | "session" | "token" => "keeping your account secure",
        "request" => "answering your data request",
        "audit" | "monitor" | "incident" => "security monitoring",
        _ => "running the platform",
    }
}

const CONSONANTS: [char; 16] = [
    'b', 'd', 'f', 'g', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z',
];
const VOWELS: [char; 4] = ['a', 'i', 'o', 'u'];

/// Six words of 16 bits each, 96 bits in all, that can be spelled on the phone in any language. Behind the
/// work of scrypt nobody tries them out.
pub fn passphrase(random: &Random) -> Result<SecretText> {
    let mut words: Vec<String> = vec![];
    for _ in 0..6 {
        let mut word = String::new();
        for place in 0..5 {
            let letters: &[char] = if place % 2 == 0 { &CONSONANTS } else { &VOWELS };
            let bound = u32::try_from(letters.len()).unwrap_or(1);
            let drawn = usize::try_from(random.below(bound)?).unwrap_or_default();
            word.extend(letters.get(drawn));
        }
        words.push(word);
    }
    Ok(SecretText::new(words.join("-")))
}
