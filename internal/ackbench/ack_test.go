package ackbench

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// How much is asked: SAMSPIL_BENCH_ACK says how many requests.
const (
	connections = 16
	warmUp      = 2000
	coldStarts  = 7
	settle      = 500 * time.Millisecond // until what follows an acknowledgement is done
)

// measured is one side of the comparison.
type measured struct {
	name         string
	cpu, wall    time.Duration // of the load
	bare         time.Duration // on a processor, for as many requests that are only acknowledged
	requests     int
	idle, loaded int // resident KiB, before the load and at most
	cold         time.Duration
	p50, p99     time.Duration
}

func (m measured) perCPUSecond() float64 { return float64(m.requests) / m.cpu.Seconds() }

// TestAck prints the table of docs/performance.md. It needs two cores, taskset and node, and fails when a single answer is wrong.
func TestAck(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("SAMSPIL_BENCH_ACK"))
	if err != nil {
		t.Skip("make bench-ack")
	}
	ours, theirs := measure(t, samspil(t), n, true), measure(t, bolt(t), n, false)
	load, _ := os.ReadFile("/proc/loadavg")
	fmt.Printf("\n%d requests each on %d connections, server on one core, generator on the other; load average %s\n", n, connections, strings.Join(strings.Fields(string(load))[:2], " "))
	fmt.Printf("%-28s %12s %12s %8s\n", "", ours.name, theirs.name, "ratio")
	row := func(what, format string, a, b float64, better float64) {
		fmt.Printf("%-28s %12s %12s %7.2fx\n", what, fmt.Sprintf(format, a), fmt.Sprintf(format, b), better)
	}
	row("requests per CPU-second", "%.0f", ours.perCPUSecond(), theirs.perCPUSecond(), ours.perCPUSecond()/theirs.perCPUSecond())
	row("the same, only acknowledging", "%.0f", float64(n)/ours.bare.Seconds(), theirs.perCPUSecond(), float64(n)/ours.bare.Seconds()/theirs.perCPUSecond())
	row("requests per second", "%.0f", float64(n)/ours.wall.Seconds(), float64(n)/theirs.wall.Seconds(), theirs.wall.Seconds()/ours.wall.Seconds())
	row("resident idle, MiB", "%.1f", mib(ours.idle), mib(theirs.idle), mib(ours.idle)/mib(theirs.idle))
	row("resident loaded, MiB", "%.1f", mib(ours.loaded), mib(theirs.loaded), mib(ours.loaded)/mib(theirs.loaded))
	row("cold start to first ack, ms", "%.0f", ms(ours.cold), ms(theirs.cold), ms(ours.cold)/ms(theirs.cold))
	row("p50 ms", "%.2f", ms(ours.p50), ms(theirs.p50), ms(ours.p50)/ms(theirs.p50))
	row("p99 ms", "%.2f", ms(ours.p99), ms(theirs.p99), ms(ours.p99)/ms(theirs.p99))
}

func mib(kib int) float64                    { return float64(kib) / 1024 }
func ms(d time.Duration) float64             { return d.Seconds() * 1000 }
func median(d []time.Duration) time.Duration { slices.Sort(d); return d[len(d)/2] }

// measure starts the server a few times for its cold start, and puts the load on the last; with bare another load, of
// requests that are verified, read and acknowledged and nothing else, which is all that the other side does.
func measure(t *testing.T, s *side, n int, bare bool) measured {
	m := measured{name: s.name, requests: n}
	var cold []time.Duration
	for range coldStarts {
		s.stop()
		cold = append(cold, s.start())
	}
	defer s.stop()
	m.cold = median(cold)
	time.Sleep(settle)
	m.idle = s.memory("VmRSS")
	s.load(warmUp)
	time.Sleep(settle)
	before, begun := s.cpu(), time.Now()
	took := s.load(n)
	m.wall = time.Since(begun)
	time.Sleep(settle)
	m.cpu, m.loaded = s.cpu()-before, s.memory("VmHWM")
	if s.bare = bare; bare {
		before := s.cpu()
		s.load(n)
		m.bare = s.cpu() - before
	}
	slices.Sort(took)
	m.p50, m.p99 = took[len(took)/2], took[len(took)*99/100]
	return m
}
