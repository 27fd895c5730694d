package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"maps"
	"net"
	"net/http"
	"net/url"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"

	"samspil/bot"
	"samspil/internal/crm"
	"samspil/internal/summary/model"
	"samspil/store"
)

type serveCmd struct {
	DB string `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
}

const (
	// stopWithin is how long what has been taken may go on once the program is asked to stop.
	stopWithin = 10 * time.Second
	// callWithin is how long one call of Slack's Web API may take; the library itself waits for ever.
	callWithin    = 10 * time.Second
	callAgain     = 3
	outboxWorkers = 4
	// outboxPace is what Slack lets through in one channel: https://docs.slack.dev/apis/web-api/rate-limits
	outboxPace = time.Second
	// keptFor is how long a delivery is remembered: Slack's own retries end after a day.
	keptFor = 48 * time.Hour
)

// Run answers until it is asked to stop: then it takes no more, and finishes what it took.
func (c *serveCmd) Run(t *terminal) error {
	if t.config.BotToken == "" || t.config.SigningSecret == "" && t.config.AppToken == "" {
		return wrongUse(errSlackSettings)
	}
	logger := slog.New(slog.NewTextHandler(t.err, &slog.HandlerOptions{Level: t.config.level(slog.LevelInfo)}))
	return t.withStore(c.DB, func(ctx context.Context, st *store.Store) error {
		info, _ := debug.ReadBuildInfo()
		m := newMetrics(features(nil, nil, nil, nil), info).withProcess()
		transport := m.countCalls(http.DefaultTransport)
		api, hosts, err := slackClient(t.config, transport, callAgain)
		if err != nil {
			return err
		}
		if err := greet(ctx, api, st); err != nil {
			return err
		}
		search, stopNames, err := startNames(ctx, st, t.config, t.database(c.DB), logger)
		if err != nil {
			return err
		}
		defer stopNames()
		var llm *model.Model
		if t.config.ModelURL != "" {
			if llm, err = languageModel(t.config); err != nil {
				return err
			}
		}
		members := bot.NewMembers(st, api)
		chat := slackChat{bot.Readers{Slack: api, Members: members}, bot.Files{Slack: api}}
		edge := bot.NewEdge(bot.EdgeOptions{
			Bot:   bot.New(bot.Options{People: members, Access: st, Names: members, Features: features(st, chat, search, llm), Log: logger, Metrics: m}),
			Slack: api, Deliveries: st, Queue: st, Moves: st, Posts: st, Audience: chat.Readers, Log: logger, Hosts: hosts, Metrics: m,
			Gone: func(ctx context.Context, team string) error { return leave(ctx, st, team) },
		})
		jobs, err := st.RunJobs(ctx, store.JobOptions{Handlers: edge.Jobs(), Workers: outboxWorkers, Pace: outboxPace, Log: logger})
		if err != nil {
			return err
		}
		m.watch(st, slices.Collect(maps.Keys(edge.Jobs())), time.Now)
		defer func() {
			stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopWithin)
			defer cancel()
			if err := jobs.Stop(stopping); err != nil {
				logger.Warn("outbox", "cause", err)
			}
		}()
		listener, err := net.Listen("tcp", t.config.Listen)
		if err != nil {
			return crm.Errorf(crm.Unavailable, errListen, t.config.Listen).Because(err)
		}
		stopWatching, err := watchAt(t.config.Metrics, m, st)
		if err != nil {
			return errors.Join(err, listener.Close())
		}
		defer stopWatching()
		fmt.Fprintln(t.out, listening.In(t.lang, listener.Addr()))
		go forget(ctx, st, logger)
		go remind(ctx, st, logger)
		go sendDigests(ctx, st, chat, logger)
		return serve(ctx, listener, routesOf(edge, st, t.config.SigningSecret), edge, socketOf(t.config, transport))
	})
}

// slackClient is the Web API at the address of the settings; hosts are those that response_urls may name besides.
// Each call goes over transport, and up to tries times more where Slack asks to come again later.
func slackClient(c config, transport http.RoundTripper, tries int) (api *slack.Client, hosts []string, err error) {
	base, err := url.Parse(c.APIURL)
	if err != nil || base.Host == "" || base.Scheme != "https" && !loopback(base.Hostname()) {
		return nil, nil, wrongUse(errAPIURL)
	}
	if base.Host != "slack.com" {
		hosts = append(hosts, base.Host)
	}
	address := strings.TrimRight(c.APIURL, "/") + "/"
	// 429 only: a message that was sent and not acknowledged would be sent twice.
	return slack.New(c.BotToken, slack.OptionAppLevelToken(c.AppToken), slack.OptionAPIURL(address), slack.OptionHTTPClient(&http.Client{Transport: transport, Timeout: callWithin}), slack.OptionRetry(tries)), hosts, nil
}

// socketOf makes connections of Socket Mode; nil where no app-level token is set.
func socketOf(c config, transport http.RoundTripper) func() *socketmode.Client {
	if c.AppToken == "" {
		return nil
	}
	return func() *socketmode.Client {
		api, _, err := slackClient(c, transport, callAgain)
		if err != nil {
			panic(err) // it was made before from the same settings
		}
		// The library logs what it receives; that is not for a log.
		return socketmode.New(api, socketmode.OptionReadLimit(bot.ReadLimit), socketmode.OptionLog(log.New(io.Discard, "", 0)))
	}
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// greet finds out whose token it is, and notes the workspace.
func greet(ctx context.Context, api *slack.Client, st *store.Store) error {
	who, err := api.AuthTestContext(ctx)
	if err != nil {
		return crm.Errorf(crm.Unavailable, errToken).Because(err)
	}
	w, err := st.Workspace(ctx, who.TeamID)
	if err != nil && !crm.IsKind(err, crm.NotFound) {
		return err
	}
	w.Team, w.Name, w.BotUser, w.Gone = who.TeamID, bot.Clean(who.Team), who.UserID, false
	_, err = st.SaveWorkspace(ctx, w, time.Now())
	return err
}

// leave notes that the program was uninstalled from a workspace.
func leave(ctx context.Context, st *store.Store, team string) error {
	w, err := st.Workspace(ctx, team)
	if err != nil {
		return err
	}
	w.Gone = true
	_, err = st.SaveWorkspace(ctx, w, time.Now())
	return err
}

// routesOf are the addresses the program answers at.
func routesOf(edge *bot.Edge, st *store.Store, secret string) http.Handler {
	mux := http.NewServeMux()
	if secret != "" {
		mux.Handle("/slack/", edge.HTTP(secret))
	}
	addHealth(mux, st)
	return mux
}

// addHealth adds what a supervisor asks.
func addHealth(mux *http.ServeMux, st *store.Store) {
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		if _, err := st.Workspaces(r.Context()); err != nil {
			http.Error(w, "the database does not answer", http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, "ready")
	})
}

// serve answers until ctx ends, or one of the ways in fails.
func serve(ctx context.Context, l net.Listener, h http.Handler, edge *bot.Edge, connect func() *socketmode.Client) error {
	server := &http.Server{Handler: h, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	failed, hungUp := make(chan error, 2), make(chan struct{})
	go func() { failed <- server.Serve(l) }()
	go func() {
		defer close(hungUp)
		if connect == nil {
			return
		}
		if err := edge.Socket(ctx, bot.SocketOptions{Connect: connect}); err != nil {
			failed <- crm.Errorf(crm.Unavailable, errSocket).Because(err)
		}
	}()
	var err error
	select {
	case err = <-failed:
		stop()
	case <-ctx.Done():
	}
	stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopWithin)
	defer cancel()
	err = errors.Join(err, server.Shutdown(stopping), edge.Wait(stopping))
	select {
	case <-hungUp:
	case <-stopping.Done():
	}
	return err
}

// forget takes old deliveries away, at once and every hour.
func forget(ctx context.Context, st *store.Store, logger *slog.Logger) {
	hourly := time.NewTicker(time.Hour)
	defer hourly.Stop()
	for {
		if _, err := st.ForgetDeliveries(ctx, time.Now().Add(-keptFor)); err != nil && ctx.Err() == nil {
			logger.Warn("deliveries", "cause", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-hourly.C:
		}
	}
}
