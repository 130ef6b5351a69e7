import os
from pathlib import Path

TUPLE_1 = ((''[-2:-1], *(['a', 'b', 'a'] + ['a'])) + ((('a', 'b') + ('a',)) + (('a',) + ('a', 'b'))))
DICT_2 = {x: x.upper() for x in [x for x in list(reversed(['a', 'b', 'a'])) if x]}
LIST_3 = [os.path.dirname(str(2))]
try:
    LIST_4 = (LIST_3 * 1)
    int(f'{None}-{1}')
except LookupError:
    try:
        STR_5 = f'{'z':>8}|{2:04d}'
        [][0]
    except LookupError:
        STR_6 = 'http://x.org/path'
    STR_7 = os.path.splitext('a'.partition(',')[2])[1].replace(' ', 'x')
TUPLE_8 = (os.path.join(('b,c' and 'Debug'), 'été'[::-1]), *list(map(str, (LIST_3 + LIST_3))))
STR_9 = ('false' + '/srv/app/')[:-1].replace(',', 'x')
DICT_10 = DICT_2
for item in (('été'[1:3],) + TUPLE_8):
    if item == 'a': break
    LIST_3.extend(sorted((LIST_3 + LIST_3)))
TUPLE_8 = TUPLE_8
STR_12 = STR_9
DICT_2 |= DICT_2
STR_14 = f'{'z':>8}|{2:04d}'
LIST_3.extend(sorted(set((LIST_3 + LIST_3))))
if (repr(STR_12.partition(',')[1]) in list(reversed(list(filter(None, LIST_3))))):
    DICT_2 |= {x: x.upper() for x in [x.strip() for x in []]}
    if isinstance(f'{'long word':>8}|{60:04d}', bool):
        if (list(dict(zip(LIST_3, ['a', 'b', 'a']))) == LIST_3):
            STR_17 = repr(STR_9.partition(',')[2][::-1])
            LIST_18 = sorted(set([*list(reversed(['a', 'b', 'a'])), '{}/{n}'.format(STR_14, n=0)]))
        elif any(x for x in list(tuple(['a', 'b', 'a']))):
            DICT_2 = {x: x.upper() for x in list(('false',))}
            DICT_19 = dict(a=STR_14.partition(',')[0][:-1], b=str(Path(STR_12) / STR_9).replace('a', 'x'))
    elif (','.join(list(filter(None, LIST_3))) in STR_9):
        BOOL_20 = bool(int('-46'))
        for item in LIST_3:
            if item == 'a': break
            DICT_21 = {**{}, 'k': STR_9}
else:
    BOOL_22 = (LIST_3 == LIST_3[1:])
def helper_23(a, b=f'{'z':>8}|{7:04d}'):
    if a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return 'none'
STR_24 = helper_23(repr(STR_12))
DICT_2 = {x: x.upper() for x in list(filter(None, (LIST_3 + ['a'])))}
def helper_25(a, b=STR_24):
    if not a:
        return a + b
    return b
STR_26 = helper_25(str(Path(STR_9) / 'false').lower())
INT_27 = (int('-38') // -3)
STR_14 = os.path.join(STR_14, os.path.splitext(' x ')[1]).replace(',', '--')
DICT_2[STR_9] = STR_14
DICT_29 = dict(zip(['a=b'.partition(',')[0], ''.join([]), os.path.basename(STR_14)], 'True'.partition(',')[0].split()))
LIST_3 += tuple(LIST_3)
try:
    try:
        for item in STR_12[:3].split(','):
            if not item: continue
            LIST_3 = (([][:] * 1) * 2)
        int(os.path.splitext((STR_14.capitalize() + ('True' + STR_24)))[0])
    except LookupError:
        STR_31 = 'abc'
    try:
        LIST_3 += ((['a'] * 0) * 2)
        if f'{'long word':>8}|{INT_27:04d}'.isdigit():
            BOOL_33 = (0 < sum([STR_12.find(','), INT_27]) < 10)
        elif (str(Path('tab\tline\n') / str({'a': 'x'})) is None):
            TUPLE_34 = (tuple(STR_12.split()) + (Path('été').as_posix(), *list(map(str, LIST_3))))
            INT_35 = str(DICT_29)[::-1].find('b')
        else:
            LIST_36 = sorted([x.strip() for x in ['a']])[:2]
        pass
    except Exception:
        DICT_2 = {**{x: x.upper() for x in [][-1:2]}, 'k': str(Path('/srv/app/') / STR_14)[:]}
    {x: x.upper() for x in (LIST_3 + 'True'.split(','))}['a']
except LookupError:
    if isinstance((''.swapcase() is None), (list, tuple)):
        LIST_37 = [*(LIST_3 * 0), os.path.dirname('Debug')[::-1]]
        INT_38 = ((sum([INT_27, INT_27]) // 7) % -3)
    elif isinstance(list((('a', 'b') + ('a', 'b'))), bool):
        BOOL_39 = (([x.strip() for x in LIST_3] + [x for x in LIST_3 if x]) == list(reversed(LIST_3)))
    TUPLE_1 = TUPLE_8
try:
    LIST_3.append((STR_9 and 'a').replace('a', 'x'))
    pass
except KeyError:
    if 'a' in LIST_3: LIST_3.remove('a')
    for item in TUPLE_1:
        pass
        try:
            DICT_42 = DICT_29
            INT_43 = (1 if any(x for x in ['a', 'b', 'a'][1:2]) else len(f'{'z':>8}|{INT_27:04d}'))
            int(os.path.join(f'{'long word':>8}|{INT_27:04d}', os.path.splitext((STR_12 or 'a'))[1]))
        except LookupError:
            BOOL_44 = STR_24[::-1].replace(' ', '--').startswith(os.path.join(','.join(LIST_3), STR_24))
for item in TUPLE_8:
    if item == 'a': break
    DICT_29.update({**{**DICT_2, 'k': ''}, 'k': f'{'q'}-{INT_27}'})
    TUPLE_46 = TUPLE_8
