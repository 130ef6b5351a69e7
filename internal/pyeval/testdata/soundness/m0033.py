import os
from pathlib import Path

INT_1 = 60
INT_2 = (' / '.join([]).find('a') // 7)
DICT_3 = {f"{2.5}-{7}": ('True'[::-1] or ('%s:%d' % ('Debug', INT_1)))}
DICT_3.setdefault('a', f"{'q'}-{60}")
BOOL_5 = ((('a' or ' x ') or os.path.splitext('a')[1]) in '{}/{n}'.format(repr(' x '), n=int(False)))
def helper_6(a, b=Path('/srv/app/').name):
    if a:
        return a + b
    return a.upper()
STR_7 = helper_6(repr(('b,c' and 'b,c')))
if (not (os.path.splitext(STR_7)[0] is None)):
    BOOL_5 = ('false'[:].isdigit() and (isinstance([], bool) and (STR_7 is None)))
    INT_8 = len((list(DICT_3) + list(('a',))))
DICT_3[' / '.join(list(('a', 'b')))] = os.path.join(STR_7, 'True'[1:-1])
if (sum([-3, len(['a'])]) != INT_2):
    if (BOOL_5 and (repr(STR_7) not in 'b,c'.lstrip())):
        DICT_10 = DICT_3
        DICT_3.pop('a', None)
    elif BOOL_5:
        if BOOL_5:
            DICT_12 = dict(a='%05d|%-6s|%.2f' % (int('16'), 'ab', 1.5), b=('%s:%d' % (STR_7[::-1], INT_2)))
            STR_13 = STR_7
        elif (0 < len(list(('a',))) < 10):
            STR_14 = STR_7
        else:
            TUPLE_15 = (f"{1}-{0}",)
            TUPLE_16 = (('%05d|%-6s|%.2f' % (1, 'ab', 1.5) + str(60)), *list(reversed(list(reversed(['a'])))))
        pass
    else:
        BOOL_17 = BOOL_5
    BOOL_18 = (STR_7.partition(',')[0] is None)
elif BOOL_5:
    pass
else:
    INT_19 = INT_2
if (STR_7.startswith(' x '[::-1]) or bool((STR_7 or 'b,c'))):
    INT_1 = 0
    for item in tuple((tuple(list(map(str, ['a']))) + tuple((['a', 'b', 'a'] * 2))))[:9]:
        if item == 'a': break
        LIST_20 = ([*[x for x in ['a'] if x], '{}/{n}'.format(STR_7, n=2)] * 2)
elif isinstance(int(('été' < 'True')), bool):
    try:
        LIST_21 = [*sorted(set(['a', 'b', 'a'][:])), STR_7]
        TUPLE_22 = (''.join(STR_7.split()),)
        dict(zip(STR_7.partition(',')[2].split(','), list(reversed((['a'] + ['a', 'b', 'a'])))))['a']
    except (ValueError, LookupError):
        try:
            INT_23 = STR_7.find('b')
            int(STR_7.strip())
        except (ValueError, KeyError):
            INT_1 = int('9')
            LIST_24 = list(map(str, sorted(set(['a'][:]))))
    pass
if isinstance(INT_2, int):
    INT_25 = 5
    DICT_26 = DICT_3
elif (STR_7 == ('%s:%d' % (str(DICT_3), INT_1))):
    BOOL_27 = BOOL_5
    DICT_3.setdefault('a', os.path.splitext(STR_7)[0])
else:
    try:
        DICT_3 |= DICT_3
        int('a,b,,c'[1:3])
    except Exception:
        DICT_3.update({**{**{'a': 'x'}, 'k': STR_7}, 'k': f"{'long word':>8}|{INT_2:04d}"})
DICT_31 = DICT_3
if (not (0 < int('4') < 10)):
    pass
    DICT_3['{}/{n}'.format(STR_7.replace(',', ''), n=int(True))] = (repr(STR_7) or os.path.join('a', STR_7))
elif BOOL_5:
    LIST_33 = [*('été'.split(',') + [*['a', 'b', 'a'], STR_7]), (STR_7 + 'Debug').partition(',')[1]]
TUPLE_34 = ('%05d|%-6s|%.2f' % (INT_2, 'ab', 1.5), *[x for x in [*[], STR_7] if x])
BOOL_35 = STR_7.startswith((STR_7 + STR_7)[1:3])
if (list((TUPLE_34 + TUPLE_34)) == list({'': 'True', STR_7: 'True'})):
    DICT_36 = {**{**{x: x.upper() for x in ['a']}, 'k': (STR_7 + STR_7)}, 'k': STR_7}
elif (not isinstance(([] + []), bool)):
    if STR_7.isdigit():
        STR_37 = str(((['a'] + ['a']) + ['été']))
    elif (0 < max((INT_2 % 7), int('-43')) < 10):
        pass
        BOOL_5 = (BOOL_35 and (list(TUPLE_34) == STR_7.split(',')))
    else:
        if bool(sorted(set(['été']))):
            LIST_38 = list(filter(None, list(reversed(list(reversed([]))))))
            BOOL_39 = (Path(STR_7).name not in (STR_7 + STR_7).split(','))
        elif (INT_1 != (INT_2 % -3)):
            STR_40 = str(Path(('%s:%d' % ('abc', max(60, INT_2)))) / ('%05d|%-6s|%.2f' % (INT_2, 'ab', 1.5) + STR_7))
            INT_41 = (int(BOOL_5) if repr(STR_7).startswith('a=b'.partition(',')[0]) else INT_2)
        else:
            TUPLE_42 = (('%s:%d' % (STR_7, int(BOOL_35))), *([] * 2)[1:])
            DICT_43 = dict(zip(sorted(set(sorted([]))), [str(TUPLE_34), STR_7, ('été' and ' x ')]))
        TUPLE_44 = tuple([*(['a'] * 1), ('false' or 'a')])
else:
    BOOL_35 = BOOL_35
    if BOOL_5:
        INT_45 = list(map(str, STR_7.split(','))).count('%05d|%-6s|%.2f' % ((3600 + INT_1), 'ab', 1.5))
    elif bool(len(sorted([]))):
        STR_46 = ' / '.join(list(filter(None, (['a'] + ['a', 'b', 'a']))))
        DICT_3[repr('True'[::-1])] = str(sum([3600, INT_1]))
try:
    DICT_3.pop('a', None)
    pass
except (ValueError, KeyError, IndexError):
    DICT_3 = DICT_3
    STR_49 = f"{1}-{7}"
LIST_50 = list(reversed(list(reversed(STR_7.split()))))
LIST_51 = [STR_7.replace(' ', '').replace('a', 'x')]
LIST_50 += ((STR_7, *LIST_50) + TUPLE_34)
INT_53 = LIST_51.count(('%s:%d' % (STR_7.replace(' ', ''), INT_2)))
