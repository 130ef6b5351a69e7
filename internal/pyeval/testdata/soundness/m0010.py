import os
from pathlib import Path

for item in tuple((os.path.splitext(str(Path('Debug') / 'b,c'))[1], *([x.strip() for x in ['a']] + list(()))))[:9]:
    if item == 'a': break
    if bool(dict(zip((['a', 'b', 'a'] + []), ''.split()))):
        STR_1 = os.path.join((os.path.join('été', 'Debug') and os.path.splitext('Debug')[1]), os.path.dirname(f"{'z':>8}|{-1:04d}"))
    else:
        if ('{}/{n}'.format('a=b', n=7).isdigit() or (not (1 <= 1))):
            INT_2 = 1
            INT_3 = int(bool({'Debug': ' x ', 'True': 'a'}))
        elif (not bool(','.join(['a', 'b', 'a']))):
            LIST_4 = ([*list({}), ''.join(['a', 'b', 'a'])] + [x.strip() for x in ['a']][1:])
        else:
            INT_5 = int('27')
            INT_6 = ((max(7, 0) % -3) // 7)
for item in tuple(('Debug'.capitalize().lstrip(),))[:9]:
    if item == 'a': break
    if ((os.path.join('b,c', 'été') is None) or isinstance(int('-27'), int)):
        try:
            STR_7 = ('%s:%d' % (f"{'long word':>8}|{-1:04d}", [].count('false'))).partition(',')[0]
            dict(a=repr(Path('/srv/app/').as_posix()), b=os.path.splitext(f"{1}-{2}")[0])['a']
        except (ValueError, KeyError):
            STR_8 = str({x: x.upper() for x in []}).lower()
        BOOL_9 = (','.join(list(filter(None, []))) is None)
if any(x for x in [x for x in ''.split(',') if x]):
    try:
        pass
        TUPLE_10 = ((('b,c' and 'a') or '/srv/app/'.capitalize()),)
        pass
    except Exception:
        try:
            TUPLE_11 = (os.path.join(os.path.join('a=b', 'a'), os.path.splitext('a=b')[0]), *list(('/srv/app/',)))
            TUPLE_12 = (str(len(' x ')), *[x for x in [*['a', 'b', 'a'], 'b,c'] if x])
            pass
        except Exception:
            INT_13 = len([*list(reversed(['a'])), '%05d|%-6s|%.2f' % (-1, 'ab', 1.5)])
            TUPLE_14 = ((''.strip() and Path('').as_posix()), *list(filter(None, list(('a', 'b')))))
        if (not (0 < (3600 // 7) < 10)):
            BOOL_15 = (('%05d|%-6s|%.2f' % (1, 'ab', 1.5) + os.path.join('a', 'a=b')) < f"{'z':>8}|{3:04d}".swapcase())
        elif ("it's" in ('b,c' + 'Debug').partition(',')[1]):
            DICT_16 = {**{x: x.upper() for x in sorted([])}, 'k': repr('b,c'[::-1])}
            STR_17 = 'Hello World'
        else:
            TUPLE_18 = ('%05d|%-6s|%.2f' % (int(True), 'ab', 1.5),)
            LIST_19 = list(((('a', 'b') + ()) + (('a', 'b') + ())))
    BOOL_20 = str({}).isdigit()
else:
    BOOL_21 = (os.path.dirname(os.path.splitext('a=b')[1]) in str(Path('Debug'.title()) / os.path.splitext('a=b')[1]))
for item in tuple(sorted(set(list(('été', *[])))))[:9]:
    if not item: continue
    pass
if (os.path.dirname(repr('a=b')) is None):
    if ('http://x.org/path'[::-1] is None):
        if bool(os.path.dirname(f"{1}-{-1}")):
            LIST_22 = (([x for x in ['a'] if x] * 1) * 1)
            INT_23 = [' / '.join([]), ('Debug' + 'b,c')].count('{}/{n}'.format('tab\tline\n', n=len(['a'])))
        else:
            TUPLE_24 = (tuple(list(reversed([]))) + ('%05d|%-6s|%.2f' % (3600, 'ab', 1.5), *(['a', 'b', 'a'] + [])))
            DICT_25 = dict(zip([*[x for x in [] if x], '%05d|%-6s|%.2f' % (60, 'ab', 1.5)], (list(map(str, ['a', 'b', 'a'])) + list(map(str, [])))))
    elif (','.join([]).replace(' ', '') not in [x.strip() for x in ['a']][1:]):
        TUPLE_26 = (('%s:%d' % (str(Path('True') / 'True'), (60 & 3))),)
elif (not (not 'a=b'.isdigit())):
    STR_27 = f"{True}-{7}"
    try:
        if (f"{'long word':>8}|{1:04d}" == ('/srv/app/'[::-1] and repr('a=b'))):
            DICT_28 = {}
            LIST_29 = list(filter(None, [*['a', 'b', 'a'], 'b,c'][:]))
        elif ('%05d|%-6s|%.2f' % (3600, 'ab', 1.5).find('b') > list(map(str, ['a'])).count(str(2))):
            BOOL_30 = any(x for x in list(filter(None, list(reversed([])))))
            TUPLE_31 = ((('a', *[]) + (('a', 'b') + ('a', 'b'))) + ('{}/{n}'.format(' x ', n=7),))
        else:
            DICT_32 = dict(zip(([*['a', 'b', 'a'], 'a'] * 1), []))
            TUPLE_33 = (os.path.splitext('')[0][::-1], *[][1:2])
        int(str(list(reversed([x.strip() for x in ['a', 'b', 'a']]))))
    except (ValueError, LookupError):
        STR_34 = Path(Path('').as_posix()).as_posix().partition(',')[1]
else:
    if (('/srv/app/' or ' x ').startswith(' x '.partition(',')[2]) or any(x for x in list(()))):
        if (('%05d|%-6s|%.2f' % (2, 'ab', 1.5) + repr('false')) is None):
            TUPLE_35 = (('{}/{n}'.format('false', n=-1),) + (tuple([]) + ('/srv/app/',)))
        elif (sorted([x.strip() for x in []]) == list(reversed(list({})))):
            BOOL_36 = (len(os.path.join('b,c', 'false')) <= sorted(set(['a', 'b', 'a'])).count(str(Path('false') / 'True')))
    pass
if (os.path.dirname(os.path.splitext(' x ')[1]) not in sorted(set([*['a', 'b', 'a'], ' x ']))):
    STR_37 = '%05d|%-6s|%.2f' % ((sum([0, 0]) % 2), 'ab', 1.5)
elif bool(Path(('a' + 'Debug')).as_posix()):
    if (0 < ((3 if False else -1) // 7) < 10):
        BOOL_38 = ('/srv/app/'.replace(' ', '').title() in str({**{'a': 'x'}, 'k': 'b,c'}))
        if ((('a=b' or 'b,c') and repr('True')) is None):
            BOOL_39 = (int('22') > max(sum([-1, 7]), ''.find('a')))
        elif (0 < ' x '.split().count(os.path.normpath('True')) < 10):
            STR_40 = ('True'.replace(' ', 'x')[-2:-1] and f"{'long word':>8}|{-1:04d}")
            BOOL_41 = (os.path.splitext('Debug')[0][::-1] not in list(filter(None, ['false', 'été'])))
        else:
            BOOL_42 = ' / '.join(([] + [])).startswith(os.path.join(('' or 'Debug'), os.path.splitext('')[0]))
for item in tuple(list((('a' and ' x '),)))[:9]:
    pass
    try:
        TUPLE_43 = ('{}/{n}'.format('{}/{n}'.format('/srv/app/', n=60), n='/srv/app/'.find('.')), *list(filter(None, list(map(str, ['a'])))))
        pass
    except (ValueError, KeyError, IndexError):
        for item in tuple(list(dict(zip(['', 'a'], list(reversed(['a']))))))[:9]:
            if item == 'a': break
            TUPLE_44 = tuple(list(map(str, [*['a'], 'false'])))
if ((not isinstance(True, (list, tuple))) and (0 < (2 // 2) < 10)):
    LIST_45 = ('Debug'.replace('a', 'x') and ('%s:%d' % ('été', 3))).split(',')
    if isinstance(max((7 // 7), (7 // -3)), bool):
        if bool(sum([(1 if False else 3), int('-44')])):
            LIST_46 = sorted(set(f"{'z':>8}|{0:04d}".split(',')))
        if (repr(Path('b,c').as_posix()) in list(map(str, [x for x in ['a'] if x]))):
            DICT_47 = dict(zip(' / '.join([]).split(','), [','.join([])]))
        elif (os.path.splitext('/srv/app/'.replace(' ', 'x'))[0] is None):
            STR_48 = f"{'z':>8}|{-1:04d}"
            DICT_49 = {x: x.upper() for x in (list(('a',)) + list(('a',)))}
        else:
            TUPLE_50 = ((f"{'z':>8}|{1:04d}",) + (f"{'long word':>8}|{1:04d}", *list({})))
            TUPLE_51 = tuple(list(('/srv/app/',)))
try:
    LIST_52 = list((('a=b', *['a', 'b', 'a']) + (' x ',)))
    dict(a=os.path.join('a'[::-1], 'b,c'.replace(' ', '')), b=' / '.join(([] + [])))['a']
except Exception:
    if (((0 % 2) + int('2')) == len(repr('a=b'))):
        if ' / '.join(['a'][1:2]).isdigit():
            DICT_53 = {**dict(zip(['True', 'Debug'], list(map(str, ['a'])))), 'k': '%05d|%-6s|%.2f' % (max(1, 3600), 'ab', 1.5)}
        elif (('a' or 'été').isdigit() or any(x for x in (['a'] + ['a', 'b', 'a']))):
            BOOL_54 = ' / '.join([*['a', 'b', 'a'], 'Debug']).startswith(str(Path('tab\tline\n') / f"{'z':>8}|{1:04d}"))
            LIST_55 = list(map(str, list(map(str, 'True'.split()))))
        else:
            TUPLE_56 = (str(False).partition(',')[2],)
    elif ([f"{'long word':>8}|{3:04d}", str(Path('True') / 'b,c')] == ('/srv/app/'.split() + 'false'.split(','))):
        if (0 < (len(['a', 'b', 'a']) // -3) < 10):
            TUPLE_57 = (f"{True}-{3600}",)
            STR_58 = str(Path('b,c'[::-1]) / ('a=b' and 'b,c')).replace(',', '')
        else:
            STR_59 = os.path.normpath(os.path.basename('false').replace(' ', '--'))
    else:
        if isinstance(list(reversed(list(reversed([])))), str):
            LIST_60 = [(('été' or 'false') + 'été'[::-1]), (('été' or 'a') and '{}/{n}'.format('a', n=-1))]
            LIST_61 = ([x.strip() for x in sorted(['a', 'b', 'a'])] * 1)
        try:
            LIST_62 = (sorted(list(reversed(['a', 'b', 'a']))) + [x.strip() for x in 'a'.split()])
            STR_63 = str(Path(os.path.join('', ' x ')) / '{}/{n}'.format(' x ', n=0)).partition(',')[1]
            int(f"{1}-{-1}")
        except (ValueError, KeyError, IndexError):
            BOOL_64 = isinstance(os.path.dirname('Debug').find(','), str)
    BOOL_65 = (not ('%05d|%-6s|%.2f' % (3, 'ab', 1.5) not in '%05d|%-6s|%.2f' % (3, 'ab', 1.5)))
INT_66 = len(list(map(str, sorted(set(['a'])))))
if ((os.path.join('false', 'a') and f"{True}-{1}") != str(any(x for x in []))):
    if (f"{'z':>8}|{INT_66:04d}".isdigit() or (('Debug' < 'b,c') and (0 < -1 < 10))):
        DICT_67 = {}
    else:
        DICT_68 = dict(a=('%s:%d' % ('{}/{n}'.format('b,c', n=INT_66), 420)), b=os.path.join(str(Path('false') / ''), os.path.dirname('b,c')))
        TUPLE_69 = ((('a=b' + ' x '), *(['a', 'b', 'a'] + [])) + (Path('false').name,))
    if str((False and True)).startswith(str(Path(Path('/srv/app/').as_posix()) / ('Debug' + 'été'))):
        if ((list(map(str, [])) + ['false', 'a=b', '/srv/app/']) == sorted(set([]))):
            DICT_70 = dict(zip(sorted([x for x in [] if x]), list(('', *['a', 'b', 'a']))))
        elif (os.path.splitext(str(('a',)))[0] is None):
            STR_71 = f"{'long word':>8}|{INT_66:04d}"
        else:
            INT_72 = [x for x in [x for x in ['a', 'b', 'a'] if x] if x].count(os.path.join(os.path.splitext('')[0], '{}/{n}'.format('false', n=2)))
    elif (os.path.basename('a') or ('été' + 'Debug')).startswith((str(INT_66) or repr('/srv/app/'))):
        pass
    else:
        pass
        try:
            LIST_73 = (str(Path('été') / 'b,c') and os.path.join('false', 'Debug')).split(',')
            dict(a='{}/{n}'.format(f"{2.5}-{-1}", n=' x '.find('.')), b=os.path.join(os.path.normpath('b,c'), os.path.dirname('a=b')))['a']
        except (ValueError, LookupError):
            BOOL_74 = (('http://x.org/path' is None) and (str(('a',)) not in '%05d|%-6s|%.2f' % (7, 'ab', 1.5)))
elif (not ('b,c'[:-1] == 'a,b,,c')):
    LIST_75 = ('été'[::-1] or '{}/{n}'.format('/srv/app/', n=INT_66)).split(',')
    if ((('%s:%d' % (' x ', INT_66)) + 'b,c'.partition(',')[2]) not in str(list({'a': 'x'}))):
        try:
            LIST_76 = list(filter(None, sorted([])))[1:2]
            STR_77 = 'tab\tline\n'
            dict(zip(list(filter(None, [x.strip() for x in ['a']])), sorted(sorted(set([])))))['a']
        except Exception:
            LIST_78 = list(map(str, list((' x ', *[]))))
            LIST_79 = (list(filter(None, sorted(['a', 'b', 'a']))) + ('false' and 'b,c').split())
    elif (any(x for x in list(('a', 'b'))) and (not bool('True'))):
        try:
            LIST_80 = list(((' x ' and 'a'), *[]))
            BOOL_81 = (((['a', 'b', 'a'] + ['a']) == ['a', 'b', 'a'][1:2]) and (not ('Debug' is None)))
            pass
        except Exception:
            TUPLE_82 = (''[::-1].partition(',')[0],)
            TUPLE_83 = (Path('True'.partition(',')[1]).as_posix(),)
    else:
        TUPLE_84 = (f"{'z':>8}|{2:04d}", *(list(map(str, ['a', 'b', 'a'])) + (['a', 'b', 'a'] * 1)))
else:
    TUPLE_85 = tuple(sorted(list(filter(None, ['a']))))
    if ','.join('a'.split()).startswith(('/srv/app/'.replace(' ', '--') or os.path.dirname('b,c'))):
        for item in tuple(list(filter(None, sorted(set(['a', 'b', 'a'][-1:2])))))[:9]:
            if not item: continue
            TUPLE_86 = (tuple([x for x in ['a', 'b', 'a'] if x]) + ('%05d|%-6s|%.2f' % (7, 'ab', 1.5), *([] + [])))
            TUPLE_87 = tuple([str(Path('b,c') / ' x '), str({'a': 'x'}), '%05d|%-6s|%.2f' % (3600, 'ab', 1.5)])
        pass
    else:
        try:
            TUPLE_88 = (('' and 'a=b')[::-1],)
            {**{x: x.upper() for x in list(reversed([]))}, 'k': str(Path('Debug'[::-1]) / ' x '.partition(',')[0])}['a']
        except Exception:
            BOOL_89 = bool(''.join(['été', 'été']))
TUPLE_90 = (tuple('/srv/app/'.split()) + tuple(list(filter(None, ['a', 'b', 'a']))))
INT_91 = 1
STR_92 = ('%s:%d' % (repr(os.path.dirname('false')), (INT_91 % 7)))
for item in tuple(TUPLE_90)[:9]:
    if item == 'a': break
    if (0 < INT_91 < 10):
        LIST_93 = [*"it's".split(), os.path.basename(os.path.basename('false'))]
        DICT_94 = dict(zip([x for x in sorted(['a']) if x], list(filter(None, ['a', 'b', 'a']))[-1:2]))
    else:
        BOOL_95 = (0 < INT_66 < 10)
        STR_96 = STR_92.partition(',')[0]
BOOL_97 = bool((('%s:%d' % (STR_92, INT_66)) and '{}/{n}'.format(STR_92, n=1)))
if (STR_92.isdigit() or bool('%05d|%-6s|%.2f' % (INT_66, 'ab', 1.5))):
    for item in tuple((str(Path(os.path.join(STR_92, STR_92)) / STR_92), *sorted(set(list(map(str, []))))))[:9]:
        pass
        pass
        STR_92 = '%05d|%-6s|%.2f' % ((STR_92.find(',') // 2), 'ab', 1.5)
elif BOOL_97:
    if BOOL_97:
        pass
        INT_98 = max((420 + (2 // 2)), ((INT_91 + -1) % 7))
    elif (('%s:%d' % (STR_92, int(BOOL_97))) in [*([] + []), os.path.join(STR_92, STR_92)]):
        INT_66 = len(repr(repr(STR_92)))
        STR_99 = STR_92[-2:]
    else:
        pass
        TUPLE_100 = (os.path.join(STR_92[-2:3], str(['a', 'b', 'a'])), *[STR_92])
    try:
        BOOL_101 = ([x.strip() for x in [x.strip() for x in ['a']]] == [*''.split(), 'tab\tline\n'])
        if BOOL_97:
            TUPLE_102 = ('a'.replace(',', '--')[::-1],)
            TUPLE_90 = (os.path.dirname(STR_92).lower(),)
        elif BOOL_97:
            DICT_103 = {str(Path(STR_92) / STR_92): '{}/{n}'.format(STR_92, n=INT_91)}
            STR_92 = os.path.splitext(Path(STR_92.replace('a', '')).name)[1]
        else:
            LIST_104 = STR_92.split(',')
        int(repr(STR_92))
    except (ValueError, LookupError):
        TUPLE_105 = TUPLE_90
        if bool([x.strip() for x in list(filter(None, []))]):
            STR_106 = STR_92
            INT_107 = INT_66
        else:
            DICT_108 = {**{x: x.upper() for x in [x.strip() for x in ['a', 'b', 'a']]}, 'k': STR_92[-2:3]}
            LIST_109 = list(filter(None, STR_92.split()[:2]))
for item in tuple(((os.path.dirname(STR_92),) + (f"{'z':>8}|{INT_66:04d}",)))[:9]:
    pass
    TUPLE_110 = (''.join(list({'a': 'x'})),)
    for item in tuple(((STR_92[::-1],) + tuple([x.strip() for x in ['a']])))[:9]:
        if not item: continue
        for item in tuple([x for x in sorted(set((['a'] * 0))) if x])[:9]:
            if not item: continue
            TUPLE_90 = (('%05d|%-6s|%.2f' % (INT_91, 'ab', 1.5) and STR_92), *[x for x in (['a', 'b', 'a'] * 1) if x])
            TUPLE_111 = ((str({}),) + (STR_92.capitalize(), *list({'a': 'x'})))
if (STR_92[1:3] + STR_92.replace('a', '')).startswith(Path(str(Path(STR_92) / 'True')).name):
    if (BOOL_97 and (BOOL_97 and BOOL_97)):
        pass
        LIST_112 = [x for x in f"{'long word':>8}|{INT_91:04d}".split() if x]
    else:
        if ((0 < (1 & 1) < 10) or BOOL_97):
            BOOL_113 = (not (0 < (1 // 7) < 10))
        else:
            STR_92 = STR_92
            INT_114 = (INT_91 if ''.join([]).startswith(str(Path('été') / 'été')) else INT_66)
    if (not (not any(x for x in ['a', 'b', 'a']))):
        INT_66 = (INT_91 % 7)
    elif ((('false' in []) or ('True' in [])) and ('abc' is None)):
        BOOL_115 = ('{}/{n}'.format(os.path.splitext(STR_92)[0], n=INT_66) not in 'false'[::-1].split())
        if ((STR_92.lower() not in STR_92.split(',')) or BOOL_97):
            LIST_116 = list(map(str, list(map(str, [x for x in [] if x]))))
        elif (not (f"{'long word':>8}|{INT_66:04d}" not in [x for x in [] if x])):
            TUPLE_117 = ((('',) + tuple([])) + (STR_92,))
    else:
        LIST_118 = [STR_92[::-1], 'abc', STR_92.upper()]
elif STR_92.startswith(f"{None}-{INT_91}"):
    if isinstance((['a'] + ['a', 'b', 'a']).count((STR_92 and STR_92)), (list, tuple)):
        if isinstance(['%05d|%-6s|%.2f' % (INT_66, 'ab', 1.5), ('' + STR_92), '{}/{n}'.format(STR_92, n=7)], int):
            DICT_119 = {''.join(list(map(str, ['a', 'b', 'a']))): '%05d|%-6s|%.2f' % (sum([3, 7]), 'ab', 1.5)}
    elif ((not (not False)) and (0 < sum([INT_91, 3600]) < 10)):
        DICT_120 = dict(a=Path(f"{'z':>8}|{INT_91:04d}").as_posix(), b='http://x.org/path')
        LIST_121 = (sorted(['a', 'b', 'a'][1:]) * 0)
    if (os.path.splitext(STR_92)[1].replace(' ', '') in sorted(set([x.strip() for x in ['a']]))):
        try:
            DICT_122 = {x: x.upper() for x in STR_92.split(',')}
            pass
        except (ValueError, KeyError):
            LIST_123 = f"{2.5}-{60}".split()
            TUPLE_124 = (('%s:%d' % ((STR_92 + STR_92), int('13'))),)
        if bool(list(reversed(STR_92.split(',')))):
            LIST_125 = os.path.join('Debug', '/srv/app/').split()[-1:2]
    elif ([*sorted(set([])), str({})] == list(filter(None, list(reversed([]))))):
        STR_126 = os.path.splitext('false')[0].partition(',')[2].upper()
        TUPLE_127 = ((TUPLE_90 + TUPLE_90) + tuple(['a'][:2]))
    else:
        for item in tuple(('abc', *list(map(str, ['True', STR_92]))))[:9]:
            if not item: continue
            LIST_128 = list(('/srv/app/'.replace(',', '--'), *list({})))
