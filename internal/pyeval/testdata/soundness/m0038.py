import os
from pathlib import Path

INT_1 = int('43')
if (0 < sum([5, (INT_1 | INT_1)]) < 10):
    if ((any(x for x in []) and isinstance(['a'], (list, tuple))) and ('tab\tline\n' is None)):
        if (Path(os.path.normpath('false')).as_posix() is None):
            BOOL_2 = repr('b,c'.strip()).startswith(f'{'long word':>8}|{INT_1:04d}')
            TUPLE_3 = (repr(('' + 'false')),)
        elif (str(Path(str(Path('false') / 'b,c')) / 'été'.partition(',')[0]) is None):
            TUPLE_4 = tuple(sorted([x for x in ['a', 'b', 'a'] if x]))
        else:
            DICT_5 = {**dict(zip([*['a', 'b', 'a'], 'b,c'], ([] + ['a']))), 'k': (('b,c' or '') and 'Debug'.replace(' ', ''))}
            INT_1 = os.path.join('/srv/app/'.partition(',')[1], str(True)).find(',')
    elif '/srv/app/'.lower().strip().startswith('http://x.org/path'):
        for item in [x for x in ([] * 1) if x][:]:
            if not item: continue
            DICT_6 = dict(a=(os.path.dirname('/srv/app/') + ('' and 'été')), b=os.path.splitext('été')[0][::-1])
    else:
        pass
    try:
        for item in ('{}/{n}'.format('été'.title(), n=(INT_1 // -3)), *sorted(set(sorted(set(['a', 'b', 'a']))))):
            if item == 'a': break
            INT_1 = (len(([] * 0)) % 2)
            BOOL_7 = Path('{}/{n}'.format('b,c', n=INT_1)).name.startswith('http://x.org/path')
        TUPLE_8 = tuple(list(filter(None, (['a'] + ['a', 'b', 'a']))))
        list(reversed((list(filter(None, ['a'])) * 0)))[0]
    except Exception:
        if bool(' / '.join(list(filter(None, ['a', 'b', 'a'])))):
            BOOL_9 = (os.path.join(str(Path('True') / ' x '), '%05d|%-6s|%.2f' % (1, 'ab', 1.5)) in (sorted(set([])) + ([] * 1)))
        elif (INT_1 == len(os.path.basename('a=b'))):
            TUPLE_10 = (os.path.splitext('{}/{n}'.format('false', n=INT_1))[1],)
        else:
            STR_11 = f'{True}-{0}'
if (Path('').name or ' x '.replace('a', '--')).startswith(os.path.normpath('{}/{n}'.format('b,c', n=0))):
    if (not (0 < int(False) < 10)):
        if (INT_1 == 0):
            TUPLE_12 = ('%05d|%-6s|%.2f' % (INT_1, 'ab', 1.5),)
        elif (not str(['a', 'b', 'a']).isdigit()):
            DICT_13 = dict(zip(list(reversed(list(('a',)))), list(filter(None, list(reversed(['a', 'b', 'a']))))))
            DICT_14 = dict(zip(sorted(set(list(filter(None, ['a'])))), ('%s:%d' % ('Debug', INT_1)).split()))
        if any(x for x in sorted(sorted(set(['a', 'b', 'a'])))):
            INT_15 = sum([INT_1, (int(True) & INT_1)])
            STR_16 = (('%s:%d' % ('a=b'[::-1], 'a'.find(','))) and str(Path(('a' and 'a=b')) / '/srv/app/'.capitalize()))
        elif bool(dict(a=os.path.splitext('/srv/app/')[1], b=('True' + 'True'))):
            INT_1 = (INT_1 % 2)
            STR_17 = str(([x.strip() for x in []] == (['a', 'b', 'a'] * 2)))
    elif (not ('a=b'.replace(',', 'x') not in os.path.splitext('')[0])):
        if (0 < ((3 % 2) if 'false'.isdigit() else len(['a', 'b', 'a'])) < 10):
            INT_18 = int('-39')
            INT_19 = (int((' x ' != '')) if (('a' != 'True') or ('b,c' not in '/srv/app/')) else max(sum([3600, INT_1]), INT_1))
        try:
            LIST_20 = [('b,c'[::-1] + str(Path('Debug') / 'false')), '%05d|%-6s|%.2f' % (INT_1, 'ab', 1.5)]
            int(os.path.splitext(''.join(list(reversed(['a', 'b', 'a']))))[1])
        except (ValueError, KeyError, IndexError):
            TUPLE_21 = (tuple(list(('a',))) + ((('a', 'b') + ('a', 'b')) + tuple(['a'])))
    if (((0 < 2 < 10) or (not False)) and (list(reversed(['a'])) == [*['a'], '/srv/app/'])):
        TUPLE_22 = tuple(list(map(str, []))[:])
    elif (not (('false' or '') not in ([] + ['a']))):
        for item in str(Path(('' + 'été')) / repr('')).split(','):
            if not item: continue
            TUPLE_23 = (f'{'q'}-{INT_1}',)
            TUPLE_24 = tuple(['b,c'.replace('a', '--'), '{}/{n}'.format('été', n=2), ('a=b' + 'Debug')])
    else:
        if isinstance(max(''.find('a'), ['a', 'b', 'a'].count('a')), str):
            TUPLE_25 = (' / '.join([x.strip() for x in ['a']]), *(['a'] * 0)[-1:2])
        elif (0 < [].count('%05d|%-6s|%.2f' % (1, 'ab', 1.5)) < 10):
            DICT_26 = {(os.path.join('True', 'b,c') and repr('a')): Path(str(Path('false') / ' x ')).name, '%05d|%-6s|%.2f' % (max(60, 3600), 'ab', 1.5): str(Path('%05d|%-6s|%.2f' % (INT_1, 'ab', 1.5)) / os.path.splitext('')[0])}
            STR_27 = '%05d|%-6s|%.2f' % (int('-29'), 'ab', 1.5)
        else:
            INT_28 = (INT_1 // 7)
if (f'{'long word':>8}|{1:04d}' in list(filter(None, 'false'.split()))):
    DICT_29 = dict(a=repr('Debug'.capitalize()), b=('%s:%d' % (' x ', INT_1)).replace(' ', 'x'))
else:
    try:
        if (0 < 420 < 10):
            LIST_30 = [x for x in sorted(set((['a'] + ['a']))) if x]
            TUPLE_31 = tuple(list(filter(None, 'a'.split())))
        elif (0 < (INT_1 // 7) < 10):
            DICT_32 = {}
            TUPLE_33 = (','.join(list(())), *list(reversed(([] + []))))
        BOOL_34 = (f'{True}-{INT_1}' not in 'Hello World')
        {**{**{**{'a': 'x'}, 'k': '/srv/app/'}, 'k': ('Debug' or 'True')}, 'k': os.path.splitext(os.path.basename('été'))[0]}['a']
    except ValueError:
        STR_35 = '{}/{n}'.format('false'[:-1], n=int(True))[:3]
    if (f'{'z':>8}|{INT_1:04d}' in os.path.splitext('b,c')[1][:]):
        if os.path.splitext('false'[:-1])[0].isdigit():
            DICT_36 = {}
            LIST_37 = ((''.split(',') * 1) * 0)
        elif any(x for x in sorted(set([x.strip() for x in []]))):
            BOOL_38 = (f'{'z':>8}|{3:04d}' is None)
        try:
            DICT_39 = dict(zip((list(filter(None, ['a', 'b', 'a'])) + list(())), [x.strip() for x in '/srv/app/'.split()]))
            int(f'{True}-{1}')
        except Exception:
            LIST_40 = sorted(set(list(filter(None, sorted(['a', 'b', 'a'])))))
    elif (os.path.splitext('')[0].split(',') == list(reversed((['a', 'b', 'a'] * 0)))):
        STR_41 = '%05d|%-6s|%.2f' % ((int(False) if 'True'.startswith('a') else INT_1), 'ab', 1.5)
BOOL_42 = (('été'.lower() or ' x '.replace(',', 'x')) is None)
BOOL_43 = BOOL_42
DICT_44 = dict(zip(list(filter(None, sorted([]))), sorted(list(reversed([])))))
LIST_45 = list(filter(None, list(('été',))))
INT_46 = 0
DICT_44.setdefault('a', os.path.dirname(f'{'long word':>8}|{1:04d}'))
def helper_48(a, b=Path(' x ').name):
    if not a:
        return a + b
    return b
STR_49 = helper_48("it's")
