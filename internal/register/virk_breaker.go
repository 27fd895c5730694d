package register

import (
	"context"
	"sync"
	"time"

	"samspil/internal/crm"
)

// restFor is how long a source that did not answer is not asked again.
const restFor = 30 * time.Second

// breaker keeps people from waiting for a source that does not answer.
type breaker struct {
	mu    sync.Mutex
	since time.Time // of the first of the failures in a row; zero while it answers
	until time.Time // not asked before
	cause error
}

// down is why the source is not to be asked now; nil when it is. One who asks after the rest keeps the others waiting.
func (b *breaker) down(now time.Time) *VirkDown {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.since.IsZero() {
		return nil
	}
	if now.Before(b.until) {
		return &VirkDown{b.since, b.cause}
	}
	b.until = now.Add(restFor)
	return nil
}

func (b *breaker) failed(now time.Time, cause error) *VirkDown {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.since.IsZero() {
		b.since = now
	}
	b.until, b.cause = now.Add(restFor), cause
	return &VirkDown{b.since, cause}
}

// answered reports whether the source had been down.
func (b *breaker) answered() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	was := !b.since.IsZero()
	b.since, b.until, b.cause = time.Time{}, time.Time{}, nil
	return was
}

const (
	// foundFor and absentFor are how long an answer, and that there is none, are remembered.
	foundFor  = 24 * time.Hour
	absentFor = 10 * time.Minute
	// remembered is how many answers are kept.
	remembered = 5000
)

// lookups remembers answers, and lets those who ask for the same number at the same time share one question.
type lookups struct {
	mu     sync.Mutex
	kept   map[string]answer
	asking map[string]*asked
}

type answer struct {
	company crm.Company
	err     error
	until   time.Time
}

type asked struct {
	done chan struct{}
	answer
}

// get gives what is remembered, or asks. Whoever gives up waiting does not take the answer from the others.
func (l *lookups) get(ctx context.Context, o VirkOptions, number string, ask func(context.Context) (crm.Company, error)) (crm.Company, error) {
	now := o.Now()
	l.mu.Lock()
	if a, ok := l.kept[number]; ok && now.Before(a.until) {
		l.mu.Unlock()
		return a.company, a.err
	}
	q, ok := l.asking[number]
	if !ok {
		q = &asked{done: make(chan struct{})}
		if l.asking == nil {
			l.asking = map[string]*asked{}
		}
		l.asking[number] = q
		go l.ask(context.WithoutCancel(ctx), o, number, q, ask)
	}
	l.mu.Unlock()
	select {
	case <-q.done:
		return q.company, q.err
	case <-ctx.Done():
		return crm.Company{}, ctx.Err()
	}
}

func (l *lookups) ask(ctx context.Context, o VirkOptions, number string, q *asked, ask func(context.Context) (crm.Company, error)) {
	ctx, cancel := context.WithTimeout(ctx, o.LookUpWithin)
	defer cancel()
	q.company, q.err = ask(ctx)
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.asking, number)
	if l.kept == nil || len(l.kept) >= remembered {
		l.kept = map[string]answer{}
	}
	switch now := o.Now(); {
	case q.err == nil:
		q.until = now.Add(foundFor)
	case crm.IsKind(q.err, crm.NotFound):
		q.until = now.Add(absentFor)
	}
	if !q.until.IsZero() {
		l.kept[number] = q.answer
	}
	close(q.done)
}
