import os
from pathlib import Path

STR_1 = str(dict(zip((['a', 'b', 'a'] + ['a', 'b', 'a']), list(map(str, ['a', 'b', 'a'])))))
if isinstance((0 < sum([1, 7]) < 10), bool):
    if (not any(x for x in list(reversed(['a'])))):
        if (0 < ((0 * 7) % 2) < 10):
            INT_2 = STR_1.find(',')
        else:
            TUPLE_3 = (STR_1,)
            BOOL_4 = bool(len(STR_1[::-1]))
        if ('Hello World' is None):
            BOOL_5 = (sorted(['b,c', 'été', STR_1]) == list((STR_1, *['a'])))
            DICT_6 = {x: x.upper() for x in [STR_1, STR_1, 'True'][-1:2]}
        else:
            LIST_7 = list(map(str, list(filter(None, ''.split(',')))))
            INT_8 = ('%s:%d' % ('a', 1)).split().count('http://x.org/path')
    elif "it's".startswith(repr(''.join([]))):
        if ('{}/{n}'.format((STR_1 and ''), n=''.find('a')) not in list((('a',) + ('a', 'b')))):
            INT_9 = max(os.path.splitext(STR_1)[1].find('a'), (int('17') // 2))
        elif isinstance(list(dict(a='Debug', b=STR_1)), str):
            BOOL_10 = (Path(str(True)).as_posix() in [STR_1, 'false'][1:])
    else:
        if (os.path.dirname('false').swapcase() < '%05d|%-6s|%.2f' % (int('-20'), 'ab', 1.5)):
            LIST_11 = [x.strip() for x in list(filter(None, list({})))]
            INT_12 = (int('-8') // 7)
    STR_13 = str(Path(str(Path(STR_1) / os.path.splitext('b,c')[1])) / f'{'z':>8}|{3600:04d}')
elif ((('' or ' x ') != '{}/{n}'.format(STR_1, n=60)) and (any(x for x in []) or (STR_1 in ['a', 'b', 'a']))):
    if (0 < int(('été' is None)) < 10):
        for item in ((STR_1,) + tuple([STR_1, STR_1])):
            if item == 'a': break
            TUPLE_14 = ((tuple([]) + (STR_1,)) + (STR_1,))
            BOOL_15 = bool(list(tuple(['a', 'b', 'a'])))
        BOOL_16 = 'a,b,,c'.isdigit()
    elif (int('18') > len(f'{'z':>8}|{3600:04d}')):
        TUPLE_17 = tuple(list(reversed([*['a', 'b', 'a'], 'a'])))
    else:
        DICT_18 = dict(zip(list(map(str, (['a', 'b', 'a'] * 1))), (sorted(set([])) + STR_1.split())))
    if ('/srv/app/'.partition(',')[2].partition(',')[0] == Path(STR_1).as_posix()):
        for item in [*[x for x in [x for x in ['a'] if x] if x], '%05d|%-6s|%.2f' % (len('True'), 'ab', 1.5)]:
            pass
            TUPLE_19 = tuple([x for x in [*[], STR_1] if x])
    else:
        DICT_20 = {x: x.upper() for x in ('True'.split() * 1)}
else:
    BOOL_21 = (('True'.replace(',', '') in [x.strip() for x in []]) and bool(dict(a=STR_1, b=STR_1)))
INT_22 = int('-29')
TUPLE_23 = ((f'{'q'}-{INT_22}',) + (('%s:%d' % (STR_1, INT_22)), *'b,c'.split(',')))
try:
    BOOL_24 = (INT_22 != (STR_1 or 'Debug').find('b'))
    if '%05d|%-6s|%.2f' % (STR_1.find('b'), 'ab', 1.5).startswith("it's"):
        pass
        for item in (str(Path('True') / STR_1)[-2:], *list(dict(zip(['a'], [])))):
            pass
            BOOL_25 = (''.join(list(reversed(['a', 'b', 'a']))) != str('a'.isdigit()))
    elif (not (str(Path(STR_1) / STR_1) in list(map(str, [])))):
        STR_26 = (os.path.splitext('été'[::-1])[0] + (os.path.join(STR_1, STR_1) or STR_1[-2:-1]))
        LIST_27 = [*list(reversed(list(filter(None, ['a'])))), STR_1[::-1]]
    pass
except KeyError:
    for item in list(filter(None, STR_1.split())):
        if item == 'a': break
        BOOL_28 = f'{1}-{0}'.isdigit()
        pass
try:
    LIST_29 = ' / '.join(['a']).split(',')[-1:]
    int(str({**{'a': 'x'}, 'k': 'b,c'})[:3])
except (ValueError, KeyError, IndexError):
    DICT_30 = dict(zip([*sorted(['a', 'b', 'a']), STR_1[-2:]], list(('a', *[]))))
DICT_31 = {os.path.join(STR_1, STR_1).replace(',', '--'): f'{'q'}-{INT_22}'}
STR_32 = f'{1}-{7}'
STR_1 = (Path(STR_32).name + ('%s:%d' % (STR_1, INT_22))).title()
for item in ('Debug'[::-1][::-1],):
    pass
    DICT_33 = {x: x.upper() for x in str(True).split(',')}
BOOL_34 = bool(DICT_31)
try:
    DICT_31.setdefault('a', f'{'long word':>8}|{INT_22:04d}'.partition(',')[0])
    DICT_31 |= {x: x.upper() for x in (['a', 'b', 'a'] + [])}
    pass
except Exception:
    DICT_31.setdefault('a', STR_32)
    DICT_31['{}/{n}'.format(str(Path(STR_32) / STR_1), n=STR_32.find('.'))] = '%05d|%-6s|%.2f' % (len([]), 'ab', 1.5)
if BOOL_34:
    DICT_31.pop('a', None)
elif any(x for x in [x for x in list(reversed(['a'])) if x]):
    DICT_40 = DICT_31
else:
    BOOL_41 = (0 < '{}/{n}'.format('a', n=INT_22).find(',') < 10)
STR_42 = str(list(reversed(list(reversed(['a'])))))
DICT_31 = dict(a=(('%s:%d' % (STR_42, INT_22)) and STR_32), b=(os.path.dirname(STR_32) + str(Path(STR_32) / '')))
DICT_31.pop('a', None)
TUPLE_23 = TUPLE_23
DICT_31.pop('a', None)
STR_45 = os.path.join(STR_32[::-1], STR_1[::-1])
DICT_31.pop('a', None)
DICT_47 = dict(a=STR_1, b='%05d|%-6s|%.2f' % ((INT_22 if BOOL_34 else INT_22), 'ab', 1.5))
for item in (STR_1[::-1],):
    if item == 'a': break
    INT_48 = len(os.path.normpath(str(DICT_47)))
    DICT_31[('%s:%d' % ('%05d|%-6s|%.2f' % (INT_22, 'ab', 1.5), 1))] = STR_32.replace(' ', '--')
try:
    DICT_50 = dict(a=STR_1, b=STR_32)
    if BOOL_34:
        DICT_31 |= {x: x.upper() for x in sorted(['a', 'b', 'a'])}
        STR_52 = STR_32
    elif any(x for x in (list(map(str, ['a', 'b', 'a'])) * 1)):
        LIST_53 = list({**{}, 'k': STR_32})[-1:]
    else:
        TUPLE_54 = TUPLE_23
    pass
except (ValueError, KeyError, IndexError):
    for item in list(filter(None, list(filter(None, sorted(set(['a'])))))):
        if item == 'a': break
        LIST_55 = [*[x for x in ['a', 'b', 'a'][1:] if x], ('%s:%d' % (('%s:%d' % ('True', INT_22)), (INT_22 % 2)))]
