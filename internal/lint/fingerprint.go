package lint

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
)

// fingerprint names every result by rule, path and subject, so that moved lines, another wording or another level leave
// the name as it is. Equal ones are numbered in the order of their places: findings first, so that a pass or an open
// result, which may come and go, never changes the number of a finding. The results are sorted by place.
func fingerprint(results []Reported) {
	count := map[string]int{}
	for _, kind := range []Kind{KindFail, KindOpen, KindPass} {
		for i := range results {
			r := &results[i]
			if r.Kind != kind {
				continue
			}
			key := identify(r.Rule.ID, r.Span.Path(), r.Subject)
			count[key]++
			r.Fingerprint = key + ":" + strconv.Itoa(count[key])
		}
	}
}

// identify returns a fingerprint without its number.
func identify(rule, path, subject string) string {
	sum := sha256.Sum256(slices.Concat([]byte("v1\x00"+rule), []byte("\x00"+path), []byte("\x00"+subject)))
	return hex.EncodeToString(sum[:])[:32]
}
