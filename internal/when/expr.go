package when

// Kind says what an expression stands for.
type Kind int

// The kinds of expression.
const (
	KindDate   Kind = iota + 1 // a day or a span of days: Expr.From, Expr.To
	KindClock                  // a time of day, or from one to another: Expr.Clock, Expr.ClockEnd
	KindLength                 // a length of time: Expr.Minutes
)

// Precision is how exactly a date was stated. "uge 50" is a week: its From and To are Monday and Sunday, and
// nobody said which day.
type Precision int

// Precisions, from the finest to the coarsest. PrecisionSpan is two stated ends ("uge 40-48", "1.-15. marts").
const (
	PrecisionDay Precision = iota + 1
	PrecisionWeek
	PrecisionThird // primo (1-10), medio (11-20), ultimo (21-end) of a month
	PrecisionMonth
	PrecisionQuarter
	PrecisionSeason // forår 1.3-31.5, sommer, efterår, vinter 1.12-28/29.2
	PrecisionHalfYear
	PrecisionYear
	PrecisionSpan
)

// Direction says in which direction the words point, which settles what a bare "fredag" or "3/12" means.
type Direction int

// Directions.
const (
	Nearest Direction = iota // nothing is known
	Past                     // "besøgte", "i fredags": on or before today
	Future                   // "planlæg", "på fredag", "senest fredag": on or after today
)

// Clock is a time of day in minutes after midnight, 0 to 1439.
type Clock int

// Expr is one expression found in a text.
type Expr struct {
	Start, End int    // byte offsets of Text in the input
	Text       string // the words as written
	Kind       Kind

	From, To  Date // first and last day covered; equal when Precision is PrecisionDay
	Precision Precision
	// Direction is what the words themselves say ("i fredags" Past, "på fredag" Future), else Nearest.
	Direction Direction
	// Ambiguous is set when two readings are about as likely. Candidates then holds the possible first days in
	// order of time; From and To are the likeliest reading and must not be acted on without asking.
	Ambiguous  bool
	Candidates []Date

	Clock    Clock // KindClock
	ClockEnd Clock // KindClock: the end of "13-14"; -1 when only one time is stated
	Minutes  int   // KindLength: "2½ time" is 150
}
