import os
from pathlib import Path

for item in tuple((('abc',) + ('True'[:3], *([] * 2))))[:9]:
    if not item: continue
    DICT_1 = dict(a=f"{'z':>8}|{3600:04d}", b=('True'.swapcase() and repr(' x ')))
INT_2 = int((0 < ' x '.find('a') < 10))
def helper_3(a, b=str(Path('Debug') / 'True')):
    if not a:
        return a + b
    return b
STR_4 = helper_3(os.path.splitext(str(Path('a=b') / ''))[1])
LIST_5 = [x.strip() for x in STR_4.split()]
if (any(x for x in LIST_5) and (STR_4 is None)):
    BOOL_6 = (0 < len(LIST_5) < 10)
else:
    TUPLE_7 = ('{}/{n}'.format('/srv/app/'.title(), n=int('-41')),)
if LIST_5: LIST_5.pop(0)
if ((f"{1}-{1}" or STR_4[-2:]) != repr(os.path.splitext(STR_4)[0])):
    STR_9 = STR_4
else:
    LIST_10 = ['%05d|%-6s|%.2f' % (INT_2, 'ab', 1.5).swapcase()]
if (list({x: x.upper() for x in ['a']}) == (' x ' or STR_4).split()):
    LIST_5.sort()
def helper_12(a, b=str(Path(STR_4) / 'a=b')):
    if not a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return 'none'
STR_13 = helper_12('%05d|%-6s|%.2f' % (INT_2, 'ab', 1.5))
STR_14 = STR_4[::-1]
if ((420 if ('Debug' not in LIST_5) else 1) <= (sum([3600, 7]) // 7)):
    TUPLE_15 = tuple(LIST_5)
    if any(x for x in list(map(str, STR_14.split()))):
        TUPLE_16 = (repr((STR_4 + STR_4)),)
    elif isinstance((LIST_5.count(STR_14) != int('22')), bool):
        BOOL_17 = (str(Path(STR_4) / STR_4).replace('a', '--') not in LIST_5)
        if bool(list({STR_13: STR_13})):
            BOOL_18 = bool(STR_13.split())
            STR_19 = os.path.splitext((str(Path(STR_13) / 'a') and STR_4))[0]
        else:
            TUPLE_20 = tuple(sorted(LIST_5))
    else:
        if isinstance(''.join([*LIST_5, ' x ']), str):
            INT_2 = INT_2
            TUPLE_21 = ((STR_4[1:-1],) + ('http://x.org/path', *[x for x in LIST_5 if x]))
        elif (os.path.basename(STR_4) != f"{'q'}-{INT_2}"):
            BOOL_22 = any(x for x in sorted([STR_13, STR_4, STR_4]))
            STR_23 = STR_14
        TUPLE_24 = (STR_14[1:-1],)
else:
    pass
DICT_25 = {x: x.upper() for x in sorted(set(LIST_5))}
BOOL_26 = STR_14.isdigit()
TUPLE_27 = (STR_4,)
INT_28 = INT_2
if (('/srv/app/' or ' x ').split() == [][1:]):
    BOOL_29 = (Path(os.path.normpath(STR_13)).as_posix() not in '{}/{n}'.format(''.join(LIST_5), n=['a', 'b', 'a'].count('')))
elif (not ((0 < INT_28 < 10) or (STR_4 is None))):
    DICT_25.update({**{x: x.upper() for x in LIST_5}, 'k': STR_4})
    STR_31 = str(DICT_25)
else:
    for item in tuple('%05d|%-6s|%.2f' % (sum([INT_2, INT_2]), 'ab', 1.5).split(','))[:9]:
        pass
        LIST_5.sort()
    DICT_33 = dict(zip(([STR_14] + list(TUPLE_27)), LIST_5))
BOOL_34 = (LIST_5 == list(filter(None, [STR_4])))
LIST_5 = list(map(str, list(reversed(LIST_5))))
DICT_25[STR_4] = STR_14
DICT_25.pop('a', None)
BOOL_37 = ((STR_4 + STR_4).split() == list(map(str, LIST_5)))
INT_38 = (int(any(x for x in ['a', 'b', 'a'])) % 7)
INT_38 = max(sorted(set(LIST_5)).count(Path(STR_14).name), len(LIST_5))
