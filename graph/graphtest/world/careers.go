package world

import (
	"container/heap"
	"math/rand/v2"
)

// term is one person on one post from a day to the day before another; days
// count from the first of the world.
type term struct {
	person, post int
	from, to     int
}

// change is the start of a term as news: a person comes to a post, from another
// one or from outside the world.
type change struct {
	term int
	old  int // term that ends with it, or -1
}

// cast is everybody's career.
type cast struct {
	terms   []term
	of      [][]int // terms of each post, by ascending day
	people  int
	changes []change // moves first: without their reports nobody could follow them
	from    []int    // the term before each, -1 for none
}

// vacancy is a post that has to be filled from a day on.
type vacancy struct{ day, post int }

type vacancies []vacancy

func (v vacancies) Len() int { return len(v) }
func (v vacancies) Less(i, j int) bool {
	return v[i].day < v[j].day || v[i].day == v[j].day && v[i].post < v[j].post
}
func (v vacancies) Swap(i, j int) { v[i], v[j] = v[j], v[i] }
func (v *vacancies) Push(x any)   { *v = append(*v, x.(vacancy)) }
func (v *vacancies) Pop() any     { old := *v; x := old[len(old)-1]; *v = old[:len(old)-1]; return x }

const (
	longest  = 5 * 365 // a term; the shortest is two years
	shortest = 2 * 365
	settled  = 365 // days on a post before anybody moves
)

// careers lets people come to posts, stay for some years, move to better ones
// and leave. Of the vacancies four in ten go to somebody of the same place, one
// in ten to somebody of another one.
func careers(posts []post, places []place, days int, r *rand.Rand) *cast {
	c := &cast{of: make([][]int, len(posts))}
	feeders := map[int][]int{} // province -> posts, -1 for the centre
	province := func(p post) int {
		if p.place < 0 {
			return -1
		}
		return places[p.place].province
	}
	for i, p := range posts {
		feeders[province(p)] = append(feeders[province(p)], i)
	}
	var queue vacancies
	leaving := map[int]bool{} // terms whose holder has the next post already
	sit := func(person, post, from, length int) {
		c.of[post] = append(c.of[post], len(c.terms))
		c.terms = append(c.terms, term{person, post, from, from + length})
		heap.Push(&queue, vacancy{from + length, post})
	}
	for i := range posts { // those who are there on the first day
		from := -r.IntN(longest)
		sit(c.people, i, from, max(30-from, shortest+r.IntN(longest-shortest)))
		c.people++
	}
	// pick finds somebody to come from a less senior post.
	pick := func(from, post, day int) int {
		pool := feeders[from]
		for range 8 {
			i := pool[r.IntN(len(pool))]
			last := c.of[i][len(c.of[i])-1]
			t := c.terms[last]
			if posts[i].rank > posts[post].rank && posts[i].rank < posts[post].rank+15 && t.from+settled < day && t.to > day && !leaving[last] {
				return last
			}
		}
		return -1
	}
	for queue.Len() > 0 {
		v := heap.Pop(&queue).(vacancy)
		if v.day >= days {
			break
		}
		last := c.terms[c.of[v.post][len(c.of[v.post])-1]]
		if last.to != v.day {
			continue // its holder went earlier, and it was filled then
		}
		from, old := province(posts[v.post]), -1
		switch n := r.IntN(10); {
		case n < 4:
			old = pick(from, v.post, v.day)
		case n < 5 && posts[v.post].rank < 36:
			old = pick(r.IntN(len(feeders)-1), v.post, v.day)
		}
		day := v.day
		if r.IntN(3) == 0 {
			day += r.IntN(60) // vacant for a while
		}
		person := c.people
		if old >= 0 {
			person = c.terms[old].person
			leaving[old] = true
			c.terms[old].to = day
			heap.Push(&queue, vacancy{day, c.terms[old].post})
		} else {
			c.people++
		}
		c.changes = append(c.changes, change{len(c.terms), old})
		sit(person, v.post, day, shortest+r.IntN(longest-shortest))
	}
	var moves, others []change
	for _, ch := range c.changes {
		if ch.old >= 0 {
			moves = append(moves, ch)
		} else {
			others = append(others, ch)
		}
	}
	c.changes = append(moves, others...)
	c.from = make([]int, len(c.terms))
	for i := range c.from {
		c.from[i] = -1
	}
	for _, ch := range moves {
		c.from[ch.term] = ch.old
	}
	return c
}

// holder is the term in which somebody sits on a post on a day, or -1.
func (c *cast) holder(post, day int) int {
	for _, i := range c.of[post] {
		if t := c.terms[i]; t.from <= day && day < t.to {
			return i
		}
	}
	return -1
}
