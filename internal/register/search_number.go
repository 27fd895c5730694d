package register

import (
	"context"

	"samspil/internal/crm"
)

// byNumber looks up the company with the number. Where a name beside the number is surely that of another company, both
// are given, and neither is Same.
func (s *Search) byNumber(ctx context.Context, n Number, name string, evidence Evidence, known func(crm.Company) bool) ([]Candidate, error) {
	found, err := s.lookup.byNumber(ctx, n)
	found = knownTo(found, known)
	if err != nil || len(found) == 0 || name == "" || !s.Ready() {
		return found, err
	}
	others, err := s.search(ctx, name, evidence, 1, known, false)
	if err != nil || len(others) == 0 || others[0].Verdict != Same || others[0].Company.CVR == found[0].Company.CVR {
		return found, err
	}
	return unsure(append(found, others...)), nil
}
