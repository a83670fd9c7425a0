//! How sure it is who asks: what each way of making sure is worth (11 CCR §§7060 to 7063, GDPR Art. 12(6)). Pure. That
//! and how is kept, never a document: there is no place for one.

use super::words::{AgentProof, Datum, Law, Level, Method, Type};
use crate::base::error::{Error, Result};

/// What was looked at.
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'a> {
    pub method: Method,
    /// Data of the person that matched what is held.
    pub points: &'a [Datum],
    /// What the agent showed, where an agent asks.
    pub agent: Option<AgentProof>,
    /// Data that the request says are wrong.
    pub contested: &'a [Datum],
}

impl Evidence<'_> {
    /// How sure it is; an error says what is missing.
    pub fn level(&self) -> Result<Level> {
        self.refuse_contested()?;
        let needs_points = matches!(self.method, Method::DataPoints | Method::Declaration);
        if !needs_points && !self.points.is_empty() {
            return Err(Error::usage(format!(
                "`--points` does not belong to `--method {}`",
                self.method.as_str()
            ))
            .hint("it tells what matched with `--method data-points` or `--method declaration`"));
        }
        match self.method {
            // 11 CCR §7061(a): who signs in again to an account that has a password is verified.
            Method::SignIn | Method::TwoFactor | Method::InPerson | Method::Document => {
                Ok(Level::High)
            }
            Method::Email => Ok(Level::Reasonable),
            Method::DataPoints => self.require_points(2).map(|()| Level::Reasonable),
            // §7062(c): three pieces together with a declaration signed under penalty of perjury.
            Method::Declaration => self.require_points(3).map(|()| Level::High),
            Method::Agent => self.agent_level(),
        }
    }

    fn require_points(&self, least: usize) -> Result<()> {
        if self.points.len() >= least {
            return Ok(());
        }
        Err(Error::refused(format!(
            "`{}` needs at least {least} data points that matched, and there are {} (11 CCR §7062)",
            self.method.as_str(),
            self.points.len()
        ))
        .hint("name what matched: `--points email,phone,purchase`"))
    }

    /// §7063(b): a power of attorney replaces the person's own verification, a signed permission alone shows that
    /// the person asked.
    fn agent_level(&self) -> Result<Level> {
        match self.agent {
            Some(AgentProof::PowerOfAttorney) => Ok(Level::High),
            Some(AgentProof::SignedPermission) => Ok(Level::Reasonable),
            None => Err(Error::refused("no agent showed a permission for this request")
                .hint("record it with `optimactl request agent REFERENCE --proof signed-permission`, or verify the person")),
        }
    }

    /// §7060(h): what is said to be wrong shows nothing.
    fn refuse_contested(&self) -> Result<()> {
        let by_mail = (self.method == Method::Email).then_some(Datum::Email);
        let mut used = self.points.iter().copied().chain(by_mail);
        let Some(datum) = used.find(|datum| self.contested.contains(datum)) else {
            return Ok(());
        };
        Err(Error::refused(format!(
            "`{}` is what the request says is wrong: it cannot show who asks (11 CCR §7060(h))",
            datum.as_str()
        ))
        .hint("make sure in another way, such as `--method sign-in`"))
    }
}

/// Refuses what is not sure enough for this type under this law.
pub fn require(found: Level, kind: Type, law: Law) -> Result<()> {
    if found == Level::High || kind.level(law) == Level::Reasonable {
        return Ok(());
    }
    Err(Error::refused(format!(
        "specific pieces of data need a reasonably high degree of certainty (11 CCR §7062(c)); this is a {} one",
        found.as_str()
    ))
    .hint("verify with `--method sign-in`, `two-factor`, `in-person`, `document` or `declaration`; if nothing of that is possible, answer with categories: open `--type know-categories` (11 CCR §7024(a))"))
}

/// The words of a row's list.
pub fn read_list(text: Option<&str>) -> Result<Vec<Datum>> {
    let words = text.unwrap_or_default().split(',');
    words
        .filter(|word| !word.is_empty())
        .map(Datum::read)
        .collect()
}

/// The list as a row keeps it.
pub fn write_list(data: &[Datum]) -> Option<String> {
    let words: Vec<_> = data.iter().map(|datum| datum.as_str()).collect();
    (!words.is_empty()).then(|| words.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn of(method: Method) -> Evidence<'static> {
        Evidence {
            method,
            points: &[],
            agent: None,
            contested: &[],
        }
    }

    #[test]
    fn points_count_and_a_declaration_needs_three() {
        let two = &[Datum::Phone, Datum::Purchase];
        let with = |method, points| Evidence {
            points,
            ..of(method)
        };
        assert_eq!(
            with(Method::DataPoints, two).level().unwrap(),
            Level::Reasonable
        );
        with(Method::DataPoints, &two[..1]).level().unwrap_err();
        with(Method::Declaration, two).level().unwrap_err();
        let three = &[Datum::Phone, Datum::Purchase, Datum::Name];
        assert_eq!(
            with(Method::Declaration, three).level().unwrap(),
            Level::High
        );
        with(Method::SignIn, two).level().unwrap_err();
    }

    #[test]
    fn what_is_contested_shows_nothing() {
        let email = Evidence {
            contested: &[Datum::Email],
            ..of(Method::Email)
        };
        assert!(email.level().unwrap_err().message.contains("`email`"));
        let points = Evidence {
            points: &[Datum::Phone, Datum::Name],
            contested: &[Datum::Name],
            ..of(Method::DataPoints)
        };
        points.level().unwrap_err();
        let other = Evidence {
            contested: &[Datum::Name],
            ..of(Method::Email)
        };
        assert_eq!(other.level().unwrap(), Level::Reasonable);
    }

    #[test]
    fn an_agent_is_worth_what_it_showed() {
        let shown = |agent| {
            Evidence {
                agent,
                ..of(Method::Agent)
            }
            .level()
        };
        shown(None).unwrap_err();
        let signed = shown(Some(AgentProof::SignedPermission)).unwrap();
        require(signed, Type::Delete, Law::Ccpa).unwrap();
        require(signed, Type::KnowSpecific, Law::Ccpa).unwrap_err();
        let power = shown(Some(AgentProof::PowerOfAttorney)).unwrap();
        require(power, Type::KnowSpecific, Law::Ccpa).unwrap();
        require(signed, Type::Access, Law::Gdpr).unwrap();
    }

    #[test]
    fn lists_are_read_back() {
        let list = [Datum::Email, Datum::BirthDate];
        let text = write_list(&list);
        assert_eq!(text.as_deref(), Some("email,birth-date"));
        assert_eq!(read_list(text.as_deref()).unwrap(), list);
        assert_eq!(write_list(&[]), None);
        read_list(Some("email,x")).unwrap_err();
    }
}
