import os
from pathlib import Path

if '%05d|%-6s|%.2f' % ((3 if False else 7), 'ab', 1.5).isdigit():
    if (0 < max(len(['a']), sum([3600, 3600])) < 10):
        BOOL_1 = (('a=b'.isdigit() or ('b,c' not in ' x ')) and ('tab\tline\n' == 'été'.replace(',', '')))
    elif ('été'[::-1][::-1] not in [x.strip() for x in [x.strip() for x in ['a', 'b', 'a']]]):
        INT_2 = max((sum([3, 7]) if isinstance(-1, (list, tuple)) else (7 if True else 1)), (len(['a']) + 1))
        if (sum([(1 if False else -1), sum([2, 3600])]) <= len((['a'] * 1))):
            INT_3 = int('-20')
            DICT_4 = {''.join(sorted(set(['a', 'b', 'a']))): os.path.join("it's", 'false'[::-1]), 'a,b,,c': str(Path('/srv/app/'[1:3]) / ('a=b' or 'Debug'))}
        elif os.path.basename('false'.replace('a', '')).startswith(('%s:%d' % (('' or ''), ['a', 'b', 'a'].count(' x ')))):
            INT_5 = (('%s:%d' % ('', 3)).find(',') // -3)
            STR_6 = f"{'long word':>8}|{7:04d}"
    DICT_7 = {**dict(zip([*['a'], '/srv/app/'], [][1:2])), 'k': os.path.normpath(('Debug' + 'false'))}
elif ((len([]) != (0 % -3)) or (('%s:%d' % (' x ', -1)) in ' / '.join(['a']))):
    if (any(x for x in list(filter(None, ['a', 'b', 'a']))) and bool({**{'a': 'x'}, 'k': 'Debug'})):
        TUPLE_8 = (f"{'z':>8}|{60:04d}",)
    else:
        if isinstance(isinstance((60 == 1), str), bool):
            TUPLE_9 = ("it's",)
        else:
            STR_10 = os.path.join(os.path.join(os.path.normpath('a=b'), 'a,b,,c'), str(False).lstrip())
            DICT_11 = {**{'a'.replace(',', 'x'): os.path.join(' x ', 'True')}, 'k': ('a,b,,c' and ''.join(['a', 'b', 'a']))}
if (os.path.splitext(str(Path('/srv/app/') / ''))[0] not in list(map(str, ['a', 'b', 'a'][1:2]))):
    pass
    if bool({**{x: x.upper() for x in ['a', 'b', 'a']}, 'k': 'Debug'.replace('a', '')}):
        for item in tuple(sorted(os.path.join('a=b', '').split()))[:9]:
            if item == 'a': break
            TUPLE_12 = ((os.path.join('Debug', 'a'), *'b,c'.split()) + (('Debug', *['a']) + ('été',)))
        STR_13 = (os.path.normpath(' x ') and ('b,c' + 'été'))[-2:3]
    elif (sorted(set((['a'] * 2))) == ','.join(['a', 'b', 'a']).split(',')):
        if isinstance((0 < len(['a']) < 10), int):
            INT_14 = ' / '.join([]).swapcase().find(',')
        else:
            STR_15 = '%05d|%-6s|%.2f' % (len('True'), 'ab', 1.5).partition(',')[2]
            LIST_16 = (str(False) or ('%s:%d' % ('Debug', 1))).split(',')
    else:
        pass
elif isinstance('/srv/app/'.replace(' ', '')[::-1], int):
    if ('été'.partition(',')[1].partition(',')[0] in [x for x in list(filter(None, ['a', 'b', 'a'])) if x]):
        for item in tuple(str(Path('Debug') / 'Debug').partition(',')[0].split())[:9]:
            if item == 'a': break
            BOOL_17 = (sum([sum([60, 1]), (60 if False else 2)]) <= max(int(True), sum([60, 0])))
            BOOL_18 = (not 'Debug'[::-1].startswith('{}/{n}'.format('a=b', n=1)))
        TUPLE_19 = tuple(sorted(set(list(reversed([])))))
    elif (int('30') < max((3600 % 2), 'a=b'.find('.'))):
        if (('%s:%d' % ('b,c', 1)) or str(True)).isdigit():
            LIST_20 = sorted(sorted([' x ']))
        elif ('{}/{n}'.format('Debug', n=60).startswith(','.join([])) and str(True).isdigit()):
            BOOL_21 = isinstance(int((not False)), int)
            TUPLE_22 = (tuple(list(())) + ('%05d|%-6s|%.2f' % (3600, 'ab', 1.5), *['a=b', 'True', 'false']))
        else:
            INT_23 = 5
            STR_24 = os.path.join(str({x: x.upper() for x in ['a', 'b', 'a']}), ''[::-1][::-1])
        STR_25 = ('a=b'.capitalize() or str(Path('Debug') / 'a=b')).title()
try:
    if isinstance((bool({'a': 'x'}) or bool(60)), int):
        BOOL_26 = (('Debug'.split(',') * 1) == [])
    elif (0 < f"{2.5}-{3}".find('b') < 10):
        BOOL_27 = (('True' and 'a').split(',') == [*[], 'a=b'.swapcase()])
        STR_28 = ','.join(list(map(str, list(map(str, ['a', 'b', 'a'])))))
    LIST_29 = ["it's", ('' + repr('Debug')), Path(Path('').name).name]
    {**dict(a=str({'a': 'x'}), b=('%s:%d' % ('/srv/app/', 3))), 'k': os.path.splitext(f"{2.5}-{-1}")[0]}['a']
except (ValueError, LookupError):
    TUPLE_30 = (f"{True}-{3600}", *list(map(str, list(('a',)))))
if ((not (not False)) or (not 'a=b'.startswith('Debug'))):
    if (not ((2 < -1) or bool({}))):
        INT_31 = (int('1') if ([*['a'], 'a'] == list(filter(None, ['a', 'b', 'a']))) else (['a'].count('a=b') * sum([7, -1])))
        TUPLE_32 = ('a'[::-1].replace(',', 'x'), *list(map(str, [x.strip() for x in ['a']])))
    elif (0 < int((' x ' in [])) < 10):
        if isinstance(str((('a', 'b') + ('a',))), int):
            TUPLE_33 = ('/srv/app/'.replace(',', 'x').lower(), *list((' x ', *['a'])))
            STR_34 = str(tuple([*['a'], 'été']))
        else:
            LIST_35 = [x.strip() for x in [x.strip() for x in (['a'] * 0)]]
            STR_36 = os.path.join('http://x.org/path', f"{'long word':>8}|{60:04d}")
        if (isinstance(['a'][1:2], bool) and (('Debug' or '/srv/app/') in 'a=b'[::-1])):
            INT_37 = len([x for x in [x.strip() for x in ['a', 'b', 'a']] if x])
            INT_38 = ([x.strip() for x in ['a', 'b', 'a']].count(','.join(['a', 'b', 'a'])) // 2)
        elif (str(Path(f"{True}-{0}") / os.path.basename('b,c')) in list(reversed(list({})))):
            STR_39 = Path(('%s:%d' % (('/srv/app/' and 'True'), (2 // 7)))).as_posix()
        else:
            BOOL_40 = (('a=b'.startswith('a=b') or (0 != -1)) and bool((0 ^ 0)))
if (0 < max(int(True), (1 % 7)) < 10):
    try:
        TUPLE_41 = ((('' + ''), *[][:2]) + tuple('a=b'.split(',')))
        dict(a=' / '.join(['a']).replace(' ', ''), b=('{}/{n}'.format(' x ', n=1) and f"{2.5}-{3600}"))['a']
    except (ValueError, KeyError):
        DICT_42 = dict(zip(list(reversed([x.strip() for x in ['a', 'b', 'a']])), list(('',))))
        DICT_43 = dict(zip(os.path.join('a', 'false').split(','), 'b,c'.partition(',')[2].split()))
    LIST_44 = (f"{'z':>8}|{60:04d}" + 'Debug'.partition(',')[0]).split()
try:
    STR_45 = ((str(Path('/srv/app/') / 'Debug') or str(Path('b,c') / '')) and ('a'[::-1] + ' x '[::-1]))
    int(os.path.join('/srv/app/'[::-1].replace(',', 'x'), 'a,b,,c'))
except (ValueError, KeyError):
    BOOL_46 = (not ('{}/{n}'.format('a', n=1) in [*['a'], 'a']))
    LIST_47 = [*list({'/srv/app/': 'a'}), ('a' and '').lower()]
if (not ([] == (['a'] * 2))):
    if ("it's" is None):
        if bool(sorted(set((['a'] + ['a'])))):
            BOOL_48 = (os.path.dirname('a=b').replace(',', '--') is None)
            DICT_49 = {x: x.upper() for x in list(filter(None, list(map(str, ['a']))))}
        else:
            INT_50 = os.path.splitext('a')[1].split(',').count(f"{'z':>8}|{1:04d}"[::-1])
            DICT_51 = {os.path.normpath(''.upper()): f"{'long word':>8}|{2:04d}", os.path.join('/srv/app/'[:3], ('false' + 'a=b')): ' / '.join([x for x in ['a', 'b', 'a'] if x])}
        if ((os.path.dirname('false') is None) and (f"{'z':>8}|{2:04d}" not in (['a'] * 1))):
            DICT_52 = {x: x.upper() for x in sorted(list(filter(None, ['a', 'b', 'a'])))}
        elif (0 < ([].count('a') % 2) < 10):
            LIST_53 = [x.strip() for x in ([x for x in [] if x] + list(('a', 'b')))]
            STR_54 = '%05d|%-6s|%.2f' % (int(False), 'ab', 1.5)[1:]
    else:
        try:
            DICT_55 = {**{x: x.upper() for x in list(filter(None, ['a']))}, 'k': f"{None}-{1}"}
            STR_56 = str(Path('a'[::-1]) / f"{2.5}-{-1}")[-2:3]
            {}['a']
        except Exception:
            TUPLE_57 = (os.path.join(os.path.join('/srv/app/', 'a=b'), 'Debug'.partition(',')[0]), *[*' x '.split(), ''.join(['a', 'b', 'a'])])
            INT_58 = ((len('/srv/app/') if any(x for x in []) else ' x '.find('.')) & ('%s:%d' % ('a=b', 2)).find('b'))
if (any(x for x in sorted(set(['a', 'b', 'a']))) and (f"{'z':>8}|{7:04d}" in sorted(set([])))):
    LIST_59 = sorted(set(' x '[1:3].split(',')))
    if (sum([(7 if True else 7), int(True)]) <= '{}/{n}'.format('été', n=-1).find('b')):
        BOOL_60 = (bool((7 & 0)) and f"{2.5}-{1}".startswith(str(Path('True') / '/srv/app/')))
    else:
        if (0 < 'a,b,,c'.find('b') < 10):
            TUPLE_61 = (('false'[::-1],) + (('True' or '/srv/app/'), *list(filter(None, ['a']))))
        elif isinstance((os.path.join('', '') not in list({'a': 'x'})), bool):
            STR_62 = repr(' x ').lstrip()[:-1]
            LIST_63 = [*sorted(set(''.split())), os.path.splitext(os.path.splitext('false')[0])[1]]
        else:
            INT_64 = (len((' x ' or 'false')) % 2)
            TUPLE_65 = ((tuple([]) + (' x ',)) + (tuple(['a', 'b', 'a']) + ('b,c', *['a', 'b', 'a'])))
elif (os.path.splitext('a')[0].split() == ([*['a', 'b', 'a'], 'a'] * 0)):
    if (not (not ('/srv/app/' != 'a'))):
        try:
            TUPLE_66 = ('abc',)
            {**{''.lower(): '{}/{n}'.format('b,c', n=7), 'abc': ('a' or ' x ')}, 'k': 'false'[1:].replace('a', 'x')}['a']
        except (ValueError, LookupError):
            DICT_67 = dict(a=Path(os.path.join('', 'false')).name, b=repr(os.path.splitext('Debug')[1]))
            BOOL_68 = (0 < sum([''.find(','), 'false'.find(',')]) < 10)
