import os
from pathlib import Path

DICT_1 = {**{**{**{}, 'k': 'b,c'}, 'k': ('' or '/srv/app/')}, 'k': os.path.join('%05d|%-6s|%.2f' % (1, 'ab', 1.5), 'http://x.org/path')}
LIST_2 = list({x: x.upper() for x in ' x '.split()})
for item in tuple(list(('True'.partition(',')[2],)))[:9]:
    if item == 'a': break
    TUPLE_3 = ('{}/{n}'.format(f"{'z':>8}|{-1:04d}", n=len(LIST_2)),)
try:
    LIST_2 += (os.path.basename('True'),)
    {}['a']
except (ValueError, KeyError, IndexError):
    INT_5 = len(repr('a=b'[::-1]))
    LIST_2.sort()
try:
    if 'a' in LIST_2: LIST_2.remove('a')
    STR_8 = (('{}/{n}'.format('été', n=2) or '{}/{n}'.format('a', n=7)) and '%05d|%-6s|%.2f' % ([].count(' x '), 'ab', 1.5))
    int(os.path.join(('%s:%d' % ('Debug', 3600)).capitalize(), str(Path(os.path.normpath('True')) / os.path.join('b,c', ''))))
except Exception:
    DICT_9 = DICT_1
    DICT_1 |= {x: x.upper() for x in list(filter(None, ['a', 'b', 'a']))}
DICT_11 = DICT_1
LIST_2.append(os.path.join('%05d|%-6s|%.2f' % (60, 'ab', 1.5), str(Path('Debug') / 'b,c')))
TUPLE_13 = (tuple('Debug'.split()) + (repr(' x '),))
BOOL_14 = (((['a', 'b', 'a'] * 0) + list(reversed(LIST_2))) == list(TUPLE_13))
try:
    pass
    pass
except (ValueError, KeyError, IndexError):
    DICT_1.pop('a', None)
for item in tuple(tuple('True'.split(',')[:]))[:9]:
    if item == 'a': break
    for item in tuple(LIST_2)[:9]:
        if not item: continue
        STR_16 = repr(os.path.join(os.path.splitext('false')[1], ('b,c' and 'a=b')))
        try:
            INT_17 = int('4')
            STR_18 = str([x.strip() for x in 'b,c'.split()])
            pass
        except Exception:
            BOOL_19 = (os.path.basename(' x '.replace('a', '')) is None)
            INT_20 = int(any(x for x in 'Debug'.split()))
    DICT_1['abc'] = Path('Hello World').name
DICT_1.setdefault('a', str({'Debug': 'false'}))
LIST_2 += TUPLE_13
LIST_2.sort()
DICT_1['%05d|%-6s|%.2f' % (-1, 'ab', 1.5).swapcase()] = ('%s:%d' % ('{}/{n}'.format(' x ', n=60), LIST_2.count('a=b')))
TUPLE_13 = (os.path.normpath(' x '.replace('a', 'x')),)
try:
    DICT_1[os.path.splitext(str(Path('True') / ' x '))[0]] = (os.path.dirname('b,c') or str(True))
    INT_27 = 'b,c'[::-1][::-1].find('.')
    {x: x.upper() for x in [x.strip() for x in [x.strip() for x in LIST_2]]}['a']
except (ValueError, LookupError):
    DICT_28 = DICT_1
    DICT_29 = {x: x.upper() for x in LIST_2}
if str(LIST_2)[::-1].startswith((('a=b' and 'a=b') or ''.replace(',', ''))):
    LIST_30 = LIST_2
else:
    LIST_2 = '{}/{n}'.format(('/srv/app/' + 'b,c'), n='a'.find('.')).split()
BOOL_31 = bool([*LIST_2, '{}/{n}'.format('été', n=-1)])
LIST_2 = list(filter(None, LIST_2))[1:2][1:2]
def helper_32(a, b=str(Path('') / ' x ')):
    if b in a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return b
STR_33 = helper_32(os.path.splitext(str(Path('a=b') / ' x '))[0])
DICT_34 = DICT_1
def helper_35(a, b=STR_33):
    if not a:
        return a + b
    return b
STR_36 = helper_35(os.path.dirname(repr(STR_33)))
BOOL_37 = bool(sorted((LIST_2 + LIST_2)))
DICT_38 = {x: x.upper() for x in LIST_2}
LIST_2 = list(TUPLE_13)
LIST_2 = LIST_2
