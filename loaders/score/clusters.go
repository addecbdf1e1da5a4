package score

// clusters are mentions in two groupings: the gold's and the graph's. Pairs
// that are together count, so that one wrong merge of two large groups weighs
// what it spoils.
type clusters struct {
	gold, found map[string]int
	both        map[[2]string]int
	seen        map[[2]string]bool // mention and its gold group
}

func newClusters() *clusters {
	return &clusters{map[string]int{}, map[string]int{}, map[[2]string]int{}, map[[2]string]bool{}}
}

// add puts a mention into a group of the gold and one of the graph; the same
// mention again changes nothing.
func (c *clusters) add(mention, gold, found string) {
	if c.seen[[2]string{mention, gold}] {
		return
	}
	c.seen[[2]string{mention, gold}] = true
	c.gold[gold]++
	c.found[found]++
	c.both[[2]string{gold, found}]++
}

// pairs counts the pairs of mentions that stand together.
func (c *clusters) pairs() Counts {
	two := func(n int) int { return n * (n - 1) / 2 }
	var out Counts
	for _, n := range c.gold {
		out.Gold += two(n)
	}
	for _, n := range c.found {
		out.Found += two(n)
	}
	for _, n := range c.both {
		out.Right += two(n)
	}
	return out
}
