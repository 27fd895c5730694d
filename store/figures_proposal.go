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

// standing is a proposal with where it stands, and when it was last changed.
type standing struct {
	id, owner int64
	now       crm.Stage
	changed   time.Time
}

// proposals counts the proposals by the stage in which they stood when the period ended.
func (f figures) proposals(ctx context.Context, c conn, out *crm.Figures) error {
	if !f.aboutProposals() {
		return nil
	}
	places, more := f.marked()
	orgs, ids := f.ofOrgs(`pr.org_id`)
	end := f.period.To.AddDays(1).At(0, 0)
	args := append(append(append([]any{millis(end)}, visibleTo(f.Viewer)...), ids...), more...)
	all, err := list(ctx, c, func(p *standing) []any { return []any{&p.id, &p.owner, &p.now, moment{&p.changed}} }, `
		SELECT pr.id, pr.org_id, pr.stage, pr.updated_at FROM proposal pr JOIN org o ON o.id = pr.org_id
		WHERE pr.deleted_at IS NULL AND pr.stage <> 'draft' AND pr.created_at < ? AND `+visible+orgs+places, args...)
	if err != nil {
		return err
	}
	changes, err := c.stageChanges(ctx, all, end)
	n, byStage := &crm.ProposalFigures{}, map[crm.Stage]crm.Count{}
	for _, p := range all {
		if stood := crm.StageBefore(p.now, changes[p.id], end); stood != crm.StageDraft {
			one := f.one(p.owner)
			n.Registered, byStage[stood] = n.Registered.Add(one), byStage[stood].Add(one)
		}
	}
	for stage, count := range byStage {
		n.ByStage = append(n.ByStage, crm.Cell{Key: string(stage), Now: count})
	}
	crm.SortCells(n.ByStage)
	out.Proposals = n
	return err
}

// one is a single thing of that organisation.
func (f figures) one(org int64) crm.Count {
	if org == f.Viewer.ID {
		return crm.Count{N: 1, Own: 1}
	}
	return crm.Count{N: 1}
}

// stageChanges gives, by their ids, all steps of those proposals that were changed since.
func (c conn) stageChanges(ctx context.Context, of []standing, since time.Time) (map[int64][]crm.StageChange, error) {
	var changed []int64
	for _, p := range of {
		if !p.changed.Before(since) {
			changed = append(changed, p.id)
		}
	}
	steps := map[int64][]crm.StageChange{}
	for part := range inParts(changed) {
		in, args := among(part)
		err := c.each(ctx, func(r scanner) error {
			var id int64
			var at time.Time
			var what string
			var details json.RawMessage
			if err := r.Scan(&id, moment{&at}, &what, jsonText{&details}); err != nil {
				return err
			}
			to, err := stageAfter(what, details)
			steps[id] = append(steps[id], crm.StageChange{At: at, To: to})
			return err
		}, `SELECT proposal_id, at, what, details FROM proposal_history
			WHERE proposal_id IN `+in+` AND what IN ('created', 'stage', 'shared', 'decided') ORDER BY proposal_id, version`, args...)
		if err != nil {
			return nil, err
		}
	}
	return steps, nil
}

// stageAfter is the stage to which a line of history brought the proposal.
func stageAfter(what string, details json.RawMessage) (crm.Stage, error) {
	switch what {
	case "shared":
		return crm.StageEarlyNotice, nil
	case "decided":
		return crm.StageDecided, nil
	}
	said := struct{ To, Stage crm.Stage }{} // a consultation writes the stage under its own name
	err := json.Unmarshal(details, &said)
	if to := said.To + said.Stage; to != "" {
		return to, err
	}
	return crm.StageDraft, err
}
