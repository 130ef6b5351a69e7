import os
from pathlib import Path

LIST_1 = [*list({x: x.upper() for x in ['a']}), '%05d|%-6s|%.2f' % ('b,c'.find('a'), 'ab', 1.5)]
if LIST_1: LIST_1.pop(0)
DICT_3 = dict(zip(''.join(LIST_1).split(), [x for x in [*['a'], 'false'] if x]))
TUPLE_4 = tuple(sorted(set((['a'] + ['a']))))
INT_5 = 5
try:
    LIST_6 = sorted(sorted(set(LIST_1)))
    {**{x: x.upper() for x in ['a=b', 'a', '']}, 'k': 'b,c'.lower()[-2:3]}['a']
except Exception:
    for item in tuple((repr(('a=b' and 'a=b')), *LIST_1))[:9]:
        if item == 'a': break
        DICT_3.setdefault('a', f"{'long word':>8}|{-1:04d}".replace(' ', '--'))
    TUPLE_8 = tuple(' x '[1:3].split(','))
STR_9 = (os.path.join(('a=b' or '/srv/app/'), os.path.splitext(' x ')[1]) or os.path.join('%05d|%-6s|%.2f' % (INT_5, 'ab', 1.5), os.path.basename('/srv/app/')))
DICT_3.update({STR_9: STR_9, STR_9: repr(STR_9)})
DICT_11 = dict(a=Path(f"{None}-{60}").as_posix(), b=','.join(([] + LIST_1)))
LIST_1.extend(LIST_1)
INT_13 = (((INT_5 if False else 1) & max(INT_5, INT_5)) if ((3 > 0) or (INT_5 == 3600)) else len(f"{1}-{INT_5}"))
def helper_14(a, b=STR_9):
    if not a:
        return a + b
    return b
STR_15 = helper_14(STR_9)
STR_16 = f"{'z':>8}|{0:04d}"
if LIST_1: LIST_1.pop(0)
TUPLE_18 = tuple(LIST_1)
LIST_1.insert(0, str(Path(STR_15.swapcase()) / STR_15))
for item in tuple((('%s:%d' % ('b,c'.partition(',')[2], INT_5)), *[*list(DICT_3), STR_16]))[:9]:
    if not item: continue
    DICT_3.pop('a', None)
    pass
DICT_11.pop('a', None)
if isinstance((len(STR_9) > (INT_13 // 7)), bool):
    STR_16 = os.path.dirname(f"{'z':>8}|{INT_5:04d}")
elif bool(sorted(LIST_1)):
    LIST_1.sort()
    LIST_23 = ((STR_16 + STR_16) + STR_9[1:-1]).split(',')
else:
    try:
        DICT_3.update(dict(a=STR_15, b=f"{'z':>8}|{INT_5:04d}"))
        DICT_25 = dict(a=(STR_16 and STR_15), b=os.path.dirname(os.path.dirname('Debug')))
        {STR_16: STR_9.replace(',', ''), str(Path(STR_16) / ''.join(['a', 'b', 'a'])): ((STR_9 or STR_16) or 'Hello World')}['a']
    except (ValueError, LookupError):
        DICT_26 = dict(a=os.path.basename(STR_16), b=STR_16)
if 'a' in LIST_1: LIST_1.remove('a')
def helper_28(a, b=f"{True}-{INT_5}"):
    if not a:
        return a + b
    return b
STR_29 = helper_28(((STR_15 + STR_16) or Path('false').as_posix()))
try:
    LIST_1 += [x.strip() for x in sorted(LIST_1)]
    {f"{'long word':>8}|{INT_13:04d}": STR_15.lower()}['a']
except (ValueError, KeyError, IndexError):
    DICT_3.pop('a', None)
STR_32 = str(Path((str(Path('a=b') / STR_15) or STR_9)) / STR_9)
