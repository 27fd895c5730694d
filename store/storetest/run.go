package storetest

import (
	"context"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samspil/internal/crm"
	"samspil/store"
)

// world is what a case works with: a fresh store with the sample in it.
type world struct {
	*testing.T
	s   *store.Store
	url string // of its database
	Sample
	ctx context.Context
}

// cases holds one exercise for every exported method of the store.
var cases = map[string]func(w world){}

func init() {
	for _, group := range []map[string]func(w world){orgCases, companyCases, contactCases, changeCases, joiningCases, otherCases, followUpCases, reminderCases, workspaceCases, jobCases, postedCases,
		proposalCases, consultationCases, figureCases, digestCases, digestProposalCases} {
		for name, c := range group {
			cases[name] = c
		}
	}
}

// Run exercises every method of the store on the databases that open gives with its URL, a fresh and empty one at each call. It
// fails when a method has no case.
func Run(t *testing.T, open func(t *testing.T) (s *store.Store, url string)) {
	methods := reflect.TypeFor[*store.Store]()
	for i := range methods.NumMethod() {
		name := methods.Method(i).Name
		c, ok := cases[name]
		if !ok {
			t.Errorf("the method %s has no case in store/storetest", name)
			continue
		}
		t.Run(name, func(t *testing.T) {
			s, url := open(t)
			c(world{t, s, url, Fill(t, s), context.Background()})
		})
	}
	for name := range cases {
		if _, ok := methods.MethodByName(name); !ok {
			t.Errorf("the case %s is of no method", name)
		}
	}
}

// ok fails the case when there is an error.
func (w world) ok(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

// kind fails the case unless err is a crm.Error of that kind.
func (w world) kind(err error, kind crm.Kind) {
	w.Helper()
	if !crm.IsKind(err, kind) {
		w.Fatalf("error %v is not of kind %d", err, kind)
	}
}

// same fails the case when got is not want.
func (w world) same(got, want any) {
	w.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		w.Errorf("not as expected (-want +got):\n%s", diff)
	}
}

// log stores a contact of Anna's.
func (w world) log(k crm.Contact, followUps ...crm.FollowUp) crm.Contact {
	w.Helper()
	logged, err := w.s.LogContact(w.ctx, Entry(w.Anna), k, followUps)
	w.ok(err)
	return logged
}

func ids(contacts []crm.Contact) []int64 {
	var all []int64
	for _, k := range contacts {
		all = append(all, k.ID)
	}
	return all
}

func reversed[T any](s []T) []T {
	out := slices.Clone(s)
	slices.Reverse(out)
	return out
}
