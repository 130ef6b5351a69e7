import os
from pathlib import Path

LIST_1 = ','.join(['a', 'b', 'a']).upper().split(',')
INT_2 = max(int('13'), LIST_1.count('{}/{n}'.format('', n=7)))
if 'a' in LIST_1: LIST_1.remove('a')
if any(x for x in [*'a=b'.split(), 'Debug'.partition(',')[1]]):
    try:
        BOOL_4 = (bool(int('-28')) and (0 < 1 < 10))
        pass
        int(f'{None}-{INT_2}')
    except ValueError:
        if os.path.splitext(os.path.splitext('True')[0])[1].isdigit():
            INT_5 = len(f'{'z':>8}|{60:04d}'[::-1])
        elif ((not (0 < 3 < 10)) or (not ('' is None))):
            LIST_6 = (list({})[-1:2] * 2)
        else:
            INT_7 = INT_2
            DICT_8 = {repr('a=b')[:-1]: Path(os.path.splitext('été')[0]).name, (os.path.splitext('false')[0] and 'a,b,,c'): Path(('a' or 'True')).as_posix()}
elif ((int(False) > len([])) and (os.path.basename('false') not in list(filter(None, ['a', 'b', 'a'])))):
    if (os.path.normpath(os.path.splitext('a')[1]) in [x.strip() for x in sorted(set(['a']))]):
        TUPLE_9 = (tuple(list({})) + tuple([*LIST_1, 'a']))
        TUPLE_10 = ((','.join(['a', 'b', 'a']) + str(INT_2)), *list(('b,c',)))
    if (('a' + 'b,c').isdigit() or (0 < (0 & 3) < 10)):
        if ((LIST_1.count('b,c') < (INT_2 // 2)) or '{}/{n}'.format('a', n=INT_2).startswith(('Debug' and 'a'))):
            TUPLE_11 = tuple(LIST_1)
        elif os.path.dirname(str(Path('a') / 'b,c')).startswith(','.join(LIST_1)):
            INT_12 = int('24')
        if (any(x for x in (LIST_1 + ['a'])) or isinstance('Debug'.isdigit(), bool)):
            TUPLE_13 = ((('' + 'True'), *LIST_1) + (Path('b,c').name,))
        elif (os.path.join(str(Path('b,c') / 'false'), str(Path('été') / 'a')) < os.path.splitext(('été' + 'True'))[1]):
            TUPLE_14 = tuple((list(reversed(LIST_1)) * 2))
        else:
            STR_15 = os.path.basename(os.path.normpath(f'{None}-{INT_2}'))
            LIST_1 = LIST_1
    else:
        LIST_1.append((' / '.join([]) and 'été'[-2:3]))
else:
    INT_17 = -3
DICT_18 = {x: x.upper() for x in list(reversed(LIST_1))}
if f'{'long word':>8}|{3600:04d}'.isdigit():
    TUPLE_19 = (('/srv/app/'.strip() or f'{True}-{INT_2}'),)
elif str(('false',)).startswith(('%s:%d' % (('%s:%d' % ('Debug', INT_2)), INT_2))):
    DICT_18 = dict(zip([x for x in (LIST_1 * 2) if x], sorted(list(reversed(['a', 'b', 'a'])))))
STR_20 = str(int(('false' is None)))
for item in (STR_20, *[STR_20, STR_20, STR_20.replace(',', '')]):
    pass
    TUPLE_21 = (os.path.normpath(str(INT_2)),)
DICT_22 = DICT_18
if 'a' in LIST_1: LIST_1.remove('a')
LIST_1 = [x.strip() for x in sorted((LIST_1 * 0))]
BOOL_24 = bool({x: x.upper() for x in LIST_1})
