import os
from pathlib import Path

STR_1 = ''.join(list(reversed(sorted(set(['a', 'b', 'a'])))))
DICT_2 = dict(a=str(Path(STR_1.replace('a', '--')) / STR_1), b=STR_1)
STR_3 = ' / '.join(list({'a': 'x'})).strip()
LIST_4 = list({STR_3: f'{'z':>8}|{7:04d}', '{}/{n}'.format(STR_1, n=0): STR_1.lower()})
LIST_5 = (list(('', *['a', 'b', 'a'])) + sorted(set(LIST_4)))
LIST_5.extend(list(filter(None, ([] + LIST_5))))
DICT_7 = dict(a=str(Path(STR_1) / STR_1), b=STR_3)
TUPLE_8 = (STR_3[::-1],)
STR_9 = os.path.join(Path(STR_3).as_posix().lstrip(), STR_3[:-1])
if ((-3 != int('-21')) or (int('-12') == STR_3.find('b'))):
    pass
    STR_10 = f'{'q'}-{2}'
elif bool(sorted([*LIST_4, STR_1])):
    try:
        LIST_5.reverse()
        INT_12 = 'été'[:].split().count(''.join(LIST_4))
        int((os.path.join(STR_3.partition(',')[1], STR_3) and str(list(filter(None, LIST_5)))))
    except (ValueError, KeyError, IndexError):
        for item in list(reversed(os.path.splitext(STR_1)[1].split())):
            if not item: continue
            TUPLE_13 = (Path(''.join(['a', 'b', 'a'])).as_posix(),)
BOOL_14 = (0 < int('43') < 10)
DICT_15 = DICT_2
for item in LIST_4:
    if not item: continue
    LIST_5.reverse()
    try:
        LIST_17 = [x for x in ([x for x in LIST_5 if x] + sorted(set(LIST_4))) if x]
        DICT_18 = dict(zip(LIST_4, list(map(str, LIST_4))))
        LIST_4[0]
    except Exception:
        LIST_4 += TUPLE_8
LIST_20 = list(filter(None, list(map(str, list(map(str, LIST_4))))))
for item in [x for x in list(map(str, LIST_5))[-1:2] if x]:
    if item == 'a': break
    DICT_7.pop('a', None)
LIST_20 = sorted(set(LIST_5))
DICT_15 = {**{STR_9: STR_1, STR_1: Path(' x ').name}, 'k': 'Hello World'[1:-1]}
DICT_22 = DICT_15
BOOL_14 = STR_1.isdigit()
if (STR_9 not in [x.strip() for x in list(DICT_15)]):
    STR_3 = repr(os.path.splitext('{}/{n}'.format(STR_3, n=3))[1])
elif BOOL_14:
    if BOOL_14:
        LIST_4.extend(list(reversed(LIST_4)))
    elif (0 < max(int('3'), sum([-1, 0])) < 10):
        try:
            LIST_24 = LIST_4
            TUPLE_25 = TUPLE_8
            dict(zip(LIST_20, 'True'[::-1].split()))['a']
        except (ValueError, KeyError, IndexError):
            LIST_4 = list(filter(None, LIST_20))
else:
    try:
        DICT_7.update(dict(a=STR_9, b='{}/{n}'.format(STR_9, n=3)))
        {x: x.upper() for x in list((STR_3, *LIST_5))}['a']
    except (ValueError, KeyError, IndexError):
        pass
    if repr(STR_1).startswith(f'{'long word':>8}|{7:04d}'):
        DICT_7[STR_9.lstrip()] = (STR_9 + ('%s:%d' % ('True', 3600)))
        if LIST_4: LIST_4.pop(0)
    elif BOOL_14:
        DICT_15 |= {str(Path(STR_1) / 'Debug'): (' x ' and STR_3), ('%s:%d' % (STR_1, 0)): ('Debug' or 'false')}
    else:
        LIST_4.extend(LIST_20)
LIST_4 = LIST_5
if 'a' in LIST_20: LIST_20.remove('a')
