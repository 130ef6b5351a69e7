import os
from pathlib import Path

TUPLE_1 = ((''[-2:-1], *(['a', 'b', 'a'] + ['a'])) + ((('a', 'b') + ('a',)) + (('a',) + ('a', 'b'))))
DICT_2 = {x: x.upper() for x in [x for x in list(reversed(['a', 'b', 'a'])) if x]}
LIST_3 = [os.path.dirname(str(2))]
try:
    LIST_4 = (LIST_3 * 1)
    int(f"{None}-{1}")
except Exception:
    try:
        if ('{}/{n}'.format('false', n=2).split(',') == f"{2.5}-{0}".split()):
            STR_5 = os.path.splitext(str(Path(f"{'long word':>8}|{3:04d}") / ('True' + ' x ')))[0]
            LIST_6 = [*['{}/{n}'.format('false', n=0), 'a=b'.replace(' ', '')], os.path.join('été', 'false').partition(',')[1]]
        else:
            LIST_3 = LIST_3
            INT_7 = len(Path(str(True)).name)
        {**{**DICT_2, 'k': ' / '.join(LIST_3)}, 'k': (''.replace('a', '--') and os.path.splitext('false')[1])}['a']
    except (ValueError, KeyError, IndexError):
        DICT_2[repr('false').replace(',', '--')] = str(Path(os.path.join('Debug', 'b,c')) / str(Path('True') / 'a=b'))
        BOOL_9 = any(x for x in [x for x in 'a=b'.split() if x])
    if (0 < sum([sum([3, 3600]), 1]) < 10):
        TUPLE_1 = TUPLE_1
    else:
        if (not (LIST_3 == LIST_3)):
            DICT_10 = DICT_2
        elif (LIST_3 == [x.strip() for x in [*LIST_3, 'été']]):
            LIST_11 = ''.split()
            BOOL_12 = (f"{None}-{7}" < os.path.splitext('a,b,,c')[1])
        for item in tuple(('a,b,,c'.upper(),))[:9]:
            if item == 'a': break
            TUPLE_13 = tuple(LIST_3)
INT_14 = 60
for item in tuple((('{}/{n}'.format('/srv/app/', n=-1) + f"{1}-{INT_14}"), *[x for x in sorted([]) if x]))[:9]:
    if item == 'a': break
    BOOL_15 = ((os.path.join('/srv/app/', 'a') and f"{'long word':>8}|{3600:04d}") is None)
LIST_16 = '{}/{n}'.format('a', n=INT_14).capitalize().split()
LIST_17 = ','.join(LIST_16).replace(',', '').split(',')
LIST_16.extend([str(1), f"{'long word':>8}|{INT_14:04d}"])
DICT_2 |= DICT_2
for item in tuple((repr(f"{'z':>8}|{INT_14:04d}"),))[:9]:
    pass
    DICT_20 = DICT_2
    for item in tuple(tuple(list(reversed(LIST_17[-1:]))))[:9]:
        if not item: continue
        pass
try:
    STR_21 = ('%s:%d' % (Path('a').as_posix(), INT_14)).partition(',')[0]
    LIST_17 += []
    dict(zip(list(filter(None, list(filter(None, LIST_3)))), list(DICT_2)))['a']
except (ValueError, KeyError, IndexError):
    BOOL_23 = repr('Debug'[1:]).startswith('{}/{n}'.format('a=b'[::-1], n=0))
    LIST_3 += (('%s:%d' % ('été', 3)),)
STR_25 = os.path.splitext(repr('Hello World'))[1]
INT_14 = max((int(True) - 5), len(list(TUPLE_1)))
DICT_2.setdefault('a', os.path.splitext(str(['a']))[1])
for item in tuple(TUPLE_1)[:9]:
    if not item: continue
    TUPLE_1 = (STR_25, *sorted((LIST_17 * 1)))
LIST_27 = list(map(str, sorted(set(list(filter(None, LIST_17))))))
if any(x for x in LIST_16):
    TUPLE_28 = (STR_25, *'True'.partition(',')[0].split())
    LIST_27 += TUPLE_1
else:
    if (('True' + STR_25).replace('a', 'x') != os.path.join('Hello World', STR_25)):
        LIST_27.extend(('True'.split(',') + LIST_27))
        LIST_16.reverse()
DICT_2.setdefault('a', ' / '.join(sorted(set([]))))
try:
    TUPLE_1 = (f"{'long word':>8}|{INT_14:04d}", *os.path.splitext('True')[0].split())
    int((','.join(STR_25.split(',')) + os.path.splitext((STR_25 + 'Debug'))[1]))
except (ValueError, LookupError):
    for item in tuple([x.strip() for x in list(tuple(LIST_3))])[:9]:
        if item == 'a': break
        DICT_2 = {x: x.upper() for x in list(dict(a=STR_25, b='/srv/app/'))}
    try:
        if (0 < len(STR_25) < 10):
            DICT_2 = {}
            BOOL_33 = ('%s:%d' % (STR_25, INT_14)).isdigit()
        else:
            TUPLE_34 = TUPLE_1
            DICT_35 = {x: x.upper() for x in [x for x in LIST_16 if x][1:]}
        int('{}/{n}'.format(os.path.basename(STR_25), n=int('36')))
    except Exception:
        if isinstance(((' x ' + '/srv/app/') is None), bool):
            DICT_2 = dict(zip(LIST_3, LIST_16))
            LIST_16 = sorted(sorted([x for x in LIST_16 if x]))
        for item in tuple(LIST_17)[:9]:
            if not item: continue
            BOOL_36 = f"{'long word':>8}|{INT_14:04d}".startswith(STR_25)
            STR_37 = f"{'z':>8}|{1:04d}"
DICT_38 = DICT_2
STR_39 = STR_25
DICT_2.update({('/srv/app/' or STR_25): STR_39[::-1], Path(STR_39).as_posix(): ' / '.join(['a'])})
INT_41 = (INT_14 % -3)
def helper_42(a, b=STR_25.partition(',')[0]):
    if a == b:
        return a + b
    return a.upper()
STR_43 = helper_42(('%s:%d' % (STR_39.replace('a', '--'), INT_14)))
