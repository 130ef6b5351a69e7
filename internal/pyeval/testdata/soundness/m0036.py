import os
from pathlib import Path

if (f'{'z':>8}|{60:04d}' is None):
    if (sum([max(7, 3600), int(False)]) <= (''.find('a') // 7)):
        if ((0 < int(False) < 10) or (list(filter(None, ['a', 'b', 'a'])) == 'a=b'.split(','))):
            INT_1 = sum([(len('a') if any(x for x in ['a', 'b', 'a']) else (0 % 7)), len(os.path.splitext('b,c')[0])])
    elif any(x for x in list(tuple(['a', 'b', 'a']))):
        if ((any(x for x in []) and isinstance(3, (list, tuple))) and ('%05d|%-6s|%.2f' % (0, 'ab', 1.5) is None)):
            DICT_2 = dict(a='%05d|%-6s|%.2f' % ((1 % 7), 'ab', 1.5), b='%05d|%-6s|%.2f' % ((60 // 7), 'ab', 1.5))
            STR_3 = f'{True}-{7}'
        elif (f'{None}-{2}' is None):
            STR_4 = os.path.splitext(f'{'z':>8}|{60:04d}'.partition(',')[1])[0]
        else:
            STR_5 = (('%s:%d' % ('a', 7)).lower() and ('%s:%d' % ('{}/{n}'.format('/srv/app/', n=-1), len('a=b'))))
        DICT_6 = dict(zip([*list(('a', 'b')), 'a,b,,c'], [str(Path('/srv/app/') / 'Debug'), ('été' and 'True')]))
    for item in (os.path.dirname('/srv/app/')[-2:-1],):
        pass
        if (('True' or '').title() is None):
            TUPLE_7 = (Path(str(Path('a') / '/srv/app/')).name, *[x for x in list(filter(None, ['a', 'b', 'a'])) if x])
        else:
            BOOL_8 = (Path(' x '.replace(',', '')).name == 'a=b'[:-1].replace('a', 'x'))
else:
    if (len(sorted(['a'])) != 'false'.split(',').count(os.path.basename('b,c'))):
        if '%05d|%-6s|%.2f' % ((1 % 2), 'ab', 1.5).startswith('{}/{n}'.format(os.path.basename('/srv/app/'), n=len('Debug'))):
            STR_9 = 'a,b,,c'
        else:
            TUPLE_10 = ((''.capitalize() + ','.join(['a', 'b', 'a'])), *sorted(sorted(set(['a', 'b', 'a']))))
    else:
        BOOL_11 = any(x for x in (['a', 'b', 'a'] * 1)[-1:2])
if (os.path.splitext('été'.swapcase())[0] is None):
    if ((0 < int(True) < 10) or repr('a').startswith(f'{'q'}-{3600}')):
        STR_12 = '{}/{n}'.format('{}/{n}'.format(repr('/srv/app/'), n=int(True)), n=len([x.strip() for x in ['a']]))
        if (not ('a'.replace(',', '--') in 'été'.split(','))):
            INT_13 = str(dict(a='', b='a=b')).find('b')
            TUPLE_14 = tuple(list(map(str, list({}))))
        elif ((os.path.splitext(' x ')[0] is None) or '/srv/app/'.partition(',')[1].isdigit()):
            DICT_15 = {''.join((['a', 'b', 'a'] * 2)): f'{1}-{2}'.replace(' ', '--'), f'{1}-{3}': ('%s:%d' % (os.path.normpath('a'), len([])))}
            LIST_16 = [os.path.join(f'{'long word':>8}|{-1:04d}', ('b,c' or 'a'))]
    else:
        if ''.join([][:]).isdigit():
            TUPLE_17 = ((('Debug',) + (' x ',)) + tuple(list(map(str, ['a']))))
        DICT_18 = {}
    INT_19 = len(sorted(set('été'.split(','))))
elif ((str(Path('/srv/app/') / ' x ') is None) and bool((60 if False else -1))):
    INT_20 = int((sorted(['a']) == list({'a': 'x'})))
    if (os.path.dirname('http://x.org/path') not in (f'{'z':>8}|{60:04d}' or ('false' and 'True'))):
        if (Path(' x '[::-1]).name in '%05d|%-6s|%.2f' % (['a'].count('Debug'), 'ab', 1.5)):
            LIST_21 = [x for x in list(reversed(list(()))) if x]
            BOOL_22 = (repr('été').isdigit() or isinstance(','.join(['a']), int))
        else:
            DICT_23 = {x: x.upper() for x in list(map(str, []))[1:2]}
        LIST_24 = sorted((list(filter(None, [])) + list(filter(None, []))))
else:
    BOOL_25 = isinstance([*list({'a': 'x'}), Path('').as_posix()], bool)
    TUPLE_26 = (tuple(list(filter(None, []))) + (os.path.normpath('Debug'),))
TUPLE_27 = tuple(' x '.replace(',', 'x').split())
if isinstance(int((not True)), (list, tuple)):
    DICT_28 = {x: x.upper() for x in list(filter(None, sorted(set(['a']))))}
    pass
try:
    if (not ('Debug'.partition(',')[1] is None)):
        if (os.path.normpath(os.path.basename('false')) not in Path(repr('True')).as_posix()):
            DICT_29 = dict(a='a,b,,c'.replace(',', '--'), b='%05d|%-6s|%.2f' % (1, 'ab', 1.5)[:])
            DICT_30 = dict(a=os.path.join(('été' + 'a'), '{}/{n}'.format('a', n=3)), b='false'[-2:].replace('a', 'x'))
        elif (str(['a', 'b', 'a'])[1:-1] in list({**{'a': 'x'}, 'k': 'a'})):
            LIST_31 = [x.strip() for x in [repr('a'), '%05d|%-6s|%.2f' % (2, 'ab', 1.5)]]
            STR_32 = str(Path(f'{'long word':>8}|{2:04d}') / os.path.dirname(('%s:%d' % ('/srv/app/', 3))))
        STR_33 = ' / '.join(list(reversed((['a'] * 2))))
    INT_34 = ((int(True) % 7) // 7)
    pass
except ValueError:
    pass
def helper_35(a, b=''):
    if a == b:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return a.upper()
STR_36 = helper_35(str(Path('été'.partition(',')[2]) / 'Debug'.partition(',')[2]))
LIST_37 = sorted(set(list({x: x.upper() for x in ['a']})))
LIST_37.extend(sorted(set(['True', STR_36])))
TUPLE_39 = tuple(list(reversed((LIST_37 * 2))))
LIST_37.extend(list(tuple([])))
def helper_41(a, b=(STR_36 + STR_36)):
    if b in a:
        return a + b
    return a.upper()
STR_42 = helper_41(STR_36)
LIST_43 = sorted(LIST_37)
LIST_37 = LIST_43
try:
    TUPLE_27 = ((('%s:%d' % (STR_36, 2)),) + ((STR_42 + ''),))
    pass
except Exception:
    if (len(STR_42.split(',')) > int((2 <= -1))):
        LIST_37 += ('false'[::-1], *list(TUPLE_39))
    else:
        if (((STR_36 not in STR_36) and (True and False)) and (list(filter(None, LIST_43)) == LIST_43)):
            TUPLE_45 = ((('Debug',) + TUPLE_39) + TUPLE_27)
            LIST_46 = []
        elif (len([*['a', 'b', 'a'], 'false']) == ((3600 // -3) // -3)):
            INT_47 = (((3600 * 2) * len(STR_36)) + -3)
            STR_48 = '{}/{n}'.format(STR_36, n=int(bool(['a'])))
    LIST_49 = sorted(set(list(tuple(LIST_43))))
LIST_50 = LIST_37
def helper_51(a, b=Path(STR_42).as_posix()):
    if a:
        return a + b
    return a.upper()
STR_52 = helper_51(STR_42)
DICT_53 = {}
DICT_53.update(dict(a=STR_42, b=(STR_52 and STR_52)))
if ((STR_36 + STR_42)[-2:3] is None):
    TUPLE_55 = (('%s:%d' % (str(Path(STR_36) / STR_42), len(LIST_37))),)
    STR_56 = str('Debug'.partition(',')[1].isdigit())
else:
    DICT_57 = dict(a=(''.partition(',')[0] and (STR_52 + STR_36)), b='{}/{n}'.format(STR_36, n=int(False)))
if bool(Path(repr(STR_36)).as_posix()):
    TUPLE_27 = tuple(LIST_37)
elif STR_36.startswith(f'{None}-{60}'):
    for item in 'abc'.split(','):
        if item == 'a': break
        LIST_43.insert(0, STR_42)
else:
    LIST_37 += tuple(LIST_37)
    LIST_43.sort()
DICT_53.pop('a', None)
try:
    TUPLE_62 = tuple(list(filter(None, list(TUPLE_27))))
    LIST_63 = LIST_43
    {**DICT_53, 'k': '/srv/app/'[::-1][-2:]}['a']
except (ValueError, KeyError, IndexError):
    BOOL_64 = STR_36[::-1].lstrip().isdigit()
TUPLE_65 = (((STR_42,) + (TUPLE_39 + TUPLE_39)) + ('Hello World',))
DICT_53.pop('a', None)
LIST_37.sort()
BOOL_68 = STR_42.startswith(STR_36)
