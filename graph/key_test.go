package graph_test

import (
	"testing"

	"cadre/graph"
)

// TestKey pins the keys: a store whose edges have others could not be added to.
func TestKey(t *testing.T) {
	for want, got := range map[string]string{
		"hmpgnfosg7dtjpq43vtv9huv": graph.Key(graph.Chaired, "tran-van-mau", "conference/2024-01-17-hoi-nghi"),
		"hmpgnfosutmblbtqqo94idjr": graph.Key(graph.ChairedBridge, "tran-van-mau", "conference/2024-01-17-hoi-nghi", "Yên Bái"),
		"seoc8gkotgcep6ahn309s6n0": graph.Key(graph.Presented, "", "", "x", "y"),
		"seoc8gkoe2f81i44guh427gu": graph.Key("", "", ""),
	} {
		if got != want {
			t.Errorf("key %s, want %s", got, want)
		}
	}
}
