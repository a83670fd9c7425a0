"""Writes password hashes as other programs write them, one `label<TAB>hash` a line.

Usage: hashes.py LIBRARY PASSWORD. Ends with 3 and the reason where the library is missing.
"""

import base64
import hashlib
import os
import sys


def with_argon2(password):
    from argon2.low_level import Type, hash_secret

    for kind in (Type.I, Type.D, Type.ID):
        for version, salt, length in ((19, 16, 32), (16, 8, 16), (19, 64, 128)):
            made = hash_secret(
                password.encode(),
                os.urandom(salt),
                time_cost=2,
                memory_cost=64,
                parallelism=2,
                hash_len=length,
                type=kind,
                version=version,
            )
            yield f"{kind.name} {version} {length}", made.decode()


def with_bcrypt(password):
    import bcrypt

    for prefix in (b"2a", b"2b"):
        made = bcrypt.hashpw(password.encode(), bcrypt.gensalt(5, prefix)).decode()
        yield prefix.decode(), made
    yield "2y", made.replace("$2b$", "$2y$")


def with_passlib(password):
    from passlib import hash as schemes

    rounds = {
        "pbkdf2_sha1": 1000,
        "pbkdf2_sha256": 1000,
        "pbkdf2_sha512": 1000,
        "ldap_pbkdf2_sha1": 1000,
        "ldap_pbkdf2_sha256": 1000,
        "ldap_pbkdf2_sha512": 1000,
        "sha256_crypt": 1000,
        "sha512_crypt": 7000,
        "ldap_sha512_crypt": 5000,
        "scrypt": 10,
        "bcrypt_sha256": 5,
    }
    names = list(rounds) + [
        "md5_crypt",
        "apr_md5_crypt",
        "ldap_md5",
        "ldap_sha1",
        "ldap_salted_md5",
        "ldap_salted_sha1",
        "ldap_salted_sha256",
        "ldap_salted_sha512",
        "ldap_md5_crypt",
        "atlassian_pbkdf2_sha1",
        "django_salted_md5",
        "django_salted_sha1",
        "django_pbkdf2_sha256",
    ]
    for name in names:
        scheme = getattr(schemes, name, None)
        if scheme is None:
            continue
        options = {"rounds": rounds[name]} if name in rounds else {}
        yield name, scheme.using(**options).hash(password)
    yield "bcrypt_sha256 1", schemes.bcrypt_sha256.using(rounds=5, version=1).hash(password)


def with_django(password):
    import django
    from django.conf import settings

    hashers = "django.contrib.auth.hashers."
    classes = [
        "PBKDF2PasswordHasher",
        "PBKDF2SHA1PasswordHasher",
        "Argon2PasswordHasher",
        "BCryptSHA256PasswordHasher",
        "BCryptPasswordHasher",
        "ScryptPasswordHasher",
        "SHA1PasswordHasher",
        "MD5PasswordHasher",
    ]
    from django.contrib.auth import hashers as known

    there = [name for name in classes if hasattr(known, name)]
    settings.configure(PASSWORD_HASHERS=[hashers + name for name in there])
    django.setup()
    for name in there:
        hasher = getattr(known, name)()
        if hasattr(hasher, "rounds"):
            hasher.rounds = 5
        yield hasher.algorithm, hasher.encode(password, hasher.salt())


def with_hashlib(password):
    """Forms that the libraries above do not write."""
    salt, typed = os.urandom(64), password.encode()
    blob = hashlib.pbkdf2_hmac("sha256", typed, salt, 2048, 256)
    packed = (2048).to_bytes(4, "big") + salt + blob
    yield "389ds", "{PBKDF2_SHA256}" + base64.b64encode(packed).decode()
    made = hashlib.pbkdf2_hmac("sha256", typed, b"aSalt", 1000).hex()
    yield "werkzeug pbkdf2", f"pbkdf2:sha256:1000$aSalt${made}"
    made = hashlib.scrypt(typed, salt=b"aSalt", n=1024, r=8, p=2, dklen=64)
    yield "werkzeug scrypt", f"scrypt:1024:8:2$aSalt${made.hex()}"
    text = base64.b64encode(made).decode()
    yield "django scrypt", f"scrypt$1024$aSalt$8$2${text}"
    for name in ("sha256", "sha384", "sha512"):
        made = hashlib.new(name, typed + salt[:12]).digest() + salt[:12]
        yield f"s{name}", f"{{S{name.upper()}}}" + base64.b64encode(made).decode()
        made = hashlib.new(name, typed).digest()
        yield name, f"{{{name}}}" + base64.b64encode(made).decode()


def main():
    library, password = sys.argv[1:]
    writers = {
        "argon2": with_argon2,
        "bcrypt": with_bcrypt,
        "passlib": with_passlib,
        "django": with_django,
        "hashlib": with_hashlib,
    }
    try:
        for label, made in writers[library](password):
            print(f"{label}\t{made}")
    except ImportError as error:
        print(error, file=sys.stderr)
        sys.exit(3)


main()
