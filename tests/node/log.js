// Verifiers that are not ours: @sigstore/verify checks checkpoints and inclusion, @transmute/rfc9162 inclusion,
// consistency and the rebuilt tree. Ends with 0 when what is whole is accepted and nothing altered is.
//
//	node log.js MODULES VKEY OLD-CHECKPOINT PROOF CONSISTENCY TILES
const assert = require('node:assert');
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const [modules, vkey, oldFile, proofFile, consistencyFile, tiles] = process.argv.slice(2);
const sigstore = path.join(modules, '@sigstore', 'verify', 'dist', 'tlog');
const { verifyCheckpoint } = require(path.join(sigstore, 'checkpoint.js'));
const { verifyMerkleInclusion } = require(path.join(sigstore, 'merkle.js'));
const { RFC9162 } = require(path.join(modules, '@transmute', 'rfc9162'));

const name = vkey.split('+')[0];
const id = vkey.split('+')[1];
const material = Buffer.from(vkey.slice(name.length + id.length + 2), 'base64').subarray(1);
const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), material]);
const tlog = {
  logID: Buffer.from(id, 'hex'),
  baseURL: name,
  publicKey: crypto.createPublicKey({ key: spki, format: 'der', type: 'spki' }),
};
const open = (envelope) => verifyCheckpoint({ inclusionProof: { checkpoint: { envelope } } }, [tlog]);
const passes = (check) => {
  try {
    check();
    return true;
  } catch {
    return false;
  }
};
let tried = 0;

function flipped(bytes, visit) {
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const altered = Buffer.from(bytes);
    altered[bit >> 3] ^= 1 << (bit & 7);
    visit(altered, bit >> 3);
    tried++;
  }
}

// Every bit of the signed text, and every bit of the signature itself: how its line is spelled this reader does not
// look at closely.
function checkpoints(note) {
  open(note);
  const [text, line] = note.split('\n\n');
  flipped(Buffer.from(text + '\n'), (altered, at) => {
    assert(!passes(() => open(altered.toString() + '\n' + line)), `byte ${at} of the text`);
  });
  const words = line.trimEnd().split(' ');
  flipped(Buffer.from(words[2], 'base64'), (altered, at) => {
    const again = `${words[0]} ${words[1]} ${altered.toString('base64')}\n`;
    assert(!passes(() => open(text + '\n\n' + again)), `byte ${at} of the signature`);
  });
}

function entries() {
  const folder = path.join(tiles, 'tile', 'entries');
  const files = fs.readdirSync(folder, { recursive: true }).map((file) => path.join(folder, file));
  const found = [];
  for (const file of files.filter((file) => fs.statSync(file).isFile()).sort()) {
    let data = fs.readFileSync(file);
    while (data.length > 0) {
      const end = 2 + data.readUInt16BE(0);
      found.push(data.subarray(2, end));
      data = data.subarray(end);
    }
  }
  return found;
}

async function main() {
  const oldNote = fs.readFileSync(oldFile, 'utf8');
  checkpoints(oldNote);
  const old = open(oldNote);

  const whole = fs.readFileSync(proofFile, 'utf8');
  const cut = whole.indexOf('\n\n');
  const head = whole.slice(0, cut).split('\n');
  const log = open(whole.slice(cut + 2));
  const size = Number(log.logSize);
  const entry = Buffer.from(head[1].slice('extra '.length), 'base64');
  const index = Number(head[2].slice('index '.length));
  const hashes = head.slice(3).map((text) => Buffer.from(text, 'base64'));
  const leaf = await RFC9162.leaf(entry);
  const bySigstore = (logIndex, hashes) =>
    passes(() => verifyMerkleInclusion({ canonicalizedBody: entry, inclusionProof: { logIndex, hashes } }, log));
  const byTransmute = (leaf_index, inclusion_path) =>
    RFC9162.verifyInclusionProof(log.logHash, leaf, { log_id: '', tree_size: size, leaf_index, inclusion_path });
  for (let other = 0; other < size; other++) {
    assert.equal(bySigstore(other, hashes), other === index, `index ${other}`);
    assert.equal(await byTransmute(other, hashes), other === index, `index ${other}`);
    tried++;
  }
  for (let at = 0; at < hashes.length; at++) {
    const altered = [];
    flipped(hashes[at], (hash) => altered.push(hash));
    for (const hash of altered) {
      const changed = hashes.with(at, hash);
      assert(!bySigstore(index, changed) && !(await byTransmute(index, changed)), `hash ${at}`);
    }
  }

  const continued = fs.readFileSync(consistencyFile, 'utf8');
  const lines = continued.slice(0, continued.indexOf('\n\n')).split('\n');
  const after = open(continued.slice(continued.indexOf('\n\n') + 2));
  const proven = lines.slice(1).map((text) => Buffer.from(text, 'base64'));
  const continues = (consistency_path, tree_size_1) =>
    RFC9162.verifyConsistencyProof(old.logHash, after.logHash, {
      log_id: '',
      tree_size_1,
      tree_size_2: Number(after.logSize),
      consistency_path,
    });
  assert(await continues(proven, Number(old.logSize)));
  for (let at = 0; at < proven.length; at++) {
    const altered = [];
    flipped(proven[at], (hash) => altered.push(hash));
    for (const hash of altered) {
      assert(!(await continues(proven.with(at, hash), Number(old.logSize))), `hash ${at}`);
    }
    assert(!(await continues(proven.toSpliced(at, 1), Number(old.logSize))), `hash ${at} left out`);
  }

  const all = entries();
  assert.equal(all.length, size);
  assert(Buffer.from(await RFC9162.treeHead(all)).equals(log.logHash), 'the rebuilt tree has another root');
  console.log(tried, 'tried');
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
