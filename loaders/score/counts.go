package score

import "strconv"

// Counts are how many facts of one kind the gold has, how many were found, and
// how many of those are right.
type Counts struct{ Gold, Found, Right int }

func (c *Counts) add(gold, found, right int) {
	c.Gold += gold
	c.Found += found
	c.Right += right
}

// Rates are shares from 0 to 1, to four digits. F1 is the harmonic mean.
type Rates struct{ Precision, Recall, F1 float64 }

// Rates of nothing found where nothing is to be found are 1.
func (c Counts) Rates() Rates {
	p, r := share(c.Right, c.Found, c.Gold == 0), share(c.Right, c.Gold, c.Found == 0)
	return Rates{round(p), round(r), round(harmonic(p, r))}
}

func share(part, whole int, ofNothing bool) float64 {
	switch {
	case whole > 0:
		return float64(part) / float64(whole)
	case ofNothing:
		return 1
	}
	return 0
}

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// round keeps four digits of the exact value, a tie going to the even digit.
func round(x float64) float64 {
	y, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'f', 4, 64), 64) // what FormatFloat wrote always parses
	return y
}

// Row is one line of the result.
type Row struct {
	Fact string
	Counts
	Rates
}

// Fault is a fact that was missed or found wrongly.
type Fault struct {
	Article string
	Fact    string // a kind of Kinds
	Wrong   bool   // found and not in the gold; else missed
	Text    string
}

// Kinds are the kinds of facts that are counted, in the order of the result.
// Those with a dot are attributes of facts that match; position~ takes a label
// for right that lacks or adds up to three words; evidence counts quotes that
// stand at their offsets.
func Kinds() []string {
	return []string{"person", "position", "position~", "event", "event.kind", "event.end", "event.online", "event.places", "event.organizers",
		"role", "role.at", "document", "document.issued", "presented", "change", "change.date", "evidence"}
}

// All is the name of the sum over the kinds of facts without a dot.
const All = "ALL"

// summed are the kinds that All sums.
func summed() []string {
	return []string{"person", "position", "event", "role", "document", "presented", "change"}
}
