//! Where requests go.

use super::*;
use crate::crypto::secret::SecretText;

#[test]
fn plain_http_goes_to_no_name_below_this_machines() {
    for address in ["http://localhost:9000", "http://127.0.0.1:9000"] {
        let access = Access {
            endpoint: Some(Endpoint::parse(address).unwrap()),
            region: "us-east-1".to_owned(),
            path_style: false,
            ca_file: None,
            key: AccessKey {
                id: "A".to_owned(),
                secret: SecretText::new("s".to_owned()),
                token: None,
            },
            patience: SILENCE,
        };
        let client = Client::new("backups", "s3://backups".to_owned(), access).unwrap();
        assert_eq!(client.endpoint.base(), address);
        assert_eq!(client.root, "/backups");
    }
}
