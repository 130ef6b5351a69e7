import os
from pathlib import Path

if ((('a' in ['a']) and (['a', 'b', 'a'] == ['a'])) and ((False or True) and ('Debug' not in []))):
    if bool({os.path.join('True', ''): '%05d|%-6s|%.2f' % (-1, 'ab', 1.5), str(False): Path('Debug').name}):
        pass
else:
    TUPLE_1 = (f"{1}-{-1}",)
if ((str(Path('false') / 'a') is None) or (isinstance(['a'], str) and (True or False))):
    if (os.path.splitext('Debug')[0] + ('%s:%d' % ('/srv/app/', 1))).startswith((('' and 'false') and ('a' and ' x '))):
        if any(x for x in ('/srv/app/' or '/srv/app/').split()):
            DICT_2 = dict(a=('%s:%d' % (os.path.normpath('a=b'), sum([1, 0]))), b=str(Path(('True' + 'Debug')) / ('été' or 'a')))
            LIST_3 = list({})
        if (('%s:%d' % ('{}/{n}'.format('false', n=3), int(False))) is None):
            INT_4 = 1
            INT_5 = (max(['a'].count('a'), (60 % 7)) // 2)
        else:
            LIST_6 = [*[x for x in list(map(str, ['a', 'b', 'a'])) if x], ('{}/{n}'.format('a', n=-1) + Path('été').name)]
            BOOL_7 = ('a'[::-1].replace(',', '') != 'abc'.partition(',')[1])
    else:
        if (str(tuple([])) not in list(filter(None, list(map(str, ['a', 'b', 'a']))))):
            STR_8 = '{}/{n}'.format(os.path.splitext('Debug')[1], n=int('10'))[1:]
        elif ('b,c'.split(',').count(('été' + '/srv/app/')) > (max(1, 2) * sum([-1, 60]))):
            DICT_9 = {'/srv/app/'[1:3][:-1]: '%05d|%-6s|%.2f' % ((3 % 2), 'ab', 1.5)}
            INT_10 = len((['a'][1:2] + sorted(set([]))))
        LIST_11 = os.path.join('{}/{n}'.format(' x ', n=1), 'b,c'.replace('a', 'x')).split(',')
for item in tuple(((f"{1}-{-1}",) + ('Debug'.swapcase(),)))[:9]:
    pass
    if ('tab\tline\n'.replace('a', '') not in str(dict(a='', b='false'))):
        if (((0 < 1 < 10) and (2 > 2)) or ('http://x.org/path' < os.path.normpath(''))):
            INT_12 = (len(os.path.join('True', ' x ')) // -3)
            DICT_13 = {**{x: x.upper() for x in list({})}, 'k': repr('false').title()}
    STR_14 = ' / '.join(list(reversed([]))).replace(' ', '')
try:
    try:
        STR_15 = '/srv/app/'.upper().replace(',', '').capitalize()
        if ([str(('a', 'b'))] == (['/srv/app/', 'a'] * 1)):
            DICT_16 = dict(a='{}/{n}'.format('', n=7).partition(',')[0], b=f"{'long word':>8}|{0:04d}")
            TUPLE_17 = ('{}/{n}'.format(f"{'long word':>8}|{0:04d}", n=(7 if True else 2)),)
        elif any(x for x in ([*[], '/srv/app/'] * 2)):
            STR_18 = f"{True}-{-1}"[::-1]
            BOOL_19 = (isinstance('/srv/app/'.split(','), bool) and isinstance((7 * 2), str))
        pass
    except (ValueError, LookupError):
        LIST_20 = os.path.splitext(('a=b' + '/srv/app/'))[0].split(',')
        if f"{'long word':>8}|{2:04d}".isdigit():
            TUPLE_21 = (f"{'long word':>8}|{3600:04d}", *list(reversed([x.strip() for x in ['a']])))
        else:
            LIST_22 = str(Path('a=b'[::-1]) / ('a' and 'a=b')).split(',')
    TUPLE_23 = (('Debug'[1:-1], *[x.strip() for x in ['a']]) + tuple([*['a'], 'b,c']))
    {}['a']
except Exception:
    if (not 'Debug'.replace(',', 'x').isdigit()):
        if isinstance(os.path.splitext('a'[::-1])[1], bool):
            TUPLE_24 = tuple(sorted(list(map(str, []))))
        INT_25 = max(max((2 % 2), (3 + 2)), sorted(['a']).count(os.path.splitext('été')[0]))
    elif (((7 - 1) + (2 // -3)) != len('True'.split(','))):
        INT_26 = (f"{True}-{0}".find(',') if (not (0 < 7)) else 'false'[::-1].find('b'))
    else:
        BOOL_27 = (0 < int('-20') < 10)
        TUPLE_28 = (os.path.join(str(True), f"{2.5}-{1}"),)
if (0 < int(('a' < 'True')) < 10):
    if (('a=b'.split() == list({})) and os.path.splitext('/srv/app/')[0].startswith('%05d|%-6s|%.2f' % (7, 'ab', 1.5))):
        pass
    elif ('{}/{n}'.format(os.path.splitext('a=b')[0], n=int(True)) is None):
        STR_29 = repr(Path('{}/{n}'.format('false', n=2)).as_posix())
        if ','.join([]).startswith(('a' or 'b,c').partition(',')[1]):
            BOOL_30 = (((' x ' or 'a') or 'True'[::-1]) in list({x: x.upper() for x in []}))
            STR_31 = '%05d|%-6s|%.2f' % (int(isinstance('a=b', str)), 'ab', 1.5)
        elif 'a=b'.partition(',')[1][::-1].isdigit():
            INT_32 = (int('24') // 2)
        else:
            STR_33 = f"{1}-{3}"
    else:
        DICT_34 = {x: x.upper() for x in list(tuple([]))}
elif (os.path.splitext('false')[1].split(',') == list(reversed([*['a', 'b', 'a'], 'a=b']))):
    if str(Path(' / '.join(['a'])) / '%05d|%-6s|%.2f' % (3, 'ab', 1.5)).startswith(f"{'z':>8}|{60:04d}"):
        TUPLE_35 = tuple(('false'.split() * 2))
    else:
        if (repr(f"{2.5}-{3600}") is None):
            BOOL_36 = '{}/{n}'.format('/srv/app/'[:], n=len('a=b')).isdigit()
        elif os.path.splitext(str(Path('True') / 'false'))[0].isdigit():
            DICT_37 = {x: x.upper() for x in list((('a', 'b') + ('a',)))}
            INT_38 = len(list(filter(None, [x.strip() for x in []])))
        else:
            BOOL_39 = isinstance((''.split() * 0), bool)
        DICT_40 = {**dict(zip('a=b'.split(), sorted(['a', 'b', 'a']))), 'k': (('' + 'Debug') + repr('Debug'))}
else:
    DICT_41 = {'tab\tline\n': str(Path(' x ') / 'Debug').replace(',', 'x')}
    if isinstance(((-1 // 2) % 7), bool):
        DICT_42 = {**{x: x.upper() for x in [*['a'], 'été']}, 'k': str('b,c'.find(','))}
    elif ('%s:%d' % (('a' or 'Debug'), sum([1, 1]))).isdigit():
        STR_43 = f"{True}-{7}"
    else:
        if 'false'.replace(',', '--').replace(' ', 'x').isdigit():
            TUPLE_44 = (('a=b'[-2:-1] and ','.join([])),)
if isinstance('a'.capitalize().find('a'), str):
    try:
        BOOL_45 = any(x for x in ((['a'] + ['a']) + (['a', 'b', 'a'] + ['a'])))
        pass
    except (ValueError, KeyError, IndexError):
        STR_46 = os.path.dirname(os.path.join(('a' or '/srv/app/'), f"{'z':>8}|{1:04d}"))
        BOOL_47 = '{}/{n}'.format(('Debug' and 'True'), n=0).isdigit()
else:
    if (0 < 0 < 10):
        for item in tuple([*sorted(list(reversed(['a']))), ('Debug' + '/srv/app/')[:-1]])[:9]:
            if not item: continue
            BOOL_48 = (Path(''.lstrip()).as_posix() not in f"{'long word':>8}|{3600:04d}"[::-1])
            TUPLE_49 = tuple((list({}) + list({})))
    else:
        STR_50 = f"{'z':>8}|{-1:04d}"
    LIST_51 = [x.strip() for x in list(dict(a='True', b='b,c'))]
INT_52 = max(int('-30'), (len('b,c') // 7))
if f"{True}-{INT_52}".startswith(''[1:-1].replace(',', 'x')):
    pass
    if (' / '.join('b,c'.split(',')) not in list(reversed([*[], 'a']))):
        BOOL_53 = (sum([len(['a']), INT_52]) < (INT_52 % -3))
    else:
        DICT_54 = {x: x.upper() for x in list(map(str, list(map(str, ['a']))))}
        LIST_55 = sorted(set((sorted(['a']) * 1)))
elif (sorted(set([x for x in ['a'] if x])) == sorted('b,c'.split())):
    STR_56 = str(Path(f"{True}-{3}") / 'Hello World'.partition(',')[1])
else:
    for item in tuple([x.strip() for x in sorted(set([x.strip() for x in []]))])[:9]:
        if item == 'a': break
        if any(x for x in '{}/{n}'.format('été', n=INT_52).split()):
            LIST_57 = sorted(set(sorted(set(list(filter(None, ['a', 'b', 'a']))))))
            LIST_58 = (list(filter(None, list(reversed(['a'])))) * 0)
        elif (not ((INT_52 % 7) <= INT_52)):
            BOOL_59 = ('b,c'[::-1].replace(',', '--') not in list((('a',) + ('a', 'b'))))
            TUPLE_60 = ((str({}) and ('false' or 'b,c')), *list(dict(a='', b=' x ')))
        else:
            TUPLE_61 = ((f"{'z':>8}|{2:04d}", *[x.strip() for x in []]) + (tuple(['a', 'b', 'a']) + ('', *['a'])))
            TUPLE_62 = ((''.join([]),) + ('a'.strip(), *list(filter(None, []))))
        BOOL_63 = isinstance((list(filter(None, ['a', 'b', 'a'])) + list(('a', 'b'))), str)
    BOOL_64 = (str(Path('false') / 'Debug').isdigit() and ('/srv/app/'.partition(',')[0] is None))
def helper_65(a, b=('' + 'Debug')):
    if b in a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return 'none'
STR_66 = helper_65(os.path.splitext('Debug')[0][::-1])
if ((STR_66 not in list(())) or bool(list(reversed(['a'])))):
    DICT_67 = dict(a=str(Path(STR_66) / 'Debug')[1:-1], b=STR_66)
elif (not STR_66.startswith(''.join([]))):
    for item in tuple(sorted(set(list((('a',) + ('a', 'b'))))))[:9]:
        if not item: continue
        DICT_68 = dict(a=(os.path.splitext(STR_66)[0] and ''.join(['a', 'b', 'a'])), b='{}/{n}'.format(os.path.join('True', STR_66), n=int('-50')))
        for item in tuple((((STR_66 and STR_66), *list(reversed([]))) + ((STR_66 and 'false'), *['a'][1:2])))[:9]:
            pass
            DICT_69 = dict(a=os.path.basename(STR_66), b=('%05d|%-6s|%.2f' % (INT_52, 'ab', 1.5) or ' / '.join(['a'])))
    if isinstance(STR_66.title().isdigit(), (list, tuple)):
        if STR_66.startswith(str(Path(STR_66) / os.path.join('Debug', STR_66))):
            LIST_70 = list(dict(zip((['a', 'b', 'a'] * 1), ['a', 'b', 'a'][-1:])))
            STR_71 = STR_66
        elif repr(STR_66.swapcase()).startswith(STR_66):
            DICT_72 = dict(a='{}/{n}'.format(os.path.splitext(STR_66)[1], n=len(['a'])), b=f"{'long word':>8}|{1:04d}")
            STR_73 = Path((f"{'long word':>8}|{INT_52:04d}" + os.path.join(STR_66, 'True'))).as_posix()
        else:
            STR_66 = ''.join(list({'a': 'x'}))[::-1]
        STR_74 = str(Path((STR_66 and '')) / STR_66[:-1])
    elif ((list(map(str, ['a', 'b', 'a'])) == ['True', STR_66, STR_66]) and (isinstance(3600, int) and isinstance(INT_52, bool))):
        BOOL_75 = ((not (2 != 7)) or isinstance(['a', 'b', 'a'].count(' x '), bool))
        for item in tuple(f"{None}-{0}".split())[:9]:
            if not item: continue
            DICT_76 = dict(zip(list(filter(None, list(filter(None, ['a', 'b', 'a'])))), (STR_66.split() * 2)))
else:
    if (STR_66 is None):
        if (not bool((INT_52 % 7))):
            INT_77 = INT_52
        else:
            LIST_78 = ((STR_66.split() * 1) * 0)
            DICT_79 = dict(zip(sorted(set(list(reversed([])))), os.path.join(STR_66, STR_66).split()))
        LIST_80 = sorted([])
    elif (STR_66 is None):
        STR_81 = STR_66
        INT_82 = int('35')
    if (not '%05d|%-6s|%.2f' % (INT_52, 'ab', 1.5).isdigit()):
        if (STR_66 is None):
            STR_83 = Path(os.path.join(('été' or STR_66), STR_66)).name
        elif any(x for x in list(tuple(['a', 'b', 'a']))):
            BOOL_84 = os.path.join(STR_66[::-1], os.path.join(STR_66, STR_66)).startswith(str(Path(STR_66) / STR_66).title())
            LIST_85 = list(map(str, list(reversed(list({'a': 'x'})))))
    elif repr(STR_66).isdigit():
        if (not (STR_66 not in ' / '.join(['a', 'b', 'a']))):
            TUPLE_86 = (('{}/{n}'.format(STR_66, n=INT_52) and STR_66),)
            LIST_87 = sorted(list(filter(None, (['a'] * 1))))
        elif (('%s:%d' % ('%05d|%-6s|%.2f' % (INT_52, 'ab', 1.5), (60 // 7))) == ('%s:%d' % (STR_66, int(True)))):
            BOOL_88 = os.path.normpath(STR_66).partition(',')[0].startswith(('%s:%d' % ('', INT_52)))
            LIST_89 = list({**{'True': STR_66, STR_66: STR_66}, 'k': os.path.normpath(STR_66)})
        if (not (STR_66[1:3] < str(INT_52))):
            INT_90 = 0
            LIST_91 = '{}/{n}'.format(STR_66.partition(',')[2], n=int(True)).split()
        elif STR_66.isdigit():
            STR_92 = 'Hello World'
        else:
            TUPLE_93 = (STR_66, *(list(filter(None, [])) + [*[], 'a=b']))
if any(x for x in list(map(str, 'été'.split()))):
    if isinstance(list(('a=b', *['a', 'b', 'a'])), int):
        BOOL_94 = STR_66.startswith(('%s:%d' % (STR_66, INT_52)).replace('a', 'x'))
        if (0 < ((3600 if False else 3) if (False and False) else (INT_52 % 7)) < 10):
            TUPLE_95 = (STR_66, *[*sorted(set([])), '%05d|%-6s|%.2f' % (INT_52, 'ab', 1.5)])
        elif any(x for x in [x for x in list(map(str, [])) if x]):
            BOOL_96 = (not STR_66.isdigit())
    elif ((0 < INT_52 < 10) or (not (True or False))):
        LIST_97 = (['{}/{n}'.format(STR_66, n=0), ''.partition(',')[2], STR_66] + list(reversed([x for x in ['a'] if x])))
        LIST_98 = sorted(set(list(reversed(list(reversed([]))))))
    else:
        BOOL_99 = any(x for x in [(' x ' or STR_66), STR_66, ('%s:%d' % (STR_66, -1))])
        for item in tuple((list(dict(zip([], ['a']))) + list(filter(None, list(())))))[:9]:
            pass
            INT_100 = sum([(int(False) if (False or True) else len(['a', 'b', 'a'])), INT_52])
elif bool((INT_52 * INT_52)):
    if isinstance((list(map(str, ['a'])) * 1), (list, tuple)):
        if (max(sum([INT_52, INT_52]), int(True)) == (INT_52 & ['a'].count(STR_66))):
            TUPLE_101 = (STR_66,)
    elif (list(reversed(sorted([]))) == sorted(set(list({'a': 'x'})))):
        INT_102 = (INT_52 + ((INT_52 - INT_52) if ('a=b' not in 'été') else max(INT_52, INT_52)))
        if any(x for x in [x for x in list({}) if x]):
            INT_52 = (INT_52 % 7)
            STR_103 = STR_66
        else:
            BOOL_104 = ([*list(map(str, ['a'])), '{}/{n}'.format(STR_66, n=-1)] == list({STR_66: STR_66, STR_66: STR_66}))
            LIST_105 = [x.strip() for x in ([*['a'], STR_66] * 1)]
    else:
        BOOL_106 = ([x.strip() for x in (['a'] + [])] == list(map(str, [][1:])))
        for item in tuple(((STR_66, *list(map(str, ['a']))) + tuple(list(map(str, [])))))[:9]:
            if item == 'a': break
            INT_52 = len([STR_66, repr(STR_66), STR_66])
STR_107 = str([*['a'], 'a=b']).replace(' ', 'x')
if (len('/srv/app/'[::-1]) <= INT_52):
    if (any(x for x in list(filter(None, ['a']))) and ((INT_52 > 3600) or bool(INT_52))):
        pass
        if isinstance(STR_107, (list, tuple)):
            DICT_108 = {os.path.splitext('tab\tline\n')[0]: Path(STR_66.upper()).name}
            TUPLE_109 = ('{}/{n}'.format('a,b,,c', n=INT_52), *sorted(set(list(map(str, ['a'])))))
        elif (list(reversed([])).count(str(['a', 'b', 'a'])) <= INT_52):
            STR_107 = f"{'long word':>8}|{-1:04d}".partition(',')[0]
    elif (os.path.normpath(STR_107.partition(',')[2]) is None):
        pass
    else:
        for item in tuple((([x.strip() for x in ['a']] + []) + [x.strip() for x in sorted(['a', 'b', 'a'])]))[:9]:
            if item == 'a': break
            LIST_110 = list(filter(None, [*[x.strip() for x in ['a', 'b', 'a']], os.path.splitext('a=b')[0]]))
        if bool(int('18')):
            INT_111 = len(list(map(str, list({}))))
        elif any(x for x in (list(reversed(['a', 'b', 'a'])) + (['a'] * 2))):
            DICT_112 = {**dict(a=STR_107, b=STR_107.upper()), 'k': f"{True}-{3600}"}
    TUPLE_113 = ((STR_66, *([] + ['a', 'b', 'a'])) + (STR_107, *[][:]))
elif (((STR_66 or STR_107) < ','.join([])) or (0 < INT_52 < 10)):
    if isinstance(list(reversed(STR_66.split(','))), int):
        if isinstance((str([]) not in [x.strip() for x in []]), bool):
            LIST_114 = ((STR_66.split() * 1) * 0)
        else:
            TUPLE_115 = tuple(list(dict(a='', b=STR_66)))
            DICT_116 = {x: x.upper() for x in [x for x in sorted(['a', 'b', 'a']) if x]}
    else:
        pass
    if 'été'.partition(',')[0].upper().startswith(os.path.splitext(f"{'z':>8}|{7:04d}")[1]):
        if STR_66.isdigit():
            LIST_117 = STR_66.split()
    elif ((str(Path(STR_107) / STR_107) == ('/srv/app/' and STR_66)) or (sorted([]) == [*['a', 'b', 'a'], 'Debug'])):
        INT_52 = int((os.path.join(STR_107, STR_107) in 'True'.split(',')))
    else:
        if bool(sorted(set([*[], STR_107]))):
            DICT_118 = dict(a=('%s:%d' % (STR_66[::-1], STR_107.find(','))), b=STR_66)
            INT_52 = (int((0 < INT_52 < 10)) % 2)
        elif ((int('-27') == (2 * INT_52)) or (STR_66 or STR_107).isdigit()):
            DICT_119 = {x: x.upper() for x in []}
            BOOL_120 = ('tab\tline\n' in list(map(str, list(()))))
else:
    BOOL_121 = (((3600 == INT_52) and any(x for x in [])) and (isinstance(['a'], str) or (False or False)))
LIST_122 = STR_66.split()
BOOL_123 = (((LIST_122 + ['a']) * 2) == list(filter(None, [])))
try:
    DICT_124 = dict(zip(LIST_122, (STR_107 and STR_107).split()))
    int(''.join([STR_107, repr('false')]))
except (ValueError, KeyError):
    pass
    if isinstance(LIST_122, str):
        pass
        LIST_122.append(str(Path(os.path.join('false', 'false')) / os.path.join(' x ', 'Debug')))
    elif ((('a=b' is None) and (0 < 3600 < 10)) or BOOL_123):
        STR_126 = Path('Hello World').as_posix()
        TUPLE_127 = (os.path.join(os.path.dirname(STR_66), f"{1}-{INT_52}"),)
DICT_128 = {x: x.upper() for x in list(reversed(sorted(['a'])))}
INT_129 = len([x for x in [x.strip() for x in []] if x])
TUPLE_130 = tuple(LIST_122)
INT_131 = 60
if BOOL_123:
    TUPLE_132 = (Path(('' or STR_66)).name, *list(filter(None, list(map(str, ['a', 'b', 'a'])))))
elif (BOOL_123 or BOOL_123):
    TUPLE_130 = (str(TUPLE_130),)
else:
    try:
        LIST_133 = [*'True'.split()[-1:], str(Path(STR_107) / STR_107).upper()]
        try:
            LIST_134 = '{}/{n}'.format(STR_66, n=INT_131).partition(',')[0].split()
            LIST_122 = LIST_122
            int(STR_66.strip())
        except (ValueError, LookupError):
            BOOL_135 = BOOL_123
        pass
    except Exception:
        LIST_122.reverse()
LIST_122 = sorted(set(list(reversed(LIST_122))))
if 'a' in LIST_122: LIST_122.remove('a')
DICT_128.pop('a', None)
INT_139 = sum([sum([int(False), STR_107.find(',')]), 60])
