package main

import (
	"slices"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"samspil/internal/crm"
	"samspil/store"
)

var (
	jobsNow    = prometheus.NewDesc("samspil_jobs", "Jobs in the queue.", []string{"kind", "state"}, nil)
	jobsLate   = prometheus.NewDesc("samspil_jobs_late_seconds", "How long the job that has been due longest has waited; 0 when none is late.", nil, nil)
	storeSize  = prometheus.NewDesc("samspil_database_size_bytes", "Size of the database.", nil, nil)
	storeIsUp  = prometheus.NewDesc("samspil_database_up", "1 when the database answered this scrape, else 0.", nil, nil)
	storeDescs = []*prometheus.Desc{jobsNow, jobsLate, storeSize, storeIsUp}
)

// storeMetrics asks the database at each scrape. Where it does not answer, only that is told.
type storeMetrics struct {
	store *store.Store
	kinds []string // of jobs that this program does; others count as other
	now   func() time.Time
}

// watch adds what the database holds.
func (m *metrics) watch(st *store.Store, kinds []string, now func() time.Time) {
	m.registry.MustRegister(storeMetrics{st, kinds, now})
}

// Describe implements prometheus.Collector.
func (s storeMetrics) Describe(ch chan<- *prometheus.Desc) {
	for _, d := range storeDescs {
		ch <- d
	}
}

// Collect implements prometheus.Collector.
func (s storeMetrics) Collect(ch chan<- prometheus.Metric) {
	gauge := func(d *prometheus.Desc, value float64, labels ...string) {
		ch <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, value, labels...)
	}
	ctx, cancel := scrapeContext()
	defer cancel()
	stats, err := s.store.JobStats(ctx)
	var size int64
	if err == nil {
		size, err = s.store.Size(ctx)
	}
	if err != nil {
		gauge(storeIsUp, 0)
		return
	}
	gauge(storeIsUp, 1)
	gauge(storeSize, float64(size))
	late := 0.0
	if !stats.Due.IsZero() {
		late = max(0, s.now().Sub(stats.Due).Seconds())
	}
	gauge(jobsLate, late)
	for kind, n := range s.known(stats.Kinds) {
		gauge(jobsNow, float64(n.Waiting), kind, "waiting")
		gauge(jobsNow, float64(n.Running), kind, "running")
		gauge(jobsNow, float64(n.Parked), kind, "parked")
	}
}

// known has every kind of this program, also those without jobs, and all others as one.
func (s storeMetrics) known(found map[string]crm.JobCounts) map[string]crm.JobCounts {
	all := map[string]crm.JobCounts{other: {}}
	for _, kind := range s.kinds {
		all[kind] = crm.JobCounts{}
	}
	for kind, n := range found {
		if !slices.Contains(s.kinds, kind) {
			kind = other
		}
		sum := all[kind]
		all[kind] = crm.JobCounts{Waiting: sum.Waiting + n.Waiting, Running: sum.Running + n.Running, Parked: sum.Parked + n.Parked}
	}
	return all
}
