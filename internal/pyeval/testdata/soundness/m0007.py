import os
from pathlib import Path

LIST_1 = ','.join(['a', 'b', 'a']).upper().split(',')
INT_2 = max(int('13'), LIST_1.count('{}/{n}'.format('', n=7)))
if 'a' in LIST_1: LIST_1.remove('a')
if any(x for x in [*'a=b'.split(), 'Debug'.partition(',')[1]]):
    try:
        BOOL_4 = (bool(int('-28')) and (0 < 1 < 10))
        pass
        pass
    except Exception:
        INT_2 = list(map(str, list(filter(None, LIST_1)))).count('tab\tline\n')
else:
    try:
        LIST_5 = (list({})[-1:2] * 2)
        pass
    except (ValueError, KeyError):
        LIST_6 = LIST_1
LIST_7 = str((INT_2 <= 7)).split()
def helper_8(a, b=str(('a',))):
    if b in a:
        return a + b
    return 'none'
STR_9 = helper_8(repr('{}/{n}'.format('True', n=INT_2)))
if any(x for x in [*LIST_1[-1:2], ','.join(['a', 'b', 'a'])]):
    LIST_10 = list(('%05d|%-6s|%.2f' % (INT_2, 'ab', 1.5),))
    for item in tuple(list(filter(None, (STR_9 + STR_9).split())))[:9]:
        if not item: continue
        LIST_11 = LIST_1
else:
    if LIST_7: LIST_7.pop(0)
    if 'a' in LIST_1: LIST_1.remove('a')
if (os.path.splitext(STR_9.upper())[0] in ''):
    if ('tab\tline\n' in LIST_7):
        INT_14 = -3
    elif repr(STR_9).startswith(f"{'long word':>8}|{3600:04d}"):
        TUPLE_15 = (STR_9,)
    else:
        TUPLE_16 = (((STR_9,) + tuple(LIST_7)) + tuple(list(map(str, LIST_1))))
    DICT_17 = dict(zip(list(dict(zip(['a', 'b', 'a'], LIST_1))), list(map(str, (LIST_1 + LIST_1)))))
elif (STR_9 < ' / '.join(list(map(str, LIST_7)))):
    TUPLE_18 = (('%s:%d' % (STR_9, 60)).partition(',')[1], *[x.strip() for x in [x.strip() for x in LIST_7]])
else:
    TUPLE_19 = (os.path.normpath(str(INT_2)),)
if ((STR_9 + 'a=b').partition(',')[1] in (list(('a', 'b')) + list({}))):
    BOOL_20 = (not (0 < INT_2 < 10))
    TUPLE_21 = ('%05d|%-6s|%.2f' % (1, 'ab', 1.5).upper(), *LIST_1)
else:
    if isinstance(420, (list, tuple)):
        DICT_22 = {STR_9: os.path.join(STR_9, STR_9).replace(',', 'x'), f"{'long word':>8}|{INT_2:04d}": '{}/{n}'.format(STR_9, n=2).upper()}
        pass
    elif (((60 > 3600) or any(x for x in LIST_1)) or bool(STR_9)):
        if isinstance((LIST_7[:2] == (['a'] * 0)), str):
            DICT_23 = {x: x.upper() for x in list(filter(None, ([] * 2)))}
        elif any(x for x in list(map(str, list(filter(None, ['a', 'b', 'a']))))):
            STR_9 = STR_9
            INT_24 = INT_2
        else:
            BOOL_25 = ('%05d|%-6s|%.2f' % (7, 'ab', 1.5) and 'http://x.org/path').startswith((Path(STR_9).name or Path(STR_9).as_posix()))
if (any(x for x in LIST_1) or isinstance(sum([60, 7]), str)):
    DICT_26 = {}
    if any(x for x in [STR_9.partition(',')[1]]):
        if ('a=b'.replace(',', 'x') or os.path.normpath(STR_9)).startswith(f"{'z':>8}|{2:04d}"):
            STR_27 = '{}/{n}'.format((f"{None}-{2}" and ('%s:%d' % ('false', INT_2))), n=INT_2)
            INT_28 = sorted(set([x.strip() for x in ['a', 'b', 'a']])).count(f"{'z':>8}|{60:04d}")
        elif any(x for x in ([] + list({'a': 'x'}))):
            INT_29 = len(STR_9)
            INT_30 = INT_2
        else:
            BOOL_31 = (not (not bool('Debug')))
            INT_32 = (int((0 < INT_2 < 10)) // -3)
    elif (not STR_9.title().startswith(STR_9)):
        INT_2 = len([x.strip() for x in list(filter(None, ['a']))])
    else:
        LIST_33 = LIST_7
        BOOL_34 = (list(('false', *[])) == list({}))
elif isinstance(STR_9, (list, tuple)):
    if bool(INT_2):
        pass
    elif isinstance(max(int('-16'), len(STR_9)), bool):
        BOOL_35 = (os.path.join('True'.partition(',')[1], str(Path('false') / 'b,c')) in STR_9.lstrip())
        if (0 < max(STR_9.find('.'), (0 if False else INT_2)) < 10):
            LIST_1 = ([x for x in (LIST_7 + []) if x] + LIST_1)
            LIST_36 = list(filter(None, list(filter(None, LIST_7))))
        else:
            STR_37 = Path(STR_9).name[::-1].partition(',')[0]
LIST_7.insert(2, Path(os.path.dirname(STR_9)).as_posix())
BOOL_39 = any(x for x in [x.strip() for x in LIST_7])
