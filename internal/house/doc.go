// Package house holds no code, only tests that keep the rules of the house: who may import whom, where a sentence
// that users read may stand, who may read the clock, what may lie at the top of the tree. Each rule is a function
// of a file's name and text, and each is tried on snippets that break it, so that a rule that sees nothing is seen.
//
// docs and messages name a rule by its test: TestArrows, TestSentences, TestClock, TestTopLevel, TestFolderNames,
// TestMakefile, TestDocsAreLinked.
package house
