import os
from pathlib import Path

DICT_1 = {**{x: x.upper() for x in list(filter(None, ['a', 'b', 'a']))}, 'k': (str(Path('b,c') / 'été') or str(7))}
BOOL_2 = (('' or 'été') and Path('Debug').name).isdigit()
try:
    DICT_1 |= DICT_1
    {**{**DICT_1, 'k': ' x '.replace('a', 'x')}, 'k': (os.path.join('false', ' x ') or f"{'q'}-{-1}")}['a']
except (ValueError, KeyError, IndexError):
    BOOL_4 = (max((-1 & -1), sum([0, 2])) <= sum([len([]), (2 - 3600)]))
LIST_5 = [*('false'.split() * 2), '%05d|%-6s|%.2f' % ((0 // 7), 'ab', 1.5)]
DICT_1.pop('a', None)
def helper_7(a, b='{}/{n}'.format('b,c', n=0)):
    if not a:
        return a + b
    return b
STR_8 = helper_7(os.path.splitext(str(Path('a') / ' x '))[1])
if (((-1 <= 0) or (60 <= 60)) or BOOL_2):
    STR_9 = f"{'q'}-{1}"
    if (not ('{}/{n}'.format(STR_8, n=7) != STR_8)):
        TUPLE_10 = (str(BOOL_2).replace(' ', 'x'), *STR_8.split(','))
        INT_11 = int('16')
    elif BOOL_2:
        STR_12 = repr(STR_8.partition(',')[2])
        LIST_5 += LIST_5
    else:
        LIST_5.sort()
        if LIST_5: LIST_5.pop(0)
elif bool({**DICT_1, 'k': "it's"}):
    DICT_1.setdefault('a', str((STR_8,)))
else:
    for item in tuple(list(map(str, list((STR_8,)))))[:9]:
        if not item: continue
        try:
            INT_17 = int(BOOL_2)
            pass
        except (ValueError, KeyError, IndexError):
            LIST_18 = sorted(LIST_5)
for item in tuple((os.path.join(str(DICT_1), STR_8),))[:9]:
    if item == 'a': break
    for item in tuple([x for x in (LIST_5 * 2)[:2] if x])[:9]:
        if not item: continue
        DICT_1.pop('a', None)
        if 'a' in LIST_5: LIST_5.remove('a')
LIST_5.append('http://x.org/path')
DICT_1 = DICT_1
LIST_22 = LIST_5
try:
    pass
    LIST_22.append(f"{'z':>8}|{3600:04d}")
    int(str(Path(f"{True}-{60}"[:-1]) / '{}/{n}'.format(('b,c' and STR_8), n=int(BOOL_2))))
except (ValueError, KeyError):
    if 'a' in LIST_22: LIST_22.remove('a')
    DICT_1 = DICT_1
def helper_25(a, b=f"{True}-{3}"):
    if b in a:
        return a + b
    return b
STR_26 = helper_25(''.join(STR_8.split()))
STR_26 = repr(f"{'long word':>8}|{0:04d}").lower()
STR_27 = STR_8
DICT_28 = DICT_1
LIST_29 = LIST_5
TUPLE_30 = tuple(LIST_22)
INT_31 = int((','.join(['a']) in str(Path(STR_26) / STR_8)))
def helper_32(a, b=STR_27):
    if b in a:
        return a + b
    return 'none'
STR_33 = helper_32(STR_27)
DICT_1.pop('a', None)
try:
    DICT_35 = DICT_1
    {}['a']
except Exception:
    try:
        LIST_5.sort()
        try:
            STR_37 = ('{}/{n}'.format(str(Path('') / 'a'), n=(INT_31 if BOOL_2 else 1)) or STR_8)
            DICT_38 = {**dict(a=Path(' x ').name, b='%05d|%-6s|%.2f' % (7, 'ab', 1.5)), 'k': os.path.splitext(f"{'long word':>8}|{INT_31:04d}")[0]}
            {Path(','.join(['a'])).as_posix(): os.path.join(('True' and 'a=b'), str(DICT_1))}['a']
        except (ValueError, KeyError, IndexError):
            DICT_39 = {x: x.upper() for x in [Path(STR_26).as_posix(), str(BOOL_2), os.path.normpath(STR_26)]}
        {x: x.upper() for x in list(tuple(LIST_29))}['a']
    except (ValueError, KeyError):
        if LIST_29: LIST_29.pop(0)
        DICT_1[STR_26] = str(Path(STR_8) / '')[-2:-1]
    if (BOOL_2 and BOOL_2):
        for item in tuple(((' / '.join(LIST_22) and STR_8), *(list(TUPLE_30) + STR_8.split(','))))[:9]:
            if not item: continue
            TUPLE_42 = (repr(os.path.join(STR_27, STR_33)), *(list({'a': 'x'}) * 0))
    elif any(x for x in Path(STR_26).name.split(',')):
        BOOL_43 = isinstance(BOOL_2, int)
        if LIST_5: LIST_5.pop(0)
    else:
        LIST_22 = LIST_5
        for item in tuple(tuple(LIST_5))[:9]:
            if not item: continue
            STR_45 = '%05d|%-6s|%.2f' % (((INT_31 % 2) * int(True)), 'ab', 1.5)
LIST_5 = LIST_22
STR_46 = ('%s:%d' % ((STR_26 + STR_33).replace('a', '--'), (INT_31 // 2)))
INT_47 = int('39')
try:
    pass
    int(STR_26)
except Exception:
    if BOOL_2:
        LIST_48 = (list({**{'a': 'x'}, 'k': STR_46}) + STR_46.swapcase().split(','))
