//! The program's own form: everything that an import takes, one object a line.

use serde_json::{Map, Value, json};

use super::Leaving;
use crate::base::clock::{Time, micros_text};
use crate::base::error::{Error, Result};

pub(super) fn line(leaving: &Leaving) -> Result<String> {
    let row = &leaving.row;
    let time = |time: Option<Time>| time.map(micros_text);
    let mut map = Map::new();
    let mut put = |key: &str, value: Value| {
        if !value.is_null() && value != json!([]) {
            map.insert(key.to_owned(), value);
        }
    };
    put("id", json!(row.id));
    put("name", json!(row.name));
    put("email", json!(row.email));
    put("display_name", json!(row.display_name));
    put("kind", json!(row.kind.as_str()));
    put("region", json!(row.region));
    put("created", json!(micros_text(row.created)));
    put("expires", json!(time(row.expires)));
    put("disabled", json!(time(row.disabled)));
    put("locked_until", json!(time(row.locked_until)));
    put("lock_reason", json!(row.lock_reason));
    put("last_sign_in", json!(time(row.last_sign_in)));
    put("roles", json!(row.roles));
    put("groups", json!(row.groups));
    put("hash", json!(leaving.hash));
    put("require_change", json!(leaving.require_change));
    put("otp", json!(factors(leaving)));
    let line = serde_json::to_string(&map);
    line.map(|line| line + "\n")
        .map_err(|error| Error::bug("an account does not fit into JSON").because(error))
}

fn factors(leaving: &Leaving) -> Vec<Value> {
    let factor = |factor: &crate::store::moving::FactorParts| {
        json!({
            "secret": data_encoding::BASE32_NOPAD.encode(&factor.secret),
            "algorithm": factor.algorithm,
            "digits": factor.digits,
            "period": factor.period,
        })
    };
    leaving.factors.iter().map(factor).collect()
}
