import os
from pathlib import Path

TUPLE_1 = tuple([])
try:
    for item in (TUPLE_1 + tuple(list(filter(None, ['a'])))):
        if item == 'a': break
        try:
            LIST_2 = (os.path.join('été', 'True').split() * 1)
            TUPLE_3 = (('%s:%d' % (' / '.join([]), ['a', 'b', 'a'].count(''))),)
            list(TUPLE_1)[0]
        except (ValueError, KeyError, IndexError):
            BOOL_4 = (sum([max(3600, 3600), 5]) == len(''.split()))
            INT_5 = (max(['a'].count('/srv/app/'), 420) // 2)
        if (list({}).count(str(Path('/srv/app/') / ' x ')) == [].count(('false' and 'false'))):
            TUPLE_6 = ('tab\tline\n', *list(filter(None, ['a', 'b', 'a'][:])))
            LIST_7 = list(map(str, list(map(str, sorted(['a', 'b', 'a'])))))
        else:
            TUPLE_8 = tuple([x.strip() for x in ['a'][:2]])
    pass
except (ValueError, KeyError, IndexError):
    DICT_9 = {os.path.join(str(Path('b,c') / 'True'), os.path.join('été', 'été')): f'{'long word':>8}|{0:04d}', str([x for x in ['a'] if x]): f'{1}-{-1}'[-2:-1]}
    if ((sum([7, 3]) ^ sum([1, -1])) > ((60 % 2) // -3)):
        STR_10 = f'{None}-{2}'
    else:
        try:
            LIST_11 = sorted(set(list({**{}, 'k': '/srv/app/'})))
            TUPLE_12 = (Path(f'{'long word':>8}|{-1:04d}').name,)
            list(dict(zip('Debug'.split(), sorted([]))))[0]
        except ValueError:
            BOOL_13 = (list(dict(a='b,c', b=' x ')) == list(reversed([x.strip() for x in ['a']])))
            TUPLE_14 = tuple(list(dict(zip([], []))))
        if '%05d|%-6s|%.2f' % (3, 'ab', 1.5).replace('a', 'x').startswith(repr('{}/{n}'.format('été', n=7))):
            LIST_15 = (sorted(['a']) * 1)[1:2]
            TUPLE_16 = ('{}/{n}'.format(f'{'z':>8}|{1:04d}', n=(7 // 7)), *[*sorted(['a']), str({})])
if ((os.path.splitext('Debug')[1] not in 'été'.replace('a', 'x')) or ('Debug' + '').isdigit()):
    for item in TUPLE_1:
        if not item: continue
        if ((sorted(['a']) * 2) == f'{'z':>8}|{3600:04d}'.split()):
            DICT_17 = {x: x.upper() for x in list(reversed(list(filter(None, []))))}
        elif (('b,c'.split() == 'True'.split(',')) or str(()).startswith(os.path.join('a=b', ''))):
            LIST_18 = (sorted([x for x in ['a', 'b', 'a'] if x]) * 0)
        else:
            TUPLE_19 = (('%05d|%-6s|%.2f' % (-1, 'ab', 1.5) and ('a' + 'a=b')), *(['a', 'b', 'a'][1:2] + [x.strip() for x in ['a']]))
            DICT_20 = {**dict(a=os.path.join('b,c', 'false'), b=('a' or 'été')), 'k': os.path.splitext('Debug'[::-1])[0]}
        if (f'{True}-{3}'[:] is None):
            STR_21 = str(Path((repr('b,c') or str(Path('/srv/app/') / 'Debug'))) / 'abc')
            TUPLE_1 = (TUPLE_1 + ('%05d|%-6s|%.2f' % (-1, 'ab', 1.5),))
        elif isinstance((Path('b,c').name is None), bool):
            DICT_22 = {x: x.upper() for x in list(filter(None, [][:2]))}
            DICT_23 = {}
        else:
            INT_24 = (-3 % 7)
            LIST_25 = list(reversed([]))
    if ('/srv/app/'.replace(',', '').capitalize() in os.path.join(''.partition(',')[0], 'false'.replace('a', ''))):
        if (('True' or 'True').startswith(os.path.join('été', 'a=b')) and ('b,c'.strip() not in list(map(str, ['a', 'b', 'a'])))):
            BOOL_26 = (isinstance(('' not in ['a']), int) and bool(sum([7, 1])))
            INT_27 = -3
        elif '{}/{n}'.format(f'{'long word':>8}|{0:04d}', n=1).startswith(' / '.join([x for x in [] if x])):
            BOOL_28 = (('%05d|%-6s|%.2f' % (2, 'ab', 1.5) is None) and os.path.splitext('')[0].isdigit())
            TUPLE_29 = tuple([*list(reversed(['a'])), ' / '.join([])])
        else:
            DICT_30 = dict(zip(','.join(['a', 'b', 'a']).split(','), sorted(set([x for x in [] if x]))))
    else:
        if (any(x for x in [x.strip() for x in ['a']]) or (''.capitalize() not in f'{True}-{7}')):
            STR_31 = f'{1}-{0}'
        elif f'{'q'}-{-1}'.isdigit():
            LIST_32 = (list(map(str, sorted([]))) * 1)
        else:
            BOOL_33 = '{}/{n}'.format(os.path.basename('/srv/app/'), n=len('false')).startswith(os.path.normpath('/srv/app/').partition(',')[1])
            LIST_34 = [*list(map(str, list({'a': 'x'}))), str(list(map(str, [])))]
elif bool(dict(a=Path('b,c').as_posix(), b=os.path.splitext('a')[0])):
    TUPLE_1 = ((('%s:%d' % ('/srv/app/', 60)), *sorted([])) + (' / '.join(['a', 'b', 'a']),))
if ((''[::-1] and f'{'q'}-{1}') is None):
    if ((0 < int(True) < 10) or os.path.join('', '').isdigit()):
        LIST_35 = (sorted(set('b,c'.split())) + [x for x in list(reversed([])) if x])
    elif 'Hello World'.startswith((Path('Debug').name and 'Hello World')):
        try:
            LIST_36 = list(filter(None, sorted(set(list(TUPLE_1)))))
            INT_37 = (int((0 < 3 < 10)) + (5 if (0 < -1) else 'b,c'.find('b')))
            (list(TUPLE_1) * 1)[:2][0]
        except KeyError:
            STR_38 = ' / '.join(list(('/srv/app/',)))
    else:
        INT_39 = ([].count(os.path.join('false', 'a')) if isinstance(''.find('b'), str) else (max(-1, 3) // 2))
    pass
else:
    DICT_40 = {('%s:%d' % (repr('Debug'), 0)): '{}/{n}'.format(repr('b,c'), n=(3 // -3))}
    for item in sorted(set(sorted(list({})))):
        if item == 'a': break
        INT_41 = 5
try:
    for item in [x.strip() for x in os.path.basename('b,c').split()]:
        if not item: continue
        if (not (max(3600, 3) != max(-1, -1))):
            LIST_42 = sorted([*list(filter(None, [])), os.path.splitext('b,c')[1]])
        else:
            LIST_43 = list(dict(zip(sorted(['a', 'b', 'a']), ['a', 'b', 'a'][-1:2])))
        if isinstance((not ('false' is None)), str):
            LIST_44 = [x.strip() for x in ('a=b' + '').split(',')]
            BOOL_45 = os.path.splitext(repr('a=b'))[0].isdigit()
        elif (('Debug'.split(',') == (['a'] * 2)) and '/srv/app/'.strip().isdigit()):
            TUPLE_1 = ((('Debug' or 'Debug') and 'b,c'[::-1]),)
        else:
            DICT_46 = {**{str(['a', 'b', 'a']): 'false'.replace('a', '--'), ' x '.partition(',')[2]: os.path.join('b,c', ' x ')}, 'k': ('%s:%d' % ('{}/{n}'.format('True', n=1), len(['a'])))}
            DICT_47 = {x: x.upper() for x in list(reversed(list(map(str, []))))}
    INT_48 = len([x.strip() for x in ['b,c', 'b,c']])
    pass
except KeyError:
    if (os.path.normpath('a=b'[-2:3]) is None):
        pass
        STR_49 = ','.join([x for x in [*[], 'a'] if x])
    for item in TUPLE_1:
        if item == 'a': break
        if '%05d|%-6s|%.2f' % ((7 % 2), 'ab', 1.5).isdigit():
            STR_50 = os.path.basename(f'{'z':>8}|{60:04d}')
        elif ([('Debug' or 'a=b'), ('' and 'Debug')] == list(map(str, list({'a': 'x'})))):
            LIST_51 = sorted(set(['b,c'.upper(), str(Path('a=b') / ' x ')]))
        else:
            INT_52 = ((''.find(',') - (7 + 7)) * ((3600 ^ 3600) if (['a', 'b', 'a'] == ['a', 'b', 'a']) else 1))
            INT_53 = int((0 < sum([-1, 2]) < 10))
if (bool(sum([-1, -1])) or (list(reversed(['a', 'b', 'a'])) == [x.strip() for x in ['a']])):
    if (1 <= ''.partition(',')[1].find('b')):
        if bool([*['a'], ' x '].count(os.path.dirname('Debug'))):
            INT_54 = (len([*['a', 'b', 'a'], 'b,c']) % -3)
        else:
            DICT_55 = dict(a=(' x '.partition(',')[2] or ('%s:%d' % ('True', 1))), b=Path(f'{None}-{60}').name)
            INT_56 = ((['a', 'b', 'a'] + ['a', 'b', 'a']).count(f'{'long word':>8}|{0:04d}') if isinstance(len('Debug'), bool) else (len('/srv/app/') % 2))
        TUPLE_57 = tuple(sorted(set([]))[1:2])
else:
    pass
def helper_58(a, b=('%s:%d' % ('b,c', 7))):
    if a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return a.upper()
STR_59 = helper_58(('%s:%d' % (os.path.dirname(''), (0 // 2))))
LIST_60 = list(dict(a=STR_59, b=STR_59))
LIST_60.sort()
INT_62 = len((os.path.join(STR_59, 'b,c') + STR_59))
INT_62 = max(int('-11'), INT_62)
