# A bundle before programs that are not ours: the answer against its schema with `jsonschema`, each CSV file with the csv
# module and OWASP's list of what a spreadsheet runs, the encrypted zip with pyzipper, the colors of the page against
# WCAG. Ends with 0 when all of them agree.
#
#   python bundle.py BAG ZIP PASSPHRASE
import csv, hashlib, json, pathlib, re, sys, unicodedata

import jsonschema
import pyzipper

bag, archive, passphrase = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3].encode()
data = bag / "data"

schema = json.loads((data / "schema/response-1.schema.json").read_text())
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
answer = json.loads((data / "response.json").read_text())
validator.validate(answer)
for key in list(answer):
    without = {name: value for name, value in answer.items() if name != key}
    if key in schema["required"]:
        assert not validator.is_valid(without), key
assert not validator.is_valid({**answer, "extra": 1})


def runs(cell):
    first = cell
    while first and (first[0].isspace() or unicodedata.category(first[0]) in ("Cc", "Cf", "Zl", "Zp")):
        first = first[1:]
    return cell[:1] in ("\t", "\r", "\n") or first[:1] in tuple("=+-@\uff1d\uff0b\uff0d\uff20")


rows = {}
for path in sorted(data.glob("*.csv")):
    raw = path.read_bytes().decode("utf-8")
    with path.open(newline="", encoding="utf-8") as file:
        table = list(csv.reader(file, strict=True))
    assert all(len(row) == len(table[0]) for row in table), path
    assert not [cell for row in table for cell in row if runs(cell)], path
    rows[path.name] = table[1:]
assert any(cell.startswith("'") for table in rows.values() for row in table for cell in row)


# One source: what a table says is what the answer says, the newest first.
def undefused(cell):
    return cell[1:] if cell.startswith("'") else cell


assert len(rows["activity.csv"]) == len(answer["activity"]) > 0
for row, item in zip(rows["activity.csv"], reversed(answer["activity"])):
    assert [undefused(cell) for cell in row] == [
        item[key] if not item[key].startswith("'") else item[key][1:]
        for key in ("time", "what", "who", "on", "purpose", "outcome", "details")
    ], (row, item)
assert len(rows["sign-ins.csv"]) == len(answer["sign_ins"]) > 0
for row, item in zip(rows["sign-ins.csv"], reversed(answer["sign_ins"])):
    assert undefused(row[4]) == (item["user_agent"] or ""), (row, item)

# Contrast of every ink on every paper, in both schemes (WCAG 2.2, 1.4.3 and 1.4.11).
page = (data / "START-HERE.html").read_text()
style = re.search(r"<style>(.*?)</style>", page, re.S).group(1)


def luminance(color):
    color = color.lstrip("#")
    color = "".join(c * 2 for c in color) if len(color) == 3 else color
    parts = [int(color[at:at + 2], 16) / 255 for at in (0, 2, 4)]
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


schemes = re.findall(r":root \{([^}]*)\}", style)
assert len(schemes) == 3, schemes
for scheme in schemes:
    colors = dict(re.findall(r"--(\w+): (#[0-9a-f]+)", scheme))
    for ink in ("ink", "soft", "bar"):
        for paper in ("paper", "shade"):
            light, dark = sorted((luminance(colors[ink]), luminance(colors[paper])), reverse=True)
            contrast = (light + 0.05) / (dark + 0.05)
            assert contrast >= 4.5, (ink, paper, contrast)

# The vCard: every line is one of ours, whatever the values hold.
card = (data / "profile.vcf").read_bytes().decode("utf-8").replace("\r\n ", "")
names = [re.split("[;:]", line)[0] for line in card.split("\r\n") if line]
assert names[0] == "BEGIN" and names[-1] == "END" and set(names) <= {
    "BEGIN", "VERSION", "FN", "NICKNAME", "EMAIL", "UID", "END"
}, names

# The zip: opens with its passphrase and no other, and has the bag's files, name by name and byte by byte.
with pyzipper.AESZipFile(archive) as opened:
    opened.setpassword(passphrase)
    assert opened.testzip() is None
    names = {name.split("/", 1)[1] for name in opened.namelist()}
    assert all(info.wz_aes_version == 2 and info.wz_aes_strength == 3 for info in opened.infolist())
    manifest = opened.read(next(name for name in opened.namelist() if name.endswith("/manifest-sha256.txt")))
    for line in manifest.decode().splitlines():
        digest, path = line.split("  ")
        folder = opened.namelist()[0].split("/")[0]
        assert hashlib.sha256(opened.read(f"{folder}/{path}")).hexdigest() == digest, path
    assert {str(path.relative_to(bag)) for path in bag.rglob("*") if path.is_file()} == names
with pyzipper.AESZipFile(archive) as opened:
    opened.setpassword(b"another passphrase")
    try:
        opened.read(opened.namelist()[0])
        sys.exit("a wrong passphrase opens the zip")
    except RuntimeError:
        pass
print("all agree")
