// Package config owns the settings of the program: defaults, then the file,
// then the environment (CADRE_STORE, CADRE_NEO4J_USER …), then the flags that
// were given; the later wins. It opens no store and knows no engine.
//
//	c, err := config.Load(config.Sources{Flags: map[string]string{"store": "news.db"}})
package config

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/viper"
)

// ErrSettings is returned by Load for a setting that is unknown or cannot be
// used, and for a file that cannot be read. The message says which.
var ErrSettings = errors.New("bad settings")

// Config is all settings. The names are the keys of the file; in the
// environment neo4j.user is CADRE_NEO4J_USER.
type Config struct {
	// Store is where the graph is kept: a file, or the address of a Neo4j server.
	Store string `mapstructure:"store"`
	// Format is how rows are printed: table, json, ndjson, csv or markdown.
	Format string `mapstructure:"format"`
	// Workers is how many articles are read at a time; 0: one a processor.
	Workers int `mapstructure:"workers"`
	// Batch is how many articles are written in one transaction; 0: the loader's choice.
	Batch int `mapstructure:"batch"`
	// Packs is a folder of own words and tables for the extractor, laid over
	// those of the program; "" for none.
	Packs string `mapstructure:"packs"`
	// Queries is a folder of own questions; "" for none.
	Queries string `mapstructure:"queries"`
	// Neo4j is how a server is entered.
	Neo4j Neo4j `mapstructure:"neo4j"`
}

// Neo4j is how a server is entered.
type Neo4j struct {
	User     string `mapstructure:"user"`
	Password string `mapstructure:"password" secret:"true"`
	// PasswordFile holds the password on its first line; it wins over Password.
	PasswordFile string `mapstructure:"password_file"`
	// Database is the database's name; "" for the server's default.
	Database string `mapstructure:"database"`
}

// Formats are the values of Config.Format.
var Formats = []string{"table", "json", "ndjson", "csv", "markdown"}

// defaults holds a value for every key: viper drops the environment of a key
// that has none.
var defaults = map[string]any{
	"store": "cadre.db", "format": "table", "workers": 0, "batch": 0, "packs": "", "queries": "",
	"neo4j.user": "neo4j", "neo4j.password": "", "neo4j.password_file": "", "neo4j.database": "",
}

// Sources are where settings come from besides the environment of the process.
type Sources struct {
	// File is a file named by the user; "" looks for ./cadre.yaml, then for
	// cadre/config.yaml in the user's folder of settings.
	File string
	// Flags are the flags that were given, by key.
	Flags map[string]string
}

// Load reads the settings. It returns ErrSettings.
func Load(from Sources) (Config, error) {
	v := viper.New()
	for key, value := range defaults {
		v.SetDefault(key, value)
	}
	v.SetEnvPrefix("CADRE")
	v.SetEnvKeyReplacer(strings.NewReplacer(".", "_"))
	v.AutomaticEnv()
	if file := find(from.File); file != "" {
		v.SetConfigFile(file)
		v.SetConfigType("yaml")
		if err := v.ReadInConfig(); err != nil {
			return Config{}, fmt.Errorf("%w: %s: %s", ErrSettings, file, line(err))
		}
	}
	for key, value := range from.Flags {
		v.Set(key, value)
	}
	var c Config
	if err := v.UnmarshalExact(&c); err != nil {
		return Config{}, fmt.Errorf("%w: %s", ErrSettings, line(err))
	}
	if c.Neo4j.PasswordFile != "" {
		password, err := firstLine(c.Neo4j.PasswordFile)
		if err != nil {
			return Config{}, fmt.Errorf("%w: the password file: %s", ErrSettings, line(err))
		}
		c.Neo4j.Password = password
	}
	return c, c.validate()
}

func (c Config) validate() error {
	switch {
	case c.Store == "":
		return fmt.Errorf("%w: store is empty: name a file or a server's address", ErrSettings)
	case !slices.Contains(Formats, c.Format):
		return fmt.Errorf("%w: format cannot be %q: write one of %s", ErrSettings, c.Format, strings.Join(Formats, ", "))
	case c.Workers < 0 || c.Workers > 1024:
		return fmt.Errorf("%w: workers cannot be %d: write a number up to 1024", ErrSettings, c.Workers)
	case c.Batch < 0:
		return fmt.Errorf("%w: batch cannot be %d: write a number of articles", ErrSettings, c.Batch)
	}
	return nil
}

// find is the file to read, "" for none.
func find(named string) string {
	if named != "" {
		return named
	}
	places := []string{"cadre.yaml"}
	if dir, err := os.UserConfigDir(); err == nil {
		places = append(places, filepath.Join(dir, "cadre", "config.yaml"))
	}
	for _, p := range places {
		if _, err := os.Stat(p); !errors.Is(err, fs.ErrNotExist) {
			return p
		}
	}
	return ""
}

// maxPassword is the length of the longest password file, in bytes.
const maxPassword = 4096

func firstLine(file string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxPassword))
	if err != nil {
		return "", err
	}
	first, _, _ := strings.Cut(string(b), "\n")
	return strings.TrimSuffix(first, "\r"), nil
}

// line puts an error of several lines on one.
func line(err error) string {
	return strings.Join(strings.Fields(err.Error()), " ")
}
