import os
from pathlib import Path

INT_1 = (''.capitalize() or '%05d|%-6s|%.2f' % (2, 'ab', 1.5)).find('b')
TUPLE_2 = ((str(Path('false') / '/srv/app/'),) + ('false'[:3], *([] + ['a', 'b', 'a'])))
if ('%s:%d' % (os.path.splitext(' x ')[0], (INT_1 if False else INT_1))).isdigit():
    try:
        for item in tuple(tuple(list(dict(zip(['a'], ['a'])))))[:9]:
            pass
            BOOL_3 = (f"{1}-{60}" in 'http://x.org/path'.partition(',')[1])
        {os.path.join(('%s:%d' % ('Debug', 60)), ','.join([])): '%05d|%-6s|%.2f' % (INT_1, 'ab', 1.5).partition(',')[1], ('http://x.org/path' or ('a=b' or '')): (('/srv/app/' + 'a') or 'a'[::-1])}['a']
    except (ValueError, LookupError):
        BOOL_4 = (''.join(list({'a': 'x'})) in ([x.strip() for x in []] + list({'a': 'x'})))
        LIST_5 = (''.split()[1:] + (sorted(['a']) * 0))
    STR_6 = (os.path.join('été', 'false').replace(',', '--') or repr('a'[::-1]))
elif Path('%05d|%-6s|%.2f' % (INT_1, 'ab', 1.5)).name.startswith(f"{'z':>8}|{INT_1:04d}"):
    if (0 < max(INT_1, (INT_1 | INT_1)) < 10):
        if (list(reversed([''])) == ((['a'] + ['a', 'b', 'a']) + list({'a': 'x'}))):
            TUPLE_7 = ('Hello World'[-2:-1], *(['True', 'b,c'] + [*[], '/srv/app/']))
            LIST_8 = list(TUPLE_2)
        else:
            BOOL_9 = (not (bool({'a': 'x'}) and 'b,c'.isdigit()))
            LIST_10 = Path(('' and 'b,c')).name.split(',')
    elif any(x for x in [*list(map(str, ['a', 'b', 'a'])), ' / '.join([])]):
        if (str(Path(('%s:%d' % ('false', 60))) / 'a'[::-1]) is None):
            STR_11 = str(TUPLE_2)
            TUPLE_12 = (('%s:%d' % ('été', -1)).strip(),)
        else:
            TUPLE_13 = tuple(os.path.join('', '/srv/app/').split(','))
            STR_14 = '{}/{n}'.format(os.path.join('/srv/app/'.replace(' ', 'x'), ' / '.join(['a', 'b', 'a'])), n=1)
    else:
        DICT_15 = {x: x.upper() for x in list(filter(None, list(())))}
        INT_1 = INT_1
INT_16 = (sum([INT_1, INT_1]) - INT_1)
if ((not (not True)) or '%05d|%-6s|%.2f' % (INT_16, 'ab', 1.5).startswith(f"{True}-{INT_1}")):
    if (not any(x for x in [*['a', 'b', 'a'], ''])):
        for item in tuple((str((['a'] * 0)), *list({**{'a': 'x'}, 'k': 'Debug'})))[:9]:
            if not item: continue
            TUPLE_2 = tuple([str(TUPLE_2)])
    elif (repr('True').isdigit() or (INT_1 < int(False))):
        if ('%s:%d' % (''.join(['a']), 0)).startswith('{}/{n}'.format('été', n=2)[::-1]):
            TUPLE_17 = (os.path.join('{}/{n}'.format('a', n=-1), ''.capitalize()), *sorted(set(list(reversed(['a', 'b', 'a'])))))
        elif (('{}/{n}'.format('été', n=INT_1) or os.path.splitext('false')[0]) is None):
            DICT_18 = {x: x.upper() for x in [''[1:], ''.join(['a']), os.path.normpath('false')]}
            BOOL_19 = ('abc'.startswith(('%s:%d' % ('b,c', 0))) or isinstance(list(reversed([])), str))
        try:
            TUPLE_20 = tuple(str(True).split())
            {**dict(a=('Debug' + 'false'), b=os.path.join('', '')), 'k': os.path.join('Debug'.replace('a', '--'), f"{'z':>8}|{INT_16:04d}")}['a']
        except Exception:
            TUPLE_21 = TUPLE_2
    else:
        if ((bool(INT_1) or ('false' not in ['a'])) or bool({**{'a': 'x'}, 'k': 'True'})):
            DICT_22 = dict(a='{}/{n}'.format('True', n=INT_16).partition(',')[1], b=repr('a'[:]))
            INT_23 = (int('29') // 2)
        elif (0 < int(bool(['a', 'b', 'a'])) < 10):
            DICT_24 = {**dict(zip((['a', 'b', 'a'] + ['a', 'b', 'a']), [x for x in ['a'] if x])), 'k': (os.path.dirname(' x ') + str(Path('/srv/app/') / 'a=b'))}
            LIST_25 = [x.strip() for x in str(Path('a=b') / '').split(',')]
        else:
            DICT_26 = dict(a=f"{'long word':>8}|{3:04d}", b=('%s:%d' % ('false', INT_16)).upper())
    try:
        BOOL_27 = (list(filter(None, sorted(set(['a', 'b', 'a'])))) == [*list({'a': 'x'}), ('%s:%d' % ('été', INT_1))])
        int(('{}/{n}'.format('%05d|%-6s|%.2f' % (0, 'ab', 1.5), n=len('a=b')) and (os.path.splitext('/srv/app/')[1] or f"{None}-{INT_16}")))
    except (ValueError, KeyError):
        if any(x for x in 'b,c'[::-1].split()):
            INT_28 = ('false'.split().count('été'.partition(',')[0]) if (os.path.join('/srv/app/', '/srv/app/') in ('%s:%d' % ('/srv/app/', INT_1))) else INT_16)
        else:
            LIST_29 = sorted(set(([*['a'], 'Debug'] * 0)))
            INT_30 = (INT_1 & len(('True' + 'True')))
elif Path(repr('a')).name.startswith(('false'.partition(',')[2] or ('b,c' + '/srv/app/'))):
    DICT_31 = {**{x: x.upper() for x in (['a'] * 1)}, 'k': repr(('/srv/app/' or ''))}
else:
    if isinstance('a=b'.lstrip().isdigit(), int):
        LIST_32 = ('%05d|%-6s|%.2f' % (INT_16, 'ab', 1.5) + 'Debug'.replace('a', 'x')).split()
        if any(x for x in 'http://x.org/path'.split()):
            TUPLE_33 = tuple((list(reversed(['a'])) + list(map(str, []))))
        elif Path('%05d|%-6s|%.2f' % (INT_1, 'ab', 1.5)).name.startswith(' x '.partition(',')[1][::-1]):
            INT_34 = (sum([(0 | INT_1), len('b,c')]) if 'été'[1:3].isdigit() else max((1 // 2), len('True')))
            INT_1 = int('-35')
        else:
            INT_35 = INT_1
    if (str({x: x.upper() for x in ['a', 'b', 'a']}) in list({x: x.upper() for x in ['a']})):
        if (sorted(set(['a=b', 'a=b'])) == list(reversed([x for x in ['a'] if x]))):
            STR_36 = ''.replace(' ', 'x')
        else:
            TUPLE_37 = ((f"{'long word':>8}|{-1:04d}" or ('/srv/app/' or '/srv/app/')),)
            STR_38 = f"{'long word':>8}|{INT_1:04d}"
    elif (str((7 // -3)) != 'Hello World'):
        if f"{'long word':>8}|{INT_1:04d}".startswith('%05d|%-6s|%.2f' % (INT_16, 'ab', 1.5).replace(',', '')):
            BOOL_39 = bool(list(reversed([x for x in ['a'] if x])))
        elif ([*sorted(set(['a'])), '%05d|%-6s|%.2f' % (60, 'ab', 1.5)] == sorted(([] + []))):
            INT_40 = repr(os.path.dirname('a')).find('a')
    else:
        TUPLE_41 = ('%05d|%-6s|%.2f' % (sum([INT_16, INT_16]), 'ab', 1.5),)
LIST_42 = sorted([*[*['a'], 'True'], Path('True').name])
BOOL_43 = 'Debug'.replace(',', '').partition(',')[1].startswith(str((False or False)))
LIST_42 += TUPLE_2
if str(BOOL_43).isdigit():
    DICT_45 = {}
elif ('Hello World' in ''.split(',')):
    BOOL_46 = any(x for x in ('%s:%d' % (' x ', 3)).split())
else:
    if BOOL_43:
        DICT_47 = {os.path.join('True', 'a=b').swapcase(): Path('{}/{n}'.format('True', n=INT_1)).name}
    elif BOOL_43:
        STR_48 = '%05d|%-6s|%.2f' % (len('b,c'), 'ab', 1.5)[::-1]
        pass
    else:
        pass
        for item in tuple(TUPLE_2)[:9]:
            pass
            INT_49 = INT_1
            TUPLE_2 = tuple(LIST_42)
DICT_50 = dict(zip(sorted(sorted([])), sorted(set(list(map(str, ['a']))))))
DICT_51 = DICT_50
if LIST_42: LIST_42.pop(0)
DICT_53 = dict(zip(LIST_42, ''[::-1].split(',')))
LIST_54 = [x.strip() for x in repr('Debug').split()]
try:
    INT_55 = (max(INT_1, INT_1) % 7)
    {x: x.upper() for x in list(filter(None, 'True'.split()))}['a']
except Exception:
    INT_1 = int(BOOL_43)
