// Checks proofs with Go's packages for checksum databases: check KEY PROOF...
// It prints how many fit and ends with 0, or says which does not and ends with 1.
package main

import (
	"encoding/base64"
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
		end("usage", errors.New("check KEY PROOF..."))
	}
	key, err := note.NewVerifier(os.Args[1])
	if err != nil {
		end("the key", err)
	}
	for _, path := range os.Args[2:] {
		text, err := os.ReadFile(path)
		if err == nil {
			err = check(key, string(text))
		}
		if err != nil {
			end(path, err)
		}
	}
	fmt.Println("fits:", len(os.Args)-2, "proofs")
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
	size, err := strconv.ParseInt(tree[1], 10, 64)
	if err != nil {
		return err
	}
	root, err := tlog.ParseHash(tree[2])
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
	var path tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return err
		}
		if hash.String() != line {
			return errors.New("a hash is not in its one form")
		}
		path = append(path, hash)
	}
	return tlog.CheckRecord(path, size, root, index, tlog.RecordHash(entry))
}
