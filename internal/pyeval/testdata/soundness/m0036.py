import os
from pathlib import Path

if (f"{'z':>8}|{60:04d}" is None):
    if (sum([max(7, 3600), int(False)]) <= (''.find('a') // 7)):
        if ((0 < int(False) < 10) or (list(filter(None, ['a', 'b', 'a'])) == 'a=b'.split(','))):
            INT_1 = sum([(len('a') if any(x for x in ['a', 'b', 'a']) else (0 % 7)), len(os.path.splitext('b,c')[0])])
    elif any(x for x in list(tuple(['a', 'b', 'a']))):
        if ((any(x for x in []) and isinstance(3, (list, tuple))) and ('%05d|%-6s|%.2f' % (0, 'ab', 1.5) is None)):
            DICT_2 = dict(a='%05d|%-6s|%.2f' % ((1 % 7), 'ab', 1.5), b='%05d|%-6s|%.2f' % ((60 // 7), 'ab', 1.5))
            STR_3 = f"{2.5}-{3}"
        else:
            DICT_4 = {**{**{'b,c': 'false', 'été': 'a=b'}, 'k': ''.partition(',')[1]}, 'k': str([].count('Debug'))}
        if bool(dict(a='Debug'.lower(), b=('' or 'Debug'))):
            DICT_5 = dict(a=str(()).partition(',')[2], b=f"{'z':>8}|{7:04d}")
    else:
        LIST_6 = list(filter(None, [*list(filter(None, [])), '/srv/app/'[:3]]))
    if f"{2.5}-{1}".startswith(('%05d|%-6s|%.2f' % (60, 'ab', 1.5) or ('/srv/app/' + 'b,c'))):
        if (isinstance(os.path.normpath('b,c'), int) or any(x for x in list(filter(None, ['a', 'b', 'a'])))):
            STR_7 = f"{2.5}-{1}".strip()
        elif (0 < (-3 if ('True' in 'a=b') else (1 * 3))):
            TUPLE_8 = (os.path.basename(f"{2.5}-{0}"), *list(dict(zip(['a', 'b', 'a'], []))))
            STR_9 = os.path.join(os.path.join('Debug'[:], ' / '.join(['a', 'b', 'a'])), 'a,b,,c')
    elif any(x for x in [x for x in [x for x in ['a', 'b', 'a'] if x] if x]):
        if (420 != 420):
            TUPLE_10 = tuple(sorted((['a'] * 1)))
        else:
            DICT_11 = dict(zip(str(Path('été') / 'a=b').split(), sorted(list(map(str, ['a'])))))
            BOOL_12 = os.path.splitext('false')[0].replace('a', 'x').startswith(repr('%05d|%-6s|%.2f' % (3600, 'ab', 1.5)))
        STR_13 = '{}/{n}'.format('{}/{n}'.format(repr('/srv/app/'), n=int(True)), n=len([x.strip() for x in ['a']]))
    else:
        pass
else:
    try:
        BOOL_14 = (not (os.path.basename('false') is None))
        int(('%05d|%-6s|%.2f' % (2, 'ab', 1.5) + '%05d|%-6s|%.2f' % (1, 'ab', 1.5))[1:])
    except (ValueError, KeyError):
        BOOL_15 = f"{'long word':>8}|{1:04d}".startswith('%05d|%-6s|%.2f' % ((3600 // -3), 'ab', 1.5))
        if isinstance(f"{2.5}-{0}", int):
            INT_16 = (max((1 if False else 2), max(-1, 2)) % 2)
        else:
            STR_17 = Path(os.path.splitext(' / '.join(['a']))[1]).name
            STR_18 = '{}/{n}'.format('{}/{n}'.format(('a' + ' x '), n=int(False)), n=str(Path('a') / 'Debug').find('a'))
    BOOL_19 = isinstance((os.path.splitext('été')[0] in 'a'.upper()), str)
BOOL_20 = (Path('True').as_posix().split(',') == list(dict(a='false', b='a=b')))
def helper_21(a, b=('a=b' and 'True')):
    if not a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return a.upper()
STR_22 = helper_21(repr('/srv/app/'.replace('a', '--')))
for item in tuple((STR_22, *[x.strip() for x in ['', STR_22]]))[:9]:
    pass
    INT_23 = list(())[1:2].count(STR_22)
    INT_24 = int('-13')
if (os.path.join(STR_22, 'a').isdigit() or (str(Path(STR_22) / STR_22) != STR_22)):
    STR_25 = '%05d|%-6s|%.2f' % (STR_22[:3].find('b'), 'ab', 1.5)
    LIST_26 = list((os.path.join(STR_22, 'false'),))
elif (STR_22 is None):
    LIST_27 = list(map(str, (['a', 'b', 'a'][:] + [x.strip() for x in ['a']])))
    DICT_28 = {**{'a,b,,c': STR_22.strip(), ('a' or ''): (STR_22 + STR_22)}, 'k': STR_22}
if (STR_22.replace(' ', 'x').startswith('%05d|%-6s|%.2f' % (1, 'ab', 1.5)) or any(x for x in list(filter(None, ['a'])))):
    DICT_29 = {**{}, 'k': STR_22[1:3]}
    BOOL_20 = bool(STR_22.replace('a', '--'))
try:
    if (''.join(STR_22.split()) is None):
        pass
    elif BOOL_20:
        if str({STR_22: 'a'}).startswith(STR_22):
            BOOL_30 = (str(Path(STR_22) / ('%s:%d' % (STR_22, 7))) not in STR_22)
            TUPLE_31 = (str(Path(STR_22) / STR_22.replace(',', 'x')),)
        elif (not BOOL_20):
            LIST_32 = (list(reversed(list(reversed(['a', 'b', 'a'])))) + list((('a',) + ('a',))))
        if ((len('false') == max(0, 3)) or BOOL_20):
            LIST_33 = list(((STR_22 or 'True'),))
            LIST_34 = list(filter(None, STR_22.split()[1:]))
        elif ((STR_22.upper() + (STR_22 or STR_22)) != STR_22.replace(' ', '')):
            BOOL_20 = repr((STR_22 or STR_22)).startswith(('%s:%d' % (STR_22, len(['a']))))
            BOOL_35 = BOOL_20
        else:
            BOOL_36 = BOOL_20
            BOOL_37 = BOOL_20
    else:
        STR_38 = ','.join([*list(map(str, [])), ('%s:%d' % (STR_22, 2))])
    pass
except (ValueError, LookupError):
    for item in tuple(list(filter(None, [x for x in sorted(set(['a', 'b', 'a'])) if x])))[:9]:
        if item == 'a': break
        for item in tuple(sorted(list((STR_22,))))[:9]:
            if not item: continue
            DICT_39 = {**{x: x.upper() for x in (['a'] * 0)}, 'k': (('%s:%d' % ('false', 7)) + 'a=b'.replace(',', ''))}
        if BOOL_20:
            LIST_40 = ((list(filter(None, [])) + STR_22.split()) * 1)
        elif BOOL_20:
            INT_41 = [x for x in list(map(str, [])) if x].count(('%s:%d' % (STR_22, (-1 % 2))))
            LIST_42 = list(filter(None, (list(reversed([])) + (['a'] + ['a', 'b', 'a']))))
        else:
            BOOL_20 = (BOOL_20 and ((0 < 0 < 10) and BOOL_20))
            BOOL_20 = BOOL_20
TUPLE_43 = (f"{'long word':>8}|{60:04d}", *list(reversed(list({}))))
if BOOL_20:
    DICT_44 = dict(zip(('%s:%d' % (STR_22, 2)).split(','), list(TUPLE_43)))
    if f"{'z':>8}|{0:04d}".startswith(STR_22):
        if (0 < (STR_22.find('.') % 2) < 10):
            DICT_45 = {x: x.upper() for x in [x.strip() for x in STR_22.split()]}
        elif (repr('/srv/app/').replace(' ', '--') != STR_22):
            DICT_46 = dict(a=STR_22.partition(',')[2][::-1], b=f"{'z':>8}|{2:04d}")
            LIST_47 = STR_22.split()
elif BOOL_20:
    BOOL_20 = ('false'.partition(',')[0].lower() not in (''[::-1] or str(2)))
if STR_22.startswith(STR_22):
    if (os.path.join(STR_22, str({})) == STR_22[-2:]):
        DICT_48 = dict(zip(list(TUPLE_43)[:2], sorted([][-1:2])))
        if (STR_22 not in sorted('/srv/app/'.split(','))):
            TUPLE_49 = TUPLE_43
            LIST_50 = list(map(str, list(reversed(['a']))))[:2]
    elif ((STR_22 + STR_22).find('b') > len(STR_22)):
        if BOOL_20:
            BOOL_51 = (str((0 - 1)) is None)
            STR_52 = ('%s:%d' % ('{}/{n}'.format(STR_22, n=int(BOOL_20)), int('-45')))
        elif f"{1}-{3}".isdigit():
            STR_53 = (STR_22 + f"{None}-{60}")
        for item in tuple(sorted(set(list(())))[:])[:9]:
            if item == 'a': break
            LIST_54 = list(map(str, list(filter(None, list(TUPLE_43)))))
    else:
        if any(x for x in sorted([x for x in ['a'] if x])):
            DICT_55 = {x: x.upper() for x in list(tuple([]))}
        else:
            TUPLE_43 = (STR_22, *[x for x in (['a'] * 1) if x])
            DICT_56 = {**dict(zip([*[], STR_22], sorted(set([])))), 'k': STR_22}
        STR_57 = STR_22
    INT_58 = (((7 // -3) // 2) if (STR_22.find('.') > (60 // -3)) else ((3600 // 2) % 2))
elif STR_22.startswith((STR_22 and STR_22)):
    if BOOL_20:
        DICT_59 = {x: x.upper() for x in list(map(str, ['a', 'b', 'a']))[1:]}
    elif (any(x for x in list(TUPLE_43)) and f"{1}-{-1}".isdigit()):
        INT_60 = max(len(sorted([])), sum([(60 if True else 2), max(-1, 1)]))
        LIST_61 = list(TUPLE_43)
    else:
        BOOL_62 = (STR_22.replace(' ', '--').startswith('Debug'.partition(',')[1]) or BOOL_20)
STR_63 = '{}/{n}'.format(''.join(list({})), n=len(STR_22))
BOOL_64 = BOOL_20
if (STR_63 is None):
    if BOOL_64:
        STR_65 = STR_63
    elif isinstance((sum([0, 1]) if (0 < 60 < 10) else ['a', 'b', 'a'].count('b,c')), str):
        TUPLE_66 = (str(int(BOOL_20)), *sorted(set('a'.split())))
        BOOL_67 = STR_63.startswith('a,b,,c')
elif BOOL_64:
    TUPLE_68 = (str(Path(STR_22[-2:3]) / ('%s:%d' % (STR_63, 3600))), *[STR_63[1:-1], 'a'.partition(',')[0]])
else:
    LIST_69 = sorted(list(dict(a='a', b=STR_22)))
LIST_70 = [x for x in STR_63.split(',') if x]
if (len([*['a', 'b', 'a'], STR_63]) > (len(STR_63) if (False or BOOL_64) else len(['a', 'b', 'a']))):
    pass
    pass
else:
    LIST_71 = STR_22.split(',')
for item in tuple(((os.path.splitext('false')[0], *list(map(str, LIST_70))) + ((' x ', *LIST_70) + tuple(LIST_70))))[:9]:
    pass
    INT_72 = [*LIST_70, STR_63.strip()].count(STR_63)
    if BOOL_64:
        for item in tuple(sorted([x.strip() for x in list({})]))[:9]:
            pass
            BOOL_20 = (sum([(3600 - 7), int(BOOL_64)]) < (len(LIST_70) % 2))
        LIST_70 = LIST_70
    else:
        if ((len(['a', 'b', 'a']) % -3) != (max(7, 60) * len(LIST_70))):
            STR_22 = f"{True}-{2}"
            DICT_73 = {x: x.upper() for x in [x for x in [x for x in LIST_70 if x] if x]}
        elif BOOL_20:
            INT_74 = sum([len('été'.split()), (sum([7, 3]) - (2 // -3))])
        else:
            STR_75 = str(dict(zip(list(reversed(LIST_70)), LIST_70)))
try:
    DICT_76 = {**dict(zip([*['a', 'b', 'a'], STR_22], [STR_63, STR_22])), 'k': STR_63.partition(',')[1]}
    pass
    int('{}/{n}'.format('a,b,,c', n=1))
except (ValueError, LookupError):
    for item in tuple([x.strip() for x in [x for x in list(reversed(['a', 'b', 'a'])) if x]])[:9]:
        pass
        if (STR_22 not in STR_22):
            LIST_70 = sorted(set(LIST_70))
        else:
            INT_77 = ((60 if (0 < 60 < 10) else ['a', 'b', 'a'].count(STR_22)) if (0 < len('a') < 10) else int((0 < 7 < 10)))
            TUPLE_43 = TUPLE_43
    pass
if (STR_63 not in os.path.basename(f"{'q'}-{0}")):
    TUPLE_43 = (STR_63[::-1], *LIST_70)
    LIST_70 += list(map(str, list(filter(None, []))))
elif bool(int((False or BOOL_64))):
    STR_79 = os.path.join(STR_22[::-1], ('%s:%d' % (STR_63, max(3, 7))))
    try:
        INT_80 = int(bool('Debug'.split()))
        for item in tuple([])[:9]:
            pass
            DICT_81 = {x: x.upper() for x in [*sorted(set(LIST_70)), STR_22]}
            LIST_82 = [*LIST_70, (repr(STR_63) and STR_63)]
        dict(zip([STR_22.capitalize(), STR_22], STR_63.split()))['a']
    except (ValueError, KeyError):
        TUPLE_83 = (os.path.join(''.join(LIST_70), str(('a', 'b'))),)
        if bool(''.join([x.strip() for x in LIST_70])):
            DICT_84 = dict(a=('%s:%d' % (' / '.join(LIST_70), (3 // 2))), b='Hello World')
        elif (os.path.join(STR_22, STR_63) not in [*[], Path(STR_22).as_posix()]):
            TUPLE_43 = ((('/srv/app/' and STR_22) or STR_63), *list(dict(zip(LIST_70, LIST_70))))
        else:
            INT_85 = sum([sum([int(BOOL_64), (-1 // -3)]), ((0 // -3) % -3)])
def helper_86(a, b=STR_22):
    if a:
        return a + b
    return b
STR_87 = helper_86(Path(STR_63).as_posix())
TUPLE_43 = (f"{'z':>8}|{7:04d}", *sorted(set(([] + LIST_70))))
BOOL_88 = (os.path.join(','.join(['a']), os.path.join(STR_87, STR_63)) is None)
if (STR_22 is None):
    try:
        DICT_89 = {STR_63: (Path(STR_63).name or Path(STR_22).name), STR_63: (STR_87 + ' / '.join(['a', 'b', 'a']))}
        LIST_70 += LIST_70
        pass
    except (ValueError, KeyError, IndexError):
        if 'a' in LIST_70: LIST_70.remove('a')
if (STR_63 is None):
    LIST_70.insert(-1, (STR_22 and ''[1:-1]))
else:
    if ((isinstance(STR_63, bool) and (not BOOL_20)) or (STR_63[::-1] not in STR_63)):
        for item in tuple([*LIST_70, STR_22])[:9]:
            if item == 'a': break
            STR_87 = ((STR_87.replace(',', 'x') or Path('été').name) or ('tab\tline\n' or repr(STR_87)))
        if BOOL_64:
            INT_93 = int((len(LIST_70) > (60 % 7)))
        elif (os.path.join(STR_63, 'a=b')[::-1] != os.path.join(str({'a': 'x'}), ('été' or STR_63))):
            DICT_94 = dict(zip([x for x in LIST_70 if x], sorted([x for x in LIST_70 if x])))
        else:
            DICT_95 = {x: x.upper() for x in sorted(set(LIST_70))[:2]}
            DICT_96 = dict(zip([*(LIST_70 + LIST_70), '%05d|%-6s|%.2f' % (0, 'ab', 1.5)], list((() + TUPLE_43))))
    else:
        if STR_22.isdigit():
            STR_87 = repr(STR_87)
        else:
            BOOL_97 = isinstance(os.path.basename(STR_87), bool)
            DICT_98 = dict(zip(LIST_70, LIST_70))
if bool((list(map(str, LIST_70)) * 0)):
    LIST_70 += list(filter(None, ([] + ['a', 'b', 'a'])))
    DICT_100 = {x: x.upper() for x in list({'b,c': 'True', STR_22: STR_87})}
LIST_70.extend(list((('a',) + TUPLE_43)))
for item in tuple([*LIST_70, STR_22])[:9]:
    if not item: continue
    pass
