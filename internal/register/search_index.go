package register

import (
	"context"
	"runtime"
	"strconv"

	"samspil/internal/crm"
)

// search looks in the index.
func (s *Search) search(ctx context.Context, query string, evidence Evidence, limit int, known func(crm.Company) bool, typing bool) ([]Candidate, error) {
	if err := s.refresh(ctx); err != nil {
		return nil, err
	}
	names := s.names.Load()
	defer runtime.KeepAlive(names) // strings of hits lie in its file
	q := names.ask(query, evidence, typing)
	hits, err := s.known(ctx, s.hits(names, &q), known)
	if err != nil {
		return nil, err
	}
	decide(hits, &q)
	hits = mixed(hits)
	return s.candidates(ctx, hits, &q, limit)
}

// mostHits is how many companies are looked at to decide about the best of them.
const mostHits = 40

// hits are the best of the index and of what changed since.
func (s *Search) hits(names *nameIndex, q *question) []hit {
	mem, _ := s.memory.Get().(*scratch)
	if mem == nil {
		mem = new(scratch)
	}
	defer s.memory.Put(mem)
	fresh := s.fresh.load()
	hits := names.hits(names.rank(q, mem), mostHits, fresh.has)
	if fresh.index.size() > 0 {
		again := q.in(fresh.index)
		hits = append(hits, fresh.index.hits(fresh.index.rank(&again, mem), mostHits, nil)...)
	}
	return hits
}

// known takes out the companies that known refuses.
func (s *Search) known(ctx context.Context, hits []hit, known func(crm.Company) bool) ([]hit, error) {
	if known == nil {
		return hits, nil
	}
	kept := hits[:0]
	for _, h := range hits {
		if h.from.marks[h.entry]&markWritten != 0 {
			list, err := s.src.CompaniesByCVRs(ctx, []string{h.number()})
			if err != nil {
				return nil, err
			}
			if len(list) != 1 || !known(list[0]) {
				continue
			}
		}
		kept = append(kept, h)
	}
	return kept, nil
}

func (h *hit) number() string { return strconv.FormatUint(uint64(h.cvr), 10) }

// candidates fetches the companies of the best hits. One that is no longer there is left out.
func (s *Search) candidates(ctx context.Context, hits []hit, q *question, limit int) ([]Candidate, error) {
	var numbers []string
	for i := range hits[:min(len(hits), limit)] {
		numbers = append(numbers, hits[i].number())
	}
	if len(numbers) == 0 {
		return nil, nil
	}
	list, err := s.src.CompaniesByCVRs(ctx, numbers)
	if err != nil {
		return nil, err
	}
	companies := make(map[string]crm.Company, len(list))
	for _, c := range list {
		companies[c.CVR] = c
	}
	var found []Candidate
	for i, number := range numbers {
		if c, ok := companies[number]; ok {
			found = append(found, Candidate{Company: c, Score: hits[i].chance, Verdict: hits[i].verdict, Reason: hits[i].reason})
		}
	}
	return found, nil
}
