DEBUG = True
x = = 1  # want "invalid syntax"
HOSTS = []
..  # want "invalid syntax"
# keeps Assign DEBUG = True
# keeps BadStmt x = = 1
# keeps Assign HOSTS = []
# keeps BadStmt ..
---
a = 1; b = = 2; c = 3  # want "invalid syntax"
d = 4
# keeps Assign a = 1
# keeps BadStmt b = = 2; c = 3
# keeps Assign d = 4
---
f() = 1  # want "cannot assign to function call"
None = 1  # want "cannot assign to None"
(a, 1) = b  # want "cannot assign to literal"
del f()  # want "cannot delete function call"
a, b += 1  # want "'tuple' is an illegal expression for augmented assignment"
f(a=1, b)  # want "positional argument follows keyword argument$"
f(**a, b)  # want "positional argument follows keyword argument unpacking"
def g(a=1, b): pass  # want "parameter without a default"
for f() in x: pass  # want "cannot assign to function call"
with a as f(): pass  # want "cannot assign to function call"
x: int: str  # want "invalid syntax"
(*a)  # want "cannot use starred expression here"
[*a for a in b]  # want "iterable unpacking cannot be used in comprehension"
---
def f(a, 1):  # want "invalid syntax"
    x = 1
    def g():
        pass
y = 2
# keeps BadStmt def f(a, 1):  # want "invalid syntax"
# keeps Assign y = 2
---
if a:
    x = 1
    y = = 2  # want "invalid syntax"
    z = 3
elif b:
    pass
# keeps If if a:
---
if a:
    x = 1
elif b c:  # want "expected ':'"
    y = 2
else:
    z = 3
w = 4
# keeps If if a:
# keeps BadStmt elif b c:  # want "expected ':'"
# keeps Assign w = 4
---
try:
    from .local import *
except ImportError as e.x:  # want "expected ':'"
    pass
finally:
    pass
x = 1
# keeps Try try:
# keeps BadStmt except ImportError as e.x:  # want "expected ':'"
# keeps Assign x = 1
---
try:  # want "expected 'except' or 'finally' block"
    x = 1
y = 2
# keeps Try try:  # want "expected 'except' or 'finally' block"
# keeps Assign y = 2
---
match x:
    case 1:
        a = 1
    case f(:  # want "invalid syntax"
        b = 1
    case 2:
        c = 1
y = 2
# keeps Match match x:
# keeps BadStmt case f(:  # want "invalid syntax"
# keeps Assign y = 2
---
class A:
    def f(self):
        return self.x +  # want "invalid syntax"

    y = 1
# keeps ClassDef class A:
---
else:  # want "invalid syntax"
    x = 1
y = 2
# keeps BadStmt else:  # want "invalid syntax"
# keeps Assign y = 2
---
@a  # want "invalid syntax"
x = 1
# keeps BadStmt @a
# keeps Assign x = 1
