package crm

// DefaultCeiling is the number of contacts in a period above which a company counts as much contacted where its region has
// set no other: two a month would be a burden on most.
const DefaultCeiling = 6

// MostCeiling is the highest that can be set.
const MostCeiling = 1000

// Ceilings are the ceilings that regions set for themselves, by the region's code.
type Ceilings map[string]int

// Of is the region's ceiling.
func (c Ceilings) Of(region string) int {
	if own, ok := c[region]; ok {
		return own
	}
	return DefaultCeiling
}

// CanSetCeiling reports whether the person may set a ceiling, which all bodies of a region share: administrators of public
// bodies.
func CanSetCeiling(who Person) bool {
	return who.Active && who.Role == Administrator && who.Org.Public
}
