package bot

import (
	"context"
	"slices"
	"sync"
	"time"
)

// marks notes deliveries as answered. Each note is a flush to the disk, so those that come while one is being written
// are written together after it: alone, a note waits for nobody.
type marks struct {
	deliveries Deliveries

	mu      sync.Mutex
	next    *batch // gathers; nil when nothing waits
	writing bool
}

type batch struct {
	ids  []string
	done chan struct{} // closed when it is written, or err tells why not
	err  error
}

// note returns when the delivery is noted.
func (m *marks) note(delivery string) error {
	m.mu.Lock()
	if m.next == nil {
		m.next = &batch{done: make(chan struct{})}
	}
	b := m.next
	b.ids = append(b.ids, delivery)
	first := !m.writing
	m.writing = true
	m.mu.Unlock()
	if first {
		go m.write()
	}
	<-b.done
	return b.err
}

// write writes one batch after another until none waits.
func (m *marks) write() {
	for {
		m.mu.Lock()
		b := m.next
		m.next, m.writing = nil, b != nil
		m.mu.Unlock()
		if b == nil {
			return
		}
		b.err = m.put(b.ids)
		close(b.done)
	}
}

func (m *marks) put(ids []string) error {
	ctx, cancel := context.WithTimeout(context.Background(), workWithin)
	defer cancel()
	slices.Sort(ids) // two programs that note the same ones must not wait for each other
	return m.deliveries.MarkAnswered(ctx, ids, time.Now())
}
