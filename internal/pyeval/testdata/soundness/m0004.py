import os
from pathlib import Path

BOOL_1 = (['{}/{n}'.format('', n=2), 'True'.replace(',', ''), 'a=b'[::-1]] == [x.strip() for x in sorted([])])
if f'{1}-{2}'[::-1].isdigit():
    INT_2 = 1
    if (f'{None}-{60}' != f'{'z':>8}|{2:04d}'.partition(',')[2]):
        pass
    else:
        STR_3 = ((Path('été').name or Path('True').name) and (' x '[1:-1] or ('b,c' and '/srv/app/')))
        if (not ((not BOOL_1) or any(x for x in []))):
            STR_4 = os.path.join(os.path.splitext('True')[1][1:], str(Path(' x '[:3]) / 'Debug'.strip()))
        else:
            TUPLE_5 = (((() + ()) + tuple(['a', 'b', 'a'])) + (('b,c', *['a', 'b', 'a']) + ('a',)))
else:
    TUPLE_6 = (('%05d|%-6s|%.2f' % (3600, 'ab', 1.5), *[x for x in [] if x]) + (os.path.basename('Debug'),))
    TUPLE_7 = tuple(list(reversed([x.strip() for x in []])))
STR_8 = repr((''.join(['a', 'b', 'a']) or f'{'q'}-{-1}'))
if BOOL_1:
    try:
        DICT_9 = {x: x.upper() for x in list(map(str, ([] + ['a'])))}
        dict(a=f'{'z':>8}|{7:04d}', b=str(list(map(str, ['a', 'b', 'a']))))['a']
    except (ValueError, KeyError, IndexError):
        INT_10 = int(BOOL_1)
        if ((not (STR_8 == 'Debug')) and BOOL_1):
            DICT_11 = {x: x.upper() for x in list(filter(None, ['a', 'b', 'a'][-1:]))}
        else:
            LIST_12 = list(reversed([x.strip() for x in list(filter(None, []))]))
            BOOL_13 = (([x for x in ['a'] if x] == list(reversed(['a', 'b', 'a']))) and ((STR_8 is None) or (STR_8 is None)))
    BOOL_14 = ('{}/{n}'.format(STR_8[::-1], n=['a', 'b', 'a'].count(STR_8)) in STR_8)
else:
    INT_15 = list({**{'a': 'x'}, 'k': STR_8}).count('Hello World')
    if ((Path('a').name or (STR_8 or 'a=b')) in list(dict(a=STR_8, b=STR_8))):
        if BOOL_1:
            TUPLE_16 = (os.path.join('a', STR_8)[::-1], *list(reversed(list(('a', 'b')))))
            BOOL_17 = STR_8.startswith(f'{'z':>8}|{60:04d}')
        pass
    else:
        TUPLE_18 = (''.join(list({})),)
STR_19 = STR_8
LIST_20 = sorted(set(Path(STR_19).name.split(',')))
DICT_21 = dict(a=' / '.join(LIST_20)[-2:-1], b=str((3 if BOOL_1 else 2)))
for item in (f'{True}-{0}', *STR_8.split()):
    if item == 'a': break
    LIST_22 = list(reversed(sorted([])))[-1:2]
    for item in LIST_20[-1:2]:
        if not item: continue
        BOOL_23 = bool((420 if ('false' in LIST_20) else (3 // 2)))
        LIST_24 = list(reversed(LIST_20))
STR_25 = os.path.dirname(STR_8)
BOOL_26 = BOOL_1
if (0 < max(max(2, 1), ' x '.find('.')) < 10):
    if (f'{'q'}-{60}'[1:] is None):
        STR_27 = repr(str(max(0, -1)))
        if BOOL_1:
            TUPLE_28 = (STR_19, *'%05d|%-6s|%.2f' % (0, 'ab', 1.5).split(','))
            STR_29 = STR_19
        elif f'{1}-{3}'.isdigit():
            BOOL_30 = (('{}/{n}'.format(STR_8, n=7) or (STR_25 and STR_8)) == str(Path(str(-1)) / (' x ' + 'a')))
        else:
            DICT_31 = {x: x.upper() for x in list(reversed(list(map(str, LIST_20))))}
            LIST_32 = []
    elif ([STR_8] == LIST_20):
        if (os.path.join(STR_8, STR_25).replace('a', '--') in Path(repr('Debug')).name):
            STR_33 = STR_8[::-1]
        elif f'{'z':>8}|{-1:04d}'.isdigit():
            STR_19 = STR_8
            TUPLE_34 = tuple(list(map(str, 'false'.split())))
    else:
        for item in STR_19.split(',')[-1:]:
            pass
            INT_35 = repr(STR_8).find('b')
elif (0 < len([*LIST_20, 'Debug']) < 10):
    pass
    LIST_20 += tuple(LIST_20)
else:
    INT_37 = len(list(map(str, 'b,c'.split(','))))
    for item in sorted((['a'] * 0)):
        if not item: continue
        INT_38 = max(int('a'.startswith(STR_8)), ((60 % 7) % 2))
LIST_20 += ((STR_8, *LIST_20) + tuple(LIST_20))
DICT_21.pop('a', None)
STR_8 = ('%s:%d' % (STR_8, max(60, 7))).lower()
DICT_21[os.path.join(STR_25, ','.join(['a', 'b', 'a']))] = ('été'.lower() and STR_19)
STR_42 = STR_25
DICT_43 = dict(a=STR_42.partition(',')[0], b=Path('false').as_posix()[:-1])
def helper_44(a, b=STR_42):
    if a == b:
        return a + b
    return a.upper()
STR_45 = helper_44(''.join(LIST_20)[:-1])
LIST_20.extend(list(filter(None, sorted(set(['a'])))))
DICT_47 = {**dict(zip(list(('a', 'b')), sorted(set(LIST_20)))), 'k': STR_25}
try:
    LIST_20.extend(list({x: x.upper() for x in LIST_20}))
    INT_49 = len((LIST_20 + LIST_20))
    LIST_20[0]
except Exception:
    DICT_50 = {}
try:
    TUPLE_51 = tuple(LIST_20)
    int(STR_42)
except (ValueError, KeyError, IndexError):
    DICT_43.update({x: x.upper() for x in list(DICT_47)})
    for item in ['été'][:2][1:2]:
        if item == 'a': break
        DICT_53 = {STR_8: STR_8}
STR_54 = os.path.splitext(Path(Path(STR_42).name).name)[1]
DICT_55 = DICT_21
