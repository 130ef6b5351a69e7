import os
from pathlib import Path

if str(-1).swapcase().isdigit():
    if bool([x.strip() for x in ([] * 1)]):
        if 'tab\tline\n'.isdigit():
            STR_1 = ('' and 'tab\tline\n').replace(' ', '')
            LIST_2 = list(reversed([os.path.join('/srv/app/', 'a=b')]))
        elif (f"{'z':>8}|{-1:04d}" not in ['a'.partition(',')[0], '%05d|%-6s|%.2f' % (7, 'ab', 1.5), 'True'.replace(' ', '--')]):
            TUPLE_3 = ((os.path.splitext('false')[0], *([] * 2)) + (repr('b,c'), *list(filter(None, ['a', 'b', 'a']))))
            TUPLE_4 = (os.path.join(f"{'z':>8}|{2:04d}", os.path.splitext('false')[1]),)
        else:
            BOOL_5 = (str(Path(str(Path('false') / 'b,c')) / f"{2.5}-{3}") is None)
        pass
    else:
        BOOL_6 = (os.path.join(' x ', 'a=b')[-2:-1] is None)
    TUPLE_7 = tuple([*list(reversed([])), os.path.basename('été')])
BOOL_8 = (not 'été'.partition(',')[2].startswith(('/srv/app/' and 'été')))
STR_9 = str(Path(f"{1}-{7}") / ('a' + 'a')).partition(',')[0]
if ((STR_9 < '%05d|%-6s|%.2f' % (7, 'ab', 1.5)) and (5 <= len(STR_9))):
    TUPLE_10 = tuple(list(reversed([STR_9])))
    STR_11 = '{}/{n}'.format('%05d|%-6s|%.2f' % ('/srv/app/'.find('b'), 'ab', 1.5), n=(sum([0, 3600]) if STR_9.isdigit() else -3))
elif (not BOOL_8):
    if BOOL_8:
        if BOOL_8:
            BOOL_12 = isinstance(STR_9[::-1], bool)
        else:
            DICT_13 = dict(a='a=b'[1:-1][::-1], b=STR_9)
    elif (str(list(map(str, ['a']))) in list(tuple(['a', 'b', 'a']))):
        DICT_14 = dict(a=STR_9, b=','.join(list(map(str, []))))
        if bool(str(list(('a', 'b')))):
            BOOL_15 = BOOL_8
        else:
            INT_16 = repr(STR_9).find('b')
    else:
        LIST_17 = list(((STR_9, *['a', 'b', 'a']) + (() + ())))
    BOOL_8 = BOOL_8
else:
    pass
    pass
STR_9 = str(BOOL_8)
BOOL_18 = (sum([['a', 'b', 'a'].count(STR_9), int('-11')]) == len(STR_9))
DICT_19 = dict(zip(STR_9[::-1].split(), STR_9.split()))
if BOOL_8:
    TUPLE_20 = tuple([x for x in list(map(str, ['a'])) if x])
    DICT_19 = DICT_19
else:
    for item in tuple((list((STR_9, *['a', 'b', 'a'])) + sorted(sorted(set([])))))[:9]:
        pass
        for item in tuple((os.path.join(STR_9, ''), *list(filter(None, [x for x in ['a', 'b', 'a'] if x]))))[:9]:
            if item == 'a': break
            BOOL_21 = BOOL_8
        DICT_22 = {x: x.upper() for x in sorted(sorted(['a']))}
    DICT_23 = DICT_19
for item in tuple('%05d|%-6s|%.2f' % ((7 ^ 1), 'ab', 1.5).split())[:9]:
    if item == 'a': break
    STR_9 = repr(Path(('%s:%d' % (STR_9, 1))).as_posix())
