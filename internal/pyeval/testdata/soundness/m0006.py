import os
from pathlib import Path

def helper_1(a, b=''[::-1]):
    if a:
        return a + b
    return b
STR_2 = helper_1(str(Path('') / 'a=b')[:])
LIST_3 = '%05d|%-6s|%.2f' % (0, 'ab', 1.5).replace(' ', '--').split()
STR_4 = (f'{1}-{3}'.partition(',')[1] or Path(os.path.join(STR_2, STR_2)).name)
if ((('a' or STR_4) and STR_4) not in list(map(str, list({})))):
    pass
elif (0 < (-3 ^ len(['a', 'b', 'a'])) < 10):
    LIST_3 = LIST_3
    if isinstance(STR_4, int):
        LIST_5 = list(reversed(sorted(set(list(filter(None, ['a']))))))
        pass
    elif (STR_2 not in STR_4):
        if LIST_3: LIST_3.pop(0)
        LIST_3.extend(list(filter(None, list(('a', 'b')))))
    else:
        LIST_3.insert(0, ' / '.join((['a'] * 0)))
else:
    STR_4 = (f'{'long word':>8}|{2:04d}'[-2:] + f'{1}-{2}')
LIST_9 = LIST_3
LIST_9.sort()
def helper_11(a, b=STR_4):
    if b in a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return a.upper()
STR_12 = helper_11('Hello World')
DICT_13 = {}
def helper_14(a, b=STR_4.replace('a', '')):
    if b in a:
        return a + b
    return a.upper()
STR_15 = helper_14(f'{'long word':>8}|{3600:04d}')
DICT_16 = {str(3).lower(): (repr(' x ') and (STR_4 + 'b,c'))}
STR_17 = ('%s:%d' % (STR_4, STR_12.find('a')))
if os.path.splitext(STR_15)[1].startswith(' x '[::-1].partition(',')[2]):
    pass
elif ([x for x in [x for x in LIST_9 if x] if x] == LIST_3):
    try:
        DICT_16[STR_4] = STR_12
        TUPLE_19 = tuple((LIST_3 * 0)[-1:2])
        pass
    except ValueError:
        STR_20 = os.path.join(STR_15, (Path('Debug').name or STR_12))
        if ((os.path.basename('a') is None) and any(x for x in LIST_9)):
            LIST_3 = [os.path.join(STR_4[::-1], STR_2), STR_12]
            DICT_21 = DICT_16
        else:
            LIST_22 = LIST_9[1:2]
    STR_12 = STR_2
DICT_16 |= DICT_16
if (0 < len(LIST_3) < 10):
    TUPLE_24 = tuple(list({x: x.upper() for x in LIST_3}))
    STR_25 = STR_4
else:
    if bool(DICT_13):
        if isinstance((' / '.join(LIST_3) is None), str):
            LIST_26 = [os.path.dirname(os.path.join(STR_2, STR_4))]
            TUPLE_27 = (STR_2, *list(tuple(['a', 'b', 'a'])))
        INT_28 = LIST_9.count('http://x.org/path')
    elif isinstance(((0 < 3 < 10) or isinstance(3, str)), bool):
        STR_29 = repr(repr(STR_15)[:])
        if any(x for x in STR_4.split()):
            STR_30 = os.path.normpath(f'{'z':>8}|{2:04d}').replace(',', '')
        elif (f'{'q'}-{-1}' is None):
            INT_31 = len(((STR_2 and STR_12) + STR_4.replace(',', 'x')))
            BOOL_32 = bool(STR_15)
        else:
            BOOL_33 = isinstance('{}/{n}'.format(STR_2[::-1], n=max(1, 0)), (list, tuple))
            INT_34 = len(Path((STR_17 or 'a')).name)
TUPLE_35 = (repr(''.join(LIST_9)), *[x for x in list(map(str, ['a'])) if x])
