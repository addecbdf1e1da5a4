package config_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cadre/config"
)

// alone is a folder without settings, and an environment without them.
func alone(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
}

func load(t *testing.T, flags map[string]string) config.Config {
	t.Helper()
	c, err := config.Load(config.Sources{Flags: flags})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestOrder(t *testing.T) {
	alone(t)
	if c := load(t, nil); c.Store != "cadre.db" || c.Format != "table" {
		t.Errorf("defaults = %+v", c)
	}
	write(t, "cadre.yaml", "store: file.db\nformat: csv\nneo4j:\n  user: ann\n")
	if c := load(t, nil); c.Store != "file.db" || c.Neo4j.User != "ann" {
		t.Errorf("with a file = %+v", c)
	}
	t.Setenv("CADRE_STORE", "env.db")
	t.Setenv("CADRE_NEO4J_USER", "bob")
	if c := load(t, nil); c.Store != "env.db" || c.Format != "csv" || c.Neo4j.User != "bob" {
		t.Errorf("with an environment = %+v", c)
	}
	if c := load(t, map[string]string{"store": "flag.db"}); c.Store != "flag.db" {
		t.Errorf("with a flag = %+v", c)
	}
}

func TestUserFolder(t *testing.T) {
	alone(t)
	dir := filepath.Join(os.Getenv("XDG_CONFIG_HOME"), "cadre")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "config.yaml"), "store: user.db\n")
	if got, err := os.UserConfigDir(); err != nil || got != filepath.Dir(dir) {
		t.Skip("the user's folder of settings is elsewhere on this system")
	}
	if c := load(t, nil); c.Store != "user.db" {
		t.Errorf("store = %s", c.Store)
	}
}

// Every setting can be set by the variable that Settings names: viper drops
// the environment of a key without a default.
func TestEverySettingFromEnvironment(t *testing.T) {
	for _, s := range (config.Config{}).Settings() {
		t.Run(s.Key, func(t *testing.T) {
			alone(t)
			value := map[string]string{"format": "ndjson", "workers": "3", "batch": "7", "neo4j.password_file": write(t, "secret", "x\n")}[s.Key]
			if value == "" {
				value = "value"
			}
			t.Setenv(s.Env, value)
			for _, got := range load(t, nil).Settings() {
				want := value
				if got.Key == "neo4j.password" {
					want = "********"
				}
				if got.Key == s.Key && got.Value != want {
					t.Errorf("%s=%s gives %q", s.Env, value, got.Value)
				}
			}
		})
	}
}

func TestPasswordFile(t *testing.T) {
	alone(t)
	write(t, "secret", "mật khẩu\r\nmore")
	c := load(t, map[string]string{"neo4j.password_file": "secret"})
	if c.Neo4j.Password != "mật khẩu" {
		t.Errorf("password = %q", c.Neo4j.Password)
	}
	for _, s := range c.Settings() {
		if strings.Contains(s.Value, "mật") {
			t.Errorf("%s shows the password", s.Key)
		}
	}
}

func TestBadSettings(t *testing.T) {
	for name, c := range map[string]struct{ file, flag, value, want string }{
		"unknown key":    {"stores: x.db\n", "", "", "stores"},
		"no yaml":        {"store: [\n", "", "", "cadre.yaml"},
		"format":         {"", "format", "xml", `format cannot be "xml": write one of table, json`},
		"store":          {"", "store", "", "store is empty"},
		"workers":        {"", "workers", "-1", "workers cannot be -1"},
		"no number":      {"workers: many\n", "", "", "workers"},
		"batch":          {"", "batch", "-5", "batch cannot be -5"},
		"no password":    {"", "neo4j.password_file", "none", "the password file"},
		"file not there": {"", "config", "none.yaml", "none.yaml"},
	} {
		t.Run(name, func(t *testing.T) {
			alone(t)
			if c.file != "" {
				write(t, "cadre.yaml", c.file)
			}
			from := config.Sources{Flags: map[string]string{}}
			if c.flag == "config" {
				from.File = c.value
			} else if c.flag != "" {
				from.Flags[c.flag] = c.value
			}
			_, err := config.Load(from)
			if !errors.Is(err, config.ErrSettings) || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("%v, want %q on one line", err, c.want)
			}
		})
	}
}

func TestExample(t *testing.T) {
	example, err := filepath.Abs("example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	alone(t)
	got, err := config.Load(config.Sources{File: example})
	if err != nil || got != load(t, nil) {
		t.Errorf("the example is to show the defaults: %+v, %v", got, err)
	}
}
