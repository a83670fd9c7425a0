//! SFTP
