// Command samspil is the Slack bot of Danish public secretariats that coordinate their contacts with companies,
// with a terminal workspace to try it without Slack.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"samspil/bot/console"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// cli is the command line: a field for each subcommand, each in a file of its own.
type cli struct {
	Console consoleCmd `cmd:"" help:"Use the commands in this terminal, without Slack."`
	Serve   serveCmd   `cmd:"" help:"Answer in Slack, over Socket Mode or HTTP."`
	Migrate migrateCmd `cmd:"" help:"Bring the database to the schema this program uses."`
	Backup  backupCmd  `cmd:"" help:"Copy a SQLite database to a file while it is in use."`

	Org       orgCmd       `cmd:"" help:"The organisations people act for."`
	Person    personCmd    `cmd:"" help:"Who may use Samspil, and for whom they act."`
	Workspace workspaceCmd `cmd:"" help:"For whom a Slack workspace speaks."`
	Register  registerCmd  `cmd:"" help:"The company register."`
	Proposal  proposalCmd  `cmd:"" help:"Project proposals."`
	Export    exportCmd    `cmd:"" help:"Take an organisation's contacts out."`
	Import    importCmd    `cmd:"" help:"Bring contacts of another program in."`
	Overview  overviewCmd  `cmd:"" help:"The figures: contacts, visits and overlaps."`
	Manifest  manifestCmd  `cmd:"" help:"Print the app manifest that Slack asks for."`
	Doctor    doctorCmd    `cmd:"" help:"Look over settings, Slack, the clock, the database and its jobs."`
	Version   versionCmd   `cmd:"" help:"Say which build this is."`
	Extract   extractCmd   `cmd:"" hidden:"" help:"Read a document; see docs/operate.md."`
}

// terminal is what a subcommand runs in.
type terminal struct {
	ctx    context.Context // ends with SIGINT, SIGTERM and SIGHUP
	config config
	lang   text.Lang // of what is said about the command line itself
	in     io.Reader
	out    io.Writer
	err    io.Writer
}

// Exit codes.
const (
	exitFailed = 1 // it could not be done
	exitUsage  = 2 // the command line was wrong
)

func main() { os.Exit(run(os.Args[1:])) }

// run does what the arguments say and gives the exit code.
func run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	asked := langIn(args)
	t := &terminal{ctx: ctx, lang: text.English, in: os.Stdin, out: os.Stdout, err: os.Stderr} // English as the help is
	if asked != "" {
		t.lang = asked
	}
	var err error
	if t.config, err = readConfig(".env", os.Environ()); err != nil {
		return t.fail(err)
	}
	if asked == "" && t.config.Lang != "" {
		t.lang = t.config.people()
	}
	command, err := kong.Must(new(cli), kong.Name("samspil"), kong.Writers(t.out, t.err),
		kong.Description("Coordinates public bodies' contacts with companies, in Slack.")).Parse(args)
	if err != nil {
		return t.fail(wrongUse(errUsage, err))
	}
	return t.fail(command.Run(t))
}

// usageError is an error of the command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func wrongUse(t text.Text, args ...any) error { return usageError{crm.Errorf(crm.Invalid, t, args...)} }

// fail says what went wrong, if anything did, and gives the exit code.
func (t *terminal) fail(err error) int {
	if err == nil {
		return 0
	}
	sentence := err.Error()
	if e, ok := errors.AsType[*crm.Error](err); ok {
		sentence = e.In(t.lang)
		if e.Cause != nil {
			sentence += " (" + e.Cause.Error() + ")" // who runs the program may see the cause
		}
	}
	switch {
	case errors.Is(err, console.ErrDirective), errors.Is(err, errUnwell): // said where it happened
	case t.ctx.Err() != nil:
		fmt.Fprintln(t.err, "samspil:", stopped.In(t.lang))
	default:
		fmt.Fprintln(t.err, "samspil:", sentence)
	}
	if _, ok := errors.AsType[usageError](err); ok {
		return exitUsage
	}
	return exitFailed
}

// langIn is the language --lang asks for, also when the rest of the command line is wrong; "" for none.
func langIn(args []string) text.Lang {
	for i, arg := range args {
		value, ok := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			value, ok = args[i+1], true
		}
		if lang, known := text.ParseLang(value); ok && known {
			return lang
		}
	}
	return ""
}
