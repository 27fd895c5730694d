package model

import (
	"context"
	"errors"
	"math"
	"strings"

	"github.com/sashabaranov/go-openai"

	"samspil/internal/summary"
)

// ask gives the model's answer: by the strictest format the server takes, and asked once more where it is not JSON. It ends:
// every turn takes the next format, the newer limits, or the one repair.
func (m *Model) ask(ctx context.Context, pages []summary.Page) (answer, error) {
	talk := question(pages)
	repaired, newer := false, reasons(m.name)
	for i := 0; ; {
		said, err := m.complete(ctx, m.request(talk, m.formats[i], newer))
		if r, ok := errors.AsType[refusal](err); ok {
			switch {
			case r.ofLimits() && !newer:
				newer = true
				continue
			case r.ofForm() && i+1 < len(m.formats):
				i++
				continue
			}
		}
		if err != nil {
			return answer{}, err
		}
		a, err := parse(said)
		if err == nil || repaired {
			return a, err
		}
		repaired = true
		talk = append(talk, // a server may demand that the two take turns
			openai.ChatCompletionMessage{Role: openai.ChatMessageRoleAssistant, Content: beginning(said)},
			openai.ChatCompletionMessage{Role: openai.ChatMessageRoleUser, Content: onlyJSON})
	}
}

// beginning is what is sent back of an answer that was not JSON.
func beginning(said string) string {
	const most = 2000
	if len(said) > most {
		said = said[:most]
	}
	if said = strings.ToValidUTF8(said, ""); strings.TrimSpace(said) == "" {
		return "-" // no message may be empty
	}
	return said
}

// request is one question; newer models take MaxCompletionTokens, which includes what they think, and no temperature.
func (m *Model) request(talk []openai.ChatCompletionMessage, f Format, newer bool) openai.ChatCompletionRequest {
	r := openai.ChatCompletionRequest{Model: m.name, Messages: talk}
	if newer {
		r.MaxCompletionTokens = mostThought
	} else {
		//lint:ignore SA1019 local servers know no other
		r.MaxTokens = mostTokens
		r.Temperature = math.SmallestNonzeroFloat32 // 0 is not sent
	}
	switch f {
	case Schema:
		r.ResponseFormat = &openai.ChatCompletionResponseFormat{Type: openai.ChatCompletionResponseFormatTypeJSONSchema,
			JSONSchema: &openai.ChatCompletionResponseFormatJSONSchema{Name: "card", Strict: true, Schema: schema}}
	case Object:
		r.ResponseFormat = &openai.ChatCompletionResponseFormat{Type: openai.ChatCompletionResponseFormatTypeJSONObject}
	}
	return r
}

// reasons reports the names for which the library refuses the older limits before it asks.
func reasons(name string) bool {
	for _, start := range []string{"o1", "o3", "o4", "gpt-5"} {
		if strings.HasPrefix(name, start) {
			return true
		}
	}
	return false
}

// content is what the model said, when it said all of it.
func content(r openai.ChatCompletionResponse) (string, error) {
	if len(r.Choices) == 0 {
		return "", errNoChoice // also a status of 200 with an error in it
	}
	switch c := r.Choices[0]; {
	case c.Message.Refusal != "" || c.FinishReason == openai.FinishReasonContentFilter:
		return "", errRefused
	case c.FinishReason != openai.FinishReasonStop && c.FinishReason != "": // some servers say nothing
		return "", errCut
	default:
		return c.Message.Content, nil
	}
}
