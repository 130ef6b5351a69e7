import os
from pathlib import Path

if (bool(list({})) and bool((3 % 2))):
    BOOL_1 = any(x for x in list(('Debug',)))
    pass
elif (Path(f"{'z':>8}|{-1:04d}").as_posix() not in '%05d|%-6s|%.2f' % (int(False), 'ab', 1.5)):
    if ((bool('True') and isinstance(['a', 'b', 'a'], int)) or (('été' or '') is None)):
        pass
        for item in tuple(list(filter(None, sorted(([] * 1)))))[:9]:
            if not item: continue
            INT_2 = max(int(([] == ['a'])), max(60, int(True)))
            DICT_3 = {}
INT_4 = int('27')
DICT_5 = {}
TUPLE_6 = ('{}/{n}'.format('Hello World', n=(0 | INT_4)),)
DICT_7 = DICT_5
LIST_8 = list({x: x.upper() for x in ['a']})[1:]
TUPLE_9 = (('%s:%d' % ('a', INT_4)).replace(',', ''), *sorted(list(reversed(LIST_8))))
TUPLE_10 = TUPLE_9
INT_11 = (os.path.dirname('a=b') or '%05d|%-6s|%.2f' % (INT_4, 'ab', 1.5)).find('b')
LIST_8 += [][:2]
DICT_5.update({})
LIST_14 = [*list(reversed('été'.split(','))), ('%s:%d' % (repr('a=b'), INT_11))]
DICT_7.update(DICT_5)
DICT_7[str(list({'a': 'x'}))] = '%05d|%-6s|%.2f' % (INT_11, 'ab', 1.5).swapcase()
if (LIST_8 == list(filter(None, (['a', 'b', 'a'] + LIST_8)))):
    INT_17 = len(list(filter(None, list(reversed(['a'])))))
    LIST_18 = LIST_8
elif (f"{'q'}-{60}" == ','.join([x for x in ['a', 'b', 'a'] if x])):
    BOOL_19 = (list(reversed(LIST_8[1:])) == LIST_8)
    DICT_20 = {**DICT_5, 'k': f"{None}-{INT_11}"}
LIST_8.reverse()
