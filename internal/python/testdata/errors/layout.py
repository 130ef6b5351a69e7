A = 1
# want +1 "unexpected indent"
  B = 2
C = 3
# keeps Assign A = 1
# keeps Assign B = 2
# keeps Assign C = 3
---
if a:
        x = 1
# want +1 "unindent does not match any outer indentation level"
    y = 2
z = 3
# keeps If if a:
# keeps Assign z = 3
---
if a:  # want "expected an indented block after 'if' statement"
x = 1
# keeps BadStmt if a:
# keeps Assign x = 1
---
def f():  # want "expected an indented block after function definition"
---
# want +1 "unterminated string literal"
x = "abc
y = 1
# keeps BadStmt x = "abc
# keeps Assign y = 1
---
X = [
    "a",
    # want +1 "unterminated string literal"
    "b,
    "c",
]
Y = 1
# keeps BadStmt X = [
# keeps Assign Y = 1
---
x = 1
y = """abc  # want "unterminated triple-quoted string literal"
z = 2
# keeps Assign x = 1
# keeps BadStmt y = """abc  # want "unterminated triple-quoted string literal"
---
X = [  # want "'\[' was never closed"
    1,
    2,
Y = 1
Z = f(
    a=1,
)
# keeps BadStmt X = [  # want "'\[' was never closed"
# keeps Assign Y = 1
# keeps Assign Z = f(
---
def f():
    x = g(1, (2)  # want "'\(' was never closed"
    return x
Y = 1
# keeps FunctionDef def f():
# keeps Assign Y = 1
---
x = (  # want "'\(' was never closed"
# keeps BadStmt x = (
---
x = g(1))  # want "invalid syntax"
y = 2
# keeps BadStmt x = g(1))
# keeps Assign y = 2
---
x = g(1, [2)  # want "invalid syntax"
y = 2
# keeps BadStmt x = g(1, [2)
# keeps Assign y = 2
---
x = f"{a b}"  # want "f-string: expecting '}'"
# want +1 "unterminated string literal"
y = f"{a"
z = f'{a[}'  # want "invalid syntax"
w = f"}"  # want "single '}' is not allowed"
v = 1
# keeps BadStmt x = f"{a b}"
# keeps BadStmt y = f"{a"
# keeps BadStmt z = f'{a[}'
# keeps BadStmt w = f"}"
# keeps Assign v = 1
---
x = $y  # want "invalid character"
y = 1 \ 2  # want "unexpected character after line continuation"
z = 1_000_  # want "invalid decimal literal"
w = 0o8  # want "invalid octal literal"
v = "\x4"  # want "truncated"
u = b"é"  # want "bytes can only contain ASCII"
t = "a" b"b"  # want "cannot mix bytes and nonbytes"
# keeps BadStmt x = $y
# keeps BadStmt y = 1 \
# keeps BadStmt z = 1_000_
# keeps BadStmt w = 0o8
# keeps BadStmt v = "\x4"
# keeps BadStmt u = b"é"
# keeps BadStmt t = "a" b"b"
