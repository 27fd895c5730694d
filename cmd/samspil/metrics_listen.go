package main

import (
	"context"
	"net"
	"net/http"
	"time"

	"samspil/internal/crm"
	"samspil/store"
)

// watchAt answers /metrics, /healthz and /readyz at an address of their own until stop is called; nowhere where the
// address is "". The address that Slack calls is open to the world, and has no metrics.
func watchAt(address string, m *metrics, st *store.Store) (stop func(), err error) {
	if address == "" {
		return func() {}, nil
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, crm.Errorf(crm.Unavailable, errListen, address).Because(err)
	}
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", m.handler())
	addHealth(mux, st)
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = server.Serve(listener) // it ends when it is stopped
	}()
	return func() {
		ctx, cancel := context.WithTimeout(context.Background(), scrapeWithin)
		defer cancel()
		if server.Shutdown(ctx) != nil {
			server.Close()
		}
		<-ended
	}, nil
}
