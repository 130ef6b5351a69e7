print "a"  # want python2 "Missing parentheses in call to 'print'"
print x, y  # want python2 "Missing parentheses"
print "%s" % x  # want python2 "Missing parentheses"
exec "x"  # want python2 "Missing parentheses in call to 'exec'"
raise E, "x"  # want python2 "invalid syntax"
x = 0755  # want python2 "leading zeros"
y = 10L  # want python2 "invalid decimal literal"
z = ur"a"  # want python2 "invalid syntax"
w = `x`  # want python2 "invalid character"
if a <> b: pass  # want python2 "invalid syntax"
def f(a, (b, c)): pass  # want python2 "invalid syntax"
print >>f, x
print(x)
try: pass
except E, e: pass
v = 1
# keeps BadStmt print "a"
# keeps BadStmt print x, y
# keeps BadStmt print "%s" % x
# keeps BadStmt exec "x"
# keeps BadStmt raise E, "x"
# keeps BadStmt x = 0755
# keeps BadStmt y = 10L
# keeps BadStmt z = ur"a"
# keeps BadStmt w = `x`
# keeps BadStmt if a <> b: pass
# keeps BadStmt def f(a, (b, c)): pass
# keeps ExprStmt print >>f, x
# keeps ExprStmt print(x)
# keeps Try try: pass
# keeps Assign v = 1
