package register

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// company is what a document says of a company, or why it says nothing.
func (v *virkCompany) company() (co crm.Company, why *crm.Error) {
	cvr, ok := cvrOf(string(v.CVR))
	if !ok {
		return co, crm.Errorf(crm.Invalid, whyNoCVR)
	}
	co.CVR = cvr
	if co.Name, co.Key = named(v.name()); co.Key == "" {
		return co, crm.Errorf(crm.Invalid, whyNoName)
	}
	co.Status, co.EndedOn = v.life()
	co.AdProtected, co.Employees, co.Also = v.Protected, v.employees(), v.also(co.Name)
	if f := v.Meta.Form; f != nil {
		if co.Form = formWord(string(f.Code)); co.Form == "" {
			co.Form = formWord(f.Short)
		}
	}
	if v.Meta.Trade != nil {
		co.Industry = industryOf(string(v.Meta.Trade.Code))
	}
	if a := v.Meta.Address; a != nil {
		co.Municipality, co.Place = a.place()
	} else {
		co.Municipality, co.Place = placeNow(v.Addresses)
	}
	for _, p := range v.Sites {
		if p.Period.To == "" && ValidPNumber(string(p.PNumber)) {
			co.Sites = append(co.Sites, crm.Site{PNumber: string(p.PNumber)})
		}
	}
	return co, nil
}

func (v *virkCompany) name() string {
	if v.Meta.Name != nil && v.Meta.Name.Name != "" {
		return v.Meta.Name.Name
	}
	return nameNow(v.Names)
}

// nameNow is the name that holds, else the last one that did.
func nameNow(names []virkName) string {
	if len(names) == 0 {
		return ""
	}
	return slices.MaxFunc(names, func(a, b virkName) int { return a.Period.compare(b.Period) }).Name
}

// compare orders periods by their end, those that go on last, then by their beginning.
func (p virkPeriod) compare(o virkPeriod) int {
	return cmp.Or(cmp.Compare(cmp.Or(p.To, "9999"), cmp.Or(o.To, "9999")), cmp.Compare(p.From, o.From))
}

// also is the other names: never nil, since a document has them all.
func (v *virkCompany) also(name string) []crm.CompanyName {
	list := []crm.CompanyName{}
	add := func(n virkName, kind crm.NameKind) {
		if shown, key := named(n.Name); key != "" && shown != name {
			list = append(list, crm.CompanyName{Name: shown, Key: key, Kind: kind})
		}
	}
	for _, n := range v.Names {
		add(n, crm.FormerName)
	}
	for _, n := range v.Secondary {
		if n.Period.To == "" {
			add(n, crm.SecondaryName)
		} else {
			add(n, crm.FormerName)
		}
	}
	return list
}

// life is the status, and the last day of a company that has ended: one without a period that goes on has, whatever its
// status says. Associations have none, and a word that is new says nothing.
func (v *virkCompany) life() (status crm.CompanyStatus, ended when.Date) {
	word := v.Meta.Status
	for _, s := range v.Statuses {
		if s.Period.To == "" {
			word = s.Status
		}
	}
	status, ok := statusOf(word)
	if !ok {
		status = crm.CompanyActive
	}
	last, over := "", len(v.Lives) > 0
	for _, l := range v.Lives {
		over = over && l.Period.To != ""
		last = max(last, l.Period.To)
	}
	if over {
		status = crm.CompanyEnded
		ended, _ = when.ParseISO(last[:min(len(last), len("2006-01-02"))])
	}
	if c := v.Meta.Credit; c != nil && strings.EqualFold(c.Text, "konkurs") && status == crm.CompanyActive {
		status = crm.CompanyBankruptcy
	}
	return status, ended
}

// employees is the newest of four counts, none of which every company has.
func (v *virkCompany) employees() int {
	best, newest := -1, -1
	for _, e := range []*virkEmployment{v.Meta.Registry, v.Meta.Monthly, v.Meta.Quarterly, v.Meta.Yearly} {
		if e == nil {
			continue
		}
		n := employeesOf(string(e.Number))
		if n < 0 {
			n = employeesOf(e.Interval)
		}
		// A year's count is of its November, a quarter's of its end.
		if at := e.Year*100 + cmp.Or(e.Month, e.Quarter*3, 11); n >= 0 && at > newest {
			best, newest = n, at
		}
	}
	return best
}

// place is the municipality and the town; "" for an address abroad.
func (a virkAddress) place() (municipality, town string) {
	if n, err := strconv.Atoi(string(a.Municipality.Code)); err == nil {
		municipality = municipalityOf(fmt.Sprintf("%03d", n))
	}
	if town, _ = named(a.Town); town == "" {
		town = municipalityNames[municipality]
	}
	return municipality, town
}

func placeNow(addresses []virkAddress) (municipality, town string) {
	if len(addresses) == 0 {
		return "", ""
	}
	return slices.MaxFunc(addresses, func(a, b virkAddress) int { return a.Period.compare(b.Period) }).place()
}

// company is the company that a production unit belongs to, without a name and with no more than that site.
func (v *virkSite) company() (co crm.Company, why *crm.Error) {
	si := crm.Site{PNumber: string(v.PNumber)}
	si.Name, _ = named(nameNow(v.Names))
	si.Municipality, si.Place = placeNow(v.Addresses)
	for _, o := range v.Owners {
		if cvr, ok := cvrOf(string(o.CVR)); ok && o.Period.To == "" {
			co.CVR = cvr
		}
	}
	if co.CVR == "" || !ValidPNumber(si.PNumber) {
		return co, crm.Errorf(crm.Invalid, whySite)
	}
	co.Sites = []crm.Site{si}
	return co, nil
}
