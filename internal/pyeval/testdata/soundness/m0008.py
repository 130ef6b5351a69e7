import os
from pathlib import Path

if ((f"{1}-{60}" not in os.path.join('été', 'a')) and ('été'.startswith('') or any(x for x in ['a']))):
    if isinstance((([] + []) + [x.strip() for x in []]), str):
        if (len([*['a', 'b', 'a'], 'Debug']) <= (' x '.find('b') | len(['a']))):
            INT_1 = 60
        else:
            INT_2 = 0
        if (('%s:%d' % (('' and 'a'), (0 // -3))) in ([*['a'], 'a'] * 1)):
            INT_3 = ((['a', 'b', 'a'].count('') // 2) // 7)
    elif (any(x for x in 'a'.split(',')) and ([][:] == list(filter(None, ['a', 'b', 'a'])))):
        for item in tuple(list(filter(None, list({**{'a': 'x'}, 'k': 'Debug'}))))[:9]:
            pass
            DICT_4 = {x: x.upper() for x in [x.strip() for x in [*[], '/srv/app/']]}
    else:
        BOOL_5 = ('Hello World' + 'false'.partition(',')[1]).isdigit()
elif '{}/{n}'.format(str(Path('a') / 'false'), n=sum([3, 1])).isdigit():
    if (list(filter(None, [x for x in ['a', 'b', 'a'] if x])) == list(tuple(['a', 'b', 'a']))):
        STR_6 = f"{1}-{2}"
        INT_7 = ('été' or '')[::-1].find(',')
    elif isinstance(('a=b'.strip() == 'false'.title()), int):
        if f"{None}-{-1}".isdigit():
            INT_8 = (('a'.find('b') // 2) // 2)
            LIST_9 = f"{2.5}-{-1}".split()[-1:2]
        DICT_10 = dict(zip(list(('été',)), list(('Debug',))))
    TUPLE_11 = (os.path.normpath(('été' + '')),)
else:
    TUPLE_12 = ('{}/{n}'.format(('été' + 'été'), n=(0 ^ 3600)), *list(reversed('a'.split())))
    DICT_13 = {}
DICT_14 = dict(zip(([] * 1), ('' and '/srv/app/').split()))
def helper_15(a, b=str(Path('b,c') / 'false')):
    if not a:
        return a + b
    return b
STR_16 = helper_15(f"{'z':>8}|{-1:04d}"[:])
def helper_17(a, b=STR_16):
    if a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return 'none'
STR_18 = helper_17(STR_16)
DICT_14[STR_16] = os.path.splitext(('/srv/app/' + 'été'))[0]
STR_20 = f"{'z':>8}|{1:04d}"
LIST_21 = [*list(map(str, [])), '{}/{n}'.format('True', n=1)][1:]
DICT_22 = DICT_14
STR_23 = ' / '.join(list(filter(None, [])))[::-1]
LIST_24 = (LIST_21 + sorted(set(STR_18.split())))
if 'a' in LIST_24: LIST_24.remove('a')
STR_18 = (STR_18 and '{}/{n}'.format(STR_16, n=(3 // -3)))
DICT_22.update(dict(a=('%s:%d' % ('a=b', -1)), b=STR_16))
STR_27 = os.path.join(STR_16, (repr(STR_18) + 'a=b'[1:]))
DICT_28 = dict(zip(LIST_21, list(filter(None, list(reversed(LIST_21))))))
INT_29 = sum([len(STR_16), (int('-17') - ['a'].count(STR_16))])
TUPLE_30 = (STR_16,)
DICT_22 |= dict(zip((['a', 'b', 'a'] * 2), 'été'.split()))
DICT_32 = {x: x.upper() for x in list(filter(None, LIST_21))}
