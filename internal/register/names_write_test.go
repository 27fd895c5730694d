package register

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestWriteQueries writes the misspeller's queries for a register to a file, for make bench-match.
func TestWriteQueries(t *testing.T) {
	file, out := os.Getenv("SAMSPIL_MATCH_REGISTER"), os.Getenv("SAMSPIL_MATCH_QUERIES_OUT")
	if file == "" || out == "" {
		t.Skip("SAMSPIL_MATCH_REGISTER and SAMSPIL_MATCH_QUERIES_OUT name no files")
	}
	seed, _ := strconv.ParseUint(os.Getenv("SAMSPIL_MATCH_SEED"), 10, 64)
	list, err := ReadCompanies(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	to, err := os.Create(out)
	if err != nil {
		t.Fatal(err)
	}
	defer to.Close()
	w := bufio.NewWriter(to)
	fmt.Fprintln(w, "query\tcvr\tkind\torigin")
	for _, q := range newMisspeller(asNamed(list), seed).queries(150) {
		fmt.Fprintf(w, "%s\t%s\t%s\tmisspeller\n", strings.ReplaceAll(q.query, "\t", " "), q.cvr, q.kind)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
}
