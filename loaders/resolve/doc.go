// Package resolve says who is who across articles: it turns the claims of each
// article into the nodes and edges of one graph, which is a deterministic
// function of the set of claims.
//
// Claims are gathered in blocks: all people of one folded name, all meetings
// of one day, all documents of one number, all versions of one source. The
// state of a block is a join-semilattice (sets, minima and maxima): joining an
// article's contribution is commutative, associative and idempotent, so that
// neither the order of articles nor how they are batched shows in the result.
// Clusters, ids and the article's edges are pure functions of the states, so
// that a batch writes only the difference between what the states gave before
// and what they give after.
//
// It does not read articles (loaders/extract) and does not know engines
// (graph.Store).
package resolve
