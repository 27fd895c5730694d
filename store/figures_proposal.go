package store

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"samspil/internal/crm"
)

// aboutProposals reports whether the scope can be asked of proposals: they have neither purpose nor person.
func (f figures) aboutProposals() bool { return f.Scope.Purpose == "" && f.Scope.Person.ID == 0 }

// marked is the further condition on proposal pr: that it is marked with one of the scope's places.
func (f figures) marked() (string, []any) {
	var either []string
	var args []any
	add := func(kind string, codes []string) {
		if len(codes) == 0 {
			return
		}
		either, args = append(either, `m.kind = ? AND m.code IN (?`+strings.Repeat(`, ?`, len(codes)-1)+`)`), append(args, kind)
		for _, code := range codes {
			args = append(args, code)
		}
	}
	add("municipality", f.Scope.Municipalities)
	add("region", f.Scope.Regions)
	if len(either) == 0 {
		return "", nil
	}
	return ` AND EXISTS (SELECT 1 FROM proposal_mark m WHERE m.proposal_id = pr.id AND (` + strings.Join(either, ` OR `) + `))`, args
}

// ofOrgs is the further condition that the column is one of the scope's organisations.
func (f figures) ofOrgs(column string) (string, []any) {
	if len(f.Scope.Orgs) == 0 {
		return "", nil
	}
	var args []any
	for _, o := range f.Scope.Orgs {
		args = append(args, o.ID)
	}
	return ` AND ` + column + ` IN (?` + strings.Repeat(`, ?`, len(args)-1) + `)`, args
}

// proposals counts the proposals by the stage in which they stood when the period ended.
func (f figures) proposals(ctx context.Context, c conn, out *crm.Figures) error {
	if !f.aboutProposals() {
		return nil
	}
	places, more := f.marked()
	orgs, ids := f.ofOrgs(`pr.org_id`)
	end := f.period.To.AddDays(1).At(0, 0)
	from := ` FROM proposal pr JOIN org o ON o.id = pr.org_id`
	where := ` WHERE pr.deleted_at IS NULL AND pr.stage <> 'draft' AND pr.created_at < ? AND ` + visible + orgs + places
	args := append(append(append([]any{millis(end)}, visibleTo(f.Viewer)...), ids...), more...)
	changes, err := c.stageChanges(ctx, from+` JOIN proposal_history h ON h.proposal_id = pr.id`+where+` AND pr.updated_at >= ?`, append(args, millis(end))...)
	if err != nil {
		return err
	}
	n, byStage := &crm.ProposalFigures{}, map[crm.Stage]crm.Count{}
	out.Proposals = n
	err = c.each(ctx, func(r scanner) error {
		var id, owner int64
		var now crm.Stage
		if err := r.Scan(&id, &owner, &now); err != nil {
			return err
		}
		if stood := crm.StageBefore(now, changes[id], end); stood != crm.StageDraft {
			one := f.one(owner)
			n.Registered, byStage[stood] = n.Registered.Add(one), byStage[stood].Add(one)
		}
		return nil
	}, `SELECT pr.id, pr.org_id, pr.stage`+from+where, args...)
	for stage, count := range byStage {
		n.ByStage = append(n.ByStage, crm.Cell{Key: string(stage), Now: count})
	}
	crm.SortCells(n.ByStage)
	return err
}

// one is a single thing of that organisation.
func (f figures) one(org int64) crm.Count {
	if org == f.Viewer.ID {
		return crm.Count{N: 1, Own: 1}
	}
	return crm.Count{N: 1}
}

// stageChanges gives the steps of the proposals pr with their history h, by proposal.
func (c conn) stageChanges(ctx context.Context, from string, args ...any) (map[int64][]crm.StageChange, error) {
	all := map[int64][]crm.StageChange{}
	return all, c.each(ctx, func(r scanner) error {
		var id int64
		var at time.Time
		var what string
		var details json.RawMessage
		if err := r.Scan(&id, moment{&at}, &what, jsonText{&details}); err != nil {
			return err
		}
		var said struct{ To, Stage crm.Stage } // a consultation writes the stage under its own name
		err := json.Unmarshal(details, &said)
		to := said.To + said.Stage
		switch {
		case what == "shared":
			to = crm.StageEarlyNotice
		case what == "decided":
			to = crm.StageDecided
		case to == "":
			to = crm.StageDraft
		}
		all[id] = append(all[id], crm.StageChange{At: at, To: to})
		return err
	}, `SELECT h.proposal_id, h.at, h.what, h.details`+from+` AND h.what IN ('created', 'stage', 'shared', 'decided') ORDER BY h.proposal_id, h.version`, args...)
}
