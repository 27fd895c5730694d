package main

import (
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"samspil/internal/register/virkstub"
)

// TestRegisterScripts plays testdata/register, with a distributor of the register on this machine.
func TestRegisterScripts(t *testing.T) {
	stub := virkstub.Start(t)
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/register",
		RequireExplicitExec: true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
		Setup: func(env *testscript.Env) error {
			env.Setenv("SAMSPIL_VIRK_URL", stub.URL)
			env.Setenv("SAMSPIL_VIRK_USER", virkstub.User)
			env.Setenv("SAMSPIL_VIRK_PASSWORD", virkstub.Password)
			return nil
		},
	})
}
