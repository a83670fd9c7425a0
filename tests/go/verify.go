// A verifier that is not ours: Go's sumdb packages check what the program hands out. It prints `ok` and ends
// with 0, or says what is wrong and ends with 1.
//
//	verify checkpoint VKEY FILE
//	verify proof VKEY FILE
//	verify consistency VKEY OLD-CHECKPOINT FILE
//	verify tiles VKEY DIR
//	verify altered VKEY OLD-CHECKPOINT PROOF CONSISTENCY
package main

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if len(os.Args) < 4 {
		fail(errors.New("usage: verify KIND VKEY FILE"))
	}
	verifier, err := note.NewVerifier(os.Args[2])
	fail(err)
	switch kind := os.Args[1]; kind {
	case "checkpoint":
		_, err = checkpoint(verifier, read(os.Args[3]))
	case "proof":
		err = proof(verifier, read(os.Args[3]))
	case "consistency":
		err = consistency(verifier, read(os.Args[3]), read(os.Args[4]))
	case "altered":
		err = altered(verifier, read(os.Args[3]), read(os.Args[4]), read(os.Args[5]))
	case "tiles":
		err = tiles(verifier, os.Args[3])
	default:
		err = errors.New("unknown kind " + kind)
	}
	fail(err)
	fmt.Println("ok")
}

func fail(err error) {
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

func read(path string) string {
	text, err := os.ReadFile(path)
	fail(err)
	return string(text)
}

// checkpoint opens the note and reads the tree in it.
func checkpoint(verifier note.Verifier, text string) (tlog.Tree, error) {
	opened, err := note.Open([]byte(text), note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, errors.New("not a checkpoint of this log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

// altered tries every byte of a checkpoint, every index of an inclusion proof, every size of a consistency proof and
// every bit of every hash; none may pass.
func altered(verifier note.Verifier, old, included, continued string) error {
	tried := 0
	for at := range old {
		for bit := 0; bit < 8; bit++ {
			bytes := []byte(old)
			bytes[at] ^= 1 << bit
			if _, err := checkpoint(verifier, string(bytes)); err == nil && !spare(old, at, bytes[at]) {
				return fmt.Errorf("byte %d of the checkpoint was altered and it passed", at)
			}
			tried++
		}
	}
	head, signed, _ := strings.Cut(included, "\n\n")
	tree, err := checkpoint(verifier, signed)
	if err != nil {
		return err
	}
	lines := strings.Split(head, "\n")
	index, _ := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	for other := int64(0); other < tree.N; other++ {
		lines[2] = fmt.Sprintf("index %d", other)
		err := proof(verifier, strings.Join(lines, "\n")+"\n\n"+signed)
		if (err == nil) != (other == index) {
			return fmt.Errorf("index %d: %v", other, err)
		}
		tried++
	}
	lines[2] = fmt.Sprintf("index %d", index)
	if err := bits(lines, 3, &tried, func(head string) error { return proof(verifier, head+"\n\n"+signed) }); err != nil {
		return err
	}
	head, signed, _ = strings.Cut(continued, "\n\n")
	lines = strings.Split(head, "\n")
	if err := bits(lines, 1, &tried, func(head string) error { return consistency(verifier, old, head+"\n\n"+signed) }); err != nil {
		return err
	}
	fmt.Println(tried, "tried")
	return nil
}

// spare says whether only bits that base64 leaves unused were altered: this reader is not strict about them.
func spare(text string, at int, letter byte) bool {
	if at+1 >= len(text) || text[at+1] != '=' {
		return false
	}
	letters := "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	place := strings.IndexByte(letters, letter)
	return place >= 0 && place>>2 == strings.IndexByte(letters, text[at])>>2
}

// bits flips every bit of every hash from line `first` on, and leaves out and doubles each.
func bits(lines []string, first int, tried *int, check func(string) error) error {
	for at := first; at < len(lines); at++ {
		hash, err := tlog.ParseHash(lines[at])
		if err != nil {
			return err
		}
		good := lines[at]
		for bit := 0; bit < 256; bit++ {
			other := hash
			other[bit/8] ^= 1 << (bit % 8)
			lines[at] = other.String()
			if check(strings.Join(lines, "\n")) == nil {
				return fmt.Errorf("bit %d of hash %d was altered and it passed", bit, at)
			}
			*tried++
		}
		lines[at] = good
		shorter := append(append([]string{}, lines[:at]...), lines[at+1:]...)
		longer := append(append([]string{}, lines[:at+1]...), lines[at:]...)
		if check(strings.Join(shorter, "\n")) == nil || check(strings.Join(longer, "\n")) == nil {
			return fmt.Errorf("hash %d was left out or doubled and it passed", at)
		}
	}
	return check(strings.Join(lines, "\n"))
}

func hashes(lines []string) ([]tlog.Hash, error) {
	var found []tlog.Hash
	for _, line := range lines {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return nil, err
		}
		found = append(found, hash)
	}
	return found, nil
}

func proof(verifier note.Verifier, text string) error {
	head, signed, found := strings.Cut(text, "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("not a proof")
	}
	tree, err := checkpoint(verifier, signed)
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
	path, err := hashes(lines[3:])
	if err != nil {
		return err
	}
	return tlog.CheckRecord(tlog.RecordProof(path), tree.N, tree.Hash, index, tlog.RecordHash(entry))
}

func consistency(verifier note.Verifier, older, text string) error {
	old, err := checkpoint(verifier, older)
	if err != nil {
		return err
	}
	head, signed, found := strings.Cut(text, "\n\n")
	lines := strings.Split(head, "\n")
	if !found || lines[0] != fmt.Sprintf("old %d", old.N) {
		return errors.New("not a consistency proof from this checkpoint")
	}
	tree, err := checkpoint(verifier, signed)
	if err != nil {
		return err
	}
	path, err := hashes(lines[1:])
	if err != nil {
		return err
	}
	return tlog.CheckTree(tlog.TreeProof(path), tree.N, tree.Hash, old.N, old.Hash)
}

// folder reads tiles of height 8 where c2sp.org/tlog-tiles puts them.
type folder string

func (folder) Height() int { return 8 }

func (f folder) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var found [][]byte
	for _, tile := range wanted {
		path := strings.TrimPrefix(tile.Path(), "tile/8/")
		data, err := os.ReadFile(filepath.Join(string(f), "tile", path))
		if err != nil {
			return nil, err
		}
		found = append(found, data)
	}
	return found, nil
}

func (folder) SaveTiles([]tlog.Tile, [][]byte) {}

// tiles reads every leaf through tiles that are authenticated up to the signed root, rebuilds the tree from
// the entries, and compares both.
func tiles(verifier note.Verifier, dir string) error {
	tree, err := checkpoint(verifier, read(filepath.Join(dir, "checkpoint")))
	if err != nil {
		return err
	}
	authentic := tlog.TileHashReader(tree, folder(dir))
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var found []tlog.Hash
		for _, index := range indexes {
			found = append(found, stored[index])
		}
		return found, nil
	})
	var n int64
	for bundle := int64(0); n < tree.N; bundle++ {
		width := tree.N - n
		if width > 256 {
			width = 256
		}
		path := tlog.Tile{H: 8, L: 0, N: bundle, W: int(width)}.Path()
		data, err := os.ReadFile(filepath.Join(dir, "tile/entries", strings.TrimPrefix(path, "tile/8/0/")))
		if err != nil {
			return err
		}
		var indexes []int64
		var leaves []tlog.Hash
		for ; len(data) > 0; n++ {
			length := int(binary.BigEndian.Uint16(data)) + 2
			if len(data) < length {
				return errors.New("a bundle is cut short")
			}
			leaf := tlog.RecordHash(data[2:length])
			more, err := tlog.StoredHashesForRecordHash(n, leaf, reader)
			if err != nil {
				return err
			}
			stored = append(stored, more...)
			indexes = append(indexes, tlog.StoredHashIndex(0, n))
			leaves = append(leaves, leaf)
			data = data[length:]
		}
		proven, err := authentic.ReadHashes(indexes)
		if err != nil {
			return err
		}
		for at, leaf := range leaves {
			if proven[at] != leaf {
				return fmt.Errorf("entry %d is not the one in the tile", indexes[at])
			}
		}
	}
	root, err := tlog.TreeHash(tree.N, reader)
	if err == nil && (root != tree.Hash || n != tree.N) {
		err = errors.New("the entries make another root")
	}
	return err
}
