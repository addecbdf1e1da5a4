package export

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"cadre/graph"
)

// FTM writes the graph as FollowTheMoney entities, one JSON object a line:
//
//	Person       Person         Institution  PublicBody, or Organization for the press,
//	Position     Position                    companies, unions and foreign bodies
//	Conference   Event          Resolution   Document
//	Place        Address        Article      Article
//	HOLDS        Occupancy      SUCCEEDED_BY Succession
//	REPORTS, ISSUED, DISCUSSED, PRESENTED, SIGNED   Documentation
//	all other edges between things                  UnknownLink, with the kind as role
//
// What that schema has as a property stays one: IN_BODY is a position's
// organization, ORGANIZED and the roles an event's organizer and involved,
// HELD_AT and LOCATED_IN an addressEntity. Facts have the articles that prove
// them as proof. The country is given only where the graph knows that it is
// Vietnam.
func FTM(ctx context.Context, w io.Writer, s graph.Store) (err error) {
	f := ftm{w: bufio.NewWriterSize(w, 64<<10), s: s}
	defer func() {
		for _, j := range f.joins() {
			err = errors.Join(err, j.close())
		}
	}()
	for _, step := range []func(context.Context) error{f.gather, f.places, f.institutions, f.positions, f.people, f.conferences, f.papers, f.articles, f.edges} {
		if err := step(ctx); err != nil {
			return fmt.Errorf("export the graph: %w", err)
		}
	}
	return f.w.Flush()
}

// ftm holds what is needed of edges when their nodes are written.
type ftm struct {
	w *bufio.Writer
	s graph.Store
	b []byte

	residents join // place: institutions that are located in it
	located   join // institution: places, with the country of each
	members   join // institution: offices in it
	bodies    join // office: institutions that it is in, with the country of each
	venues    join // conference: places
	hosts     join // conference: institutions that organized it
	guests    join // conference: people with a role at it
	supports  join // key of an edge: "!" and its kind's place in the schema, articles that support it
	proofs    join // that place and the key: the articles
}

func (f *ftm) joins() []*join {
	return []*join{&f.residents, &f.located, &f.members, &f.bodies, &f.venues, &f.hosts, &f.guests, &f.supports, &f.proofs}
}

// gather reads the edges that become properties.
func (f *ftm) gather(ctx context.Context) error {
	for i, k := range graph.Edges() {
		for e, err := range f.s.Edges(ctx, k.Type) {
			if err == nil {
				err = f.keep(i, k, e)
			}
			if err != nil {
				return err
			}
		}
	}
	for _, j := range []*join{&f.residents, &f.members, &f.venues, &f.hosts, &f.guests, &f.supports} {
		if err := j.read(); err != nil {
			return err
		}
	}
	return f.prove()
}

func (f *ftm) keep(i int, k graph.EdgeKind, e graph.Edge) error {
	if k.Group != graph.GroupReports {
		if err := f.supports.add(e.Key, fmt.Sprintf("!%03d", i)); err != nil {
			return err
		}
	}
	switch {
	case k.Type == graph.LocatedIn:
		return f.residents.add(e.To.ID, e.From.ID)
	case k.Type == graph.InBody:
		return f.members.add(e.To.ID, e.From.ID)
	case k.Type == graph.HeldAt:
		return f.venues.add(e.From.ID, e.To.ID)
	case k.Type == graph.Organized:
		return f.hosts.add(e.To.ID, e.From.ID)
	case k.Group == graph.GroupRole:
		return f.guests.add(e.To.ID, e.From.ID)
	case k.Type == graph.Reports:
		if supports := text(e.Props, "supports"); supports != "" {
			return f.supports.add(supports, e.From.ID)
		}
	}
	return nil
}

// places are of Vietnam when they are in the gazetteer; a venue may be anywhere.
func (f *ftm) places(ctx context.Context) error {
	err := f.nodes(ctx, graph.Place, "Address", func(n graph.Node, e *entity) error {
		kind, country := text(n.Props, "kind"), ""
		if kind != "" && kind != "venue" {
			country = "vn"
		}
		e.add("full", clip(text(n.Props, "name"), 250))
		e.add("keywords", kind)
		e.add("country", country)
		there, err := f.residents.of(n.ID)
		for _, institution := range there {
			err = errors.Join(err, f.located.add(institution, n.ID+" "+country))
		}
		return err
	})
	return errors.Join(err, f.located.read())
}

// institutions are of Vietnam when they stand in a place of the gazetteer, and
// when they are known by an English name, but for those abroad.
func (f *ftm) institutions(ctx context.Context) error {
	err := f.nodes(ctx, graph.Institution, "PublicBody", func(n graph.Node, e *entity) error {
		foreign := text(n.Props, "level") == "foreign" || text(n.Props, "kind") == "foreign"
		if foreign || slices.Contains([]string{"company", "media", "union", "academy"}, text(n.Props, "kind")) {
			e.schema = "Organization"
		}
		country := ""
		if text(n.Props, "name_en") != "" && !foreign {
			country = "vn"
		}
		places, err := f.located.of(n.ID)
		for _, p := range places {
			id, of, _ := strings.Cut(p, " ")
			e.add("addressEntity", ftmID(id))
			if !foreign && of != "" {
				country = of
			}
		}
		e.add("alias", text(n.Props, "name_en"))
		e.add("classification", text(n.Props, "kind"))
		e.add("keywords", text(n.Props, "level"))
		e.add("keywords", text(n.Props, "term"))
		e.add("incorporationDate", text(n.Props, "since"))
		e.add("dissolutionDate", text(n.Props, "until"))
		e.add("country", country)
		offices, err2 := f.members.of(n.ID)
		err = errors.Join(err, err2)
		for _, office := range offices {
			err = errors.Join(err, f.bodies.add(office, n.ID+" "+country))
		}
		return err
	})
	return errors.Join(err, f.bodies.read())
}

func (f *ftm) positions(ctx context.Context) error {
	return f.nodes(ctx, graph.Position, "Position", func(n graph.Node, e *entity) error {
		e.add("alias", text(n.Props, "name_en"))
		e.add("keywords", text(n.Props, "title"))
		if seats, ok := n.Props["seats"].(int64); ok {
			e.add("numberOfSeats", strconv.FormatInt(seats, 10))
		}
		bodies, err := f.bodies.of(n.ID)
		for _, b := range bodies {
			id, country, _ := strings.Cut(b, " ")
			e.add("organization", ftmID(id))
			e.add("country", country)
		}
		return err
	})
}

func (f *ftm) people(ctx context.Context) error {
	return f.nodes(ctx, graph.Person, "Person", func(n graph.Node, e *entity) error {
		aliases, _ := n.Props["aliases"].([]string)
		for _, a := range aliases {
			e.add("alias", a)
		}
		e.add("deathDate", text(n.Props, "died"))
		return nil
	})
}

func (f *ftm) conferences(ctx context.Context) error {
	return f.nodes(ctx, graph.Conference, "Event", func(n graph.Node, e *entity) error {
		e.add("startDate", text(n.Props, "date"))
		e.add("endDate", text(n.Props, "end"))
		for _, name := range []string{"kind", "status", "term"} {
			e.add("keywords", text(n.Props, name))
		}
		for _, more := range []struct {
			property string
			from     *join
		}{{"addressEntity", &f.venues}, {"organizer", &f.hosts}, {"involved", &f.guests}} {
			ids, err := more.from.of(n.ID)
			if err != nil {
				return err
			}
			for _, id := range ids {
				e.add(more.property, ftmID(id))
			}
		}
		return nil
	})
}

func (f *ftm) papers(ctx context.Context) error {
	return f.nodes(ctx, graph.Resolution, "Document", func(n graph.Node, e *entity) error {
		e.add("fileName", e.caption)
		e.add("title", text(n.Props, "title"))
		e.add("author", text(n.Props, "issuer"))
		e.add("date", text(n.Props, "issued"))
		e.add("keywords", text(n.Props, "kind"))
		e.add("keywords", text(n.Props, "number"))
		return nil
	})
}

func (f *ftm) articles(ctx context.Context) error {
	return f.nodes(ctx, graph.Article, "Article", func(n graph.Node, e *entity) error {
		e.add("title", text(n.Props, "title"))
		e.add("fileName", text(n.Props, "path"))
		e.add("sourceUrl", webAddress(text(n.Props, "url")))
		e.add("publisher", text(n.Props, "source"))
		e.add("publishedAt", text(n.Props, "published"))
		e.add("language", map[string]string{"vi": "vie", "en": "eng"}[text(n.Props, "language")])
		return nil
	})
}

// nodes writes an entity for each node of a label: fill adds to its name.
func (f *ftm) nodes(ctx context.Context, l graph.Label, schema string, fill func(graph.Node, *entity) error) error {
	for n, err := range f.s.Nodes(ctx, l) {
		if err != nil {
			return err
		}
		e := &entity{id: ftmID(n.ID), schema: schema}
		e.caption = caption(n)
		if l != graph.Place {
			e.add("name", e.caption)
		}
		if err := fill(n, e); err != nil {
			return err
		}
		if err := f.write(e); err != nil {
			return err
		}
	}
	return nil
}

// edges writes those edges that are entities.
func (f *ftm) edges(ctx context.Context) error {
	for i, k := range graph.Edges() {
		for edge, err := range f.s.Edges(ctx, k.Type) {
			if err != nil {
				return err
			}
			e := link(k, edge)
			if e == nil {
				continue
			}
			proofs, err := f.proofs.of(proofKey(i, edge.Key))
			if err != nil {
				return err
			}
			for _, article := range proofs {
				e.add("proof", ftmID(article))
			}
			if err := f.write(e); err != nil {
				return err
			}
		}
	}
	return nil
}

// proofKey sorts as edges are read: kind by kind, then by key.
func proofKey(kind int, key string) string { return fmt.Sprintf("%03d %s", kind, key) }

// prove brings the articles that support edges into the order in which the
// edges are read: a report names the key of an edge, not its kind.
func (f *ftm) prove() error {
	err := f.supports.each(func(key string, values []string) error {
		kind, known := strings.CutPrefix(values[0], "!")
		if !known {
			return nil
		}
		for _, article := range values[1:] {
			if err := f.proofs.add(kind+" "+key, article); err != nil {
				return err
			}
		}
		return nil
	})
	return errors.Join(err, f.proofs.read())
}
