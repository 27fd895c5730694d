package store

import (
	"context"
	"sync"
	"time"
)

// together writes small things that have nothing to do with each other in one transaction, because each transaction is a
// flush to the disk: what comes while one is being written waits, and is written with all that came meanwhile. Alone, a
// thing waits for nobody. Only SQLite needs it: PostgreSQL flushes the transactions of several connections at once by itself.
type together struct {
	mu      sync.Mutex
	waiting []*errand
	busy    bool
}

// errand is one of the things: a single statement, which happens whole or not at all.
type errand struct {
	do   func(context.Context, conn) error
	err  error
	done chan struct{} // closed when it is committed, or err tells why not
}

const (
	// mostTogether is how many are written in one transaction.
	mostTogether = 256
	// togetherWithin is how long that may take.
	togetherWithin = 15 * time.Second
)

// small runs fn, a single statement, in a transaction that others may share.
func (s *Store) small(ctx context.Context, fn func(context.Context, conn) error) error {
	if s.read == s.write {
		return s.update(ctx, func(c conn) error { return fn(ctx, c) })
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	e := &errand{do: fn, done: make(chan struct{})}
	t := s.group
	t.mu.Lock()
	t.waiting = append(t.waiting, e)
	first := !t.busy
	t.busy = true
	t.mu.Unlock()
	if first {
		go s.writeTogether()
	}
	<-e.done
	return s.dialect.translate(e.err)
}

// writeTogether writes what waits until nothing does.
func (s *Store) writeTogether() {
	for {
		batch := s.group.take()
		if len(batch) == 0 {
			return
		}
		s.run(batch)
		for _, e := range batch {
			close(e.done)
		}
	}
}

func (t *together) take() []*errand {
	t.mu.Lock()
	defer t.mu.Unlock()
	n := min(len(t.waiting), mostTogether)
	batch := t.waiting[:n:n]
	t.waiting = t.waiting[n:]
	t.busy = n > 0
	return batch
}

func (s *Store) run(batch []*errand) {
	ctx, cancel := context.WithTimeout(context.Background(), togetherWithin)
	defer cancel()
	err := s.update(ctx, func(c conn) error {
		for _, e := range batch {
			if e.err = e.do(ctx, c); e.err != nil && !s.dialect.refuses(e.err) {
				return e.err // the transaction itself is in trouble
			}
		}
		return nil
	})
	for _, e := range batch {
		if err != nil {
			e.err = err
		}
	}
}
