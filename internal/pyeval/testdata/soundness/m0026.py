import os
from pathlib import Path

if ((('a' in ['a']) and (['a', 'b', 'a'] == ['a'])) and ((False or True) and ('Debug' not in []))):
    if bool({os.path.join('True', ''): '%05d|%-6s|%.2f' % (-1, 'ab', 1.5), str(False): Path('Debug').name}):
        pass
else:
    TUPLE_1 = (f'{1}-{-1}',)
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
for item in ((f'{1}-{-1}',) + ('Debug'.swapcase(),)):
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
            DICT_16 = dict(a='{}/{n}'.format('', n=7).partition(',')[0], b=f'{'long word':>8}|{0:04d}')
            TUPLE_17 = ('{}/{n}'.format(f'{'long word':>8}|{0:04d}', n=(7 if True else 2)),)
        elif any(x for x in ([*[], '/srv/app/'] * 2)):
            STR_18 = f'{True}-{-1}'[::-1]
            BOOL_19 = (isinstance('/srv/app/'.split(','), bool) and isinstance((7 * 2), str))
        list(dict(a=repr('/srv/app/'), b=f'{'z':>8}|{0:04d}'))[0]
    except ValueError:
        TUPLE_20 = tuple(sorted(set((['a', 'b', 'a'] * 2))))
        if (0 < max(sum([3600, 3600]), 'été'.find('a')) < 10):
            LIST_21 = list(reversed([*'été'.split(','), 'a=b'[::-1]]))
            INT_22 = len(list(('True', *[])))
    BOOL_23 = (f'{1}-{-1}'[::-1] in sorted('True'.split(',')))
    int(os.path.dirname((os.path.join('b,c', 'a') + os.path.basename(''))))
except LookupError:
    for item in ('Hello World', *list(tuple(['a', 'b', 'a']))):
        if item == 'a': break
        LIST_24 = list(map(str, 'false'.replace(',', 'x').split()))
        STR_25 = f'{'z':>8}|{0:04d}'
    STR_26 = os.path.splitext('%05d|%-6s|%.2f' % (['a', 'b', 'a'].count('a=b'), 'ab', 1.5))[0]
INT_27 = len([x for x in 'a'.split() if x])
TUPLE_28 = tuple(list(('True',)))
TUPLE_29 = tuple(sorted(' x '.split(',')))
INT_27 = 'b,c'[::-1][::-1].find('.')
if bool(dict(a='false'[::-1], b='{}/{n}'.format('false', n=0))):
    STR_30 = ','.join([x.strip() for x in (['a', 'b', 'a'] * 2)])
BOOL_31 = ((not '/srv/app/'.isdigit()) or (([] == ['a', 'b', 'a']) and isinstance(INT_27, int)))
if (0 < INT_27 < 10):
    pass
else:
    for item in [x for x in [x.strip() for x in list(reversed(['a', 'b', 'a']))] if x]:
        if item == 'a': break
        LIST_32 = [x for x in [] if x]
        BOOL_33 = BOOL_31
if BOOL_31:
    DICT_34 = dict(zip([*list({'a': 'x'}), 'b,c'.replace(',', '')], list({'': 'b,c', '/srv/app/': 'false'})))
    if any(x for x in [][:]):
        if (Path(f'{True}-{INT_27}').name in list(map(str, (['a', 'b', 'a'] * 0)))):
            DICT_35 = dict(zip(sorted([x for x in [] if x]), os.path.splitext('false')[1].split(',')))
            DICT_36 = dict(zip(sorted([*['a', 'b', 'a'], 'été']), [x for x in (['a', 'b', 'a'] * 0) if x]))
        if isinstance(os.path.splitext('false')[1][::-1], str):
            DICT_37 = {**dict(zip(['a', 'b', 'a'][-1:], [*[], 'True'])), 'k': str((BOOL_31 or False))}
            DICT_38 = {x: x.upper() for x in list(('a=b',))}
        elif BOOL_31:
            BOOL_39 = (not BOOL_31)
        else:
            INT_40 = 0
            LIST_41 = sorted(set([Path('a').as_posix()]))
else:
    if BOOL_31:
        LIST_42 = ['http://x.org/path'.partition(',')[0], ('%s:%d' % ('True', 7))[::-1]]
    else:
        try:
            STR_43 = '{}/{n}'.format(f'{'z':>8}|{1:04d}', n=INT_27)
            STR_44 = os.path.normpath(f'{True}-{1}')
            int(('été' and '/srv/app/')[::-1].replace(' ', ''))
        except (ValueError, KeyError, IndexError):
            TUPLE_45 = (Path('b,c').as_posix()[::-1], *os.path.basename('b,c').split(','))
            BOOL_46 = os.path.join(('%s:%d' % ('Debug', INT_27)), ('%s:%d' % ('false', INT_27))).startswith(repr(' x '[:3]))
    TUPLE_47 = (('True' and 'True').capitalize(),)
if (BOOL_31 or (0 < (INT_27 // 7) < 10)):
    LIST_48 = list(filter(None, sorted(set(['false', 'b,c']))))
    if (0 < (max(3, 2) if BOOL_31 else (INT_27 if False else 1)) < 10):
        LIST_49 = [x.strip() for x in list(dict(a='True', b='b,c'))]
        INT_27 = INT_27
    elif f'{True}-{INT_27}'.startswith(''[1:-1].replace(',', 'x')):
        pass
        if BOOL_31:
            LIST_50 = [*[x for x in [x.strip() for x in []] if x], f'{None}-{INT_27}']
            LIST_51 = (list(TUPLE_29) + list(filter(None, 'Debug'.split(','))))
        elif (os.path.join('a=b', 'été').swapcase() < repr(Path('/srv/app/').as_posix())):
            LIST_52 = sorted(set((sorted(['a']) * 1)))
            TUPLE_29 = tuple([x for x in [][:] if x])
        else:
            LIST_53 = [('{}/{n}'.format('True', n=3) and ' x '.replace('a', '')), ' / '.join(['a', 'b', 'a'][-1:]), '{}/{n}'.format(Path(' x ').name, n=int('23'))]
    else:
        pass
        TUPLE_54 = (repr('/srv/app/')[:3], *list({}))
elif isinstance(list(reversed((['a', 'b', 'a'] * 1))), int):
    BOOL_55 = BOOL_31
    TUPLE_56 = ((str({}) and ('false' or 'b,c')), *list(dict(a='', b=' x ')))
else:
    TUPLE_57 = tuple([x.strip() for x in ['b,c', '/srv/app/']])
    TUPLE_58 = (TUPLE_28 + ('a'.strip(), *list(filter(None, []))))
BOOL_59 = (0 < sum([INT_27, sum([INT_27, INT_27])]) < 10)
STR_60 = os.path.normpath(os.path.splitext('Debug')[0][::-1])
if BOOL_31:
    if BOOL_59:
        STR_60 = STR_60
        TUPLE_61 = tuple(list(filter(None, list({}))))
    elif (STR_60[::-1].isdigit() and f'{'z':>8}|{7:04d}'.startswith(os.path.join(STR_60, 'a'))):
        pass
    pass
else:
    pass
def helper_62(a, b=STR_60):
    if a:
        return a + b
    return b
STR_63 = helper_62(Path('{}/{n}'.format('/srv/app/', n=60)).as_posix())
INT_64 = 5
if (str(Path(STR_60) / 'http://x.org/path') in list(map(str, 'été'.split()))):
    if isinstance([], int):
        if isinstance(BOOL_31, str):
            TUPLE_65 = (' / '.join((['a', 'b', 'a'] * 1)),)
            TUPLE_28 = (STR_63, *[*([] * 0), '%05d|%-6s|%.2f' % (3, 'ab', 1.5)])
        else:
            LIST_66 = sorted(((['a', 'b', 'a'] + ['a', 'b', 'a']) * 2))
    INT_27 = int((STR_63.capitalize() not in list(reversed(['a', 'b', 'a']))))
else:
    if BOOL_59:
        DICT_67 = dict(a='{}/{n}'.format(os.path.splitext(STR_60)[1], n=len(['a'])), b=f'{'long word':>8}|{1:04d}')
        STR_68 = Path((f'{'long word':>8}|{INT_27:04d}' + os.path.join(STR_60, 'True'))).as_posix()
    if BOOL_59:
        if (str(BOOL_31) == str(Path((STR_63 and STR_60)) / '')):
            INT_64 = INT_64
            TUPLE_69 = ('%05d|%-6s|%.2f' % (max(INT_27, 3600), 'ab', 1.5), *sorted(([] * 0)))
        elif (not (not any(x for x in ['a', 'b', 'a']))):
            DICT_70 = dict(a='%05d|%-6s|%.2f' % (INT_64, 'ab', 1.5), b=STR_60)
            DICT_71 = dict(zip(list(filter(None, list(filter(None, ['a', 'b', 'a'])))), (STR_60.split() * 2)))
    elif (60 < ((1 if BOOL_31 else INT_64) % -3)):
        if os.path.join('%05d|%-6s|%.2f' % (INT_27, 'ab', 1.5), STR_63).isdigit():
            DICT_72 = dict(zip(sorted(set(list(reversed([])))), os.path.join(STR_63, STR_60).split()))
        elif BOOL_31:
            LIST_73 = [STR_63]
        else:
            INT_74 = int((STR_63 != os.path.join('', STR_63)))
        try:
            INT_75 = ('%s:%d' % (STR_60, ' x '.find('a'))).find('a')
            LIST_76 = ('True'.partition(',')[2].split() + sorted(set(list(filter(None, ['a'])))))
            pass
        except Exception:
            TUPLE_77 = TUPLE_28
if (not BOOL_31):
    TUPLE_78 = TUPLE_29
    if (STR_63 not in ((['a'] * 1) * 2)):
        if ((['a'].count(STR_60) & len('')) != (['a'].count(STR_60) // 7)):
            STR_79 = (repr('a=b'.partition(',')[1]) or ('%s:%d' % (STR_60, 0)).lower())
            STR_80 = os.path.join(('abc' and '{}/{n}'.format('/srv/app/', n=3)), Path(f'{None}-{INT_64}').as_posix())
        if STR_63.partition(',')[0].isdigit():
            DICT_81 = {Path(STR_60.partition(',')[2]).name: repr(STR_60), 'Hello World': (f'{None}-{INT_27}' and ('a' and 'été'))}
            STR_82 = Path(str(True)).name.partition(',')[2]
        else:
            INT_83 = int('39')
    elif BOOL_31:
        if any(x for x in STR_63.split()):
            DICT_84 = dict(a='Debug'.title().upper(), b=STR_60)
            BOOL_31 = (not (STR_63.isdigit() and BOOL_59))
    else:
        DICT_85 = dict(a=f'{1}-{3600}', b='{}/{n}'.format(('a=b' + ''), n=(INT_64 * 3600)))
elif (BOOL_59 and str(['a', 'b', 'a']).isdigit()):
    if ((('été' is None) and BOOL_59) and BOOL_31):
        if isinstance('True'.lstrip().find(','), str):
            INT_86 = sum([(int(BOOL_59) if STR_63.startswith(STR_63) else (INT_64 | INT_27)), (len(STR_60) if isinstance(60, str) else (0 // -3))])
        elif any(x for x in [x.strip() for x in list(TUPLE_28)]):
            TUPLE_87 = TUPLE_29
        pass
    elif (STR_60 is None):
        TUPLE_88 = TUPLE_28
else:
    INT_89 = (INT_27 + ((INT_64 - INT_27) if ('été' is None) else max(INT_27, INT_27)))
    if (os.path.splitext(f'{None}-{INT_27}')[1] not in STR_63):
        STR_90 = STR_63
        if BOOL_59:
            STR_91 = '{}/{n}'.format(os.path.join(Path('a').name, STR_63), n=len(STR_60.split()))
            LIST_92 = [x.strip() for x in ([*['a'], STR_60] * 1)]
        else:
            INT_93 = INT_64
            INT_64 = ' / '.join(list(map(str, ['a']))).find('b')
    elif os.path.join(STR_60, STR_60).lstrip().isdigit():
        if (STR_60[-2:] in str([*['a'], 'a=b'])):
            INT_94 = int('44')
            TUPLE_29 = TUPLE_28
        elif BOOL_59:
            TUPLE_95 = (os.path.join(f'{'long word':>8}|{INT_64:04d}', STR_63), *list(filter(None, list(reversed(['a', 'b', 'a'])))))
        else:
            LIST_96 = [x.strip() for x in [x.strip() for x in [*[], 'a']]]
        if ','.join('a=b'.split()).startswith('%05d|%-6s|%.2f' % ((INT_27 % 7), 'ab', 1.5)):
            STR_97 = STR_63
        elif STR_63.partition(',')[1].startswith(('%05d|%-6s|%.2f' % (1, 'ab', 1.5) or ','.join([]))):
            TUPLE_29 = (f'{'long word':>8}|{-1:04d}',)
            TUPLE_28 = ('{}/{n}'.format(STR_63.partition(',')[2], n=INT_27), *list(filter(None, list({}))))
        else:
            INT_27 = f'{'z':>8}|{INT_64:04d}'.find(',')
    else:
        BOOL_98 = bool(int('18'))
try:
    if BOOL_31:
        if BOOL_59:
            DICT_99 = {x: x.upper() for x in (sorted(set(['a', 'b', 'a'])) * 0)}
            DICT_100 = {**dict(a=STR_63, b=STR_63.upper()), 'k': f'{True}-{3600}'}
        else:
            INT_101 = (INT_64 // 7)
            TUPLE_102 = TUPLE_28
    else:
        BOOL_103 = BOOL_59
        if ('Hello World' < repr(Path(STR_60).name)):
            STR_63 = Path(os.path.join(STR_60.strip(), STR_63[::-1])).name
            BOOL_31 = (STR_63 is None)
    TUPLE_104 = TUPLE_28
    int(f'{True}-{3600}')
except Exception:
    pass
DICT_105 = dict(a=STR_63, b=str(Path(STR_63) / STR_63))
DICT_106 = {x: x.upper() for x in [][-1:]}
DICT_105 = {STR_60: os.path.join(STR_63, ('True' + STR_60))}
if BOOL_59:
    for item in (Path(f'{'q'}-{60}').name,):
        if not item: continue
        DICT_106.update(DICT_106)
        pass
else:
    TUPLE_108 = tuple(list(filter(None, sorted(set(['a', 'b', 'a'])))))
    TUPLE_29 = tuple([*['a'], STR_60][-1:2])
