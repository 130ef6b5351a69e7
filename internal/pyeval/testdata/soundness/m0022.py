import os
from pathlib import Path

def helper_1(a, b=''.capitalize()):
    if b in a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return 'none'
STR_2 = helper_1(' / '.join([])[1:3])
DICT_3 = {}
TUPLE_4 = (STR_2,)
INT_5 = sum([([].count('True') // -3), str(Path(STR_2) / STR_2).find('b')])
if (f"{'z':>8}|{INT_5:04d}" is None):
    DICT_3.update({x: x.upper() for x in sorted(['a'])})
    for item in tuple(list(dict(a=(STR_2 + STR_2), b=('%s:%d' % (STR_2, 3)))))[:9]:
        if not item: continue
        INT_7 = list(reversed('Debug'.split())).count(('a' + STR_2).partition(',')[1])
STR_2 = STR_2
DICT_3[str((3600 // 2))] = 'abc'
TUPLE_9 = (' / '.join(list(filter(None, []))),)
DICT_10 = DICT_3
if any(x for x in list(('été',))):
    STR_11 = STR_2
elif (STR_2.partition(',')[2].isdigit() or ('a=b'.startswith(' x ') or isinstance(INT_5, str))):
    TUPLE_12 = tuple([*list(map(str, ['a'])), STR_2])
    STR_13 = (os.path.join('été'[::-1], Path('été').name) + ('%s:%d' % (repr('/srv/app/'), int('31'))))
else:
    if bool({**{'/srv/app/': STR_2, 'false': STR_2}, 'k': (STR_2 or 'été')}):
        DICT_3 |= dict(a=os.path.splitext(STR_2)[0], b=STR_2.lstrip())
INT_15 = int('46')
DICT_3[str(TUPLE_4)] = STR_2
BOOL_17 = (sum([sum([60, 2]), (INT_15 if True else 3600)]) < 5)
if any(x for x in f"{'z':>8}|{INT_5:04d}".split(',')):
    DICT_3 |= dict(zip([*['a', 'b', 'a'], 'été'], list(())))
for item in tuple(TUPLE_4)[:9]:
    if item == 'a': break
    try:
        if (str((' x ',)) not in ((['a', 'b', 'a'] + ['a']) * 1)):
            STR_2 = str(BOOL_17).replace('a', '--')
        else:
            STR_19 = ('%s:%d' % (STR_2, int(STR_2.isdigit())))
            STR_20 = STR_2
        STR_2 = ('a,b,,c'.partition(',')[2] + os.path.dirname(STR_2))
        dict(zip(((['a'] * 0) + [*['a'], 'True']), list((STR_2,))))['a']
    except (ValueError, KeyError):
        if (STR_2 not in [x.strip() for x in STR_2.split()]):
            LIST_21 = sorted(STR_2[::-1].split(','))
            STR_22 = os.path.dirname(STR_2[::-1]).partition(',')[2]
        elif BOOL_17:
            DICT_23 = dict(zip(list({x: x.upper() for x in []}), [x.strip() for x in list(DICT_3)]))
        else:
            STR_24 = STR_2
        DICT_3.setdefault('a', ' / '.join(list(())))
    pass
INT_26 = f"{1}-{2}".find('.')
if (STR_2.isdigit() and BOOL_17):
    TUPLE_27 = (f"{1}-{INT_5}".upper(),)
else:
    TUPLE_28 = (f"{'long word':>8}|{INT_5:04d}", *STR_2[-2:-1].split())
    TUPLE_4 = (('%s:%d' % (STR_2[1:], int(BOOL_17))),)
LIST_29 = sorted(([] + list({})))
LIST_29.sort()
INT_31 = sum([0, len('a,b,,c')])
DICT_3['{}/{n}'.format(str(Path('a=b') / 'false'), n=1)] = (' x ' and STR_2).replace(',', 'x')
for item in tuple(TUPLE_4)[:9]:
    if not item: continue
    for item in tuple((STR_2, *sorted(set(list(filter(None, LIST_29))))))[:9]:
        pass
        DICT_3 = dict(a=f"{True}-{-1}".partition(',')[0], b=os.path.splitext(STR_2)[0])
        LIST_29 += TUPLE_9
    DICT_3 |= dict(zip(LIST_29, [x for x in LIST_29 if x]))
INT_35 = (420 // 2)
DICT_3[Path((STR_2 + STR_2)).as_posix()] = (STR_2 or f"{2.5}-{INT_15}")
TUPLE_37 = TUPLE_4
if bool(list(TUPLE_4)):
    LIST_29.extend(((LIST_29 * 1) * 0))
    for item in tuple(list(filter(None, list(dict(a=STR_2, b='a=b')))))[:9]:
        pass
        INT_39 = len([STR_2, STR_2.lower(), os.path.splitext(STR_2)[1]])
LIST_29.sort()
try:
    DICT_3.pop('a', None)
    dict(a=os.path.splitext(STR_2)[1], b=STR_2.upper())['a']
except (ValueError, LookupError):
    if "it's".replace(' ', 'x').isdigit():
        for item in tuple(list(map(str, LIST_29)))[:9]:
            if not item: continue
            INT_42 = sum([(len(LIST_29) if (BOOL_17 and BOOL_17) else INT_15), len(' / '.join([]))])
            LIST_43 = [x.strip() for x in list(('a=b',))]
        DICT_3 = {**DICT_3, 'k': ' / '.join(list(reversed(LIST_29)))}
    elif (60 != INT_5):
        try:
            TUPLE_44 = TUPLE_37
            DICT_3['a']
        except (ValueError, KeyError):
            DICT_45 = {x: x.upper() for x in list(dict(zip(['a'], [])))}
            BOOL_46 = STR_2.isdigit()
        INT_47 = sum([(max(INT_5, INT_35) & STR_2.find(',')), ((INT_26 ^ 2) // 7)])
    pass
STR_2 = os.path.join(' / '.join([]), (STR_2 and STR_2))[1:]
