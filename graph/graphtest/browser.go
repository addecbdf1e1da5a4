package graphtest

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
)

var browserLine = regexp.MustCompile(`Remote interface available at (\S+?)/?\s`)

// Browser is the address of the server's web page, the Neo4j Browser.
func (s *Server) Browser() (string, error) {
	b, err := os.ReadFile(filepath.Join(s.Home, "logs", "neo4j.log"))
	if err != nil {
		return "", err
	}
	all := browserLine.FindAllSubmatch(b, -1)
	if all == nil {
		return "", fmt.Errorf("the server's log does not say where its Browser is: %s", b)
	}
	return string(all[len(all)-1][1]), nil
}
