package settings

import (
	"fmt"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// uploadPermissions reports a file mode for uploads that locks nginx out or lets everybody write.
//
// # Why it matters
//
// FILE_UPLOAD_PERMISSIONS is a number, and Python reads 644 as decimal: that is mode 1204, with which nobody but root can read
// the upload. With None a large upload keeps the mode 600 of its temporary file, and nginx, under another account, answers
// 403. With 666 or 777 every account on the machine can replace it.
//
// # Example
//
//	FILE_UPLOAD_PERMISSIONS = 644
//
// # Use instead
//
//	FILE_UPLOAD_PERMISSIONS = 0o644
//
// # When it stays silent
//
// For Django's own default, and where a storage of another package keeps the uploads.
func uploadPermissions() lint.Rule {
	return lint.Rule{
		ID:      "DPL166",
		Name:    "upload-permissions",
		Summary: "Uploads get a mode with which nginx cannot read them or everybody can write them",
		Help:    "Write the mode in octal, 0o644 for files and 0o755 for folders",
		Level:   lint.Warning,
		Tags:    []string{"availability", "security", "cwe-732"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#file-upload-permissions",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkUploadPermissions),
	}
}

func checkUploadPermissions(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.KeepsUploads() == value.False {
		return nil
	}
	ask := func(name, fix string, folder bool) lint.Answer {
		if !s.Sets(name) {
			return nil
		}
		bad := func(v value.Value) bool { return modeFault(v, folder) != "" }
		return lint.Ask(s, name, bad, func(v value.Value, at lint.Placed) lint.Result {
			return lint.Fail(at, "%s: %s", name, modeFault(v, folder)).Fix("%s = %s", name, fix)
		})
	}
	return lint.Answers{ask("FILE_UPLOAD_PERMISSIONS", "0o644", false), ask("FILE_UPLOAD_DIRECTORY_PERMISSIONS", "0o755", true)}
}

// modeFault says what is wrong with a mode, "" for one that works.
func modeFault(v value.Value, folder bool) string {
	if text, ok := v.Text(); ok {
		return fmt.Sprintf("it is the text %q and os.chmod wants a number: every upload fails", text)
	}
	if v.Kind() == value.None && !folder {
		return "None keeps the mode 600 of a large upload's temporary file, and nginx answers 403"
	}
	mode, ok := v.Int()
	switch {
	case !ok:
		return ""
	case mode == 644 || mode == 755 || mode == 640 || mode == 664 || mode == 775 || mode == 600 || mode == 750 || mode == 777 || mode == 666:
		return fmt.Sprintf("%d is decimal, which is mode %o: uploads cannot be read", mode, mode)
	case mode&0o400 == 0:
		return fmt.Sprintf("with mode %o not even the application can read its uploads", mode)
	case mode&0o002 != 0:
		return fmt.Sprintf("with mode %o every account on the machine can replace uploads", mode)
	case folder && mode&0o100 == 0:
		return fmt.Sprintf("a folder of mode %o cannot be entered", mode)
	}
	return ""
}
