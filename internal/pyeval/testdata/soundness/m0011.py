import os
from pathlib import Path

DICT_1 = {**{x: x.upper() for x in ['/srv/app/', ' x ']}, 'k': '%05d|%-6s|%.2f' % ('/srv/app/'.find('b'), 'ab', 1.5)}
DICT_1.update({})
DICT_3 = DICT_1
for item in [repr(('a=b' + '')), '{}/{n}'.format(f'{'long word':>8}|{0:04d}', n=int('-24')), Path('a=b'.replace('a', '')).name]:
    pass
    BOOL_4 = ('%05d|%-6s|%.2f' % (int(True), 'ab', 1.5) is None)
    DICT_1.pop('a', None)
DICT_1.pop('a', None)
DICT_1 |= {'True'[:-1]: ('b,c' and 'a')}
TUPLE_8 = (f'{1}-{3}'[1:-1], *list(dict(a='/srv/app/', b='Debug')))
try:
    pass
    '{}/{n}'.format(repr('a=b'), n=int(False)).split(',')[0]
except ValueError:
    DICT_1.pop('a', None)
DICT_10 = DICT_1
INT_11 = sum([('false'.find('.') // -3), len(list(DICT_1))])
for item in sorted(set([os.path.basename('a')])):
    pass
    DICT_1 |= {x: x.upper() for x in list(map(str, ['a']))}
    DICT_13 = DICT_1
DICT_1.setdefault('a', str(Path('%05d|%-6s|%.2f' % (INT_11, 'ab', 1.5)) / 'b,c'.partition(',')[2]))
def helper_15(a, b=Path('/srv/app/').name):
    if a == b:
        return a + b
    return b
STR_16 = helper_15((Path('True').as_posix() and ''.join(['a'])))
TUPLE_17 = (os.path.splitext(STR_16)[1],)
def helper_18(a, b=f'{'q'}-{INT_11}'):
    if a == b:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return a.upper()
STR_19 = helper_18('%05d|%-6s|%.2f' % (len(['a']), 'ab', 1.5))
LIST_20 = list({**dict(zip(['a', 'b', 'a'], ['a'])), 'k': STR_19})
TUPLE_17 = (tuple(list(reversed(LIST_20))) + tuple(sorted(LIST_20)))
if STR_19.startswith(STR_16):
    DICT_1 = {**dict(zip(LIST_20, LIST_20)), 'k': f'{1}-{INT_11}'}
else:
    DICT_1 = dict(zip(LIST_20, sorted(set(sorted(LIST_20)))))
    if any(x for x in '%05d|%-6s|%.2f' % (7, 'ab', 1.5).split(',')):
        INT_11 = (INT_11 // -3)
        LIST_20.extend(sorted(set(list(TUPLE_17))))
def helper_22(a, b=('' and STR_19)):
    if b in a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return 'none'
STR_23 = helper_22((os.path.dirname('été') and os.path.dirname(STR_19)))
LIST_20 += TUPLE_17
