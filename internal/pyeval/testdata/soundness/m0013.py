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
            STR_6 = f'{'long word':>8}|{7:04d}'
    DICT_7 = {**dict(zip([*['a'], '/srv/app/'], [][1:2])), 'k': os.path.normpath(('Debug' + 'false'))}
elif ((len([]) != (0 % -3)) or (('%s:%d' % (' x ', -1)) in ' / '.join(['a']))):
    if (any(x for x in list(filter(None, ['a', 'b', 'a']))) and bool({**{'a': 'x'}, 'k': 'Debug'})):
        TUPLE_8 = (f'{'z':>8}|{60:04d}',)
    else:
        if isinstance(isinstance((60 == 1), str), bool):
            TUPLE_9 = ("it's",)
        else:
            STR_10 = os.path.join(os.path.join(os.path.normpath('a=b'), 'a,b,,c'), str(False).lstrip())
            DICT_11 = {**{'a'.replace(',', 'x'): os.path.join(' x ', 'True')}, 'k': ('a,b,,c' and ''.join(['a', 'b', 'a']))}
if (os.path.splitext(str(Path('/srv/app/') / ''))[0] not in list(map(str, ['a', 'b', 'a'][1:2]))):
    pass
    if bool({**{x: x.upper() for x in ['a', 'b', 'a']}, 'k': 'Debug'.replace('a', '')}):
        for item in sorted(os.path.join('a=b', '').split()):
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
        for item in str(Path('Debug') / 'Debug').partition(',')[0].split():
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
    elif (0 < f'{True}-{2}'.find('.') < 10):
        STR_27 = ((('a' and 'a=b') and ('%s:%d' % ('', 1))) + ''.partition(',')[0].capitalize())
    else:
        DICT_28 = {x: x.upper() for x in list(reversed(['', '', '']))}
    pass
    dict(a=('' and 'Debug'.partition(',')[1]), b=f'{'long word':>8}|{2:04d}')['a']
except Exception:
    if Path(os.path.dirname(' x ')).as_posix().isdigit():
        TUPLE_29 = (f'{True}-{3600}', *list(map(str, list(('a',)))))
    else:
        DICT_30 = {**{'': ('a' and 'a=b'), f'{None}-{-1}': 'false'[::-1]}, 'k': str(Path(''.join(['a'])) / ('%s:%d' % ('a', 2)))}
for item in (('%s:%d' % (('a' or 'True'), sum([1, 7]))), *sorted(set(list(('a',))))):
    if item == 'a': break
    try:
        INT_31 = len(('a' and ' x ').replace(' ', '--'))
        STR_32 = (os.path.normpath(os.path.join('', ' x ')) and ('a=b' or ' x ').partition(',')[2])
        pass
    except Exception:
        for item in [x for x in str(('a', 'b')).split() if x]:
            pass
            LIST_33 = [*sorted(set(['a']))[1:2], 'a=b'.replace(' ', 'x').replace(',', '')]
        STR_34 = os.path.join('http://x.org/path', f'{'long word':>8}|{60:04d}')
if (isinstance(['a'][1:2], bool) and (('Debug' or '/srv/app/') in 'a=b'[::-1])):
    INT_35 = len([x for x in [x.strip() for x in ['a', 'b', 'a']] if x])
    INT_36 = ([x.strip() for x in ['a', 'b', 'a']].count(','.join(['a', 'b', 'a'])) // 2)
elif (str(Path(f'{True}-{0}') / os.path.basename('b,c')) in list(reversed(list({})))):
    STR_37 = Path(('%s:%d' % (('/srv/app/' and 'True'), (2 // 7)))).as_posix()
else:
    BOOL_38 = (('a=b'.startswith('a=b') or (0 != -1)) and bool((0 ^ 0)))
if (0 < os.path.join('/srv/app/', '/srv/app/').find('b') < 10):
    LIST_39 = [(' x '[::-1] and str(Path(' x ') / 'false'))]
else:
    INT_40 = 420
INT_41 = len(list({**{'a': 'x'}, 'k': 'a'}))
BOOL_42 = ('{}/{n}'.format(' x ', n=1).isdigit() or (Path('false').as_posix() not in os.path.join('', ' x ')))
