package django

// MinimumDatabase returns the oldest version of a database server that a Django connects to: "postgresql", "mysql" or "mariadb". Each
// connection to an older one raises NotSupportedError. It returns nil before Django 4.1, which did not ask, and for other servers.
//
// https://github.com/django/django/blob/main/django/db/backends/postgresql/features.py, minimum_database_version; mysql/features.py
func MinimumDatabase(v Version, server string) []int {
	if !v.AtLeast(4, 1) {
		return nil
	}
	switch server {
	case "postgresql":
		switch {
		case v.AtLeast(6, 1):
			return []int{15}
		case v.AtLeast(5, 2):
			return []int{14}
		case v.AtLeast(5, 1):
			return []int{13}
		case v.AtLeast(4, 2):
			return []int{12}
		}
		return []int{11}
	case "mysql":
		switch {
		case v.AtLeast(6, 1):
			return []int{8, 4}
		case v.AtLeast(5, 0):
			return []int{8, 0, 11}
		case v.AtLeast(4, 2):
			return []int{8}
		}
		return []int{5, 7}
	case "mariadb":
		switch {
		case v.AtLeast(6, 1):
			return []int{10, 11}
		case v.AtLeast(6, 0):
			return []int{10, 6}
		case v.AtLeast(5, 1):
			return []int{10, 5}
		case v.AtLeast(4, 2):
			return []int{10, 4}
		}
		return []int{10, 3}
	}
	return nil
}
