// Checks proofs and cosigned checkpoints with Go's packages for checksum databases:
// check KEY [-witness KEY]... PROOF|cosigned/SIZE.note...
// It prints how many fit and up to where each witness signed, and ends with 0, or says which does not and ends with 1.
// A cosigned checkpoint needs SIZE.consistency beside it; each witness must have signed one, and then all files must be
// of one checkpoint: what a witness signed says nothing of another tree.
package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if len(os.Args) < 3 {
		end("usage", errors.New("check KEY [-witness KEY]... FILE..."))
	}
	key, err := note.NewVerifier(os.Args[1])
	if err != nil {
		end("the key", err)
	}
	files, witnesses := os.Args[2:], map[note.Verifier]int64{}
	for len(files) > 1 && files[0] == "-witness" {
		known, err := newWitness(files[1])
		if err != nil {
			end("the witness's key", err)
		}
		witnesses[known] = -1
		files = files[2:]
	}
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err == nil && strings.HasSuffix(path, ".note") {
			err = checkCosigned(key, witnesses, path, string(text))
		} else if err == nil {
			err = check(key, string(text))
		}
		if err != nil {
			end(path, err)
		}
	}
	if len(witnesses) > 0 && len(trees) != 1 {
		end("the files", errors.New("are of several checkpoints"))
	}
	for known, size := range witnesses {
		if size < 0 {
			end(known.Name(), errors.New("signed none of these"))
		}
	}
	fmt.Println("fits:", len(files), "files,", len(witnesses), "witnesses")
	for known, size := range witnesses {
		fmt.Println("witness", known.Name(), "signed the first", size, "events")
	}
}

// The checkpoints that the files lead to.
var trees = map[string]bool{}

// A witness's key: type 4, the time in front of the text (c2sp.org/tlog-cosignature).
type witness struct {
	name string
	id   uint32
	key  [ed25519.PublicKeySize]byte
}

func newWitness(text string) (note.Verifier, error) {
	parts := strings.SplitN(strings.TrimSpace(text), "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("not NAME+ID+KEY")
	}
	material, err := base64.StdEncoding.Strict().DecodeString(parts[2])
	if err != nil || len(material) != 33 || material[0] != 4 {
		return nil, errors.New("not of type 4")
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), material...))
	if hex.EncodeToString(sum[:4]) != parts[1] {
		return nil, errors.New("its id is not its own")
	}
	known := witness{name: parts[0], id: binary.BigEndian.Uint32(sum[:4])}
	copy(known.key[:], material[1:])
	return known, nil
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.id }
func (w witness) Verify(text, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	head := fmt.Sprintf("cosignature/v1\ntime %d\n", binary.BigEndian.Uint64(signature))
	return ed25519.Verify(w.key[:], append([]byte(head), text...), signature[8:])
}

// The log continues what the witnesses signed.
func checkCosigned(key note.Verifier, witnesses map[note.Verifier]int64, path, text string) error {
	oldSize, oldRoot, err := treeOf(text)
	if err != nil {
		return err
	}
	for known := range witnesses {
		_, err := note.Open([]byte(text), note.VerifierList(known))
		var foreign *note.UnverifiedNoteError
		if err != nil && !errors.As(err, &foreign) {
			return err
		}
		if err == nil && oldSize > witnesses[known] {
			witnesses[known] = oldSize
		}
	}
	proof, err := os.ReadFile(strings.TrimSuffix(path, ".note") + ".consistency")
	if err != nil {
		return err
	}
	head, newer, _ := strings.Cut(string(proof), "\n\n")
	opened, err := note.Open([]byte(newer), note.VerifierList(key))
	if err != nil {
		return err
	}
	size, root, err := treeOf(opened.Text)
	if err != nil {
		return err
	}
	trees[opened.Text] = true
	lines := strings.Split(head, "\n")
	sameLog := strings.SplitN(text, "\n", 2)[0] == strings.SplitN(opened.Text, "\n", 2)[0]
	if !sameLog || lines[0] != fmt.Sprintf("old %d", oldSize) {
		return errors.New("its consistency is of another checkpoint")
	}
	hashes, err := hashesOf(lines[1:])
	if err != nil {
		return err
	}
	if oldSize == size {
		if oldRoot != root || len(hashes) != 0 {
			return errors.New("the log was rewritten")
		}
		return nil
	}
	return tlog.CheckTree(tlog.TreeProof(hashes), size, root, oldSize, oldRoot)
}

// Size and root of a checkpoint's text.
func treeOf(text string) (int64, tlog.Hash, error) {
	lines := strings.Split(text, "\n")
	if len(lines) < 4 {
		return 0, tlog.Hash{}, errors.New("not a checkpoint")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return 0, tlog.Hash{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return size, root, err
}

func hashesOf(lines []string) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, line := range lines {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return nil, err
		}
		if hash.String() != line {
			return nil, errors.New("a hash is not in its one form")
		}
		hashes = append(hashes, hash)
	}
	return hashes, nil
}

func end(what string, err error) {
	fmt.Println("DOES NOT FIT:", what, err)
	os.Exit(1)
}

func check(key note.Verifier, text string) error {
	head, signed, _ := strings.Cut(text, "\n\n")
	opened, err := note.Open([]byte(signed), note.VerifierList(key))
	if err != nil {
		return err
	}
	tree, lines := strings.Split(opened.Text, "\n"), strings.Split(head, "\n")
	if len(tree) < 4 || tree[0] != key.Name() || len(lines) < 3 {
		return errors.New("not a proof of this log")
	}
	if lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "extra ") || !strings.HasPrefix(lines[2], "index ") {
		return errors.New("not a proof: its head is another")
	}
	trees[opened.Text] = true
	size, root, err := treeOf(opened.Text)
	if err != nil {
		return err
	}
	entry, err := base64.StdEncoding.Strict().DecodeString(strings.TrimPrefix(lines[1], "extra "))
	if err != nil {
		return err
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	if err != nil {
		return err
	}
	path, err := hashesOf(lines[3:])
	if err != nil {
		return err
	}
	return tlog.CheckRecord(tlog.RecordProof(path), size, root, index, tlog.RecordHash(entry))
}
