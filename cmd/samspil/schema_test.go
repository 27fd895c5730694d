package main

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"sort"
	"testing"
	"unicode/utf8"
)

// schema is the part of JSON Schema that testdata/manifest.schema.json uses.
type schema map[string]any

// keywords are all of that part: a schema with any other would say something nobody checks.
var keywords = []string{"type", "required", "properties", "additionalProperties", "items", "minLength", "maxLength", "pattern", "minItems", "maxItems", "enum"}

// against lists what is wrong with a value that was read from JSON, with the path to it.
func (s schema) against(path string, value any) (wrong []string) {
	add := func(format string, args ...any) { wrong = append(wrong, path+": "+fmt.Sprintf(format, args...)) }
	for k := range s {
		if !slices.Contains(keywords, k) {
			add("the schema says %s, which is not checked", k)
		}
	}
	if got := typeOf(value); got != s["type"] {
		add("is %s, not %v", got, s["type"])
		return wrong
	}
	if list, ok := s["enum"].([]any); ok && !slices.ContainsFunc(list, func(v any) bool { return reflect.DeepEqual(v, value) }) {
		add("%v is none of %v", value, list)
	}
	switch value := value.(type) {
	case string:
		wrong = append(wrong, s.bounds(path, "Length", utf8.RuneCountInString(value))...)
		if p, ok := s["pattern"].(string); ok && !regexp.MustCompile(p).MatchString(value) {
			add("%q is not %s", value, p)
		}
	case []any:
		wrong = append(wrong, s.bounds(path, "Items", len(value))...)
		for i, v := range value {
			wrong = append(wrong, sub(s["items"]).against(fmt.Sprintf("%s[%d]", path, i), v)...)
		}
	case map[string]any:
		wrong = append(wrong, s.object(path, value)...)
	}
	return wrong
}

func (s schema) object(path string, value map[string]any) (wrong []string) {
	properties := sub(s["properties"])
	required, _ := s["required"].([]any)
	for _, name := range required {
		if _, ok := value[name.(string)]; !ok {
			wrong = append(wrong, path+": lacks "+name.(string))
		}
	}
	for name, v := range value {
		if p, ok := properties[name]; ok {
			wrong = append(wrong, sub(p).against(path+"."+name, v)...)
		} else if s["additionalProperties"] == false {
			wrong = append(wrong, path+": "+name+" is unknown")
		}
	}
	sort.Strings(wrong)
	return wrong
}

func (s schema) bounds(path, what string, n int) (wrong []string) {
	if least, ok := s["min"+what].(float64); ok && n < int(least) {
		wrong = append(wrong, fmt.Sprintf("%s: %d is less than min%s", path, n, what))
	}
	if most, ok := s["max"+what].(float64); ok && n > int(most) {
		wrong = append(wrong, fmt.Sprintf("%s: %d is more than max%s", path, n, what))
	}
	return wrong
}

func sub(v any) schema {
	s, _ := v.(map[string]any)
	return s
}

func typeOf(value any) string {
	switch v := value.(type) {
	case string:
		return "string"
	case bool:
		return "boolean"
	case []any:
		return "array"
	case map[string]any:
		return "object"
	case float64:
		if v == float64(int(v)) {
			return "integer"
		}
	}
	return fmt.Sprintf("%T", value)
}

// TestSchemaSeesBoth tries the checker itself: each document breaks one rule.
func TestSchemaSeesBoth(t *testing.T) {
	const rules = `{"type":"object","required":["a"],"additionalProperties":false,"properties":{
		"a":{"type":"string","minLength":2,"maxLength":3,"pattern":"^æ"},
		"b":{"type":"array","minItems":1,"maxItems":2,"items":{"type":"integer","enum":[1,2]}},
		"c":{"type":"boolean"}, "d":{"type":"object","format":"uri"}}}`
	for document, want := range map[string]int{
		`{"a":"æø"}`: 0, `{"a":"æøå","b":[1,2],"c":false}`: 0,
		`{}`: 1, `{"a":"æ"}`: 1, `{"a":"æøåæ"}`: 1, `{"a":"øæ"}`: 1, `{"a":1}`: 1, `{"a":"æø","x":1}`: 1, `[]`: 1, `null`: 1,
		`{"a":"æø","b":[]}`: 1, `{"a":"æø","b":[1,1,1]}`: 1, `{"a":"æø","b":[3]}`: 1, `{"a":"æø","b":[1.5]}`: 1, `{"a":"æø","c":"false"}`: 1,
		`{"a":"æø","d":{}}`: 1,
	} {
		if got := readSchema(t, []byte(rules)).against("", fromJSON(t, []byte(document))); len(got) != want {
			t.Errorf("%s: %q, want %d", document, got, want)
		}
	}
}

func readSchema(t *testing.T, raw []byte) schema {
	t.Helper()
	return sub(fromJSON(t, raw))
}

func fromJSON(t *testing.T, raw []byte) (value any) {
	t.Helper()
	if err := json.Unmarshal(raw, &value); err != nil {
		t.Fatal(err)
	}
	return value
}
