package store

// RegisterStatements are those that follow the register, with sample arguments.
var RegisterStatements = map[string][]any{
	companiesChanged: {1, 2},
	lastOfPage:       {1, 10},
	namesOfCompany:   {1},
	companiesNamed + ` WHERE co.cvr IN (?,?)`: {"99000007", "99000015"},
}
