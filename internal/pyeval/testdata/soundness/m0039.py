import os
from pathlib import Path

if ('{}/{n}'.format(' x ', n=3) + ''.join(['a'])).startswith(os.path.join('http://x.org/path', ','.join(['a', 'b', 'a']))):
    if isinstance(f'{None}-{1}', (list, tuple)):
        DICT_1 = dict(zip([x.strip() for x in list(reversed([]))], list(map(str, list(map(str, []))))))
        if ((os.path.splitext(' x ')[1] in f'{True}-{-1}') and bool(f'{True}-{0}')):
            BOOL_2 = (sorted(list({'a': 'x'})) == [x.strip() for x in (['a', 'b', 'a'] * 1)])
        else:
            INT_3 = (['a', 'b', 'a'] + ['a'])[:2].count(('%s:%d' % (str(Path('') / 'false'), max(3, 3))))
    elif ('%s:%d' % (f'{True}-{7}', len(['a', 'b', 'a']))).isdigit():
        BOOL_4 = (('{}/{n}'.format('b,c', n=0) + os.path.splitext('Debug')[0]) not in list(reversed((['a'] * 1))))
    else:
        for item in (f'{True}-{7}',):
            if item == 'a': break
            TUPLE_5 = ((os.path.splitext('')[1] and str(Path('/srv/app/') / ' x ')), *[str(Path('') / 'été')])
            TUPLE_6 = (str(Path(os.path.splitext('a=b')[0]) / ('' or ' x ')),)
else:
    if (not (not (['a', 'b', 'a'] == ['a']))):
        DICT_7 = {f'{None}-{0}': os.path.dirname('{}/{n}'.format('/srv/app/', n=-1)), str({**{'a': 'x'}, 'k': 'été'}): ('a=b' and '/srv/app/')[::-1]}
if (repr('b,c'[1:3]) in [*[], '%05d|%-6s|%.2f' % (2, 'ab', 1.5)]):
    DICT_8 = {x: x.upper() for x in list(filter(None, ['été']))}
    try:
        LIST_9 = [x.strip() for x in '{}/{n}'.format('false', n=-1).split()]
        int(''.strip())
    except LookupError:
        if '{}/{n}'.format(os.path.join('false', 'a=b'), n=[].count(' x ')).startswith('%05d|%-6s|%.2f' % (max(-1, 3), 'ab', 1.5)):
            BOOL_10 = repr('Debug')[-2:].isdigit()
            DICT_11 = {}
elif (sorted([][-1:2]) == [*(['a'] * 1), ''.upper()]):
    TUPLE_12 = ((repr('été'), *[*['a'], 'True']) + (','.join(['a', 'b', 'a']), *list(reversed([]))))
TUPLE_13 = tuple([x for x in list(map(str, ['a'])) if x])
TUPLE_14 = (tuple(([] * 1)) + (('b,c', *[]) + (TUPLE_13 + ())))
DICT_15 = dict(zip(list(TUPLE_13)[:2], [('b,c' + 'b,c')]))
LIST_16 = sorted(set('True'[::-1].split()))
INT_17 = sorted(set([x.strip() for x in LIST_16])).count('{}/{n}'.format(os.path.join('', 'false'), n=(0 if True else 3)))
try:
    LIST_18 = LIST_16
    os.path.join('false', '').replace(' ', '--').split()[0]
except Exception:
    DICT_15.update({x: x.upper() for x in LIST_16})
    LIST_20 = LIST_16
if (f'{True}-{3600}'[::-1] < os.path.join("it's", f'{'q'}-{INT_17}')):
    for item in LIST_16:
        pass
        INT_21 = 60
for item in TUPLE_13:
    if not item: continue
    INT_17 = int('-2')
    INT_22 = ((max(INT_17, 1) % 2) if any(x for x in LIST_16[:2]) else INT_17)
TUPLE_23 = (('%s:%d' % (os.path.normpath(' x '), INT_17)),)
DICT_24 = {**{**dict(a='a', b='a'), 'k': ('b,c' + 'True')}, 'k': ('été'[:] and '%05d|%-6s|%.2f' % (60, 'ab', 1.5))}
INT_17 = sum([[][-1:].count(os.path.splitext('/srv/app/')[0]), ''.split().count(os.path.splitext('false')[0])])
STR_25 = os.path.join(os.path.splitext('%05d|%-6s|%.2f' % (INT_17, 'ab', 1.5))[0], repr(Path('false').as_posix()))
DICT_15.setdefault('a', f'{'z':>8}|{INT_17:04d}')
DICT_24[' / '.join(STR_25.split(','))] = STR_25
LIST_28 = (list(filter(None, LIST_16)) + list(dict(zip(['a', 'b', 'a'], LIST_16))))
if (any(x for x in list(())) or isinstance([STR_25, STR_25, STR_25], bool)):
    DICT_29 = DICT_15
    STR_25 = str(Path(os.path.join(STR_25, '%05d|%-6s|%.2f' % (INT_17, 'ab', 1.5))) / Path(STR_25).name)
elif isinstance(INT_17, bool):
    TUPLE_30 = (((STR_25,) + TUPLE_13) + ('{}/{n}'.format(STR_25, n=INT_17), *sorted(set(LIST_28))))
LIST_16.reverse()
