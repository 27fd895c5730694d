package register

import (
	"bufio"
	"os"
	"runtime"
	"sort"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestProf(t *testing.T) {
	if os.Getenv("PROF") == "" {
		t.Skip()
	}
	x, err := openIndex(os.Getenv("PROF"))
	if err != nil {
		t.Fatal(err)
	}
	qf, _ := os.Open("/work/shared/data/companies/queries.tsv")
	qs := bufio.NewScanner(qf)
	qs.Scan()
	s := new(scratch)
	runtime.LockOSThread()
	var times []time.Duration
	for qs.Scan() {
		var a, b syscall.Rusage
		syscall.Getrusage(1, &a)
		q := x.ask(strings.Split(qs.Text(), "\t")[0], Evidence{}, false)
		h := x.hits(x.rank(&q, s), 40, nil)
		decide(h, &q)
		syscall.Getrusage(1, &b)
		times = append(times, time.Duration(b.Utime.Nano()-a.Utime.Nano()+b.Stime.Nano()-a.Stime.Nano()))
	}
	sort.Slice(times, func(i, j int) bool { return times[i] < times[j] })
	t.Log("cpu p50", times[len(times)/2], "p95", times[len(times)*95/100], "p99", times[len(times)*99/100], "max", times[len(times)-1])
}
func TestMakeIndex(t *testing.T) {
	if os.Getenv("MAKE") == "" {
		t.Skip()
	}
	list, err := ReadCompanies(t.Context(), os.Getenv("MAKE"))
	if err != nil {
		t.Fatal(err)
	}
	var a, b syscall.Rusage
	syscall.Getrusage(0, &a)
	in := newIndexer()
	in.expect(len(list))
	for _, c := range list {
		in.add(c)
	}
	syscall.Getrusage(0, &b)
	t.Log("added", time.Duration(b.Utime.Nano()-a.Utime.Nano()))
	x := in.index()
	syscall.Getrusage(0, &b)
	t.Log("indexed", time.Duration(b.Utime.Nano()-a.Utime.Nano()), "key", list[0].Key)
	if err := x.write(os.Getenv("MAKE") + ".names"); err != nil {
		t.Fatal(err)
	}
}
