// Package demo is a made-up workspace with people, companies and some weeks of contacts, for trying the program
// out without Slack. Nothing in it is real: no person, no company, no organisation of the demo's own; the CVR
// numbers lie in a range that is not in use. Every date counts from the moment given, so the demo is never stale.
package demo

import (
	"samspil/internal/crm"
	"samspil/internal/directory"
)

// Team is the Slack team id of the demo.
const Team = "T0DEMO"

// Slack user ids of the demo's people.
const (
	anna  = "U0ANNA"
	bo    = "U0BO"
	karin = "U0KARIN"
	mette = "U0METTE"
	per   = "U0PER"
	lis   = "U0LIS"
)

// Codes of the organisations they act for.
const (
	jobCentre = "JC-360"
	hub       = "EH-SJ"
	school    = "VEU-SJ"
	council   = "RBR-SJ"
	fund      = "AK-3F"
)

// Orgs is what the demo adds to the organisations of package directory: a school, which no list can name without
// naming a real one.
func Orgs() []crm.Org {
	return []crm.Org{{
		Code: school, NameDA: "Demoskolen VEU Sjælland", NameEN: "Demo School VEU Zealand", Type: "vocational_school",
		Region: "1085", Aliases: []string{"Demoskolen", "VEU Sjælland", "VEU-SJ"}, Public: true,
	}}
}

// People is who works in the demo. Each has the organisation with its code and names, without an ID.
func People() []crm.Person {
	return []crm.Person{
		person(anna, "Anna Lindqvist", "virksomhedskonsulent", jobCentre, crm.Caseworker),
		person(bo, "Bo Krogsgård", "forretningsudvikler", hub, crm.Caseworker),
		person(karin, "Karin Elmelund", "uddannelseskonsulent", school, crm.Caseworker),
		person(mette, "Mette Ravnholm", "specialkonsulent", council, crm.Secretariat),
		person(per, "Per Stenager", "jobkonsulent", fund, crm.Caseworker),
		person(lis, "Lis Toftegård", "jobcenterchef", jobCentre, crm.Manager),
	}
}

func person(user, name, title, org string, role crm.Role) crm.Person {
	return crm.Person{Team: Team, User: user, Name: name, Title: title, Org: orgs()[org], Role: role, Active: true}
}

// orgs is every organisation the demo knows, by code.
func orgs() map[string]crm.Org {
	byCode := map[string]crm.Org{}
	for _, o := range append(directory.Orgs(), Orgs()...) {
		byCode[o.Code] = o
	}
	return byCode
}
