package config

import (
	"fmt"
	"reflect"
	"strings"
)

// Setting is one setting as it is shown.
type Setting struct {
	Key, Value string
	Env        string // the variable that sets it
}

// Settings lists all settings in the order of Config, secrets masked.
func (c Config) Settings() []Setting {
	return list("", reflect.ValueOf(c))
}

func list(prefix string, v reflect.Value) []Setting {
	var out []Setting
	for i := range v.NumField() {
		field, key := v.Type().Field(i), prefix+v.Type().Field(i).Tag.Get("mapstructure")
		if field.Type.Kind() == reflect.Struct {
			out = append(out, list(key+".", v.Field(i))...)
			continue
		}
		value := fmt.Sprint(v.Field(i).Interface())
		if field.Tag.Get("secret") != "" && value != "" {
			value = "********"
		}
		out = append(out, Setting{key, value, env(key)})
	}
	return out
}

// env is the variable that sets a key.
func env(key string) string {
	return "CADRE_" + strings.ToUpper(strings.ReplaceAll(key, ".", "_"))
}
