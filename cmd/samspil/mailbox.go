package main

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"os"
	"slices"
	"sync"
	"time"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/store"
)

// mailbox gets the messages that the demo sends to its channels, which only the console shows.
type mailbox struct {
	st    *store.Store
	alarm *alarm
	jobs  *store.Jobs // nil until there is a message
	mu    sync.Mutex
	got   []commands.Message
}

const (
	// mailWithin is how long the console waits for the messages that a reply caused.
	mailWithin = 3 * time.Second
	mailLook   = 10 * time.Millisecond
)

// empty gives the messages since it was asked last.
func (m *mailbox) empty(ctx context.Context) ([]commands.Message, error) {
	if err := m.alarm.ring(ctx); err != nil {
		return nil, err
	}
	for until := time.Now().Add(mailWithin); time.Now().Before(until); time.Sleep(mailLook) {
		counts, err := m.st.JobCounts(ctx)
		if err != nil || counts.Waiting+counts.Running == 0 {
			return m.take(), err
		}
		if err := m.open(ctx); err != nil {
			return nil, err
		}
	}
	return m.take(), nil
}

func (m *mailbox) take() []commands.Message {
	m.mu.Lock()
	defer m.mu.Unlock()
	got := m.got
	m.got = nil
	return got
}

// open starts to take messages in.
func (m *mailbox) open(ctx context.Context) (err error) {
	if m.jobs == nil {
		handlers := map[string]store.JobHandler{commands.MessageJob: m.put}
		m.jobs, err = m.st.RunJobs(ctx, store.JobOptions{Handlers: handlers, Workers: 1, Log: slog.New(slog.DiscardHandler)})
	}
	return err
}

func (m *mailbox) put(_ context.Context, j crm.Job) error {
	var message commands.Message
	if err := json.Unmarshal(j.Payload, &message); err != nil {
		return crm.Park(err)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.got = append(m.got, message)
	return nil
}

func (m *mailbox) close() error {
	if m.jobs == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), mailWithin)
	defer cancel()
	return m.jobs.Stop(ctx)
}

// everybody stands around the console: each of its channels is read by the people of public bodies, and by whoever asks.
type everybody struct{ st *store.Store }

// Name implements help.Accounts: those that the console can speak for have one.
func (e everybody) Name(ctx context.Context, team, user string) (string, bool) {
	p, err := e.st.Person(ctx, team, user)
	return p.Name, err == nil
}

// Audience implements commands.Channels.
func (e everybody) Audience(ctx context.Context, asker crm.Person, _ string) (a crm.Audience, err error) {
	people, err := e.st.People(ctx)
	for _, p := range people {
		if p.Active && (p.Org.Public || p.Org.ID == asker.Org.ID) && !slices.ContainsFunc(a.Orgs, func(o crm.Org) bool { return o.ID == p.Org.ID }) {
			a.Orgs = append(a.Orgs, p.Org)
		}
	}
	return a, err
}

// Fetch implements commands.Fetcher: in the terminal a file's id is its path.
func (e everybody) Fetch(_ context.Context, f commands.File, limit int64) ([]byte, error) {
	file, err := os.Open(f.ID)
	if err != nil {
		return nil, crm.Errorf(crm.NotFound, errDocument, f.Name).Because(err)
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, limit+1)) // what is one byte too long is refused as it is read
}
