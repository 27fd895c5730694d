package bot

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/slack-go/slack/socketmode"
)

// SocketOptions are how Socket Mode is kept up. Zero values are the usual ones.
type SocketOptions struct {
	// Connect makes one connection's client, not running yet.
	Connect     func() *socketmode.Client
	Connections int           // 0 for 2: Slack renews one while the other listens
	Workers     int           // requests handled at once; 0 for 32. More wait unread
	StormAfter  int           // connections within a minute that are no accident; 0 for 10
	Pause       time.Duration // first pause after a storm, doubled each time up to 5 minutes; 0 for 30 seconds
}

const longestPause = 5 * time.Minute

// ReadLimit is how large a frame from Slack may be, in bytes.
const ReadLimit = bodyLimit

// socket is Socket Mode while it runs.
type socket struct {
	*Edge
	SocketOptions
	busy chan struct{} // one token a request in hand
}

// Socket answers over Socket Mode until ctx ends; what was taken is then still answered, within Wait. It fails where
// Slack refuses the app for good.
func (e *Edge) Socket(ctx context.Context, o SocketOptions) error {
	if o.Connections == 0 {
		o.Connections = 2
	}
	if o.Workers == 0 {
		o.Workers = 32
	}
	if o.StormAfter == 0 {
		o.StormAfter = 10
	}
	if o.Pause == 0 {
		o.Pause = 30 * time.Second
	}
	s := &socket{e, o, make(chan struct{}, o.Workers)}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	failed := make([]error, o.Connections)
	var group sync.WaitGroup
	for i := range failed {
		group.Go(func() {
			if failed[i] = s.keep(ctx); failed[i] != nil {
				cancel() // one token for all: if one is refused, all are
			}
		})
	}
	group.Wait()
	return errors.Join(failed...)
}

// keep runs one connection after another. slack-go opens a new one at once whenever Slack closes it; where Slack closes
// each as it opens, that is a storm, and a pause helps both.
func (s *socket) keep(ctx context.Context) error {
	for pause := s.Pause; ; pause = min(2*pause, longestPause) {
		err := s.run(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if !errors.Is(err, errStorm) {
			return err
		}
		s.Log.LogAttrs(ctx, slog.LevelWarn, "socket", slog.String("cause", err.Error()), slog.Duration("pause", pause))
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(pause):
		}
	}
}

var errStorm = errors.New("Slack closes each connection as it opens")

// run reads one client's events until it fails, ctx ends, or a storm begins.
func (s *socket) run(ctx context.Context) error {
	client := s.Connect()
	// The connection outlives ctx until what was taken is acknowledged.
	alive, hangUp := context.WithCancel(context.WithoutCancel(ctx))
	ended := make(chan error, 1)
	go func() { ended <- client.RunContext(alive) }()
	var taken sync.WaitGroup
	defer func() {
		taken.Wait()
		hangUp()
		<-ended
	}()
	link := link{metrics: s.Metrics}
	defer link.closed()
	var connected []time.Time
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case err := <-ended:
			ended <- err
			return err
		case event := <-client.Events:
			link.saw(event.Type)
			if event.Type == socketmode.EventTypeConnected {
				if connected = withinMinute(connected, time.Now()); len(connected) > s.StormAfter {
					return errStorm
				}
			}
			if event.Request != nil && event.Request.EnvelopeID != "" {
				s.hand(ctx, &taken, client, *event.Request)
			}
		}
	}
}

// hand gives the request to a worker, once there is one. What is not taken when ctx ends is not acknowledged, and Slack
// sends it to the next.
func (s *socket) hand(ctx context.Context, taken *sync.WaitGroup, client *socketmode.Client, req socketmode.Request) {
	select {
	case <-ctx.Done():
	case s.busy <- struct{}{}:
		taken.Go(func() {
			defer func() { <-s.busy }()
			s.take(ctx, client, req)
		})
	}
}

// withinMinute adds now to the times and drops those a minute old.
func withinMinute(times []time.Time, now time.Time) []time.Time {
	times = append(times, now)
	for now.Sub(times[0]) > time.Minute {
		times = times[1:]
	}
	return times
}
