import os
from pathlib import Path

for item in [*sorted(set('false'.split(','))), '%05d|%-6s|%.2f' % (2, 'ab', 1.5)[::-1]]:
    if item == 'a': break
    DICT_1 = {**{}, 'k': f'{'q'}-{60}'}
    if (int('-47') != str(Path(' x ') / 'false').find('a')):
        if ((['a'] * 0).count((' x ' or ' x ')) > ((3 // -3) * (0 | 7))):
            STR_2 = (os.path.splitext(os.path.join('True', 'a=b'))[1] and 'tab\tline\n'.lower())
        elif isinstance(isinstance((' x ' is None), int), int):
            LIST_3 = [*(list(filter(None, ['a'])) * 2), Path(('a=b' or 'false')).as_posix()]
        else:
            DICT_4 = {**dict(a=os.path.splitext('True')[0], b=('%s:%d' % ('a', 60))), 'k': ('été' + 'a=b').partition(',')[1]}
            TUPLE_5 = (os.path.join(f'{'z':>8}|{2:04d}', Path('/srv/app/').as_posix()),)
        DICT_6 = {x: x.upper() for x in ('' and 'Debug').split()}
    elif isinstance(''.join('false'.split()), int):
        if Path('a,b,,c').as_posix().isdigit():
            LIST_7 = list(filter(None, ((['a', 'b', 'a'] * 2) * 0)))
        elif (isinstance([x.strip() for x in []], int) or isinstance('false'.replace('a', ''), int)):
            TUPLE_8 = tuple(list(filter(None, list(()))))
            STR_9 = ('%s:%d' % (Path(Path('b,c').name).as_posix(), ([].count('True') ^ (2 if True else 2))))
        else:
            TUPLE_10 = ((' x '[::-1],) + (os.path.basename('a'),))
        LIST_11 = ('{}/{n}'.format('', n=-1).split() * 2)
if (os.path.normpath(' x ').replace('a', '--') == f'{'q'}-{60}'[-2:3]):
    STR_12 = f'{1}-{0}'
    BOOL_13 = ((not ('/srv/app/' is None)) and any(x for x in list(filter(None, ['a', 'b', 'a']))))
else:
    if "it's".startswith('%05d|%-6s|%.2f' % (sum([1, 3600]), 'ab', 1.5)):
        INT_14 = len('false'.replace(',', '--').split())
        DICT_15 = dict(a=repr(''.capitalize()), b=Path(f'{'q'}-{0}').as_posix())
    elif (0 < len('b,c'[::-1]) < 10):
        pass
    else:
        INT_16 = sum([((0 // -3) * ['a', 'b', 'a'].count('/srv/app/')), sum([(2 % 2), [].count('Debug')])])
for item in list(map(str, '{}/{n}'.format('', n=0).split(','))):
    if not item: continue
    STR_17 = f'{None}-{1}'
    try:
        STR_18 = f'{1}-{3}'
        DICT_19 = {**dict(a='été'.partition(',')[0], b=f'{'long word':>8}|{1:04d}'), 'k': '{}/{n}'.format(os.path.dirname('été'), n=len(['a']))}
        {x: x.upper() for x in ((['a', 'b', 'a'] + ['a', 'b', 'a']) * 1)}['a']
    except ValueError:
        if bool({**dict(zip(['a', 'b', 'a'], [])), 'k': ('b,c' + 'a=b')}):
            STR_20 = 'http://x.org/path'
        elif ((('false' == 'b,c') or bool(3600)) and ((False and False) and (True or True))):
            STR_21 = ('%05d|%-6s|%.2f' % ((3600 * 3600), 'ab', 1.5) + (f'{'q'}-{3600}' and 'a'.partition(',')[1]))
            LIST_22 = (sorted(set(['a'])) * 1)[-1:2]
        else:
            INT_23 = (int('49') if (0 < int('45') < 10) else 0)
            INT_24 = (-3 // 7)
INT_25 = int((os.path.basename('a=b') not in f'{'long word':>8}|{3600:04d}'))
BOOL_26 = isinstance(','.join(['a', 'b', 'a']).split(), str)
if BOOL_26:
    LIST_27 = (list(map(str, sorted([]))) * 1)
for item in ('{}/{n}'.format(os.path.splitext('/srv/app/')[0], n=INT_25), *sorted(set([x.strip() for x in []]))):
    if item == 'a': break
    INT_25 = int('-43')
    INT_25 = list(('/srv/app/',)).count('%05d|%-6s|%.2f' % (7, 'ab', 1.5).capitalize())
TUPLE_28 = ('%05d|%-6s|%.2f' % (1, 'ab', 1.5).upper(), *[x for x in [x.strip() for x in ['a', 'b', 'a']] if x])
if BOOL_26:
    LIST_29 = list({x: x.upper() for x in [x for x in ['a'] if x]})
    BOOL_30 = BOOL_26
elif BOOL_26:
    if ('Hello World'.split(',') == list(filter(None, [x for x in ['a'] if x]))):
        TUPLE_31 = (tuple(list(filter(None, []))) + tuple((['a', 'b', 'a'] + ['a', 'b', 'a'])))
        if (0 < INT_25 < 10):
            INT_32 = sum([INT_25, sum([sum([INT_25, INT_25]), (INT_25 if False else INT_25)])])
            INT_33 = max(('false' + '/srv/app/').find('a'), sum([(1 // 2), INT_25]))
        else:
            INT_34 = len('/srv/app/'[::-1].split(','))
else:
    if BOOL_26:
        pass
    else:
        INT_35 = (INT_25 // 7)
    if isinstance((len(['a', 'b', 'a']) | (3600 + INT_25)), int):
        for item in (('b,c'.partition(',')[1],) + (f'{'z':>8}|{INT_25:04d}', *(['a'] * 2))):
            if not item: continue
            INT_25 = len(('Debug'.replace('a', '--') or 'a'[::-1]))
            TUPLE_36 = (f'{'long word':>8}|{60:04d}'[::-1], *list(('été',)))
INT_37 = (([] * 1).count('a,b,,c') if bool(['a', 'b', 'a'][1:2]) else int('23'))
if BOOL_26:
    LIST_38 = list(((('a', 'b') + ('a',)) + TUPLE_28))
    TUPLE_39 = TUPLE_28
else:
    if bool(INT_37):
        BOOL_40 = BOOL_26
    elif (','.join(sorted(set([]))) in [x for x in 'a=b'.split() if x]):
        STR_41 = os.path.join(str((BOOL_26 and BOOL_26)), os.path.join('false'.lower(), ' / '.join(['a'])))
    else:
        if ((len('/srv/app/') // -3) > int('/srv/app/'.startswith('b,c'))):
            LIST_42 = ','.join(['false']).split()
        elif any(x for x in sorted(list(reversed([])))):
            DICT_43 = {**dict(a=('Debug' and 'false'), b=' / '.join(['a'])), 'k': os.path.join(('b,c' or 'b,c'), 'a'[1:3])}
    if bool({x: x.upper() for x in list(map(str, []))}):
        BOOL_26 = BOOL_26
    elif (str(Path(('a' + 'été')) / 'Debug'.partition(',')[0]) is None):
        try:
            LIST_44 = ('Debug' and 'a').partition(',')[2].split()
            STR_45 = repr(f'{'z':>8}|{INT_25:04d}')
            [x.strip() for x in (list({}) + ([] + ['a', 'b', 'a']))][0]
        except ValueError:
            TUPLE_28 = TUPLE_28
            LIST_46 = list(filter(None, sorted(set([*[], 'Debug']))))
        INT_25 = INT_25
    else:
        DICT_47 = {**{os.path.basename('True'): os.path.splitext('')[1], str(Path('/srv/app/') / 'b,c'): '{}/{n}'.format('', n=INT_25)}, 'k': '%05d|%-6s|%.2f' % (5, 'ab', 1.5)}
        for item in (Path('a=b'.upper()).as_posix(), *list(('', *[]))):
            if not item: continue
            DICT_48 = {x: x.upper() for x in list(TUPLE_28)}
STR_49 = f'{1}-{INT_37}'
for item in ('{}/{n}'.format(Path(STR_49).name, n=STR_49.find('a')), *[x for x in list(map(str, ['a', 'b', 'a'])) if x]):
    pass
    pass
if (not ((STR_49 != STR_49) and (not BOOL_26))):
    DICT_50 = {Path((STR_49 or 'false')).name: '%05d|%-6s|%.2f' % (int('30'), 'ab', 1.5), '%05d|%-6s|%.2f' % ((INT_25 | INT_25), 'ab', 1.5): os.path.splitext(str(Path(STR_49) / 'b,c'))[1]}
    BOOL_51 = (0 < (STR_49.find('.') ^ INT_25) < 10)
else:
    DICT_52 = {**{}, 'k': STR_49}
    if (not (STR_49 or 'été').startswith('%05d|%-6s|%.2f' % (1, 'ab', 1.5))):
        BOOL_53 = (0 < max(['a'].count(STR_49), (60 * INT_37)) < 10)
        TUPLE_54 = TUPLE_28
    else:
        if (not (([] * 1) == list({}))):
            BOOL_26 = isinstance(int(BOOL_26), (list, tuple))
            BOOL_55 = (((0 < INT_37 < 10) and BOOL_26) or any(x for x in list(filter(None, ['a', 'b', 'a']))))
        else:
            BOOL_56 = (sorted(set([*[], STR_49])) == [*['a'][-1:2], STR_49.lstrip()])
            TUPLE_57 = (f'{None}-{INT_37}', *sorted(set([x.strip() for x in ['a']])))
if ((('/srv/app/' + '/srv/app/') not in repr(STR_49)) and BOOL_26):
    if (BOOL_26 or (f'{'long word':>8}|{INT_37:04d}' is None)):
        STR_49 = '{}/{n}'.format(STR_49, n=len(STR_49))
    else:
        STR_58 = str(Path(str((['a'] == ['a', 'b', 'a']))) / '')
        STR_49 = str(any(x for x in (['a'] * 0)))
    if '{}/{n}'.format(repr(' x '), n=int(BOOL_26)).startswith(STR_49.swapcase()):
        LIST_59 = sorted([*([] * 0), STR_49])
    elif (','.join(['a', 'b', 'a'][:]) is None):
        try:
            INT_60 = -3
            dict(a=os.path.splitext(STR_49[::-1])[0], b='%05d|%-6s|%.2f' % (['a', 'b', 'a'].count('false'), 'ab', 1.5))['a']
        except LookupError:
            LIST_61 = (STR_49 and STR_49).split()[:]
        if (BOOL_26 and (STR_49 and STR_49).startswith(os.path.join('Debug', 'b,c'))):
            INT_62 = INT_25
            LIST_63 = STR_49.split(',')
        elif ((('%s:%d' % ('/srv/app/', 7)) is None) or (sum([INT_25, INT_25]) <= (INT_37 % -3))):
            DICT_64 = {}
            BOOL_65 = (not ((STR_49 and STR_49) is None))
        else:
            LIST_66 = STR_49.split()
            BOOL_67 = any(x for x in [])
    else:
        STR_68 = STR_49
elif ([x.strip() for x in [x.strip() for x in ['a']]] == list({**{'a': 'x'}, 'k': STR_49})):
    if os.path.join(os.path.normpath('/srv/app/'), str({'a': 'x'})).isdigit():
        INT_37 = len(' / '.join(list(TUPLE_28)))
    elif (0 < (INT_25 if BOOL_26 else int('-16')) < 10):
        TUPLE_69 = tuple(list(dict(zip([], []))))
    else:
        TUPLE_28 = TUPLE_28
        if BOOL_26:
            STR_70 = f'{'q'}-{INT_37}'[:-1]
    for item in (Path(Path(STR_49).name).as_posix(), *'%05d|%-6s|%.2f' % (INT_37, 'ab', 1.5).split()):
        pass
        pass
INT_71 = max(int('-34'), ((7 ^ 3) ^ (2 | 2)))
TUPLE_72 = (STR_49,)
if f'{'z':>8}|{INT_25:04d}'.replace('a', 'x').startswith(os.path.dirname(Path('b,c').as_posix())):
    if (f'{'q'}-{INT_37}' in list(filter(None, ['a', 'b', 'a']))[1:]):
        STR_49 = STR_49
        if BOOL_26:
            STR_73 = STR_49
            STR_49 = ('%s:%d' % ((os.path.splitext(STR_49)[0] + str(INT_37)), (len(STR_49) * INT_25)))
        else:
            LIST_74 = STR_49.lower().split()
            DICT_75 = dict(zip([str(INT_71), '/srv/app/'.replace(' ', '')], []))
    else:
        for item in ((str(Path(STR_49) / ' x '),) + TUPLE_28):
            if item == 'a': break
            STR_76 = repr(os.path.splitext(STR_49)[1])
    if (repr('{}/{n}'.format('été', n=INT_37)) == f'{'z':>8}|{INT_71:04d}'):
        if (('a'.split() + sorted(['a'])) == list(tuple([]))):
            TUPLE_77 = TUPLE_72
    elif (not (INT_25 != (INT_37 if False else 2))):
        try:
            STR_78 = str({STR_49: STR_49, '/srv/app/': STR_49}).capitalize()
            int((str(BOOL_26) + (os.path.basename(STR_49) or STR_49)))
        except Exception:
            TUPLE_79 = tuple(sorted(set(sorted(['a']))))
    else:
        TUPLE_80 = ('{}/{n}'.format((STR_49 + STR_49), n=len(['a'])),)
elif BOOL_26:
    if BOOL_26:
        TUPLE_81 = TUPLE_72
    elif (repr(STR_49) is None):
        if (STR_49 + os.path.join(STR_49, 'a')).startswith(repr(str(1))):
            LIST_82 = list(map(str, sorted([x for x in ['a'] if x])))
        else:
            LIST_83 = (list(dict(a=STR_49, b=STR_49)) * 0)
for item in list(('a', *['a']))[:]:
    if not item: continue
    TUPLE_72 = tuple(sorted(set([*['a'], STR_49])))
if ((INT_71 < INT_25) and ('a' and ' x ').isdigit()):
    if (isinstance('Hello World', int) and isinstance((['a', 'b', 'a'] == []), int)):
        BOOL_26 = (f'{'z':>8}|{INT_37:04d}' != str(Path(('false' or STR_49)) / 'Debug'[:3]))
        if BOOL_26:
            TUPLE_84 = ((tuple([]) + tuple([])) + (f'{'z':>8}|{3:04d}',))
            STR_85 = '%05d|%-6s|%.2f' % (len(list(reversed(['a']))), 'ab', 1.5)
        elif ((sum([1, INT_71]) <= 'été'.find('b')) and (STR_49.split() == [*[], 'a=b'])):
            LIST_86 = sorted(set(list(('/srv/app/', *['a']))))
            STR_87 = 'Hello World'
    elif BOOL_26:
        if any(x for x in (STR_49.split(',') * 0)):
            LIST_88 = list(reversed(list(reversed(list(map(str, []))))))
        elif BOOL_26:
            DICT_89 = {str(dict(a='a=b', b='false')): STR_49}
    else:
        if (STR_49[1:] is None):
            DICT_90 = dict(a=repr(STR_49.upper()), b=Path(repr('été')).name)
        else:
            LIST_91 = sorted((list(map(str, [])) * 2))
    if (''.join(sorted([])) in '{}/{n}'.format(os.path.join(STR_49, STR_49), n=int('0'))):
        STR_49 = f'{'z':>8}|{-1:04d}'
        BOOL_92 = (STR_49 not in list({'a': 'x'})[1:2])
    else:
        try:
            TUPLE_93 = ((os.path.splitext(STR_49)[0] or str(Path(STR_49) / STR_49)),)
            TUPLE_72 = TUPLE_28
            dict(a=STR_49, b=STR_49)['a']
        except KeyError:
            BOOL_26 = bool({('%s:%d' % (STR_49, 0)): repr('a=b')})
            LIST_94 = (list(filter(None, list(TUPLE_28))) + [x for x in list(reversed(['a', 'b', 'a'])) if x])
        for item in (list({**{'a': 'x'}, 'k': STR_49}) + sorted(set(sorted(['a'])))):
            if item == 'a': break
            LIST_95 = ([x.strip() for x in list(reversed(['a']))] * 1)
            DICT_96 = {x: x.upper() for x in STR_49.split(',')[-1:2]}
else:
    try:
        LIST_97 = sorted(set(sorted(set([x for x in [] if x]))))
        DICT_98 = dict(zip(list(filter(None, ([] + []))), sorted(set(list({})))))
        sorted(set(list(TUPLE_28)))[0]
    except ValueError:
        INT_99 = len(str(Path(STR_49) / ('été' + STR_49)))
        DICT_100 = {**dict(zip(list(map(str, [])), sorted(set(['a', 'b', 'a'])))), 'k': (os.path.join(STR_49, 'True') and STR_49)}
STR_101 = str(Path(str(3600)) / '%05d|%-6s|%.2f' % (INT_25, 'ab', 1.5)).swapcase()
if BOOL_26:
    DICT_102 = {**dict(a=STR_49, b=STR_101), 'k': f'{'long word':>8}|{7:04d}'}
else:
    try:
        if (' / '.join(['a'])[::-1] is None):
            LIST_103 = sorted(set(list(filter(None, [x.strip() for x in ['a', 'b', 'a']]))))
            STR_104 = STR_49[::-1].partition(',')[0]
        elif BOOL_26:
            DICT_105 = dict(zip([*[][:], STR_49], [x for x in list(map(str, ['a'])) if x]))
            INT_106 = int(isinstance(int(False), (list, tuple)))
        {**{STR_49: STR_101, STR_101: '{}/{n}'.format(STR_101, n=INT_25)}, 'k': ('{}/{n}'.format(STR_101, n=INT_25) + STR_49)}['a']
    except ValueError:
        INT_107 = 420
    TUPLE_108 = TUPLE_72
