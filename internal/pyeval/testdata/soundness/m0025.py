import os
from pathlib import Path

try:
    DICT_1 = {x: x.upper() for x in f'{'z':>8}|{3600:04d}'.split(',')}
    pass
except LookupError:
    if (0 < 60 < 10):
        for item in (('%s:%d' % ((' x ' + 'Debug'), ['a'].count('false'))), *[x for x in 'a'.split(',') if x]):
            if item == 'a': break
            TUPLE_2 = (repr(('%s:%d' % ('True', 1))),)
        for item in (repr(('false' + '/srv/app/')),):
            pass
            INT_3 = ' / '.join(['a']).strip().find('.')
    elif isinstance(('b,c' + 'été').split(','), str):
        pass
for item in (str(Path(f'{1}-{0}') / repr('')),):
    if not item: continue
    BOOL_4 = (([].count('') ^ int('19')) == str({'a': 'x'}).find('.'))
    INT_5 = max((len([]) % 2), ['a'][-1:2].count('a=b'.lstrip()))
STR_6 = ('abc' + '{}/{n}'.format('True', n=1)[::-1])
BOOL_7 = ('{}/{n}'.format(STR_6, n=(3 % 2)) in [x for x in 'a=b'.split(',') if x])
STR_6 = repr(('%s:%d' % (STR_6, 5)))
STR_8 = STR_6
BOOL_7 = ((''[::-1] + Path('b,c').as_posix()) is None)
STR_9 = 'http://x.org/path'
if isinstance(f'{'z':>8}|{2:04d}'.startswith('True'.lower()), bool):
    if ([*list(reversed(['a'])), str(-1)] == STR_8.split()):
        if (0 < list(filter(None, [])).count((STR_9 + STR_8)) < 10):
            TUPLE_10 = (STR_6, *f'{'z':>8}|{0:04d}'.split())
            TUPLE_11 = (f'{None}-{3600}', *list({x: x.upper() for x in ['a', 'b', 'a']}))
        elif (' / '.join(['a'][1:]) is None):
            DICT_12 = dict(a='%05d|%-6s|%.2f' % (len('/srv/app/'), 'ab', 1.5), b=STR_9)
            DICT_13 = dict(a=repr('a,b,,c'), b='{}/{n}'.format(STR_9, n=int(BOOL_7)))
        else:
            TUPLE_14 = tuple((([] * 0) * 2))
    if bool(max(['a'].count(STR_6), max(7, 2))):
        STR_15 = Path(STR_8).as_posix()
    else:
        for item in (os.path.basename(STR_8[::-1]), *(list(filter(None, ['a', 'b', 'a'])) * 1)):
            pass
            LIST_16 = sorted(set((sorted(['a', 'b', 'a']) + [*['a'], 'a'])))
        BOOL_7 = any(x for x in (sorted(set([])) * 2))
elif (('True' + STR_8).split(',') == list(reversed(['a', 'b', 'a']))[1:]):
    BOOL_7 = BOOL_7
else:
    LIST_17 = list(dict(a=os.path.join(' x ', STR_6), b=Path(STR_8).name))
    pass
for item in STR_9[::-1].split():
    if not item: continue
    try:
        if isinstance((f'{1}-{0}' or 'a,b,,c'), int):
            BOOL_7 = (not ('%s:%d' % (STR_9, 7)).startswith('a'.replace(',', '--')))
        elif BOOL_7:
            BOOL_18 = bool((int('28') // 7))
            INT_19 = len(STR_8)
        else:
            BOOL_7 = BOOL_7
        pass
    except ValueError:
        INT_20 = int('-14')
        if (STR_9 not in [x.strip() for x in list({'a': 'x'})]):
            INT_21 = len([*(['a'] * 0), ('false' and STR_8)])
        elif BOOL_7:
            STR_6 = Path(os.path.normpath('{}/{n}'.format(STR_8, n=1))).name
            TUPLE_22 = (('%05d|%-6s|%.2f' % (0, 'ab', 1.5), *list(reversed(['a']))) + (STR_8, *list(('a',))))
for item in list(dict(zip([x for x in ['a', 'b', 'a'] if x], (['a'] + ['a', 'b', 'a'])))):
    if item == 'a': break
    if BOOL_7:
        try:
            BOOL_7 = BOOL_7
            DICT_23 = dict(zip(list({**{'a': 'x'}, 'k': STR_6}), list(filter(None, [*['a', 'b', 'a'], STR_8]))))
            int(f'{'long word':>8}|{0:04d}')
        except Exception:
            STR_24 = STR_9
            BOOL_7 = (list(map(str, 'a=b'.split())) == list(filter(None, []))[-1:2])
    elif (BOOL_7 or ('/srv/app/'[::-1] is None)):
        if BOOL_7:
            LIST_25 = sorted([*[*['a'], 'été'], STR_6])
            STR_26 = os.path.join(str([STR_6, STR_9, STR_9]), STR_8)
        else:
            LIST_27 = (list(dict(zip(['a'], ['a', 'b', 'a']))) + [*['a', 'b', 'a'], 'a'][-1:])
            TUPLE_28 = ((os.path.join('false', 'été'),) + tuple('a=b'.split(',')))
        if BOOL_7:
            DICT_29 = {STR_6.partition(',')[2].partition(',')[2]: STR_6, 'http://x.org/path': ('b,c'[::-1] or STR_6)}
if isinstance([x for x in ['a'] if x].count('%05d|%-6s|%.2f' % (60, 'ab', 1.5)), (list, tuple)):
    if ('{}/{n}'.format(str({'a': 'x'}), n='a=b'.find('.')) != STR_8):
        DICT_30 = {x: x.upper() for x in [x for x in [STR_9, STR_6, 'b,c'] if x]}
        TUPLE_31 = tuple([''[:-1]])
    elif (BOOL_7 or BOOL_7):
        DICT_32 = {x: x.upper() for x in [x.strip() for x in (['a'] + ['a'])]}
        STR_8 = os.path.basename(f'{'z':>8}|{-1:04d}')[::-1]
    if any(x for x in sorted([x for x in ['a', 'b', 'a'] if x])):
        DICT_33 = {**dict(zip((['a', 'b', 'a'] * 0), [x for x in ['a'] if x])), 'k': (f'{True}-{-1}' or os.path.join(STR_6, STR_6))}
        INT_34 = len(STR_8)
try:
    if (STR_9 < repr('%05d|%-6s|%.2f' % (3, 'ab', 1.5))):
        BOOL_7 = STR_8.startswith(('' and ' x ')[1:-1])
    for item in list({**{**{}, 'k': STR_8}, 'k': '%05d|%-6s|%.2f' % (3600, 'ab', 1.5)}):
        pass
        TUPLE_35 = ((STR_8 and STR_6).replace(' ', ''),)
        if (0 < len(['a'][1:]) < 10):
            STR_6 = STR_6
        elif (not ((['a'] == ['a']) and (1 > 1))):
            INT_36 = int('47')
            LIST_37 = list(reversed(list(reversed(sorted(set([]))))))
    int('http://x.org/path'.partition(',')[1].partition(',')[1])
except LookupError:
    pass
    INT_38 = ((STR_9.find('.') % 2) // 2)
if (STR_6 + STR_6)[1:].startswith(str(Path((STR_9 and STR_8)) / str(Path('') / STR_8))):
    DICT_39 = dict(a=(STR_8 + STR_8), b=repr('{}/{n}'.format('Debug', n=60)))
elif (STR_9.startswith(STR_6) and BOOL_7):
    if Path(('%s:%d' % ('', 3600))).name.isdigit():
        if (not BOOL_7):
            DICT_40 = dict(zip(sorted(set((['a'] * 1))), list(filter(None, [x for x in ['a'] if x]))))
        elif (STR_6 is None):
            TUPLE_41 = tuple(list(dict(zip(['a', 'b', 'a'], []))))
    elif isinstance(len(' x '.split(',')), (list, tuple)):
        DICT_42 = {x: x.upper() for x in list(reversed([x for x in ['a'] if x]))}
    else:
        INT_43 = ((sum([3, 3]) if isinstance(1, str) else len(['a', 'b', 'a'])) if BOOL_7 else int((['a', 'b', 'a'] == ['a'])))
        if BOOL_7:
            LIST_44 = list(map(str, [*(['a'] + []), STR_8.upper()]))
            LIST_45 = [*list(reversed(list({'a': 'x'}))), ','.join(list(('a',)))]
        elif BOOL_7:
            STR_6 = str({x: x.upper() for x in [x.strip() for x in ['a', 'b', 'a']]})
            DICT_46 = {}
else:
    BOOL_7 = ('%05d|%-6s|%.2f' % (int(False), 'ab', 1.5) not in list((('a',) + ())))
if bool(int('45')):
    try:
        try:
            LIST_47 = sorted(set([*sorted([]), STR_6]))
            DICT_48 = {**{**dict(zip(['a'], ['a', 'b', 'a'])), 'k': STR_6}, 'k': os.path.dirname(('a' + STR_8))}
            pass
        except LookupError:
            DICT_49 = {**dict(a=os.path.splitext(STR_8)[0], b='%05d|%-6s|%.2f' % (3600, 'ab', 1.5)), 'k': '{}/{n}'.format(f'{True}-{2}', n=int(BOOL_7))}
            TUPLE_50 = tuple(sorted(set(list({}))))
        [][-1:2][0]
    except ValueError:
        if f'{'q'}-{1}'.isdigit():
            STR_51 = (('%s:%d' % (STR_9, 3)) or (STR_6 + STR_6))[1:3]
        else:
            DICT_52 = dict(zip(([] * 0), (['a', 'b', 'a'] + ['a', 'b', 'a'])[:2]))
        for item in ((STR_9, *sorted(set([]))) + ("it's", *sorted(set(['a'])))):
            if not item: continue
            STR_53 = STR_6.lstrip()
            BOOL_54 = (os.path.dirname(STR_6.partition(',')[1]) not in [])
    for item in (STR_8,):
        pass
        for item in (os.path.join('a=b', STR_6).replace(',', 'x'), *'%05d|%-6s|%.2f' % (1, 'ab', 1.5).split(',')):
            pass
            LIST_55 = sorted(list(dict(a=STR_9, b=STR_8)))
            INT_56 = len((sorted([]) * 2))
        if (len((['a'] + ['a', 'b', 'a'])) != 420):
            BOOL_57 = '%05d|%-6s|%.2f' % (420, 'ab', 1.5).isdigit()
            LIST_58 = '%05d|%-6s|%.2f' % ((60 // 7), 'ab', 1.5).split(',')
        else:
            STR_59 = '%05d|%-6s|%.2f' % ((int('7') % 2), 'ab', 1.5)
            TUPLE_60 = (Path(STR_9).name,)
else:
    LIST_61 = list(reversed('été'.split(',')[:2]))
    if BOOL_7:
        if (Path(('/srv/app/' + ' x ')).name in list(filter(None, list(map(str, []))))):
            TUPLE_62 = (Path(STR_6.replace(',', '')).as_posix(),)
        else:
            DICT_63 = dict(a=STR_8[::-1], b=STR_8)
    else:
        pass
if (not (STR_8 in [])):
    DICT_64 = dict(zip([x.strip() for x in list(map(str, []))], [x for x in [x for x in [] if x] if x]))
try:
    if '/srv/app/'.partition(',')[0][1:-1].isdigit():
        if BOOL_7:
            INT_65 = int('-31')
            INT_66 = int('-41')
        elif STR_6.isdigit():
            LIST_67 = list(filter(None, list({})))
            DICT_68 = {x: x.upper() for x in (sorted(set([])) + list({'a': 'x'}))}
        else:
            LIST_69 = (f'{1}-{0}'.split() * 1)
            TUPLE_70 = (str(BOOL_7).replace(',', '--'),)
    elif (((-1 % 7) * int(True)) < len(STR_9)):
        STR_6 = Path(STR_6[-2:3]).as_posix()
    else:
        BOOL_71 = bool(dict(zip(sorted(['a']), STR_6.split(','))))
    [*[(STR_6 or 'True'), (STR_9 + ' x ')], STR_8][0]
except Exception:
    if ('abc'.upper() == ','.join(list({'a': 'x'}))):
        for item in (','.join([]).replace(' ', ''), *[*list(map(str, [])), os.path.join('b,c', 'Debug')]):
            pass
            LIST_72 = [STR_6, repr(('false' or 'b,c')), f'{'long word':>8}|{60:04d}'[::-1]]
            LIST_73 = [STR_9]
        pass
    elif STR_9[::-1].isdigit():
        LIST_74 = sorted(set([x for x in list(reversed([])) if x]))
    else:
        if (sorted(set(sorted(['a']))) == 'été'.replace(' ', '--').split()):
            LIST_75 = sorted(str({'a': 'x'}).split(','))
        LIST_76 = list(reversed(STR_8.split(',')))
INT_77 = 1
BOOL_78 = BOOL_7
if (('%s:%d' % (STR_6, (-1 ^ INT_77))) is None):
    if (Path('false'.partition(',')[1]).as_posix() is None):
        TUPLE_79 = tuple(sorted(([] + ['a', 'b', 'a'])))
    else:
        if any(x for x in [x for x in list(map(str, ['a'])) if x]):
            INT_77 = int((not (0 < 3600 < 10)))
        elif (os.path.normpath(','.join(['a', 'b', 'a'])) in [STR_6, STR_8.partition(',')[1], Path(STR_8).as_posix()]):
            STR_80 = Path(str(('True',))).name
            BOOL_81 = BOOL_78
        if bool({**{'a=b': STR_9, 'b,c': 'a'}, 'k': STR_8.partition(',')[1]}):
            STR_8 = '{}/{n}'.format('%05d|%-6s|%.2f' % (['a', 'b', 'a'].count(STR_8), 'ab', 1.5), n=INT_77)
        elif (bool({STR_6: 'été', STR_9: 'True'}) and any(x for x in sorted(['a', 'b', 'a']))):
            INT_77 = [x for x in [x.strip() for x in ['a', 'b', 'a']] if x].count(STR_6)
            STR_6 = str(Path('tab\tline\n') / str(['a', 'b', 'a'][:2]))
        else:
            DICT_82 = dict(a=('%s:%d' % ('True', INT_77)).replace('a', '--'), b=Path(os.path.splitext('a')[1]).as_posix())
    INT_77 = len(STR_6)
INT_77 = len(sorted(set(STR_9.split())))
BOOL_83 = '{}/{n}'.format(Path(STR_9).as_posix(), n=60).isdigit()
STR_84 = STR_8
if os.path.normpath((STR_9 or STR_84)).startswith(str(('a', 'b')).lower()):
    STR_85 = 'a=b'[::-1].lower()[::-1]
    LIST_86 = sorted(set([x for x in list(map(str, ['a'])) if x]))
else:
    pass
STR_87 = ('%s:%d' % ('%05d|%-6s|%.2f' % (sum([INT_77, 0]), 'ab', 1.5), max(5, INT_77)))
BOOL_7 = (not (BOOL_78 and ' x '.isdigit()))
INT_88 = sum([(INT_77 // -3), int('41')])
if isinstance(('%s:%d' % (STR_87, (INT_88 if False else 60))), (list, tuple)):
    LIST_89 = str(()).split()[:2]
    INT_90 = (5 % 2)
