import os
from pathlib import Path

DICT_1 = {**{x: x.upper() for x in ['/srv/app/', ' x ']}, 'k': '%05d|%-6s|%.2f' % ('/srv/app/'.find('b'), 'ab', 1.5)}
DICT_1.update({})
DICT_3 = DICT_1
for item in tuple([repr(('a=b' + '')), '{}/{n}'.format(f"{'long word':>8}|{0:04d}", n=int('-24')), Path('a=b'.replace('a', '')).name])[:9]:
    pass
    BOOL_4 = ('%05d|%-6s|%.2f' % (int(True), 'ab', 1.5) is None)
    DICT_1.pop('a', None)
DICT_1.pop('a', None)
DICT_1 |= {'True'[:-1]: ('b,c' and 'a')}
TUPLE_8 = (f"{1}-{3}"[1:-1], *list(dict(a='/srv/app/', b='Debug')))
try:
    pass
    int('a,b,,c')
except Exception:
    DICT_1.setdefault('a', str(DICT_1))
    DICT_1[repr(repr('été'))] = f"{'long word':>8}|{60:04d}"
STR_11 = ('%s:%d' % ((('%s:%d' % ('b,c', 7)) or ''.partition(',')[2]), (len('/srv/app/') & (-1 % 2))))
DICT_1[os.path.splitext('%05d|%-6s|%.2f' % (3600, 'ab', 1.5))[1]] = 'tab\tline\n'
for item in tuple([])[:9]:
    pass
    DICT_13 = DICT_1
DICT_14 = DICT_1
try:
    pass
    DICT_1[(Path(STR_11).as_posix() and STR_11)] = os.path.splitext(STR_11)[1]
    pass
except (ValueError, KeyError, IndexError):
    if (STR_11.partition(',')[2] not in str(Path('') / STR_11).replace(',', 'x')):
        for item in tuple(STR_11[:3].partition(',')[0].split())[:9]:
            pass
            STR_16 = f"{'z':>8}|{7:04d}"
            BOOL_17 = ((sum([1, 0]) == STR_11.find('b')) or STR_11.partition(',')[0].isdigit())
        for item in tuple([x for x in list(tuple(['a'])) if x])[:9]:
            if item == 'a': break
            LIST_18 = [STR_11[1:-1], Path('a,b,,c').as_posix()]
            INT_19 = ((sum([3, 1]) if (1 > 2) else int(False)) % -3)
    elif ((STR_11 and '/srv/app/').isdigit() and (Path(STR_11).as_posix() not in (['a', 'b', 'a'] + []))):
        DICT_14 |= {**dict(zip(['a', 'b', 'a'], [])), 'k': ','.join(['a', 'b', 'a'])}
        BOOL_21 = (0 < (1 // 7) < 10)
    DICT_1.update(dict(zip(['/srv/app/', 'b,c', 'false'], (['a', 'b', 'a'] + []))))
try:
    for item in tuple([x for x in [x.strip() for x in STR_11.split()] if x])[:9]:
        if not item: continue
        if (sum([[].count(STR_11), int(False)]) <= len('a'[1:3])):
            BOOL_23 = isinstance(list(map(str, [])), str)
        elif ('%05d|%-6s|%.2f' % (3600, 'ab', 1.5)[::-1] == f"{'q'}-{7}"):
            STR_24 = (f"{True}-{1}" and STR_11[::-1])
            BOOL_25 = (len(STR_11) <= ((0 % -3) // 2))
        else:
            TUPLE_26 = (STR_11[-2:].partition(',')[0],)
        for item in tuple(tuple([x for x in (['a', 'b', 'a'] + ['a']) if x]))[:9]:
            if not item: continue
            TUPLE_27 = ('{}/{n}'.format('a,b,,c', n=(3600 // -3)),)
            INT_28 = (60 ^ (60 ^ int('49')))
    int((os.path.basename(str(Path(STR_11) / STR_11)) or (str(TUPLE_8) and 'abc')))
except (ValueError, LookupError):
    DICT_29 = dict(zip(sorted(set(list(reversed(['a', 'b', 'a'])))), list(('',))))
TUPLE_8 = TUPLE_8
INT_30 = (int('-1') | ['false', STR_11, STR_11].count(STR_11))
LIST_31 = sorted([x.strip() for x in ([] + ['a', 'b', 'a'])])
LIST_31.reverse()
def helper_33(a, b='True'.replace(',', 'x')):
    if a == b:
        return a + b
    return 'none'
STR_34 = helper_33(STR_11)
STR_34 = '%05d|%-6s|%.2f' % ((INT_30 // 2), 'ab', 1.5)
