package register

import (
	"cmp"
	"context"
	"errors"
	"io"
	"slices"

	"samspil/internal/crm"
)

// batch is a part of a file.
type batch struct {
	companies []crm.Company
	position  int64 // how many records are dealt with once it is saved
	err       error // what ended the reading; nil at the end of the file
}

// reader reads records ahead while the batch before is saved.
type reader struct {
	from records
	take func(record) bool // notes a record; false for one that is not to be saved
	done int64             // the position from which an import goes on
	read int64             // records so far
	out  chan batch
}

// run sends batches until the file ends or ctx does.
func (r *reader) run(ctx context.Context) {
	defer close(r.out)
	for {
		begin := r.read
		companies, err := r.stretch(ctx)
		if errors.Is(err, io.EOF) {
			r.send(ctx, begin, companies, nil)
			return
		}
		if !r.send(ctx, begin, companies, err) || err != nil {
			return
		}
	}
}

// stretch reads the companies of the next records, in the order in which they are saved.
func (r *reader) stretch(ctx context.Context) ([]crm.Company, error) {
	companies := make([]crm.Company, 0, importStretch)
	for range importStretch {
		rec, err := r.from.next()
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return importOrder(companies), err
		}
		r.read++
		if r.take(rec) {
			companies = append(companies, rec.company)
		}
	}
	return importOrder(companies), nil
}

// importOrder puts companies by name, and those of one number beside each other as they were.
func importOrder(companies []crm.Company) []crm.Company {
	keys := map[string]string{} // by number, of those that come without a name too
	for _, co := range companies {
		if co.Name == "" {
			keys[co.CVR] = ""
		}
	}
	for _, co := range companies {
		if _, ok := keys[co.CVR]; ok && co.Name != "" {
			keys[co.CVR] = co.Key
		}
	}
	key := func(co crm.Company) string {
		if k, ok := keys[co.CVR]; ok {
			return k
		}
		return co.Key
	}
	slices.SortStableFunc(companies, func(a, b crm.Company) int {
		return cmp.Or(cmp.Compare(key(a), key(b)), cmp.Compare(a.CVR, b.CVR))
	})
	return companies
}

// send sends a stretch that begins at that record, without what is saved already; false when nobody waits for it.
func (r *reader) send(ctx context.Context, begin int64, companies []crm.Company, end error) bool {
	position := begin + min(max(0, r.done-begin), int64(len(companies)))
	companies = companies[position-begin:]
	for {
		n := min(importBatch, len(companies))
		b := batch{companies: companies[:n], position: position + int64(n)}
		companies, position = companies[n:], b.position
		if last := len(companies) == 0; last {
			b.position, b.err = r.read, end
			if b.position <= r.done {
				b.companies = nil
			}
		}
		select {
		case r.out <- b:
		case <-ctx.Done():
			return false
		}
		if len(companies) == 0 {
			return true
		}
	}
}
