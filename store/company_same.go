package store

import (
	"slices"
	"strings"

	"samspil/internal/crm"
)

// sameCompany reports whether saving co over old would change nothing.
func sameCompany(old, co crm.Company) bool {
	return old.AddedBy.ID == 0 && sameRow(old, co) && (co.Also == nil || slices.Equal(distinct(old, old.Also), distinct(co, co.Also))) && hasSites(old, co)
}

func sameRow(a, b crm.Company) bool {
	return a.Name == b.Name && a.Key == b.Key && a.Form == b.Form && a.Municipality == b.Municipality && a.Place == b.Place &&
		a.Industry == b.Industry && a.Employees == b.Employees && a.Status == b.Status && a.EndedOn == b.EndedOn &&
		a.SuccessorCVR == b.SuccessorCVR && a.AdProtected == b.AdProtected
}

func hasSites(old, co crm.Company) bool {
	for _, si := range co.Sites {
		if !slices.ContainsFunc(old.Sites, func(s crm.Site) bool {
			return s.PNumber == si.PNumber && (!said(si) || s.Name == si.Name && s.Place == si.Place && s.Municipality == si.Municipality)
		}) {
			return false
		}
	}
	return true
}

// distinct is each of a company's other names once, by name; a name that is both is a secondary one, and the main name is
// none of them.
func distinct(co crm.Company, names []crm.CompanyName) []crm.CompanyName {
	if len(names) == 0 {
		return nil
	}
	names = slices.DeleteFunc(slices.Clone(names), func(n crm.CompanyName) bool { return n.Name == co.Name || n.Name == "" || n.Key == "" })
	slices.SortFunc(names, func(a, b crm.CompanyName) int {
		if by := strings.Compare(a.Name, b.Name); by != 0 {
			return by
		}
		return -strings.Compare(string(a.Kind), string(b.Kind)) // "secondary" first
	})
	return slices.CompactFunc(names, func(a, b crm.CompanyName) bool { return a.Name == b.Name })
}
