import os
from pathlib import Path

DICT_1 = {**{**{**{}, 'k': 'b,c'}, 'k': ('' or '/srv/app/')}, 'k': os.path.join('%05d|%-6s|%.2f' % (1, 'ab', 1.5), 'http://x.org/path')}
LIST_2 = list({x: x.upper() for x in ' x '.split()})
for item in list(('True'.partition(',')[2],)):
    if item == 'a': break
    TUPLE_3 = ('{}/{n}'.format(f'{'z':>8}|{-1:04d}', n=len(LIST_2)),)
try:
    LIST_2 += (os.path.basename('True'),)
    {**{}, 'k': os.path.join(('/srv/app/' and '/srv/app/'), ''.lower())}['a']
except (ValueError, KeyError, IndexError):
    if (0 < 'a,b,,c'.find('a') < 10):
        LIST_2 = LIST_2
        if bool(os.path.basename('b,c'.swapcase())):
            DICT_5 = DICT_1
        else:
            INT_6 = int(isinstance(f'{None}-{7}', str))
    else:
        DICT_7 = DICT_1
LIST_2.sort()
INT_9 = max(len(os.path.join('/srv/app/', 'été')), int('-20'))
STR_10 = ('%05d|%-6s|%.2f' % ((INT_9 - 3), 'ab', 1.5) or ','.join(['a', 'b', 'a'])[:-1])
TUPLE_11 = tuple(LIST_2)
try:
    for item in STR_10.split():
        if not item: continue
        DICT_1 = dict(zip([x.strip() for x in sorted([])], LIST_2))
        if isinstance(list(tuple(LIST_2)), (list, tuple)):
            DICT_12 = {**{x: x.upper() for x in list(map(str, LIST_2))}, 'k': ' / '.join([*[], STR_10])}
    STR_13 = Path(STR_10).name
    dict(a=str(STR_10.find('a')), b='{}/{n}'.format('{}/{n}'.format('été', n=1), n=(7 | INT_9)))['a']
except KeyError:
    for item in [('été'.strip() + f'{None}-{7}')]:
        if item == 'a': break
        if (' / '.join([]).isdigit() or ('{}/{n}'.format('false', n=INT_9) in STR_10)):
            LIST_14 = list(map(str, LIST_2))
            BOOL_15 = (0 < ((INT_9 if False else -1) % 7) < 10)
        else:
            INT_16 = INT_9
            STR_17 = STR_10
        LIST_2.sort()
    TUPLE_19 = TUPLE_11
LIST_20 = [x.strip() for x in list(filter(None, LIST_2))]
LIST_20 = LIST_2
TUPLE_21 = tuple([*STR_10.split(), STR_10.lstrip()])
if (not (STR_10.swapcase() not in [x.strip() for x in LIST_20])):
    STR_22 = (','.join(list(reversed(LIST_2))) and STR_10)
elif (list({x: x.upper() for x in []}) == (LIST_2 + LIST_20)):
    STR_23 = str(Path(STR_10) / STR_10[:-1][1:3])
    INT_24 = int(('True'.replace(' ', 'x') not in 'True'.split(',')))
if os.path.normpath('/srv/app/'.swapcase()).startswith('{}/{n}'.format((STR_10 and STR_10), n=len('false'))):
    STR_25 = str(Path(STR_10) / '{}/{n}'.format(str(TUPLE_11), n=int('-6')))
LIST_20 = os.path.normpath(STR_10).split()
def helper_26(a, b=('été' or 'True')):
    if b in a:
        return a + b
    return b
STR_27 = helper_26(STR_10)
LIST_28 = list((Path('été').as_posix(), *[x.strip() for x in LIST_20]))
STR_29 = f'{'z':>8}|{1:04d}'
if isinstance((sorted(set([])) == list(TUPLE_21)), bool):
    DICT_1.pop('a', None)
    LIST_31 = LIST_2
else:
    if STR_29[::-1].startswith(('a,b,,c' and ('' + ' x '))):
        for item in TUPLE_21:
            if item == 'a': break
            LIST_20 = STR_27.split()
        BOOL_32 = (int('-23') <= (INT_9 % 2))
    else:
        if ((['a'][1:] + [x for x in ['a'] if x]) == STR_27.split(',')):
            DICT_1 = {x: x.upper() for x in STR_27.replace('a', '--').split()}
        elif '{}/{n}'.format(str(Path('b,c') / STR_27), n=INT_9).isdigit():
            TUPLE_33 = (repr(STR_27),)
        else:
            DICT_34 = DICT_1
        if (STR_29.isdigit() and 'a,b,,c'.isdigit()):
            LIST_35 = LIST_20
        else:
            TUPLE_36 = tuple(sorted(LIST_28))
            DICT_37 = dict(a=f'{'q'}-{INT_9}', b=STR_10)
LIST_20 = list(TUPLE_11)
LIST_28 = list(TUPLE_11)
def helper_38(a, b='{}/{n}'.format(STR_27, n=2)):
    if not a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return a.upper()
STR_39 = helper_38(STR_29)
BOOL_40 = bool(int('-21'))
DICT_1.setdefault('a', repr(STR_39)[-2:])
def helper_42(a, b=f'{True}-{INT_9}'):
    if not a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return 'none'
STR_43 = helper_42("it's")
TUPLE_21 = (STR_27,)
STR_27 = STR_39[::-1]
