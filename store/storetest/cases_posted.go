package storetest

var postedCases = map[string]func(w world){
	"Posted": func(w world) {
		channel, ts, err := w.s.Posted(w.ctx, "T0DEMO", "digest.1")
		w.ok(err)
		w.same([]string{channel, ts}, []string{"", ""})
	},
	"NotePosted": func(w world) {
		w.ok(w.s.NotePosted(w.ctx, "T0DEMO", "digest.1", "C1", "1.1", Noon))
		w.ok(w.s.NotePosted(w.ctx, "T0DEMO", "digest.1", "C2", "2.2", Noon))
		channel, ts, err := w.s.Posted(w.ctx, "T0DEMO", "digest.1")
		w.ok(err)
		w.same([]string{channel, ts}, []string{"C2", "2.2"})
		channel, _, err = w.s.Posted(w.ctx, "T1", "digest.1") // another workspace's
		w.ok(err)
		w.same(channel, "")
	},
}
