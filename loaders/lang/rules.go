package lang

import (
	"bytes"
	"fmt"
	"io"

	"go.yaml.in/yaml/v3"
)

// Rule is one rule group as its examples describe it: the rule's name stands on
// every fact that it makes. Examples must give their facts, and Not must give
// none of the rule's; the tests of loaders/extract run both.
type Rule struct {
	Name     string    `yaml:"name"`
	About    string    `yaml:"about"`
	Examples []Example `yaml:"examples"`
	Not      []string  `yaml:"not"`

	File string `yaml:"-"`
}

// Example is a text and the facts it must give, one a line in the short form
// that `cadre explain --facts` prints: "position: NAME | LABEL",
// "canonical: NAME | LABEL" (its Vietnamese one), both with "| former" or "| acting",
// "role: NAME | chaired | 2024-01-17 | AT", "document: 43-NQ/TW | resolution | 2023-11-24",
// "event: conference | 2024-01-17 | NAME", "change: NAME | appointed | LABEL | DATE",
// "presented: NAME | NUMBER", "person: NAME", "unnamed: LABEL | spoke".
// Trailing parts may be left out.
type Example struct {
	Text  string   `yaml:"text"`
	Facts []string `yaml:"facts"`
	// NotFacts must not be among what the text gives.
	NotFacts []string `yaml:"not_facts"`
}

func parseRules(name string, raw []byte) ([]Rule, error) {
	dec := yaml.NewDecoder(bytes.NewReader(raw))
	dec.KnownFields(true)
	var out []Rule
	if err := dec.Decode(&out); err != nil && err != io.EOF {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for i, r := range out {
		if r.Name == "" || len(r.Examples) == 0 {
			return nil, fmt.Errorf("%s: rule %d needs a name and at least one example", name, i+1)
		}
		out[i].File = name
	}
	return out, nil
}
