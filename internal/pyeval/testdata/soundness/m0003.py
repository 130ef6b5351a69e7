import os
from pathlib import Path

TUPLE_1 = tuple(''.title().split())
if (('Debug' + 'a=b').isdigit() and ' x '[:].startswith(str(True))):
    for item in (list(TUPLE_1) + list(map(str, ['a', 'b', 'a'][:]))):
        if item == 'a': break
        DICT_2 = {str(Path(('a=b' or 'Debug')) / repr('false')): Path(('false' or '/srv/app/')).name}
        BOOL_3 = (not (60 < (-1 if False else 2)))
    pass
elif bool(list(dict(a='b,c', b='True'))):
    if ((0 < (3 if False else 1) < 10) or ('Debug'.split(',') == sorted(set(['a', 'b', 'a'])))):
        STR_4 = ''
    elif (len(list(map(str, []))) < len(list(map(str, [])))):
        for item in list((('b,c' or ' x '), *['a', 'b', 'a'][:2])):
            pass
            LIST_5 = list(filter(None, list(('Debug', *[]))))
        INT_6 = [x for x in 'a=b'.split(',') if x].count(os.path.normpath('{}/{n}'.format('True', n=0)))
    else:
        if bool(([*[], '/srv/app/'] * 1)):
            LIST_7 = list(reversed([*([] * 0), (' x ' + ' x ')]))
            STR_8 = repr(str((True or False)))
        TUPLE_9 = (os.path.basename('false'.upper()),)
    try:
        TUPLE_10 = (tuple(sorted(set(['a']))) + (' x '.lstrip(), *[*[], 'false']))
        int(Path(''.join('b,c'.split(','))).as_posix())
    except LookupError:
        if (sorted(set([x for x in [] if x])) == list(filter(None, 'a=b'.split()))):
            BOOL_11 = ((max(3600, 3) if ' x '.isdigit() else int('-21')) <= int('-38'))
        elif (os.path.splitext('false')[1][-2:3] is None):
            STR_12 = os.path.basename('b,c'.partition(',')[1].replace('a', ''))
else:
    INT_13 = -3
    DICT_14 = dict(zip(('a=b'.split() * 0), list(reversed(list(TUPLE_1)))))
def helper_15(a, b='%05d|%-6s|%.2f' % (0, 'ab', 1.5)):
    if a:
        return a + b
    return a.upper()
STR_16 = helper_15(os.path.join('été', ' x ').partition(',')[2])
if ((STR_16 and 'été')[::-1] is None):
    BOOL_17 = STR_16.isdigit()
BOOL_18 = ((not (STR_16 is None)) and STR_16.isdigit())
if ((sum([-1, 3]) // -3) < int(any(x for x in []))):
    TUPLE_19 = (STR_16[::-1], *list(reversed([STR_16, 'été'])))
    for item in ('%05d|%-6s|%.2f' % (len(' x '), 'ab', 1.5),):
        if item == 'a': break
        if isinstance(STR_16, int):
            DICT_20 = dict(zip(sorted(set([STR_16])), [*'a'.split(','), '%05d|%-6s|%.2f' % (7, 'ab', 1.5)]))
        STR_21 = STR_16.partition(',')[1].title()
else:
    try:
        if ((not BOOL_18) or ((1 // -3) == (3 % -3))):
            TUPLE_22 = (f'{'long word':>8}|{60:04d}', *([*[], STR_16] + list(('a',))))
        else:
            TUPLE_23 = (('True'.lower() and ('a=b' + STR_16)), *'Debug'.partition(',')[0].split())
        INT_24 = [x for x in list(TUPLE_1) if x].count(Path((STR_16 + STR_16)).as_posix())
        {x: x.upper() for x in list(reversed(sorted(set(['a']))))}['a']
    except (ValueError, KeyError, IndexError):
        if (0 < sum([(60 // 2), STR_16.find('b')]) < 10):
            TUPLE_25 = TUPLE_1
            STR_26 = STR_16
        else:
            INT_27 = (int('b,c'.isdigit()) // -3)
        INT_28 = sum([len(Path('b,c').name), f'{'z':>8}|{7:04d}'.find('.')])
STR_16 = (STR_16 + f'{'long word':>8}|{3600:04d}')[1:-1]
if (f'{True}-{0}' in [x.strip() for x in [*['a'], 'True']]):
    pass
    pass
LIST_29 = list(filter(None, list(filter(None, ['/srv/app/', STR_16, STR_16]))))
DICT_30 = {STR_16: Path('Hello World').as_posix()}
DICT_31 = {**dict(a='été'.partition(',')[1], b=(STR_16 + STR_16)), 'k': STR_16}
DICT_30[' / '.join(STR_16.split(','))] = ('été' + STR_16).strip()
