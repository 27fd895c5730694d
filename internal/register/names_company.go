package register

import "samspil/internal/crm"

// alsoName is a further name of a company.
type alsoName struct {
	name, key string
	mark      uint8
}

// alsoOf are the secondary and former names.
func alsoOf(c crm.Company) (list []alsoName) {
	for _, n := range c.Also {
		also := alsoName{name: n.Name, key: n.Key, mark: markSecondary}
		if n.Kind == crm.FormerName {
			also.mark = markFormer
		}
		if also.key == "" {
			also.key = Fold(n.Name)
		}
		list = append(list, also)
	}
	return list
}
