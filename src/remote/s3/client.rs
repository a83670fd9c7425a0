//! Sends signed requests, tries passing failures again, and turns refusals into errors that say what to do. Knows
//! requests, not files.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use sha2::{Digest, Sha256};
use ureq::Agent;
use ureq::http::Request;

use crate::base::clock::Clock;
use crate::base::error::{Error, Kind, Result};
use crate::remote::http::{self, Endpoint, Response};
use crate::remote::{patience, quoted};

use super::answers::{self, Element};
use super::sign::{self, AccessKey, Signable};

/// Nothing is heard for this long: the other side is gone.
pub const SILENCE: Duration = Duration::from_mins(1);
/// What the server calls a body that it did not receive as it was sent.
const CHANGED: [&str; 3] = [
    "BadDigest",
    "XAmzContentSHA256Mismatch",
    "XAmzContentChecksumMismatch",
];
/// Listings of a thousand keys of 1024 bytes, each written as entities, stay below.
const ANSWER_LIMIT: u64 = 8 << 20;

/// How a bucket is reached.
pub struct Access {
    /// Absent: Amazon's own.
    pub endpoint: Option<Endpoint>,
    pub region: String,
    /// The bucket stands in the path and not in the host's name.
    pub path_style: bool,
    pub ca_file: Option<PathBuf>,
    pub key: AccessKey,
    /// How long is waited for a sign of life: see [`SILENCE`].
    pub patience: Duration,
}

pub(super) struct Client {
    agent: Agent,
    endpoint: Endpoint,
    region: String,
    /// In front of every key: `/BUCKET` or nothing.
    root: String,
    key: AccessKey,
    /// `s3://BUCKET/PREFIX`, for messages.
    name: String,
}

/// One request. The key is a whole one, empty for the bucket itself.
pub(super) struct Call<'a> {
    pub(super) method: &'static str,
    pub(super) key: &'a str,
    pub(super) query: Vec<(&'a str, String)>,
    pub(super) headers: Vec<(&'a str, String)>,
    pub(super) body: &'a [u8],
}

impl<'a> Call<'a> {
    pub(super) const fn new(method: &'static str, key: &'a str) -> Self {
        Self {
            method,
            key,
            query: vec![],
            headers: vec![],
            body: &[],
        }
    }

    pub(super) fn ask(mut self, name: &'a str, value: impl fmt::Display) -> Self {
        self.query.push((name, value.to_string()));
        self
    }

    pub(super) fn header(mut self, name: &'a str, value: impl fmt::Display) -> Self {
        self.headers.push((name, value.to_string()));
        self
    }

    pub(super) const fn body(mut self, body: &'a [u8]) -> Self {
        self.body = body;
        self
    }

    /// What the server has to find the body to be.
    pub(super) fn checked(self, body: &'a [u8]) -> Self {
        let sum = data_encoding::BASE64.encode(&Sha256::digest(body));
        self.body(body)
            .header("x-amz-sdk-checksum-algorithm", "SHA256")
            .header("x-amz-checksum-sha256", sum)
    }
}

/// What came back, after as many tries as it took.
pub(super) struct Reply {
    pub(super) response: Response,
    /// An earlier try may have reached the server: its answer was lost.
    pub(super) repeated: bool,
    /// The body, where it had to be read to know what the status means.
    told: Option<String>,
}

impl Reply {
    fn new(mut response: Response, repeated: bool) -> Self {
        // Of this status alone the code in the body says whether another try would help.
        let told = (response.status() == 400).then(|| {
            let body = response.body_mut().with_config().limit(ANSWER_LIMIT);
            body.read_to_string().unwrap_or_default()
        });
        Self {
            response,
            repeated,
            told,
        }
    }

    /// Whether the same request may be met: after overload and faults, and when it did not arrive as it was sent.
    fn is_passing(&self) -> bool {
        let Some(told) = &self.told else {
            return is_passing(self.status());
        };
        let code = answers::parse(told).ok();
        let code = code.as_ref().and_then(|error| error.get("Code"));
        code.is_some_and(|code| CHANGED.contains(&code) || is_passing_code(code))
    }

    pub(super) fn status(&self) -> u16 {
        self.response.status().as_u16()
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.response.headers().get(name)?.to_str().ok()
    }

    /// The body, which must be there whole.
    pub(super) fn text(self) -> Result<String> {
        if let Some(told) = self.told {
            return Ok(told);
        }
        let (_, body) = self.response.into_parts();
        body.into_with_config()
            .limit(ANSWER_LIMIT)
            .read_to_string()
            .map_err(|error| answers::strange(&error.to_string()))
    }

    pub(super) fn xml(self, root: &str) -> Result<Element> {
        let document = answers::parse(&self.text()?)?;
        if document.name == root {
            return Ok(document);
        }
        Err(answers::strange(&format!(
            "`{}` and not `{root}`",
            document.name
        )))
    }
}

/// An answer that is no success.
pub(super) struct Denial {
    pub(super) status: u16,
    pub(super) code: String,
    pub(super) message: String,
    region: Option<String>,
}

impl Client {
    pub(super) fn new(bucket: &str, name: String, access: Access) -> Result<Self> {
        let amazon = || Endpoint::https(format!("s3.{}.amazonaws.com", access.region));
        let endpoint = access.endpoint.clone().unwrap_or_else(amazon);
        // A name with dots does not fit the certificate of `*.HOST`. And what stands in front of this machine's
        // address makes another name of it, which may lead anywhere: plain `http` goes to no such name.
        let in_path =
            access.path_style || bucket.contains('.') || endpoint.scheme() == http::Scheme::Http;
        Ok(Self {
            agent: http::agent(&endpoint, access.ca_file.as_deref(), access.patience)?,
            endpoint: if in_path {
                endpoint
            } else {
                endpoint.under(bucket)
            },
            root: if in_path {
                format!("/{bucket}")
            } else {
                String::new()
            },
            region: access.region,
            key: access.key,
            name,
        })
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Sends until there is an answer that another try would not change.
    pub(super) fn send(&self, call: &Call<'_>) -> Result<Reply> {
        let mut tried = 0;
        let mut repeated = false;
        loop {
            tried += 1;
            let last = tried == patience::TRIES;
            match self.once(call)? {
                Ok(response) => {
                    let reply = Reply::new(response, repeated);
                    if last || !reply.is_passing() {
                        return Ok(reply);
                    }
                    patience::pause(tried, asked(&reply.response));
                }
                Err(error) if last || !http::is_passing(&error) => {
                    return Err(self.unreached(&error, tried));
                }
                Err(_) => patience::pause(tried, None),
            }
            repeated = true;
        }
    }

    /// The same, where only success will do.
    pub(super) fn succeed(&self, what: &str, call: &Call<'_>) -> Result<Reply> {
        let reply = self.send(call)?;
        if (200..300).contains(&reply.status()) {
            return Ok(reply);
        }
        Err(self.error(what, &Self::denial(reply)))
    }

    fn once(&self, call: &Call<'_>) -> Result<std::result::Result<Response, ureq::Error>> {
        let now = Clock::machine().now();
        let path = match (self.root.as_str(), call.key) {
            ("", "") => "/".to_owned(),
            (root, "") => root.to_owned(),
            (root, key) => format!("{root}/{}", sign::encoded_path(key)),
        };
        let payload = sign::hex(&Sha256::digest(call.body));
        let mut headers = call.headers.clone();
        headers.push(("host", self.endpoint.authority()));
        headers.push(("x-amz-date", sign::stamp(now)));
        headers.push(("x-amz-content-sha256", payload.clone()));
        if let Some(token) = &self.key.token {
            headers.push(("x-amz-security-token", token.expose().to_owned()));
        }
        let signable = Signable {
            method: call.method,
            path: &path,
            query: &call.query,
            headers: &headers,
            payload: &payload,
        };
        let authorization = sign::authorization(&self.key, &self.region, now, &signable)?;
        let query = sign::query(&call.query);
        let mark = if query.is_empty() { "" } else { "?" };
        let mut request = Request::builder()
            .method(call.method)
            .uri(format!("{}{path}{mark}{query}", self.endpoint.base()))
            .header("authorization", authorization);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let wrong = |error| Error::usage("the request cannot be written").because(error);
        Ok(match call.method {
            "PUT" | "POST" => self.agent.run(request.body(call.body).map_err(wrong)?),
            _ => self.agent.run(request.body(()).map_err(wrong)?),
        })
    }

    fn unreached(&self, error: &ureq::Error, tried: u32) -> Error {
        let host = self.endpoint.authority();
        let failure = Error::new(Kind::Remote, format!("`{}` cannot be reached", self.name))
            .because(format!("{host}: {}", quoted(&error.to_string())));
        if http::is_untrusted(error) {
            return failure.hint("if the server has a certificate of your own authority, name it with `ca_file` in the target's table");
        }
        failure.detail(format!("tried {tried} times"))
    }

    /// Reads why a request was not met.
    pub(super) fn denial(reply: Reply) -> Denial {
        let status = reply.status();
        let region = reply.header("x-amz-bucket-region").map(quoted);
        let told = reply.xml("Error").ok();
        let field = |name| {
            let text = told.as_ref().and_then(|error| error.get(name));
            quoted(text.unwrap_or_default())
        };
        Denial {
            status,
            code: field("Code"),
            message: field("Message"),
            region: region.or_else(|| told.as_ref()?.get("Region").map(quoted)),
        }
    }

    pub(super) fn error(&self, what: &str, denial: &Denial) -> Error {
        let Denial { status, code, .. } = denial;
        let name = &self.name;
        let kind = match status {
            404 if code != "NoSuchBucket" => Kind::NotFound,
            409 | 412 => Kind::Conflict,
            507 => Kind::NoSpace,
            _ => Kind::Remote,
        };
        let failure = |text: String| Error::new(kind, text).because(denial);
        if let Some(region) = denial
            .region
            .as_ref()
            .filter(|region| **region != self.region)
        {
            return failure(format!(
                "`{name}` is in the region `{region}`, not in `{}`",
                self.region
            ))
            .hint(format!("set `region = \"{region}\"` in the target's table"));
        }
        match (status, code.as_str()) {
            (_, "NoSuchBucket") => failure(format!("there is no bucket for `{name}`"))
                .hint("make it, or mend the target's URL"),
            (_, "RequestTimeTooSkewed") => {
                failure(format!("`{name}` does not accept this machine's clock"))
                    .hint("set the clock")
            }
            (400, code) if CHANGED.contains(&code) => failure(format!(
                "`{name}` received something else than was sent, {} times",
                patience::TRIES
            ))
            .hint("look for what changes it on the way: a proxy, the network, or faulty memory"),
            (401 | 403, _) => failure(format!(
                "`{name}` does not let the access key `{}` {what}",
                quoted(&self.key.id)
            ))
            .hint("look at the key in `credentials_file` and at what it is permitted"),
            (300..=399, _) => failure(format!("`{name}` sends elsewhere, which is not followed"))
                .hint("set `endpoint` and `region` in the target's table"),
            _ => failure(format!("`{name}` does not {what}")),
        }
    }
}

impl fmt::Display for Denial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "status {}", self.status)?;
        [&self.code, &self.message]
            .into_iter()
            .filter(|text| !text.is_empty())
            .try_for_each(|text| write!(f, ", {text}"))
    }
}

/// Statuses after which the same request may be met: overload and faults, but not what the server cannot do at all
/// or has no room for.
const fn is_passing(status: u16) -> bool {
    matches!(status, 408 | 429 | 500 | 502..=506 | 508..=599)
}

/// The same in a body, whatever the status.
pub(super) fn is_passing_code(code: &str) -> bool {
    matches!(
        code,
        "InternalError"
            | "SlowDown"
            | "ServiceUnavailable"
            | "RequestTimeout"
            | "IncompleteBody"
            | "OperationAborted"
    )
}

fn asked(response: &Response) -> Option<Duration> {
    let seconds = response.headers().get("retry-after")?.to_str().ok()?;
    seconds.parse().ok().map(Duration::from_secs)
}

#[cfg(test)]
mod tests;
