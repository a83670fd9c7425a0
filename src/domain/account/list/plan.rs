//! A filter of accounts as the store searches by it. What a comparison means is the filter's: this only puts it
//! into the store's words, and a test holds both to the same answers.

use crate::base::clock::Time;
use crate::domain::filter::{Filter, Shape, Sign, Test};
use crate::store::account::{Ask, Column, Compare, Condition, Listed};

/// The condition that holds for the same accounts as the filter; removed ones are left out if `hidden`.
pub fn condition(filter: Option<&Filter<Listed>>, removed: super::Removed) -> Condition {
    let mut parts = vec![];
    if let Some(filter) = filter {
        flatten(translated(&filter.shape()), &mut parts);
    }
    if removed == super::Removed::Hidden {
        parts.push(Condition::Holds(Column::Removed, Ask::Absent));
    }
    Condition::All(parts)
}

fn translated(shape: &Shape<'_>) -> Condition {
    match shape {
        Shape::Any(shapes) => match shapes.as_slice() {
            [only] => translated(only),
            _ => Condition::Any(shapes.iter().map(translated).collect()),
        },
        Shape::All(shapes) => {
            let mut parts = vec![];
            for shape in shapes {
                flatten(translated(shape), &mut parts);
            }
            Condition::All(parts)
        }
        Shape::Not(shape) => not(translated(shape)),
        Shape::Compare(name, test) => column(name).map_or_else(
            // No field is without a column; one that were would find nothing rather than everything.
            || Condition::Any(vec![]),
            |column| compared(column, test),
        ),
    }
}

/// `a and (b and c)` is `a and b and c`: each part may drive the search.
fn flatten(condition: Condition, into: &mut Vec<Condition>) {
    match condition {
        Condition::All(parts) => into.extend(parts),
        other => into.push(other),
    }
}

fn not(condition: Condition) -> Condition {
    match condition {
        Condition::Not(inner) => *inner,
        Condition::Any(parts) => Condition::All(parts.into_iter().map(not).collect()),
        Condition::All(parts) => Condition::Any(parts.into_iter().map(not).collect()),
        other @ Condition::Holds(..) => Condition::Not(Box::new(other)),
    }
}

fn compared(column: Column, test: &Test) -> Condition {
    let (sign, ask): (Sign, fn(Compare, &Test) -> Ask) = match test {
        Test::Absent(true) => return Condition::Holds(column, Ask::Absent),
        Test::Absent(false) => return not(Condition::Holds(column, Ask::Absent)),
        Test::Text(sign, _) | Test::Number(sign, _) | Test::Time(sign, ..) => (*sign, asked),
    };
    let holds = |compare| Condition::Holds(column, ask(compare, test));
    match sign {
        Sign::Is => holds(Compare::Is),
        Sign::IsNot => not(opposite(column, holds(Compare::Is), test)),
        Sign::Less => holds(Compare::Less),
        Sign::AtMost => holds(Compare::AtMost),
        Sign::More => holds(Compare::More),
        Sign::AtLeast => holds(Compare::AtLeast),
        Sign::Contains => holds(Compare::Contains),
    }
}

/// Of a field with two words, not to be the one is to be the other: that one may be rare and have an index.
fn opposite(column: Column, is: Condition, test: &Test) -> Condition {
    const PAIRS: [(Column, &str, &str); 2] = [
        (Column::Factor, "none", "totp"),
        (Column::Kind, "person", "service"),
    ];
    let Test::Text(_, asked) = test else {
        return is;
    };
    let pair = PAIRS
        .iter()
        .find(|(known, word, _)| *known == column && word == asked);
    pair.map_or(is, |(_, _, other)| {
        let ask = Ask::Text(Compare::Is, (*other).to_owned());
        not(Condition::Holds(column, ask))
    })
}

fn asked(compare: Compare, test: &Test) -> Ask {
    let micros = |time: &Time| time.timestamp_micros();
    match test {
        Test::Absent(_) => Ask::Absent,
        Test::Text(_, value) => Ask::Text(compare, value.clone()),
        Test::Number(_, number) => Ask::Number(compare, *number),
        Test::Time(_, first, end) => Ask::Time(compare, micros(first), micros(end)),
    }
}

pub(super) fn column(field: &str) -> Option<Column> {
    Some(match field {
        "id" => Column::Id,
        "name" => Column::Name,
        "email" => Column::Email,
        "display_name" => Column::DisplayName,
        "kind" => Column::Kind,
        "state" => Column::State,
        "role" | "roles" => Column::Role,
        "group" | "groups" => Column::Group,
        "region" => Column::Region,
        "password" => Column::Password,
        "scheme" => Column::Scheme,
        "require_change" => Column::RequireChange,
        "2fa" => Column::Factor,
        "operator" => Column::Operator,
        "imported" => Column::Imported,
        "created" => Column::Created,
        "changed" => Column::Changed,
        "expires" => Column::Expires,
        "disabled" => Column::Disabled,
        "locked_until" => Column::LockedUntil,
        "removed" => Column::Removed,
        "last_sign_in" | "last_login" => Column::LastSignIn,
        _ => return None,
    })
}
