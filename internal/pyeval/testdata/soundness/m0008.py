import os
from pathlib import Path

if ((f'{1}-{60}' not in os.path.join('été', 'a')) and ('été'.startswith('') or any(x for x in ['a']))):
    if isinstance((([] + []) + [x.strip() for x in []]), str):
        if (len([*['a', 'b', 'a'], 'Debug']) <= (' x '.find('b') | len(['a']))):
            INT_1 = 60
        else:
            INT_2 = 0
        if (('%s:%d' % (('' and 'a'), (0 // -3))) in ([*['a'], 'a'] * 1)):
            INT_3 = ((['a', 'b', 'a'].count('') // 2) // 7)
    elif (any(x for x in 'a'.split(',')) and ([][:] == list(filter(None, ['a', 'b', 'a'])))):
        for item in list(filter(None, list({**{'a': 'x'}, 'k': 'Debug'}))):
            pass
            DICT_4 = {x: x.upper() for x in [x.strip() for x in [*[], '/srv/app/']]}
    else:
        BOOL_5 = ('Hello World' + 'false'.partition(',')[1]).isdigit()
elif '{}/{n}'.format(str(Path('a') / 'false'), n=sum([3, 1])).isdigit():
    if (list(filter(None, [x for x in ['a', 'b', 'a'] if x])) == list(tuple(['a', 'b', 'a']))):
        STR_6 = f'{1}-{2}'
        INT_7 = ('été' or '')[::-1].find(',')
    elif isinstance(('a=b'.strip() == 'false'.title()), int):
        if f'{None}-{-1}'.isdigit():
            INT_8 = (('a'.find('b') // 2) // 2)
            LIST_9 = f'{'q'}-{7}'.split()[-1:]
        else:
            DICT_10 = {str(Path(' x '.partition(',')[0]) / '{}/{n}'.format('b,c', n=1)): os.path.basename('').replace(',', '--'), (f'{'z':>8}|{60:04d}' + '{}/{n}'.format('/srv/app/', n=3)): str(Path('été') / '/srv/app/')[:]}
            INT_11 = sum([int('2'), 'a'.split().count(('%s:%d' % ('', 2)))])
        INT_12 = max(((-1 if True else 1) if (True or False) else 60), max([].count('false'), max(2, 1)))
    if isinstance(((1 % 2) % 2), str):
        pass
    else:
        if ('%s:%d' % ('a'[:], len(['a', 'b', 'a']))).startswith(f'{'z':>8}|{0:04d}'):
            DICT_13 = {repr((' x ' + '/srv/app/')): (Path('Debug').name and f'{'long word':>8}|{2:04d}'), (('b,c' + 'True') or ''[::-1]): (''.replace(',', 'x') or '{}/{n}'.format('false', n=60))}
            BOOL_14 = bool({**{' x ': '/srv/app/'}, 'k': os.path.join('été', 'été')})
        elif bool(list(map(str, [][1:]))):
            INT_15 = int(((0 < 2 < 10) or (0 < 1 < 10)))
        else:
            DICT_16 = {x: x.upper() for x in [*list(map(str, [])), 'tab\tline\n']}
            LIST_17 = list(map(str, [x.strip() for x in list({})]))
else:
    INT_18 = len(('b,c'.strip() + f'{1}-{3600}'))
if bool(dict(zip([x for x in ['a', 'b', 'a'] if x], list(filter(None, ['a']))))):
    LIST_19 = ((['', ' x '] + (['a', 'b', 'a'] * 2)) + list(reversed(' x '.split())))
    DICT_20 = {**{**dict(a='b,c', b='True'), 'k': Path('').as_posix()}, 'k': 'http://x.org/path'[:-1]}
STR_21 = ''.join([*['a', 'b', 'a'], 'Debug']).partition(',')[2]
if (not ('True'.split(',') == (['a'] * 0))):
    for item in (f'{1}-{60}', *sorted(set(sorted(['a'])))):
        pass
        if (not (0 < (60 if True else 2) < 10)):
            DICT_22 = {**dict(a=STR_21, b='{}/{n}'.format(STR_21, n=60)), 'k': ('%s:%d' % (os.path.splitext('false')[0], int('-46')))}
        else:
            TUPLE_23 = (str(list(filter(None, ['a', 'b', 'a']))),)
            STR_21 = STR_21
    LIST_24 = sorted(set(list((() + ()))))
elif (0 < int('-16') < 10):
    pass
    DICT_25 = dict(zip([('%s:%d' % (STR_21, 0))], sorted(set(list({'a': 'x'})))))
else:
    LIST_26 = (repr(STR_21).split(',') + list(filter(None, list(reversed([])))))
DICT_27 = {x: x.upper() for x in list((('a',) + ('a', 'b')))}
INT_28 = len(f'{'z':>8}|{3600:04d}')
LIST_29 = list(reversed(('True'.split() + list(reversed(['a'])))))
LIST_30 = (LIST_29 * 2)
INT_31 = int('14')
STR_21 = STR_21
if (STR_21 in os.path.splitext(('a=b' and '/srv/app/'))[0]):
    for item in LIST_30:
        if not item: continue
        DICT_27.setdefault('a', (f'{1}-{INT_28}' + STR_21))
    STR_21 = f'{'long word':>8}|{INT_31:04d}'
else:
    if (Path('été'.replace(',', 'x')).as_posix() != STR_21):
        INT_33 = sum([len(list(map(str, LIST_29))), INT_28])
    elif ([f'{1}-{3600}'] == (LIST_29 * 2)):
        DICT_34 = dict(a='abc', b=os.path.splitext('True')[1].partition(',')[0])
    else:
        DICT_27.update(dict(a=' x '.partition(',')[0], b=''.join(['a'])))
        LIST_30.extend(LIST_30)
if isinstance([STR_21, str(DICT_27)], bool):
    INT_37 = (len((LIST_29 + ['a'])) | int(bool(-1)))
elif (STR_21[::-1] not in [*list(filter(None, [])), 'a'[1:]]):
    DICT_27[STR_21] = '/srv/app/'.strip()[:]
    BOOL_39 = os.path.join('%05d|%-6s|%.2f' % (INT_28, 'ab', 1.5), STR_21[::-1]).startswith(os.path.splitext(STR_21)[0].partition(',')[2])
else:
    INT_28 = (len([STR_21]) if (os.path.splitext(STR_21)[0] in 'True'.split()) else INT_31)
    if (not ('a'[::-1] is None)):
        if Path(('a' + STR_21)).name.isdigit():
            BOOL_40 = bool((INT_28 * len(['a', 'b', 'a'])))
            STR_41 = STR_21
        else:
            DICT_42 = {os.path.splitext('/srv/app/'.title())[0]: STR_21}
    else:
        TUPLE_43 = (f'{'long word':>8}|{INT_31:04d}', *[x for x in ([] * 0) if x])
DICT_27[','.join(list({}))] = repr(repr(STR_21))
INT_31 = INT_31
INT_45 = (int('false'.startswith('a=b')) if any(x for x in LIST_30) else int('23'))
if (str(INT_45) not in STR_21):
    TUPLE_46 = (os.path.splitext(STR_21)[0], *list({}))
else:
    TUPLE_47 = (('/srv/app/' or STR_21)[::-1], *list(reversed(LIST_30)))
    INT_48 = INT_45
try:
    for item in LIST_30:
        if not item: continue
        BOOL_49 = (0 < INT_28 < 10)
    int(f'{None}-{INT_28}')
except KeyError:
    TUPLE_50 = (os.path.splitext('{}/{n}'.format('false', n=3))[1], *list(('a', *['a', 'b', 'a'])))
BOOL_51 = STR_21.startswith(os.path.normpath(STR_21).replace(',', ''))
DICT_52 = {'%05d|%-6s|%.2f' % (-3, 'ab', 1.5): ('tab\tline\n' or STR_21)}
