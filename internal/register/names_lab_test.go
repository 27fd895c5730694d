package register

import (
	"bufio"
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"
	"time"
)

func TestLab(t *testing.T) {
	file, queries := os.Getenv("LAB_REG"), os.Getenv("LAB_Q")
	if file == "" {
		t.Skip()
	}
	f, _ := os.Open(file)
	sc := bufio.NewScanner(f)
	sc.Scan()
	var lines []string
	for sc.Scan() {
		lines = append(lines, sc.Text())
	}
	sort.Strings(lines)
	var names []string
	for _, l := range lines {
		names = append(names, strings.Split(l, ";")[1])
	}
	x, err := openIndex(file + ".names")
	if err != nil {
		t.Fatal(err)
	}
	row := map[uint32]int{}
	for i, c := range x.cvr {
		row[c] = i
	}
	s := new(scratch)
	if os.Getenv("LAB_OWN") != "" {
		var list []namedCompany
		for i, n := range names {
			list = append(list, namedCompany{cvr: fmt.Sprint(x.cvr[i]), name: n, town: fmt.Sprint(x.town[i])})
		}
		w, _ := os.Create(queries)
		fmt.Fprintln(w, "query\tcvr\tkind\torigin")
		seed := uint64(len(os.Getenv("LAB_OWN")))
		for _, q := range newMisspeller(list, seed).queries(150) {
			fmt.Fprintf(w, "%s\t%s\t%s\town\n", strings.ReplaceAll(q.query, "\"", ""), q.cvr, q.kind)
		}
		w.Close()
	}
	qf, _ := os.Open(queries)
	qs := bufio.NewScanner(qf)
	qs.Scan()
	out, _ := os.Create("/tmp/match/out.tsv")
	fmt.Fprintln(out, "query\trank\tcvr\tname\tscore\tverdict")
	dump, _ := os.Create("/tmp/match/features.txt")
	defer dump.Close()
	var times []time.Duration
	for qs.Scan() {
		p := strings.Split(qs.Text(), "\t")
		t0 := time.Now()
		q := x.ask(p[0], Evidence{}, false)
		hits := x.hits(x.rank(&q, s), 40, nil)
		decide(hits, &q)
		hits = mixed(hits)
		times = append(times, time.Since(t0))
		if len(hits) == 0 {
			fmt.Fprintf(out, "%s\t\t\t\t\tnone\n", p[0])
		}
		for i, m := range hits[:min(5, len(hits))] {
			fmt.Fprintf(out, "%s\t%d\t%d\t%s\t%.3f\t%s\n", p[0], i+1, m.cvr, names[row[m.cvr]], m.chance, map[Verdict]string{Same: "same", Likely: "likely", None: "none"}[m.verdict])
		}
		if len(hits) > 0 {
			right := 0
			if fmt.Sprint(hits[0].cvr) == p[1] {
				right = 1
			}
			fmt.Fprintln(dump, right, p[1] != "", hits[0].sure(hits, &q), strings.Trim(fmt.Sprint(hits[0].features(hits, 0, &q)), "[]"))
		}
	}
	out.Close()
	sort.Slice(times, func(i, j int) bool { return times[i] < times[j] })
	t.Log("p50", times[len(times)/2], "p95", times[len(times)*95/100], "p99", times[len(times)*99/100], "max", times[len(times)-1])
}
