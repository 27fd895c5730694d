package main

import (
	"context"
	"net/http"
	"runtime/debug"
	"slices"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"samspil/bot"
	"samspil/commands"
)

// metrics counts what happens, for Prometheus: https://prometheus.io/docs/practices/naming. Its labels are words of the
// program's own; one that is none of them counts as other.
type metrics struct {
	registry *prometheus.Registry
	features []string

	handled      *prometheus.CounterVec
	handling     *prometheus.HistogramVec
	acknowledged *prometheus.HistogramVec
	late         prometheus.Counter
	repeated     prometheus.Counter
	refused      *prometheus.CounterVec
	jobs         *prometheus.CounterVec
	calls        *prometheus.CounterVec
	open         prometheus.Gauge
	reconnects   prometheus.Counter
}

var _ bot.Metrics = (*metrics)(nil)

const other = "other"

// Seconds. Slack waits for three, and the program for two.
var (
	handlingBuckets        = []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2, 5, 10, 25}
	acknowledgementBuckets = []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2, 2.5, 3}
)

// newMetrics makes a registry of its own. The features are those whose names may be a label.
func newMetrics(list []commands.Feature, info *debug.BuildInfo) *metrics {
	m := &metrics{registry: prometheus.NewRegistry(), features: []string{string(bot.Home)}} // the Home tab is of no feature
	for _, f := range list {
		m.features = append(m.features, f.Name)
	}
	m.handled = m.counters("samspil_requests_total", "Requests that were answered.", "kind", "feature", "outcome")
	m.handling = m.seconds("samspil_request_duration_seconds", "How long the answer to a request took to make.", handlingBuckets, "kind", "feature")
	m.acknowledged = m.seconds("samspil_acknowledgement_duration_seconds", "From the arrival of a request to its acknowledgement.", acknowledgementBuckets, "way")
	m.late = m.counter("samspil_late_answers_total", "Answers that were not ready for the acknowledgement and followed it.")
	m.repeated = m.counter("samspil_repeated_deliveries_total", "Deliveries that had been answered before and were not answered again.")
	m.refused = m.counters("samspil_refused_requests_total", "Requests that were not taken.", "reason")
	m.jobs = m.counters("samspil_outbox_jobs_total", "Attempts to hand a message over.", "kind", "result")
	m.calls = m.counters("samspil_slack_calls_total", "Calls of Slack's Web API.", "method", "result")
	m.open = prometheus.NewGauge(prometheus.GaugeOpts{Name: "samspil_socket_connections", Help: "Connections of Socket Mode that are open."})
	m.reconnects = m.counter("samspil_socket_reconnects_total", "Connections of Socket Mode that took the place of one that closed.")
	built := prometheus.NewGauge(prometheus.GaugeOpts{Name: "samspil_build_info", Help: "Always 1; the labels tell the build.", ConstLabels: builtAs(info)})
	built.Set(1)
	m.registry.MustRegister(m.open, built)
	return m
}

// withProcess adds what Go and the system know of the process.
func (m *metrics) withProcess() *metrics {
	m.registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func builtAs(info *debug.BuildInfo) prometheus.Labels {
	labels := prometheus.Labels{"version": "unknown", "revision": "unknown", "goversion": "unknown"}
	if info == nil {
		return labels
	}
	labels["version"], labels["goversion"] = info.Main.Version, info.GoVersion
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			labels["revision"] = s.Value
		}
	}
	return labels
}

func (m *metrics) counter(name, help string) prometheus.Counter {
	c := prometheus.NewCounter(prometheus.CounterOpts{Name: name, Help: help})
	m.registry.MustRegister(c)
	return c
}

func (m *metrics) counters(name, help string, labels ...string) *prometheus.CounterVec {
	c := prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, labels)
	m.registry.MustRegister(c)
	return c
}

func (m *metrics) seconds(name, help string, buckets []float64, labels ...string) *prometheus.HistogramVec {
	h := prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: name, Help: help, Buckets: buckets}, labels)
	m.registry.MustRegister(h)
	return h
}

// handler answers GET /metrics.
func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{ErrorHandling: promhttp.ContinueOnError, MaxRequestsInFlight: 4})
}

// feature is the name, "none" for none, and other for what should not be.
func (m *metrics) feature(name string) string {
	switch {
	case name == "":
		return "none"
	case slices.Contains(m.features, name):
		return name
	}
	return other
}

// Handled implements bot.Metrics.
func (m *metrics) Handled(kind bot.Kind, feature, outcome string, took time.Duration) {
	feature = m.feature(feature)
	m.handled.WithLabelValues(string(kind), feature, outcome).Inc()
	m.handling.WithLabelValues(string(kind), feature).Observe(took.Seconds())
}

// Acknowledged implements bot.Metrics.
func (m *metrics) Acknowledged(way string, took time.Duration) {
	m.acknowledged.WithLabelValues(way).Observe(took.Seconds())
}

// Late implements bot.Metrics.
func (m *metrics) Late() { m.late.Inc() }

// Repeated implements bot.Metrics.
func (m *metrics) Repeated() { m.repeated.Inc() }

// Refused implements bot.Metrics.
func (m *metrics) Refused(reason string) { m.refused.WithLabelValues(reason).Inc() }

// Job implements bot.Metrics.
func (m *metrics) Job(kind, result string) { m.jobs.WithLabelValues(kind, result).Inc() }

// Connected implements bot.Metrics.
func (m *metrics) Connected(again bool) {
	m.open.Inc()
	if again {
		m.reconnects.Inc()
	}
}

// Disconnected implements bot.Metrics.
func (m *metrics) Disconnected() { m.open.Dec() }

// scrapeWithin is how long the database may take to say what it holds.
const scrapeWithin = 2 * time.Second

func scrapeContext() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), scrapeWithin)
}
