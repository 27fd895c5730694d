package main

// registerCmd is the company register: a field for each subcommand, each in a file of its own.
type registerCmd struct {
	Import registerImportCmd `cmd:"" help:"Read a file of companies in: semicolon CSV, or Virk's documents one a line."`
	Sync   registerSyncCmd   `cmd:"" help:"Fetch what changed from the register's distributor."`
	Match  registerMatchCmd  `cmd:"" help:"Find the companies that a list of names means."`
	Show   registerShowCmd   `cmd:"" help:"Print what the register knows of a company."`
}
