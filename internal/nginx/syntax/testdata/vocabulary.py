#!/usr/bin/env python3
"""Read nginx's directives out of its source and write ../directives.txt.

Every release from 1.22.1 on is read, so that a directive which came or went later carries its versions. What the source
says of a directive stands in an array of ngx_command_t:

    { ngx_string("sendfile"),
      NGX_HTTP_MAIN_CONF|NGX_HTTP_SRV_CONF|NGX_HTTP_LOC_CONF|NGX_HTTP_LIF_CONF|NGX_CONF_FLAG,
      ngx_conf_set_flag_slot,

A line of the table is a name and one or more variants, parted by " | ", for the kinds of block that take the directive in
different ways:

    server hHR 0{ | u 1+
    sendfile hslj f flag
    http2 hs f flag >1.25.1

A variant has the letters of the blocks (CONTEXTS below), the numbers of parameters ("0", "12" for one or two, "1+", "2+",
"f" for on or off, "*" for any) with "{" where a block follows, how the value is read, where the setter is one that many
directives share (with the words it takes for enum and mask; once for a setter of its own that may run once), and after ">" or "<" the first release that has it and the
first that has it no more. more.txt beside this script holds directives of other modules in the same form.

Usage: python3 vocabulary.py NGINX_GIT_DIRECTORY
"""

import io
import os
import re
import subprocess
import sys
import tarfile

HERE = os.path.dirname(os.path.abspath(__file__))
OLDEST = (1, 22, 1)
CONTEXTS = {
    "NGX_MAIN_CONF": "m", "NGX_EVENT_CONF": "e", "NGX_HTTP_MAIN_CONF": "h", "NGX_HTTP_UPS_CONF": "u", "NGX_HTTP_SRV_CONF": "s",
    "NGX_HTTP_LOC_CONF": "l", "NGX_HTTP_SIF_CONF": "i", "NGX_HTTP_LIF_CONF": "j", "NGX_HTTP_LMT_CONF": "x",
    "NGX_STREAM_MAIN_CONF": "H", "NGX_STREAM_UPS_CONF": "U", "NGX_STREAM_SRV_CONF": "S",
    "NGX_MAIL_MAIN_CONF": "M", "NGX_MAIL_SRV_CONF": "R",
}
ORDER = "mehuslijxHUSMR"
SETTERS = {
    "ngx_conf_set_flag_slot": "flag", "ngx_conf_set_num_slot": "num", "ngx_conf_set_size_slot": "size", "ngx_conf_set_off_slot": "off",
    "ngx_conf_set_msec_slot": "msec", "ngx_conf_set_sec_slot": "sec", "ngx_conf_set_str_slot": "str", "ngx_conf_set_enum_slot": "enum",
    "ngx_conf_set_bitmask_slot": "mask", "ngx_conf_set_access_slot": "access", "ngx_conf_set_bufs_slot": "bufs",
}


def arguments(flags):
    if "NGX_CONF_ANY" in flags:
        return "*"
    if "NGX_CONF_FLAG" in flags:
        return "f"
    if "NGX_CONF_1MORE" in flags:
        return "1+"
    if "NGX_CONF_2MORE" in flags:
        return "2+"
    digits = set()
    for flag in flags:
        found = re.fullmatch(r"NGX_CONF_TAKE(\d+)", flag)
        if found:
            digits |= set(found.group(1))
        if flag == "NGX_CONF_NOARGS":
            digits.add("0")
    return "".join(sorted(digits))


def words_of(text, name):
    """Return the words of an ngx_conf_enum_t or ngx_conf_bitmask_t array."""
    found = re.search(r"%s\[\] = \{(.*?)\n\};" % re.escape(name), text, re.S)
    return ",".join(re.findall(r'ngx_string\("([^"]*)"\)', found.group(1))) if found else ""


# Setters that take a directive again with other parameters.
AGAIN = {"ngx_http_limit_conn", "ngx_http_limit_req", "ngx_stream_limit_conn", "ngx_http_proxy_redirect", "ngx_http_proxy_cookie_domain",
         "ngx_http_proxy_cookie_path", "ngx_http_proxy_cookie_flags", "ngx_http_mirror"}


def commands(text, whole):
    """Yield the name, contexts, arguments and value of each command in a source file; whole is the text of all files."""
    for array in re.findall(r"ngx_command_t\s+\w+\[\]\s*=\s*\{(.*?)\n\};", text, re.S):
        array = re.sub(r"/\*.*?\*/", "", array, flags=re.S)
        pattern = r'\{\s*ngx_string\("([^"]+)"\),\s*((?:NGX_\w+\s*\|?\s*)+),\s*(\w+),([^}]*)\}'
        for name, flags, setter, rest in re.findall(pattern, array):
            flags = set(re.findall(r"NGX_\w+", flags))
            letters = ORDER if "NGX_ANY_CONF" in flags else "".join(l for f, l in CONTEXTS.items() if f in flags)
            letters = "".join(sorted(set(letters), key=ORDER.index))
            value = SETTERS.get(setter, "")
            body = re.search(r"^%s\(ngx_conf_t \*cf.*?^\}" % setter, text, re.S | re.M)
            if not value and setter not in AGAIN and body and '"is duplicate"' in body.group():
                value = "once"
            if value in ("enum", "mask"):
                table = re.findall(r"&?(\w+)\s*$", rest.strip())
                words = words_of(whole, table[0]) if table else ""
                value = value + "=" + words if words else ""
            yield name, letters, arguments(flags) + ("{" if "NGX_CONF_BLOCK" in flags else ""), value


def table_of(git, tag):
    """Return the variants of one release: {(name, arguments, value): letters}."""
    data = subprocess.run(["git", "--git-dir", git, "archive", tag, "src"], capture_output=True, check=True).stdout
    found = {}
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        texts = [archive.extractfile(member).read().decode("utf-8", "replace") for member in archive
                 if member.name.endswith(".c") and "/win32/" not in member.name]
        whole = "\n".join(texts)
        for text in texts:
            for name, letters, args, value in commands(text, whole):
                key = (name, args, value)
                found[key] = "".join(sorted(set(found.get(key, "") + letters), key=ORDER.index))
    return found


def variants(tables, name):
    """Return the variants of a directive: for each way of taking it, the blocks that do and the releases."""
    forms = {}  # (arguments, value, first release, first without): letters
    for letter in ORDER:
        begun = {}  # form: first release
        for number, table in tables + [(None, {})]:
            now = {(a, v) for (n, a, v), letters in table.items() if n == name and letter in letters}
            for form in sorted(set(begun) - now):
                key = (*form, begun.pop(form), number)
                forms[key] = forms.get(key, "") + letter
            for form in now:
                begun.setdefault(form, number)

    def line(args, value, since, until):
        letters = forms[args, value, since, until]
        words = [letters, args, value]
        if since != OLDEST:
            words.append(">" + ".".join(map(str, since)))
        if until:
            words.append("<" + ".".join(map(str, until)))
        return " ".join(word for word in words if word)

    order = sorted(forms, key=lambda f: (f[2], ORDER.index(forms[f][0]), f[0], f[1]))
    return [line(*key) for key in order]


def main():
    git = sys.argv[1]
    tags = subprocess.run(["git", "--git-dir", git, "tag"], capture_output=True, text=True, check=True).stdout.split()
    releases = []
    for tag in tags:
        number = tuple(int(n) for n in re.findall(r"\d+", tag))
        # Stable branches repeat what their mainline has.
        if tag.startswith("release-") and (number == OLDEST or number > OLDEST and number[1] % 2 == 1):
            releases.append((number, tag))
    releases.sort()
    tables = [(number, table_of(git, tag)) for number, tag in releases]
    first, last = tables[0][1], tables[-1][1]
    lines = {name: variants(tables, name) for name in sorted({n for _, table in tables for n, _, _ in table})}
    with open(os.path.join(HERE, "more.txt"), encoding="utf-8") as file:
        for line in file:
            name, _, rest = line.strip().partition(" ")
            if name and not name.startswith("#") and name not in lines:
                lines[name] = [rest]
    print("%d directives, %d in %s, %d in the newest" % (len(lines), len(first), OLDEST, len(last)))
    with open(os.path.join(HERE, "..", "directives.txt"), "w", encoding="utf-8") as file:
        for name in sorted(lines):
            file.write("%s %s\n" % (name, " | ".join(lines[name])))


if __name__ == "__main__":
    main()
