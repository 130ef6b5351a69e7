import os
from pathlib import Path

STR_1 = ''.join(list(reversed(sorted(set(['a', 'b', 'a'])))))
DICT_2 = dict(a=str(Path(STR_1.replace('a', '--')) / STR_1), b=STR_1)
STR_3 = ' / '.join(list({'a': 'x'})).strip()
LIST_4 = list({STR_3: f"{'z':>8}|{7:04d}", '{}/{n}'.format(STR_1, n=0): STR_1.lower()})
LIST_5 = (list(('', *['a', 'b', 'a'])) + sorted(set(LIST_4)))
LIST_5.extend(list(filter(None, ([] + LIST_5))))
DICT_7 = dict(a=str(Path(STR_1) / STR_1), b=STR_3)
TUPLE_8 = (STR_3[::-1],)
STR_9 = os.path.join(Path(STR_3).as_posix().lstrip(), STR_3[:-1])
if ((-3 != int('-21')) or (int('-12') == STR_3.find('b'))):
    pass
    STR_10 = f"{'q'}-{2}"
elif bool(sorted([*LIST_4, STR_1])):
    try:
        LIST_5.reverse()
        INT_12 = 'été'[:].split().count(''.join(LIST_4))
        DICT_7['a']
    except (ValueError, KeyError):
        if STR_9.isdigit():
            INT_13 = max([x for x in LIST_5 if x].count(f"{None}-{3}"), (len(LIST_4) * (3600 if False else 3600)))
            INT_14 = (len((STR_3 + STR_9)) ^ int('36'))
        else:
            BOOL_15 = (STR_1[::-1][::-1] is None)
else:
    for item in tuple(((('%s:%d' % (STR_1, 2)),) + (f"{'z':>8}|{0:04d}", *list(DICT_2))))[:9]:
        if item == 'a': break
        DICT_7 = {}
        DICT_7.setdefault('a', STR_9)
    DICT_17 = DICT_2
if isinstance(STR_1, int):
    pass
    DICT_18 = {x: x.upper() for x in sorted(LIST_5)[-1:]}
elif STR_3.isdigit():
    BOOL_19 = isinstance([*list(filter(None, ['a'])), (STR_9 and STR_1)], str)
    LIST_4.sort()
if (0 < ([].count(STR_3) if (not False) else (7 - 3600)) < 10):
    try:
        LIST_21 = ((STR_3.split(',') + 'été'.split()) * 2)
        STR_3 = 'Hello World'
        pass
    except (ValueError, KeyError, IndexError):
        INT_22 = -3
    if ((len(LIST_4) | len(STR_9)) <= (STR_3 or 'True').find('b')):
        LIST_23 = ([*LIST_5, repr(STR_1)] + LIST_5)
elif (f"{'long word':>8}|{3:04d}" is None):
    try:
        LIST_24 = LIST_4
        pass
    except (ValueError, KeyError, IndexError):
        INT_25 = max((STR_3.find('a') % 2), (int('24') ^ sum([3, -1])))
    try:
        if STR_9.startswith('True'[::-1].capitalize()):
            BOOL_26 = (list({x: x.upper() for x in []}) == list(filter(None, LIST_5)))
        int(' / '.join([*LIST_5, os.path.dirname('a')]))
    except (ValueError, KeyError, IndexError):
        try:
            INT_27 = int((STR_3.isdigit() and (not False)))
            {x: x.upper() for x in LIST_5}['a']
        except Exception:
            TUPLE_28 = (STR_1, *list(dict(a=' x ', b='Debug')))
else:
    INT_29 = sum([('false'.find(',') // 7), int((not True))])
    if ([*['a'], STR_9].count(repr(STR_9)) > (max(7, 0) % 7)):
        DICT_2.pop('a', None)
LIST_4 += LIST_4
STR_32 = STR_9[-2:]
LIST_33 = LIST_5
BOOL_34 = (f"{None}-{3600}" in LIST_4)
DICT_7 |= dict(zip(list(TUPLE_8), [x.strip() for x in ['a', 'b', 'a']]))
LIST_36 = os.path.basename(' x ')[::-1].split()
TUPLE_37 = tuple(LIST_4)
BOOL_38 = ((('b,c' or 'Debug') or ('/srv/app/' and ' x ')) not in STR_32.split())
TUPLE_39 = (f"{True}-{7}",)
INT_40 = int('24')
