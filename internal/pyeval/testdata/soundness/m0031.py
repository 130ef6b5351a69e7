import os
from pathlib import Path

try:
    STR_1 = (('a=b' and 'True').replace('a', '--') + os.path.basename(Path('').name))
    dict(a=('%s:%d' % (os.path.join('a', 'True'), (0 & 1))), b=f'{'q'}-{0}')['a']
except KeyError:
    LIST_2 = list((('été' + ' x '),))
    BOOL_3 = (0 < int('-13') < 10)
INT_4 = 1
TUPLE_5 = (' / '.join(sorted(set([]))),)
if (('Debug' + 'été')[::-1] == os.path.dirname(os.path.splitext('a=b')[1])):
    if (sorted(list(map(str, ['a', 'b', 'a']))) == sorted(sorted(['a']))):
        if ((os.path.splitext('b,c')[1] not in [x for x in ['a', 'b', 'a'] if x]) or ('Hello World' in [x.strip() for x in []])):
            BOOL_6 = bool(list({x: x.upper() for x in []}))
        else:
            TUPLE_7 = tuple(sorted(set((['a', 'b', 'a'] * 1))))
            INT_8 = 0
        try:
            BOOL_9 = ((INT_4 // -3) == INT_4)
            int(''.join('a'.split()).capitalize())
        except LookupError:
            DICT_10 = {**{}, 'k': f'{'z':>8}|{INT_4:04d}'}
            TUPLE_11 = tuple(list(('True',)))
    elif str((['a', 'b', 'a'] == [])).startswith(os.path.basename('a'.partition(',')[0])):
        if isinstance(INT_4, int):
            STR_12 = '{}/{n}'.format(repr('{}/{n}'.format('a', n=0)), n=' x '.split().count(''.join(['a'])))
        else:
            DICT_13 = {x: x.upper() for x in sorted(set(['a', 'b', 'a']))[-1:]}
            BOOL_14 = (bool([x.strip() for x in ['a', 'b', 'a']]) or ('tab\tline\n' is None))
        DICT_15 = dict(zip(sorted(set(sorted(set([])))), sorted(list({'a': 'x'}))))
    else:
        if (0 < (INT_4 | INT_4) < 10):
            DICT_16 = {x: x.upper() for x in f'{True}-{INT_4}'.split()}
        elif f'{True}-{INT_4}'[::-1].startswith(os.path.join(Path('a=b').name, 'b,c'.replace(' ', 'x'))):
            TUPLE_5 = (f'{'z':>8}|{INT_4:04d}', *[x.strip() for x in sorted([])])
            TUPLE_5 = tuple(list(map(str, sorted(['a']))))
    DICT_17 = dict(zip(list({'Debug': 'a'}), ['false'[:3], os.path.splitext('Debug')[0]]))
elif (not any(x for x in ['a'][1:])):
    pass
def helper_18(a, b=Path('True').as_posix()):
    if a == b:
        return a + b
    return a.upper()
STR_19 = helper_18(str(' x '.split()))
BOOL_20 = (0 < INT_4 < 10)
STR_21 = STR_19
