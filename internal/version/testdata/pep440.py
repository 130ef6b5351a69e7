"""Record what the packaging library says of versions, specifiers and requirements, in pep440.json.

Run it in this folder, where packaging is installed: python3 pep440.py
"""

import json

import packaging
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

VERSIONS = """
0 0.0 1 1.0 1.0.0 v1.0 1.0.1 1.1 1.10 1.9 2 4.2 4.2.0 4.2.1 4.2.17 4.2rc1 4.2a1 4.2b2 4.2.dev1 4.2a1.dev2 4.2.post1 4.2.post1.dev3
4.2a1.post2 5.0 5.0a1 5.0alpha1 5.0.alpha.1 5.0-a1 5.0_a1 5.0beta 5.0c1 5.0-rc.1 5.0pre1 5.0preview2 5.0-1 5.0r4 5.0.rev4 5.0post
5.0.dev 5.0.dev0 5.0+local 5.0+ubuntu.1 5.0+ubuntu-2 5.0+ubuntu_10 5.0+1 5.0.post1+x 1!0.1 1!4.2 2023.12.1 20230101 4.3 3.2.25 6.0 6.0a1
5.1.0 5.1.0.0 5.2.17 5.2 5.10
""".split()

INVALID = ["", "x", "1.", "1..2", "1.x", "1.0-", "1.0+", "1.0+a..b", "1.0+_a", "1.0a1b1", "1.0 1", "1!", "!1", "1.0.post1.post2", "1.0dev1a1", ".1", "1.*", "-1"]

SPECIFIERS = """
==4.2 ==4.2.* ==4.2.0 ==4.* !=4.2 !=4.2.* <=4.2 >=4.2 <4.2 >4.2 <5.0 <5 <5.0a1 >5.0 >5.0a1 >4.2.post1 >=5.0a1 ~=4.2 ~=4.2.1 ~=5.0a1 ~=4.2.post1
~=1!4.0 ===5.0 ===4.2.0 ==5.0+local ==5.0+ubuntu.2 !=5.0+local >=4.2,<5 >=4.2,<5.0,!=4.2.1 >=3.2,<=6 ==1!4.2 <1!1 >=5.2,<5.3 ==5.0.post1
==5.0.dev0 <=5.0 >=5.0.post1 ==5.1 >4 <6.0.dev0
""".split()

INVALID_SPECIFIERS = ["~=4", "=4.2", "4.2", "^4.2", "==", ">=4.2.*", "==4.2a1.*", ">=5.0+local", "~=4.2+x", "> = 4", "==4.*.2", "<>4", "==4.2.dev1.*"]

REQUIREMENTS = [
    "django", "Django==4.2.1", "Django >= 4.2 , < 5", "django[argon2,bcrypt]~=4.2", "Django (>=4.2)", "psycopg2_binary==2.9.9",
    "zope.interface>5", 'uvicorn[standard]==0.30.0 ; python_version >= "3.8"', "pip @ https://x/pip.zip", "name @ file:///x ; os_name=='nt'",
    "A.B-C_d", "django==4.2.*", "django!=4.2,>=4", "django;python_version<'3'", "django[]==1", "django[a,]", "-x", "=1", "django 4.2", "django=4.2",
]


def main():
    versions = sorted(VERSIONS, key=Version)
    groups = []
    for v in versions:
        if groups and Version(groups[-1][0]) == Version(v):
            groups[-1].append(v)
        else:
            groups.append([v])
    for bad in INVALID:
        try:
            Version(bad)
            raise SystemExit(f"{bad!r} is a version")
        except InvalidVersion:
            pass
    for bad in INVALID_SPECIFIERS:
        try:
            SpecifierSet(bad)
            raise SystemExit(f"{bad!r} is a specifier")
        except InvalidSpecifier:
            pass
    specifiers = {s: [v for v in VERSIONS if SpecifierSet(s).contains(v, prereleases=True)] for s in SPECIFIERS}
    requirements = []
    for text in REQUIREMENTS:
        try:
            r = Requirement(text)
        except InvalidRequirement:
            requirements.append({"text": text, "valid": False})
            continue
        requirements.append({
            "text": text, "valid": True, "name": canonicalize_name(r.name), "extras": sorted(r.extras) or None,
            "specifiers": sorted(str(s) for s in r.specifier) or None, "url": r.url or "", "marker": bool(r.marker),
        })
    with open("pep440.json", "w") as f:
        json.dump({
            "packaging": packaging.__version__, "order": groups, "versions": VERSIONS, "invalid": INVALID, "specifiers": specifiers,
            "invalid_specifiers": INVALID_SPECIFIERS, "requirements": requirements,
        }, f, indent=1)
        f.write("\n")


main()
