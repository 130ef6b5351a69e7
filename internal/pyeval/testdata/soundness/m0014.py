import os
from pathlib import Path

TUPLE_1 = tuple([])
try:
    for item in tuple((TUPLE_1 + tuple(list(filter(None, ['a'])))))[:9]:
        if item == 'a': break
        try:
            LIST_2 = (os.path.join('été', 'True').split() * 1)
            TUPLE_3 = (('%s:%d' % (' / '.join([]), ['a', 'b', 'a'].count(''))),)
            dict(zip(list(TUPLE_1), list(filter(None, 'Debug'.split()))))['a']
        except (ValueError, KeyError, IndexError):
            BOOL_4 = isinstance((list({}) == sorted(set(['a']))), int)
        LIST_5 = [('a' or '').title(), (str(False) + str(Path('/srv/app/') / '/srv/app/'))]
    {'%05d|%-6s|%.2f' % (int('5'), 'ab', 1.5): ('été' + ' x ')[-2:3]}['a']
except (ValueError, KeyError):
    for item in tuple((''.join(sorted(['a'])),))[:9]:
        pass
        STR_6 = (os.path.basename('http://x.org/path') and '{}/{n}'.format('True', n=0)[:-1])
        for item in tuple(list(map(str, [x for x in ['a'] if x]))[:2])[:9]:
            if not item: continue
            DICT_7 = dict(zip([x.strip() for x in ['a', 'b', 'a'][:]], [x for x in list({}) if x]))
            DICT_8 = dict(zip(list(map(str, list(filter(None, ['a'])))), sorted([x.strip() for x in ['a', 'b', 'a']])))
if (f"{None}-{-1}" is None):
    BOOL_9 = ((('' in 'été') or 'Debug'.isdigit()) and ((7 - 1) <= (2 if True else 60)))
    INT_10 = (int('44') % 2)
elif (' / '.join((['a'] + ['a'])) is None):
    if (repr('false'.strip()) in '{}/{n}'.format(f"{'z':>8}|{-1:04d}", n=len('false'))):
        DICT_11 = dict(zip(list({x: x.upper() for x in []}), list(map(str, list({'a': 'x'})))))
    else:
        for item in tuple((f"{None}-{-1}",))[:9]:
            if not item: continue
            DICT_12 = {}
            STR_13 = os.path.splitext(f"{'z':>8}|{3600:04d}"[::-1])[1]
        LIST_14 = sorted(set(list(reversed([x.strip() for x in ['a']]))))
    try:
        DICT_15 = dict(a=''.join(sorted([])), b=os.path.normpath('Debug'.replace('a', 'x')))
        {x: x.upper() for x in (sorted(['a']) * 1)}['a']
    except (ValueError, KeyError, IndexError):
        BOOL_16 = (os.path.dirname(f"{'z':>8}|{1:04d}") != os.path.splitext((' x ' or 'Debug'))[0])
        if isinstance(('/srv/app/'.find(',') % 2), int):
            DICT_17 = {}
            LIST_18 = list(TUPLE_1)
        elif '%05d|%-6s|%.2f' % (int('46'), 'ab', 1.5).startswith("it's"):
            DICT_19 = {x: x.upper() for x in f"{'z':>8}|{3600:04d}".split()}
            INT_20 = -3
        else:
            STR_21 = ','.join(list(filter(None, ['a', 'b', 'a']))).strip()
            DICT_22 = dict(zip(['http://x.org/path'], list({x: x.upper() for x in []})))
if Path('Debug'[::-1]).name.startswith(repr(('/srv/app/' and ''))):
    if f"{'q'}-{7}".startswith(('%05d|%-6s|%.2f' % (1, 'ab', 1.5) and str(True))):
        STR_23 = ('%05d|%-6s|%.2f' % (1, 'ab', 1.5) or Path('a=b').as_posix())[::-1]
    else:
        if (f"{True}-{3}"[:] is None):
            STR_24 = str(Path((repr('b,c') or str(Path('/srv/app/') / 'Debug'))) / 'abc')
            TUPLE_1 = (TUPLE_1 + ('%05d|%-6s|%.2f' % (-1, 'ab', 1.5),))
        elif isinstance((Path('b,c').name is None), bool):
            DICT_25 = {x: x.upper() for x in list(filter(None, [][:2]))}
            DICT_26 = {}
        else:
            INT_27 = (-3 % 7)
            LIST_28 = list(reversed([]))
else:
    pass
if ((os.path.splitext('false')[1] not in ('a' + 'a')) or bool(['/srv/app/'])):
    BOOL_29 = isinstance(('b,c'.find(',') | len('a=b')), bool)
    if (f"{None}-{-1}".startswith(('Debug' or '')) and (bool(['a']) or (False or True))):
        INT_30 = -3
    elif '{}/{n}'.format(f"{'long word':>8}|{0:04d}", n=1).startswith(' / '.join([x for x in [] if x])):
        if (list(map(str, ' x '.split())) == [x for x in 'Debug'.split(',') if x]):
            DICT_31 = {**{**{x: x.upper() for x in ['a']}, 'k': ' / '.join([])}, 'k': ' / '.join(['été', 'a=b'])}
        else:
            STR_32 = ('a=b' and 'été').partition(',')[0].capitalize()
        TUPLE_33 = TUPLE_1
    else:
        try:
            STR_34 = f"{2.5}-{0}"
            {}['a']
        except (ValueError, KeyError):
            DICT_35 = {x: x.upper() for x in list(map(str, sorted([])))}
            BOOL_36 = (len(sorted(set(['a', 'b', 'a']))) > int(([] == ['a'])))
elif (bool(dict(zip(['a'], ['a']))) or (0 < max(3, 3) < 10)):
    if (((False and True) and (False or False)) or isinstance(('b,c' is None), bool)):
        LIST_37 = os.path.join('{}/{n}'.format(' x ', n=-1), f"{'long word':>8}|{3:04d}").split(',')
    else:
        INT_38 = sum([int('Debug'.isdigit()), list(map(str, ['a', 'b', 'a'])).count(('false' and ''))])
    LIST_39 = list(map(str, (list({}) + ['b,c'])))
else:
    for item in tuple(sorted(set(f"{True}-{3600}".split())))[:9]:
        if item == 'a': break
        try:
            DICT_40 = {}
            pass
        except Exception:
            INT_41 = (int(any(x for x in [])) * max('b,c'.find('b'), max(7, 2)))
INT_42 = int('14')
STR_43 = str(sorted(set(['a', 'b', 'a']))[-1:])
if isinstance(((INT_42 <= 3600) and (STR_43 != ' x ')), (list, tuple)):
    try:
        if (not STR_43.isdigit()):
            DICT_44 = dict(zip([], list({x: x.upper() for x in []})))
        elif STR_43.isdigit():
            INT_42 = INT_42
            DICT_45 = dict(a=STR_43, b=','.join(list(reversed(['a', 'b', 'a']))))
        if any(x for x in sorted(list({}))):
            INT_42 = ((0 // 7) % -3)
        elif (str(Path(STR_43) / STR_43[1:-1]) in ((['a', 'b', 'a'] * 2) * 1)):
            TUPLE_46 = TUPLE_1
        else:
            BOOL_47 = bool(STR_43)
            BOOL_48 = (0 < (INT_42 if (True and True) else len('a')) < 10)
        pass
    except Exception:
        TUPLE_49 = ((('/srv/app/' or STR_43) + 'a'.partition(',')[1]),)
    STR_43 = repr(STR_43)
else:
    TUPLE_50 = tuple([x for x in ['a', STR_43] if x])
    STR_51 = STR_43
if (0 < max((INT_42 if False else INT_42), ['a'].count('a=b')) < 10):
    try:
        pass
        STR_43 = STR_43
        int('%05d|%-6s|%.2f' % (len(STR_43), 'ab', 1.5).replace(',', ''))
    except Exception:
        INT_52 = INT_42
        INT_53 = (len('/srv/app/'.split(',')) if (STR_43[-2:3] in os.path.normpath(STR_43)) else ('été'.find('b') // 7))
    if bool(int('-13')):
        DICT_54 = dict(zip([*list({'a': 'x'}), STR_43], [x for x in list(TUPLE_1) if x]))
        if (any(x for x in sorted(set(['a', 'b', 'a']))) and (os.path.splitext(STR_43)[1] not in [*['a'], STR_43])):
            DICT_55 = dict(a=(STR_43 and STR_43.capitalize()), b=str((False and True)))
        else:
            BOOL_56 = (repr(STR_43) != STR_43)
else:
    LIST_57 = [STR_43, STR_43, STR_43]
    BOOL_58 = STR_43.isdigit()
if '{}/{n}'.format('tab\tline\n', n=60).startswith('%05d|%-6s|%.2f' % (INT_42, 'ab', 1.5)):
    INT_59 = (int(any(x for x in ['a', 'b', 'a'])) // -3)
    DICT_60 = dict(a=os.path.splitext(str(Path('a') / STR_43))[1], b=STR_43)
elif bool(os.path.join(''.join(['a', 'b', 'a']), STR_43)):
    if (not isinstance(Path('été').as_posix(), (list, tuple))):
        for item in tuple((STR_43,))[:9]:
            if item == 'a': break
            LIST_61 = list((STR_43.lower(),))
    elif (0 < sum([STR_43.find('.'), (INT_42 + INT_42)]) < 10):
        if (INT_42 == sum([max(INT_42, -1), len('/srv/app/')])):
            STR_62 = repr('').strip().upper()
            LIST_63 = sorted(list(dict(zip([], ['a', 'b', 'a']))))
        elif (0 < INT_42 < 10):
            DICT_64 = {**dict(zip(list(filter(None, ['a', 'b', 'a'])), sorted(['a']))), 'k': Path(''.join(['a'])).as_posix()}
            LIST_65 = sorted(set([x.strip() for x in (['a'] + ['a', 'b', 'a'])]))
        else:
            BOOL_66 = '%05d|%-6s|%.2f' % (2, 'ab', 1.5).partition(',')[2].startswith(STR_43)
else:
    try:
        for item in tuple(tuple(list(reversed(sorted([])))))[:9]:
            if not item: continue
            LIST_67 = sorted(([x.strip() for x in []] * 2))
        pass
    except (ValueError, LookupError):
        STR_43 = '{}/{n}'.format((Path('Debug').name + STR_43), n=INT_42)
DICT_68 = {**dict(a=Path(STR_43).as_posix(), b=repr('/srv/app/')), 'k': STR_43[:].partition(',')[2]}
