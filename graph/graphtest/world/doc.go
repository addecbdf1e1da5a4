// Package world makes synthetic worlds of any size for tests: a cast of
// invented officials who move between offices, the meetings they hold, and news
// articles as text that tell of them, with the truth of who each name means.
//
//	w, err := world.New(world.Options{Articles: 100_000, Seed: 1, Homonyms: 0.02, Variants: 0.05, English: 0.15})
//	for a := range w.Articles() { … a.Text, a.Truth … }
//	scores, err := w.Score(export, 100_000) // of a graph that they were loaded into
//
// An article is a function of the options and its number, so that a world of
// any size is never held in memory. What it is made of stands in the data files
// beside the code: names as frequent as in real news (names.tsv), offices
// (posts.tsv; bodies and places come from loaders/lang), sentences (vi.txt, en.txt).
//
// Laws and Killed try the laws of the graph on whole articles. They take the
// engine's way to open a store, so that each engine's tests call them.
package world
