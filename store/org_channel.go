package store

import (
	"context"

	"samspil/internal/crm"
)

// SetOrgChannel makes the channel the one in which the organisation is told of proposals and heard; the channel of before
// is forgotten. An empty channel leaves it without.
func (s *Store) SetOrgChannel(ctx context.Context, e crm.Entry, ch crm.OrgChannel) error {
	return s.update(ctx, func(c conn) error {
		if _, err := c.exec(ctx, `DELETE FROM org_channel WHERE org_id = ?`, ch.Org.ID); err != nil {
			return err
		}
		if ch.Channel != "" {
			_, err := c.exec(ctx, `INSERT INTO org_channel (org_id, team_id, channel_id, lang, person_id, at) VALUES (?, ?, ?, ?, ?, ?)`,
				ch.Org.ID, ch.Team, ch.Channel, ch.Lang, e.Person.ID, millis(e.Now))
			if err != nil {
				return err
			}
		}
		// What it is being heard on goes on where it is told now.
		_, err := c.exec(ctx, `
			UPDATE consultation_org SET team_id = ?, channel_id = ?, undelivered = ''
			WHERE org_id = ? AND consultation_id IN (SELECT id FROM consultation WHERE state = 'open')`, ch.Team, ch.Channel, ch.Org.ID)
		if err != nil {
			return err
		}
		return c.audit(ctx, e, "org.channel", ch.Org.ID, "", map[string]string{"channel": ch.Channel})
	})
}

const orgChannelSelect = `SELECT k.team_id, k.channel_id, k.lang, ` + orgColumns + ` FROM org_channel k JOIN org o ON o.id = k.org_id`

func orgChannelFields(k *crm.OrgChannel) []any {
	return append([]any{&k.Team, &k.Channel, &k.Lang}, orgFields(&k.Org)...)
}

// OrgChannel gives where an organisation is told and heard; the zero OrgChannel where it is nowhere.
func (s *Store) OrgChannel(ctx context.Context, orgID int64) (crm.OrgChannel, error) {
	all, err := list(ctx, s.single(), orgChannelFields, orgChannelSelect+` WHERE k.org_id = ?`, orgID)
	if err != nil || len(all) == 0 {
		return crm.OrgChannel{}, s.dialect.translate(err)
	}
	return all[0], nil
}

// OrgChannels gives every organisation's channel, by the organisation's code.
func (s *Store) OrgChannels(ctx context.Context) ([]crm.OrgChannel, error) {
	all, err := list(ctx, s.single(), orgChannelFields, orgChannelSelect+` ORDER BY o.code`)
	return all, s.dialect.translate(err)
}

// SetOrgModel says whether a language model may draft the cards of the organisation's proposals.
func (s *Store) SetOrgModel(ctx context.Context, e crm.Entry, orgID int64, on bool) error {
	return s.update(ctx, func(c conn) error {
		_, err := c.exec(ctx, `DELETE FROM org_model WHERE org_id = ?`, orgID)
		said := "off"
		if on && err == nil {
			said = "on"
			_, err = c.exec(ctx, `INSERT INTO org_model (org_id, person_id, at) VALUES (?, ?, ?)`, orgID, e.Person.ID, millis(e.Now))
		}
		if err != nil {
			return err
		}
		return c.audit(ctx, e, "org.model", orgID, "", map[string]string{"model": said})
	})
}

// OrgUsesModel reports whether a language model may draft the cards of the organisation's proposals.
func (s *Store) OrgUsesModel(ctx context.Context, orgID int64) (bool, error) {
	var n int
	err := s.single().row(ctx, []any{&n}, `SELECT count(*) FROM org_model WHERE org_id = ?`, orgID)
	return n > 0, s.dialect.translate(err)
}

// OrgUsers gives the people who may be told on behalf of an organisation that has no channel: its active secretariat,
// managers and administrators, by name.
func (s *Store) OrgUsers(ctx context.Context, orgID int64) ([]crm.Person, error) {
	all, err := list(ctx, s.single(), personFields, personSelect+`
		WHERE p.org_id = ? AND p.active = 1 AND p.role <> 'caseworker' ORDER BY p.name, p.id`, orgID)
	return all, s.dialect.translate(err)
}
