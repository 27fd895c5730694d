package main

import (
	"context"
	"log/slog"
	"os"
	"strconv"
	"time"

	"samspil/commands"
	"samspil/commands/digest"
	"samspil/store"
)

// digestEvery is how often the program looks for digests that are due.
const digestEvery = 20 * time.Second

// sendDigests sends the digests that are due, at once and again and again until ctx ends.
func sendDigests(ctx context.Context, st *store.Store, channels commands.Channels, logger *slog.Logger) {
	often := time.NewTicker(digestEvery)
	defer often.Stop()
	by := program()
	for {
		claimed, err := digest.Sweep(ctx, st, channels, time.Now(), by)
		if err != nil && ctx.Err() == nil {
			logger.Warn("digests", "cause", err)
		}
		if claimed > 0 {
			logger.Info("digests", "days", claimed)
		}
		select {
		case <-ctx.Done():
			return
		case <-often.C:
		}
	}
}

// program names this one among those that share a database.
func program() string {
	host, err := os.Hostname()
	if err != nil {
		host = "?"
	}
	return host + "/" + strconv.Itoa(os.Getpid())
}
