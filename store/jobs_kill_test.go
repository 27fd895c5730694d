package store_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"samspil/internal/crm"
	"samspil/store"
	"samspil/store/storetest"
)

const killedJobs = 300

// A killed program's jobs are all done by the next one, and at most the one it was at is done twice: a handler's
// mark in the file is what a sent message is.
func TestKilledWorkerLosesNoJob(t *testing.T) {
	if url := os.Getenv("STORE_TEST_JOBS"); url != "" {
		workUntilKilled(t, url)
	}
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, url string) {
		if err := s.Enqueue(ctx, numbered(killedJobs, "")...); err != nil {
			t.Fatal(err)
		}
		marks := filepath.Join(t.TempDir(), "marks")
		killInTheMiddle(t, url, marks)
		after, err := s.JobCounts(ctx)
		if err != nil || after.Waiting == 0 {
			t.Fatalf("the program was not killed in the middle: %+v, %v", after, err)
		}
		// What would be waited for otherwise: the end of the dead program's term as the one that looks after the queue.
		if err := storetest.Exec(t, url, `DELETE FROM river_leader`); err != nil {
			t.Fatal(err)
		}
		const stuck = 500 * time.Millisecond
		time.Sleep(stuck) // from here on, a job that runs is the dead program's
		storetest.RunJobs(t, s, store.Hasty(notes(1, marking(t, marks)), stuck))
		idle(t, s)
		twice := 0
		for number, n := range marksIn(t, marks) {
			if n == 0 {
				t.Errorf("job %d is lost", number)
			}
			twice += max(0, n-1)
		}
		t.Logf("%d jobs left to do by the killed program, %d done twice", after.Waiting+after.Running, twice)
		if twice > 1 {
			t.Errorf("%d jobs were done twice", twice)
		}
	})
}

func marking(t *testing.T, file string) store.JobHandler {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return func(_ context.Context, j crm.Job) error {
		_, err := fmt.Fprintln(f, number(j))
		time.Sleep(time.Millisecond) // a message takes longer
		return err
	}
}

// workUntilKilled is the program that is killed; it says on its standard output when it has done a job.
func workUntilKilled(t *testing.T, url string) {
	s, err := store.Open(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	mark := marking(t, os.Getenv("STORE_TEST_MARKS"))
	_, err = s.RunJobs(ctx, notes(1, func(ctx context.Context, j crm.Job) error {
		fmt.Println("\ndone")
		return mark(ctx, j)
	}))
	if err != nil {
		t.Fatal(err)
	}
	select {}
}

func killInTheMiddle(t *testing.T, url, marks string) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestKilledWorkerLosesNoJob$")
	cmd.Env = append(os.Environ(), "STORE_TEST_JOBS="+url, "STORE_TEST_MARKS="+marks)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := 0
	for lines := bufio.NewScanner(out); done < killedJobs/5 && lines.Scan(); {
		if lines.Text() == "done" {
			done++
		}
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	cmd.Wait()
	if done < killedJobs/5 {
		t.Fatalf("the program ended by itself after %d jobs", done)
	}
}

func marksIn(t *testing.T, file string) []int {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	times := make([]int, killedJobs)
	for line := range strings.Lines(string(b)) {
		var number int
		if _, err := fmt.Sscan(line, &number); err != nil {
			t.Fatalf("a torn mark %q", line)
		}
		times[number]++
	}
	return times
}
