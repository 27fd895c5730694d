package check

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/when"
)

// preview shows the asker what a channel would see, and shares nothing yet.
func (f *feature) preview(ctx context.Context, req commands.Request) (commands.Reply, error) {
	card, audience, err := f.card(ctx, req, req.Value)
	if err != nil {
		return commands.Reply{}, err
	}
	return showPreview(req, card, audience, shareValue(req.Value, req.ID, card, audience)), nil
}

// post shares what the preview showed. Where the channel would be shown something else by now, it is another preview.
func (f *feature) post(ctx context.Context, req commands.Request) (commands.Reply, error) {
	cvr, id, ok := shareParts(req.Value)
	if !ok {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errOldShare)
	}
	card, audience, err := f.card(ctx, req, cvr)
	if err != nil {
		return commands.Reply{}, err
	}
	if shareValue(cvr, id, card, audience) != req.Value {
		reply := showPreview(req, card, audience, shareValue(cvr, id, card, audience))
		reply.Replace = true
		return reply, nil
	}
	job, err := commands.NewMessage(crm.Person{Team: req.Person.Team}, req.Channel, req.Lang, card).Job()
	if err != nil {
		return commands.Reply{}, err
	}
	entry := crm.Entry{RequestID: req.ID, Now: req.Now, Person: req.Person, Delivery: "share:" + id, Jobs: []crm.Job{job}}
	first, err := f.store.AuditOnce(ctx, entry, "company.share", cvr, map[string]string{"channel": req.Channel, "orgs": codes(audience)})
	if err != nil {
		return commands.Reply{}, err
	}
	return showShared(req, first), nil
}

// keep is the answer to a preview that shares nothing.
func (f *feature) keep(_ context.Context, req commands.Request) (commands.Reply, error) {
	reply := commands.Sentence(textKept.In(req.Lang))
	reply.Replace = true
	return reply, nil
}

// card is what everybody in the asker's channel may see of the company.
func (f *feature) card(ctx context.Context, req commands.Request, cvr string) (commands.Reply, crm.Audience, error) {
	audience, err := f.channels.Audience(ctx, req.Person, req.Channel)
	switch {
	case err != nil:
		return commands.Reply{}, audience, err
	case audience.Partial:
		return commands.Reply{}, audience, crm.Errorf(crm.Forbidden, errManyReaders)
	case !audience.Certain():
		return commands.Reply{}, audience, crm.Errorf(crm.Forbidden, errUnknownReaders, audience.Unknown)
	}
	found, err := dossier.Find(ctx, f.store, f.finder, cvr, "", req.Person.Org)
	if err != nil {
		return commands.Reply{}, audience, err
	}
	if len(found) == 0 {
		return commands.Reply{}, audience, crm.Errorf(crm.NotFound, textUnknownCVR, cvr)
	}
	viewers := append([]crm.Org{req.Person.Org}, audience.Orgs...) // the asker may have left the channel meanwhile
	audited := f.audit(ctx, req, found[0].Company)
	shared, ok, err := dossier.GatherShared(ctx, f.store, found[0].Company, viewers, when.DateOf(req.Now))
	err = errors.Join(err, <-audited)
	if err == nil && !ok {
		err = crm.Errorf(crm.Forbidden, errCompanyHidden)
	}
	return showCard(req, shared), audience, err
}

// shareValue is what the button of a preview carries: the company, the preview, and a mark of what it showed to whom.
func shareValue(cvr, id string, card commands.Reply, audience crm.Audience) string {
	mark := fnv.New64a()
	mark.Write([]byte(card.Text + codes(audience)))
	return fmt.Sprintf("%s:%s:%s", cvr, id, strconv.FormatUint(mark.Sum64(), 36))
}

func shareParts(value string) (cvr, id string, ok bool) {
	parts := strings.Split(value, ":")
	if len(parts) != 3 {
		return "", "", false
	}
	return parts[0], parts[1], true
}

func codes(a crm.Audience) string {
	list := make([]string, len(a.Orgs))
	for i, o := range a.Orgs {
		list[i] = o.Code
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}
