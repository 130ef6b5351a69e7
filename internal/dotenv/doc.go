// Package dotenv reads env files ("NAME=value" lines) as each of the programs and libraries reads them that are in use,
// since no two agree on comments, quotes, "$" and "export".
//
// [Parse] finds the statements of a file with their places, goes on behind what cannot be read, and lets godotenv decide
// on the values. [File.Read] tells what one dialect makes of the same bytes: which names it sees, which it drops, and
// whether it refuses the file as a whole.
//
// Env files hold secrets. No message of this package quotes anything of a value, and the error texts of the libraries it
// stands on, which do, are never passed on.
package dotenv
