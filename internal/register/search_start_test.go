package register

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"samspil/internal/crm"
)

func TestChangesAreFoundAtOnce(t *testing.T) {
	g := manyFirms()
	s := started(t, g, "")
	fresh := crm.Company{CVR: "99004851", Name: "Splinterny Tagdækning ApS", Key: Fold("Splinterny Tagdækning ApS"), Status: crm.CompanyActive}
	if got := found(t, s, "splinterny tagdækning"); got != "" {
		t.Fatal(got)
	}
	g.shelf = append(g.shelf, fresh)
	s.Add(fresh)
	if got := found(t, s, "splinterny tagdaekning"); got != "51 same" {
		t.Errorf("a company that was added: %q", got)
	}
	g.shelf[5].Name, g.shelf[5].Key = "Omdøbt Rørteknik ApS", Fold("Omdøbt Rørteknik ApS")
	g.changed = g.changed.Add(time.Second)
	if got := found(t, s, "omdøbt rørteknik"); got != "05 same" {
		t.Errorf("a company that changed: %q", got)
	}
	if got := found(t, s, "hansen vvs"); got == "05 same" {
		t.Error("its name of before is found")
	}
	g.shelf = g.shelf[:5]
	if got := found(t, s, "omdøbt rørteknik"); got != "" {
		t.Errorf("a company that is gone: %q", got)
	}
}

func TestIndexFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "samspil.db.names")
	g := manyFirms()
	if got := found(t, started(t, g, path), "køge korn"); got != "02 same" {
		t.Fatal(got)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("%v, %v", info, err)
	}
	g.broken = errors.New("the register is not read again")
	if got := found(t, started(t, g, path), "køge korn"); got != "02 same" {
		t.Fatal(got)
	}
	g.broken = nil
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"empty": {}, "cut off": whole[:len(whole)/2], "no head": whole[:100], "no index": []byte("hello"),
		"a bit": flipped(whole, len(whole)/2), "version": flipped(whole, 20), "length": flipped(whole, 50)} {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := openIndex(path); !errors.Is(err, errStale) {
			t.Errorf("%s: %v", name, err)
		}
		if got := found(t, started(t, g, path), "køge korn"); got != "02 same" {
			t.Errorf("%s: %q", name, got)
		}
		if _, err := openIndex(path); err != nil {
			t.Errorf("%s: the file is not made anew: %v", name, err)
		}
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*"))
	if err != nil || len(left) != 1 {
		t.Errorf("files left: %q, %v", left, err)
	}
}

func flipped(content []byte, at int) []byte {
	changed := append([]byte(nil), content...)
	changed[at] ^= 4
	return changed
}

func TestIndexFileOfAnotherRegister(t *testing.T) {
	path := filepath.Join(t.TempDir(), "names")
	started(t, manyFirms(), path)
	other := &growing{shelf: newShelf("Helt Andet Firma ApS"), changed: time.UnixMilli(500)}
	s := started(t, other, path)
	if got := found(t, s, "helt andet firma"); got == "" {
		t.Error("the register's own company is not found")
	}
	if got := found(t, s, "køge korn"); got != "" {
		t.Errorf("%q of another register", got)
	}
}

func TestManyChangesMakeTheIndexAnew(t *testing.T) {
	g := manyFirms()
	s := started(t, g, "")
	before := s.names.Load()
	s.fresh.lock.Lock()
	s.fresh.companies = map[uint32]crm.Company{}
	for i := range uint32(mostFresh) {
		s.fresh.companies[i] = crm.Company{}
	}
	s.fresh.lock.Unlock()
	found(t, s, "køge korn")
	for deadline := time.After(time.Minute); s.names.Load() == before; {
		select {
		case <-deadline:
			t.Fatal("the index is the old one")
		default:
			found(t, s, "køge korn")
		}
	}
	if got := found(t, s, "køge korn"); got != "02 same" {
		t.Error(got)
	}
}

func TestWithoutAnIndexNamesAreLookedUp(t *testing.T) {
	g := manyFirms()
	g.broken = errors.New("disk on fire")
	ctx, stop := context.WithCancel(t.Context())
	s := Start(ctx, Options{Source: g})
	defer func() { stop(); <-s.Done() }()
	if err := s.WaitReady(ctx); err == nil || s.Ready() {
		t.Errorf("ready in spite of %v", g.broken)
	}
	if got := found(t, s, "koge kran"); got != "00 same" {
		t.Error(got)
	}
	list, err := s.Suggest(ctx, "køge kran", 5, nil)
	if err != nil || len(list) == 0 {
		t.Errorf("%v, %v", list, err)
	}
}

func TestWaitReadyEndsWithItsContext(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	s := Start(ctx, Options{Source: manyFirms()})
	<-s.Done()
	if !s.Ready() {
		if err := s.WaitReady(ctx); err == nil {
			t.Error("it waits for nobody")
		}
	}
}

func TestManyAtOnce(t *testing.T) {
	g := manyFirms()
	s := started(t, g, filepath.Join(t.TempDir(), "names"))
	done := make(chan bool)
	for i := range 8 {
		go func() {
			for range 20 {
				if i == 0 {
					s.rebuild()
				}
				if list, err := s.Find(context.Background(), "køge korn", 5); err != nil || len(list) == 0 {
					t.Errorf("%v, %v", list, err)
				}
				s.Add(g.shelf[i])
			}
			done <- true
		}()
	}
	for range 8 {
		<-done
	}
}
