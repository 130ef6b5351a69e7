package secret

import "strings"

// awsKey is what the identifier of a key of AWS is called.
const awsKey = "AWS access key"

const (
	digits = "0123456789"
	hex    = digits + "abcdef"
	alnum  = letters + digits
	word   = alnum + "_-"
)

// A format is the form that a provider gives its secrets.
type format struct {
	name, prefix string
	least, most  int // length behind the prefix
	chars        string
}

// formats lists what providers' keys and tokens begin with, as the providers publish it so that scanners find them.
var formats = [...]format{ //nolint:gochecknoglobals // a table that nobody writes to, looked up for each word of a line
	{awsKey, "AKIA", 16, 16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"},
	{awsKey, "ASIA", 16, 16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"},
	{"Stripe live key", "sk_live_", 16, 200, alnum},
	{"Stripe live key", "rk_live_", 16, 200, alnum},
	{"Stripe webhook secret", "whsec_", 32, 80, alnum},
	{"GitHub token", "ghp_", 30, 255, alnum},
	{"GitHub token", "gho_", 30, 255, alnum},
	{"GitHub token", "ghs_", 30, 255, alnum},
	{"GitHub token", "ghu_", 30, 255, alnum},
	{"GitHub token", "ghr_", 30, 255, alnum},
	{"GitHub token", "github_pat_", 40, 255, word},
	{"GitLab token", "glpat-", 20, 100, word},
	{"GitLab token", "gldt-", 20, 100, word},
	{"GitLab token", "glrt-", 20, 100, word},
	{"GitLab token", "glptt-", 40, 100, word},
	{"Slack token", "xoxb-", 10, 200, word},
	{"Slack token", "xoxp-", 10, 200, word},
	{"Slack token", "xoxa-", 10, 200, word},
	{"Slack token", "xoxs-", 10, 200, word},
	{"Slack token", "xapp-", 30, 200, word},
	{"Slack webhook", "https://hooks.slack.com/services/", 20, 200, alnum + "/"},
	{"Discord webhook", "https://discord.com/api/webhooks/", 60, 200, word + "/"},
	{"Discord webhook", "https://discordapp.com/api/webhooks/", 60, 200, word + "/"},
	{"SendGrid key", "SG.", 33, 100, word + "."},
	{"Brevo key", "xkeysib-", 64, 100, word},
	{"Brevo key", "xsmtpsib-", 64, 100, word},
	{"Mailgun key", "key-", 32, 32, hex},
	{"Google API key", "AIza", 35, 35, word},
	{"Google client secret", "GOCSPX-", 28, 28, word},
	{"Google access token", "ya29.", 60, 300, word + "."},
	{"PyPI token", "pypi-", 50, 300, word},
	{"npm token", "npm_", 36, 36, alnum},
	{"DigitalOcean token", "dop_v1_", 64, 64, hex},
	{"DigitalOcean token", "doo_v1_", 64, 64, hex},
	{"DigitalOcean token", "dor_v1_", 64, 64, hex},
	{"Heroku key", "HRKU-", 36, 64, word},
	{"Square live token", "sq0atp-", 22, 22, word},
	{"Square live secret", "sq0csp-", 43, 43, word},
	{"Anthropic key", "sk-ant-", 80, 200, word},
	{"OpenAI key", "sk-proj-", 40, 250, word},
	{"OpenAI key", "sk-svcacct-", 40, 250, word},
	{"Mapbox secret token", "sk.eyJ", 60, 200, word + "."},
	{"Hugging Face token", "hf_", 34, 40, alnum},
	{"Groq key", "gsk_", 48, 60, alnum},
	{"Databricks token", "dapi", 32, 34, hex + "-"},
	{"Docker Hub token", "dckr_pat_", 27, 40, word},
	{"Shopify token", "shpat_", 32, 32, hex + "ABCDEF"},
	{"Shopify secret", "shpss_", 32, 32, hex + "ABCDEF"},
	{"Sentry token", "sntrys_", 60, 400, word},
	{"Sentry token", "sntryu_", 64, 64, hex},
	{"Grafana token", "glsa_", 32, 60, word},
	{"New Relic key", "NRAK-", 27, 27, alnum},
	{"Postman key", "PMAK-", 59, 59, word},
	{"Vault token", "hvs.", 80, 200, word},
	{"Linear key", "lin_api_", 40, 40, alnum},
	{"Supabase token", "sbp_", 40, 40, hex},
	{"Flutterwave live secret", "FLWSECK-", 32, 60, word},
}

// keyWords are what the lines hold, in small letters, that may hold a secret of a provider's form.
func keyWords() []string {
	return []string{
		"akia", "asia", "sk_live_", "rk_live_", "whsec_", "ghp_", "gho_", "ghs_", "ghu_", "ghr_", "github_pat_", "glpat-", "gldt-", "glrt-", "glptt-",
		"xoxb-", "xoxp-", "xoxa-", "xoxs-", "xapp-", "hooks.slack", "api/webhooks/", "\"sg.", "'sg.", "=sg.", " sg.", "`sg.", "xkeysib-", "xsmtpsib-",
		"key-", "aiza", "gocspx-", "ya29.", "pypi-", "npm_", "dop_v1_", "doo_v1_", "dor_v1_", "hrku-", "sq0atp-", "sq0csp-", "sk-ant-", "sk-proj-",
		"sk-svcacct-", "t3blbkfj", "sk.eyj", "gsk_", "\"hf_", "'hf_", "=hf_", " hf_", "dapi", "dckr_pat_", "shpat_", "shpss_", "sntrys_", "sntryu_",
		"glsa_", "nrak-", "pmak-", "hvs.", "lin_api_", "sbp_", "flwseck-", "-us1", "-us2", ":aae", ":aaf", ":aag", ":aah", "$production$", "-----begin",
	}
}

// ProviderOf names the provider whose form value has, or "".
func ProviderOf(value string) string {
	if len(value) < 20 || isDocumented(value) {
		return ""
	}
	for i := range formats {
		f := &formats[i]
		if value[0] != f.prefix[0] {
			continue
		}
		rest, ok := strings.CutPrefix(value, f.prefix)
		if ok && len(rest) >= f.least && len(rest) <= f.most && strings.Trim(rest, f.chars) == "" {
			return f.name
		}
	}
	switch {
	case strings.HasPrefix(value, "-----BEGIN ") && strings.Contains(value, "PRIVATE KEY-----"):
		return "private key"
	case strings.HasPrefix(value, "sk-") && strings.Contains(value, "T3BlbkFJ") && strings.Trim(value, word) == "":
		return "OpenAI key"
	case isBotToken(value):
		return "Telegram bot token"
	case isMailchimpKey(value):
		return "Mailchimp key"
	case strings.HasPrefix(value, "access_token$production$") && len(value) >= 50:
		return "Braintree live token"
	}
	return ""
}

// isBotToken reports whether a text is what Telegram gives a bot: its number, and 35 characters that begin with AA
// (https://core.telegram.org/bots/api#authorizing-your-bot).
func isBotToken(value string) bool {
	number, rest, ok := strings.Cut(value, ":")
	return ok && len(number) >= 8 && len(number) <= 10 && strings.Trim(number, digits) == "" &&
		len(rest) == 35 && strings.HasPrefix(rest, "AA") && strings.Trim(rest, word) == ""
}

// isMailchimpKey reports whether a text is a key of Mailchimp: 32 hexadecimal digits and the data centre.
func isMailchimpKey(value string) bool {
	key, center, ok := strings.Cut(value, "-us")
	return ok && len(key) == 32 && strings.Trim(key, hex) == "" && len(center) <= 2 && center != "" && strings.Trim(center, digits) == ""
}

// isDocumented reports whether a key is one of its provider's documentation: AWS ends those with a word, and GitHub gives one
// text to all kinds of its tokens (https://docs.github.com/rest/apps/apps#create-an-installation-access-token-for-an-app).
func isDocumented(value string) bool {
	lower := strings.ToLower(value)
	if strings.HasPrefix(lower, "6leixactaaaaa") {
		return true // reCAPTCHA's own for tests: https://developers.google.com/recaptcha/docs/faq
	}
	return strings.HasSuffix(value, "EXAMPLE") || strings.HasSuffix(lower, "examplekey") || strings.HasSuffix(lower, "_16c7e42f292c6912e7710c838347ae178b4a")
}
