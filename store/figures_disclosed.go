package store

import (
	"context"
	"strconv"
	"strings"
)

// disclosed are the organisations by how much of their contacts the viewer may see where the writer decided nothing.
type disclosed struct {
	own        int64
	fact, some []int64 // others at TierFact or above, and at TierMonth
}

// disclosedTo reads seen.
func disclosedTo(ctx context.Context, c conn, viewer int64) (d disclosed, err error) {
	d.own = viewer
	err = c.each(ctx, func(r scanner) error {
		var id int64
		var own, tier int
		err := r.Scan(&id, &own, &tier)
		switch {
		case own == 1:
		case tier >= 2:
			d.fact = append(d.fact, id)
		case tier == 1:
			d.some = append(d.some, id)
		}
		return err
	}, `WITH `+seen+` SELECT id, own, tier FROM seen ORDER BY id`, viewer, viewer)
	return d, err
}

// sees is factOf for contact x with the organisations written out: asked of every contact of a busy company, to look each
// of them up costs more than all else. The plus keeps the index by company.
func (d disclosed) sees() string {
	or := []string{`x.org_id = ` + strconv.FormatInt(d.own, 10)}
	if len(d.fact) > 0 {
		or = append(or, `x.share IN ('default', 'fact', 'note') AND +x.org_id IN (`+written(d.fact)+`)`)
	}
	if len(d.some) > 0 {
		or = append(or, `x.share IN ('fact', 'note') AND +x.org_id IN (`+written(d.some)+`)`)
	}
	return `(` + strings.Join(or, ` OR `) + ` OR x.share NOT IN ('nothing', 'month') AND EXISTS (
		SELECT 1 FROM contact_participant t WHERE t.contact_id = x.id AND t.org_id = ` + strconv.FormatInt(d.own, 10) + `))`
}

// knows says that the viewer may know that t took part in contact c: as crm's withFor, but that a name in words counts in
// the viewer's own contacts only.
func (d disclosed) knows() string {
	return `(COALESCE(t.org_id, 0) <> c.org_id AND (c.own = 1 OR t.org_id IN (` + written(append([]int64{d.own}, d.fact...)) + `)))`
}

// written are ids as SQL: numbers, which no person has typed.
func written(ids []int64) string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = strconv.FormatInt(id, 10)
	}
	return strings.Join(list, ", ")
}
