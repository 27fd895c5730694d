// Package bot is the chat edge: it takes what arrived, finds out who asks, hands it to the feature it is meant
// for, and turns what comes back into a reply. It knows no feature, only the contract.
package bot

import (
	"context"
	"log/slog"
	"strings"
	"time"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// People finds the person behind a chat account. An account nobody has added is a crm.Error of kind NotFound;
// a person whose access was closed is returned, with Active false.
type People interface {
	Person(ctx context.Context, team, user string) (crm.Person, error)
}

// Access notes that somebody unknown wants to be let in.
type Access interface {
	// AskAccess gives the request; fresh is false when they had asked before. Only a fresh one causes the jobs.
	AskAccess(ctx context.Context, team, user, name string, now time.Time, jobs ...crm.Job) (request crm.AccessRequest, fresh bool, err error)
	// Administrators gives those who may let somebody in.
	Administrators(ctx context.Context, team string) ([]crm.Person, error)
	// Workspace gives the workspace of that team, or NotFound.
	Workspace(ctx context.Context, team string) (crm.Workspace, error)
}

// Names gives the name on a member's profile, where there is one.
type Names interface {
	Name(ctx context.Context, team, user string) (name string, ok bool)
}

// Options are what a Bot is made of. Every field but Access, Names, NewID and Metrics is needed.
type Options struct {
	People   People
	Features []commands.Feature // one of them named HelpFeature
	Access   Access             // takes requests for access; nil where nobody would see them
	Names    Names              // what somebody who asks for access is called; nil for what the sender says
	Log      *slog.Logger
	NewID    func() string // makes request ids; nil for random ones
	Metrics  Metrics       // nil counts nothing
}

// Bot answers. It holds no state between requests and may be used by many goroutines at once.
type Bot struct {
	people People
	access Access
	names  Names
	routes routes
	log    *slog.Logger
	newID  func() string

	metrics Metrics
}

// New makes a Bot. It panics when two features share a name or a word, or when one is incomplete: a wrong list
// must not start.
func New(o Options) *Bot {
	b := &Bot{people: o.People, access: o.Access, names: o.Names, routes: newRoutes(o.Features), log: o.Log, newID: o.NewID, metrics: counted(o.Metrics)}
	if b.people == nil || b.log == nil {
		panic("bot: people or log is missing")
	}
	if b.newID == nil {
		b.newID = randomID
	}
	return b
}

// Features is the list the Bot was made with.
func (b *Bot) Features() []commands.Feature { return b.routes.features }

// Handle answers one thing that arrived. It always has an answer, also when a feature fails or panics, and
// writes one line to the log, which never holds what the person wrote.
func (b *Bot) Handle(ctx context.Context, in Inbound) (out Outcome) {
	start := time.Now()
	t := trace{kind: in.Kind}
	out.RequestID = b.newID()
	out.Lang = langOf(in, crm.Person{})
	defer func() {
		if p := recover(); p != nil {
			t.panicked(p)
			out.fail(crm.Errorf(crm.Unavailable, errInternal, out.RequestID))
		}
		out.confessMask(in.Kind)
		t.write(ctx, b.log, out, time.Since(start))
		b.metrics.Handled(t.kind, t.feature, t.said(out), time.Since(start))
	}()

	in, out.Masked = prepared(in)
	reply, err := b.answer(ctx, in, &out, &t)
	if err != nil {
		out.fail(t.shown(err, out.RequestID))
		out.Reply.Understood = reply.Understood
		out.Reply.Blocks = append(out.Reply.Blocks, reply.Blocks...) // what to do about it
		return out
	}
	out.Reply = reply
	if reply.Trouble != nil {
		t.troubled(reply.Trouble)
	}
	return out
}

// answer finds the person and the feature, and asks it.
func (b *Bot) answer(ctx context.Context, in Inbound, out *Outcome, t *trace) (commands.Reply, error) {
	person, err := b.people.Person(ctx, in.Team, in.User)
	if crm.IsKind(err, crm.NotFound) {
		return b.stranger(ctx, in, out.Lang)
	}
	if err != nil {
		return commands.Reply{}, err
	}
	out.Person, out.Lang = person, langOf(in, person)
	if !person.Active {
		return commands.Reply{}, crm.Errorf(crm.Forbidden, errInactive)
	}
	if reply, err := tooLong(in, out.Lang); err != nil || len(reply.Errors) > 0 {
		return reply, err
	}
	if in.Kind == Home {
		t.feature = homeFeature
		return b.home(ctx, in, person, out)
	}
	target, err := b.routes.find(in)
	if err != nil {
		return commands.Reply{}, err
	}
	t.feature = target.feature
	return target.handle(ctx, fill(target.request, in, person, out))
}

// fill adds to a request who asks, when and where.
func fill(req commands.Request, in Inbound, person crm.Person, out *Outcome) commands.Request {
	req.ID, req.Delivery, req.Now, req.Person, req.Lang = out.RequestID, in.Delivery, in.Now, person, out.Lang
	req.Channel, req.Files, req.Masked = in.Channel, in.Files, out.Masked
	return req
}

// Opens reports whether what arrived is answered with a form.
func (b *Bot) Opens(in Inbound) bool {
	target, err := b.routes.find(in)
	if err != nil {
		return false
	}
	f := b.routes.byName[target.feature]
	return f.Opens != nil && f.Opens(target.request)
}

// Meanwhile is what is said while a form that was sent is worked on, where its work may take long.
func (b *Bot) Meanwhile(in Inbound) (said text.Text, ok bool) {
	target, err := b.routes.find(in)
	if err != nil {
		return said, false
	}
	said, ok = b.routes.byName[target.feature].Slow[target.request.Form]
	return said, ok
}

// asker is who sent it, as far as can be said at once.
func (b *Bot) asker(ctx context.Context, in Inbound) crm.Person {
	ctx, cancel := context.WithTimeout(ctx, 200*time.Millisecond)
	defer cancel()
	p, err := b.people.Person(ctx, in.Team, in.User)
	if err != nil {
		return crm.Person{}
	}
	return p
}

// langOf is the language of the answer: the one asked for, the person's own, the sender's, else Danish.
func langOf(in Inbound, p crm.Person) text.Lang {
	for _, wish := range []string{string(in.Lang), string(p.Lang), in.Locale} {
		if lang, ok := text.ParseLang(wish); ok {
			return lang
		}
	}
	return text.Danish
}

// fail makes the sentence of e the whole reply.
func (o *Outcome) fail(e *crm.Error) {
	o.Err = e
	o.Reply = commands.Sentence(e.In(o.Lang))
}

// confessMask adds to the reply that something was masked. A form that is kept open stores nothing yet; it is
// said when the form goes through.
func (o *Outcome) confessMask(kind Kind) {
	if o.Masked == 0 || len(o.Reply.Errors) > 0 {
		return
	}
	words := maskedOne
	if o.Masked > 1 {
		words = maskedMany
	}
	remark := words.In(o.Lang)
	if kind != Submit { // a form is seen by nobody else
		remark += " " + deleteYours.In(o.Lang)
	}
	small := commands.NewPage().Small(remark).Reply()
	o.Reply.Text = strings.TrimPrefix(o.Reply.Text+"\n"+small.Text, "\n")
	o.Reply.Blocks = append(o.Reply.Blocks[:len(o.Reply.Blocks):len(o.Reply.Blocks)], small.Blocks...)
}
