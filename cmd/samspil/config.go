package main

import (
	"errors"
	"io/fs"
	"log/slog"
	"maps"
	"time"

	"github.com/caarlos0/env/v11"
	"github.com/joho/godotenv"

	"samspil/internal/text"
)

// config is the environment, read once. Every variable stands in .env.example with what it means.
type config struct {
	DB   string `env:"SAMSPIL_DB" envDefault:"file:samspil.db"`
	Lang string `env:"SAMSPIL_LANG"` // "" for Danish
	Log  string `env:"SAMSPIL_LOG"`  // "" for what the subcommand finds right

	Listen        string `env:"SAMSPIL_LISTEN" envDefault:"127.0.0.1:8080"`
	Metrics       string `env:"SAMSPIL_METRICS"` // "" for none
	BotToken      string `env:"SLACK_BOT_TOKEN"`
	SigningSecret string `env:"SLACK_SIGNING_SECRET"`
	AppToken      string `env:"SLACK_APP_TOKEN"`
	APIURL        string `env:"SLACK_API_URL" envDefault:"https://slack.com/api/"`

	Names        string        `env:"SAMSPIL_NAMES"`   // file of the index of company names; "" for the one beside a SQLite database
	ModelURL     string        `env:"SAMSPIL_LLM_URL"` // "" for no language model
	ModelKey     string        `env:"SAMSPIL_LLM_KEY"`
	ModelName    string        `env:"SAMSPIL_LLM_MODEL"`
	ModelFormat  string        `env:"SAMSPIL_LLM_FORMAT"`        // "" for json_schema
	ModelAzure   string        `env:"SAMSPIL_LLM_AZURE_VERSION"` // "" where it is not Azure
	ModelTimeout time.Duration `env:"SAMSPIL_LLM_TIMEOUT" envDefault:"15s"`

	VirkURL      string `env:"SAMSPIL_VIRK_URL"` // "" for no look-ups at the register's distributor
	VirkUser     string `env:"SAMSPIL_VIRK_USER"`
	VirkPassword string `env:"SAMSPIL_VIRK_PASSWORD"`
}

// readConfig reads the environment, and below it the file, which need not exist. A variable that is set to
// nothing counts as not set.
func readConfig(file string, environ []string) (config, error) {
	values, err := godotenv.Read(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return config{}, wrongUse(errEnvFile, file) // the cause quotes the line, which may hold a password
	}
	if values == nil {
		values = map[string]string{}
	}
	maps.Copy(values, env.ToMap(environ))
	maps.DeleteFunc(values, func(_, value string) bool { return value == "" })
	var c config
	if err := env.ParseWithOptions(&c, env.Options{Environment: values}); err != nil {
		return config{}, err
	}
	return c, c.check()
}

// check refuses values nobody could have meant.
func (c config) check() error {
	if _, ok := text.ParseLang(c.Lang); c.Lang != "" && !ok {
		return wrongUse(errLangSetting, "SAMSPIL_LANG", c.Lang)
	}
	var level slog.Level
	if c.Log != "" && level.UnmarshalText([]byte(c.Log)) != nil {
		return wrongUse(errLogSetting, c.Log)
	}
	return nil
}

// people is the language of people who have chosen none.
func (c config) people() text.Lang {
	lang, _ := text.ParseLang(c.Lang)
	return lang
}

// level is how serious a log line must be to be written.
func (c config) level(usual slog.Level) slog.Level {
	if c.Log != "" {
		usual.UnmarshalText([]byte(c.Log)) // checked when it was read
	}
	return usual
}
