//! Regions: officially assigned ISO 3166-1 alpha-2 codes. Which law follows from one is not decided here.

use crate::base::error::{Error, Result};
use crate::base::text::safe;

/// The 249 codes that are assigned.
const CODES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS \
BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ \
FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT \
JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP \
MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE \
RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV \
TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// A region whose code exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region(String);

impl Region {
    /// Takes lower case, too.
    pub fn new(typed: &str) -> Result<Self> {
        let code = typed.to_ascii_uppercase();
        if CODES.split(' ').any(|known| known == code) {
            return Ok(Self(code));
        }
        let error = Error::usage(format!("`{}` is not a region", safe(typed)));
        Err(error.hint(match code.as_str() {
            "UK" => "the code of the United Kingdom is `GB`",
            "EL" => "the code of Greece is `GR`",
            _ => "give a code of two letters (ISO 3166-1): `DE`, `US`",
        }))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_known_and_others_refused() {
        assert_eq!(CODES.split(' ').count(), 249);
        assert_eq!(Region::new("de").unwrap().as_str(), "DE");
        for bad in ["", "D", "UK", "DEU", "XX", "D E"] {
            assert!(Region::new(bad).is_err(), "{bad}");
        }
    }
}
