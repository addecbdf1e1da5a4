package export

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"cadre/graph"
)

// The most characters that FollowTheMoney keeps of a value.
const (
	maxName   = 384
	maxString = 1024
	maxText   = 65000
)

// entity is one FollowTheMoney entity in the making.
type entity struct {
	id, schema, caption string
	properties          map[string][]string
}

// add adds a value, unless it is empty or there already.
func (e *entity) add(property, value string) {
	switch property {
	case "name", "alias":
		value = clip(value, maxName)
		if strings.Trim(value, ` '"`) == "" {
			return
		}
	case "summary":
		value = clip(value, maxText)
	case "sourceUrl":
	default:
		value = clip(value, maxString)
	}
	if value == "" || slices.Contains(e.properties[property], value) {
		return
	}
	if e.properties == nil {
		e.properties = map[string][]string{}
	}
	e.properties[property] = append(e.properties[property], value)
}

func (f *ftm) write(e *entity) error {
	l := lines{w: f.w, b: append(f.b[:0], '{')}
	l.b = append(appendString(append(l.b, `"id":`...), e.id), `,"schema":"`+e.schema+`","properties":{`...)
	for i, name := range slices.Sorted(maps.Keys(e.properties)) {
		if i > 0 {
			l.b = append(l.b, ',')
		}
		l.b = append(l.b, `"`+name+`":[`...)
		for i, v := range e.properties[name] {
			if i > 0 {
				l.b = append(l.b, ',')
			}
			l.b = appendString(l.b, v)
		}
		l.b = append(l.b, ']')
	}
	l.b = append(l.b, '}')
	err := l.close()
	f.b = l.b
	return err
}

// link is the entity for an edge, nil for one that is a property.
func link(k graph.EdgeKind, edge graph.Edge) *entity {
	e := &entity{id: ftmID("edge/" + edge.Key)}
	from, to := "subject", "object"
	role := strings.ReplaceAll(strings.ToLower(string(k.Type)), "_", " ")
	switch k.Type {
	case graph.InBody, graph.LocatedIn, graph.HeldAt, graph.Organized:
		return nil
	case graph.Holds:
		e.schema, from, to, role = "Occupancy", "holder", "post", ""
		e.add("date", text(edge.Props, "first_seen"))
		e.add("date", text(edge.Props, "last_seen"))
		if edge.Props["former"] == true || text(edge.Props, "until") != "" {
			e.add("status", "ended")
		}
		if edge.Props["acting"] == true {
			e.add("summary", "acting")
		}
	case graph.SucceededBy:
		e.schema, from, to, role = "Succession", "predecessor", "successor", ""
	case graph.Reports:
		e.schema, from, to = "Documentation", "document", "entity"
		e.add("summary", text(edge.Props, "quote"))
	case graph.Issued, graph.Discussed, graph.Presented, graph.Signed:
		e.schema, from, to = "Documentation", "entity", "document"
	default:
		e.schema = "UnknownLink"
	}
	e.add(from, ftmID(edge.From.ID))
	e.add(to, ftmID(edge.To.ID))
	e.add("role", role)
	e.add("startDate", text(edge.Props, "since"))
	e.add("endDate", text(edge.Props, "until"))
	e.add("date", text(edge.Props, "on"))
	if at := text(edge.Props, "at"); at != "" {
		e.add("summary", "at "+at)
	}
	return e
}

var plainID = regexp.MustCompile(`^[0-9A-Za-z/-]*[0-9A-Za-z]$`)

// ftmID is an id as FollowTheMoney takes it: letters, digits, dots and dashes.
func ftmID(id string) string {
	if len(id) > 180 || !plainID.MatchString(id) {
		h := sha256.Sum256([]byte(id))
		return "cadre.x." + hex.EncodeToString(h[:20])
	}
	return "cadre." + strings.ReplaceAll(id, "/", ".")
}

// caption is the name of a thing, which every one must have: without one it is
// what an article about it would show, and last its id.
func caption(n graph.Node) string {
	day := text(n.Props, "date") + text(n.Props, "issued")
	for _, name := range []string{text(n.Props, "name"), text(n.Props, "number"), text(n.Props, "title"), strings.TrimSpace(text(n.Props, "kind") + " " + day)} {
		if name = clip(name, maxName); strings.Trim(name, ` '"`) != "" {
			return name
		}
	}
	return clip(n.ID, maxName)
}

// clip brings white space to single blanks, drops control characters and cuts
// to a number of characters.
func clip(s string, most int) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), special(r) && r != '"' && r != '\\':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) > most {
		s = strings.TrimSpace(string([]rune(s)[:most]))
	}
	return s
}

var host = regexp.MustCompile(`^[0-9A-Za-z]([0-9A-Za-z-]{0,61}[0-9A-Za-z])?(\.[0-9A-Za-z]([0-9A-Za-z-]{0,61}[0-9A-Za-z])?)+$`)

// webAddress is s if it is the address of a page, else "".
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.User != nil || !host.MatchString(u.Hostname()) || len(s) > 2000 {
		return ""
	}
	return u.String()
}

// text is a property that is a text or a date, "" without one.
func text(p graph.Props, name string) string {
	switch v := p[name].(type) {
	case string:
		return v
	case graph.Date:
		return string(v)
	}
	return ""
}
