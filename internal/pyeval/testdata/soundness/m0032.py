import os
from pathlib import Path

STR_1 = str(dict(zip((['a', 'b', 'a'] + ['a', 'b', 'a']), list(map(str, ['a', 'b', 'a'])))))
if isinstance((0 < sum([1, 7]) < 10), bool):
    if (not any(x for x in list(reversed(['a'])))):
        if (0 < ((0 * 7) % 2) < 10):
            INT_2 = STR_1.find(',')
        else:
            TUPLE_3 = (STR_1,)
            BOOL_4 = bool(len(STR_1[::-1]))
        if ('Hello World' is None):
            BOOL_5 = (sorted(['b,c', 'été', STR_1]) == list((STR_1, *['a'])))
            DICT_6 = {x: x.upper() for x in [STR_1, STR_1, 'True'][-1:2]}
        else:
            LIST_7 = list(map(str, list(filter(None, ''.split(',')))))
            INT_8 = ('%s:%d' % ('a', 1)).split().count('http://x.org/path')
    elif "it's".startswith(repr(''.join([]))):
        if ('{}/{n}'.format((STR_1 and ''), n=''.find('a')) not in list((('a',) + ('a', 'b')))):
            INT_9 = max(os.path.splitext(STR_1)[1].find('a'), (int('17') // 2))
        elif isinstance(list(dict(a='Debug', b=STR_1)), str):
            BOOL_10 = (Path(str(True)).as_posix() in [STR_1, 'false'][1:])
    else:
        if (os.path.dirname('false').swapcase() < '%05d|%-6s|%.2f' % (int('-20'), 'ab', 1.5)):
            LIST_11 = [x.strip() for x in list(filter(None, list({})))]
            INT_12 = (int('-8') // 7)
    STR_13 = str(Path(str(Path(STR_1) / os.path.splitext('b,c')[1])) / f"{'z':>8}|{3600:04d}")
elif ((('' or ' x ') != '{}/{n}'.format(STR_1, n=60)) and (any(x for x in []) or (STR_1 in ['a', 'b', 'a']))):
    if (0 < int(('été' is None)) < 10):
        for item in tuple(((STR_1,) + tuple([STR_1, STR_1])))[:9]:
            if item == 'a': break
            TUPLE_14 = ((tuple([]) + (STR_1,)) + (STR_1,))
            BOOL_15 = bool(list(tuple(['a', 'b', 'a'])))
        BOOL_16 = 'a,b,,c'.isdigit()
    elif (int('18') > len(f"{'z':>8}|{3600:04d}")):
        TUPLE_17 = tuple(list(reversed([*['a', 'b', 'a'], 'a'])))
    else:
        DICT_18 = dict(zip(list(map(str, (['a', 'b', 'a'] * 1))), (sorted(set([])) + STR_1.split())))
    if ('/srv/app/'.partition(',')[2].partition(',')[0] == Path(STR_1).as_posix()):
        for item in tuple([*[x for x in [x for x in ['a'] if x] if x], '%05d|%-6s|%.2f' % (len('True'), 'ab', 1.5)])[:9]:
            pass
            TUPLE_19 = tuple([x for x in [*[], STR_1] if x])
    else:
        DICT_20 = {x: x.upper() for x in ('True'.split() * 1)}
else:
    BOOL_21 = (('True'.replace(',', '') in [x.strip() for x in []]) and bool(dict(a=STR_1, b=STR_1)))
INT_22 = int('-29')
TUPLE_23 = ((f"{2.5}-{INT_22}",) + (('%s:%d' % (STR_1, INT_22)), *'b,c'.split(',')))
try:
    BOOL_24 = (INT_22 != (STR_1 or 'Debug').find('b'))
    if '%05d|%-6s|%.2f' % (STR_1.find('b'), 'ab', 1.5).startswith("it's"):
        pass
        for item in tuple((str(Path('True') / STR_1)[-2:], *list(dict(zip(['a'], [])))))[:9]:
            pass
            BOOL_25 = (''.join(list(reversed(['a', 'b', 'a']))) != str('a'.isdigit()))
    elif (not (str(Path(STR_1) / STR_1) in list(map(str, [])))):
        STR_26 = (os.path.splitext('été'[::-1])[0] + (os.path.join(STR_1, STR_1) or STR_1[-2:-1]))
        LIST_27 = [*list(reversed(list(filter(None, ['a'])))), STR_1[::-1]]
    int(STR_1)
except (ValueError, KeyError, IndexError):
    LIST_28 = (sorted(set(list(filter(None, [])))) * 0)
for item in tuple(list(filter(None, STR_1.split())))[:9]:
    if item == 'a': break
    BOOL_29 = f"{1}-{0}".isdigit()
    pass
try:
    LIST_30 = ' / '.join(['a']).split(',')[-1:]
    int(str({**{'a': 'x'}, 'k': 'b,c'})[:3])
except (ValueError, KeyError, IndexError):
    if ((INT_22 > sum([INT_22, 7])) and ((True and False) or STR_1.startswith('b,c'))):
        try:
            INT_31 = sum([max(INT_22, int('33')), (INT_22 // 2)])
            {**{x: x.upper() for x in sorted(['a', 'b', 'a'])}, 'k': ('%s:%d' % (''.join(['a']), -3))}['a']
        except Exception:
            TUPLE_32 = TUPLE_23
            BOOL_33 = any(x for x in [x for x in sorted(set(['a', 'b', 'a'])) if x])
    elif (not (len('false') <= INT_22)):
        if ('%s:%d' % (STR_1.partition(',')[2], max(1, INT_22))).startswith((STR_1 and STR_1)[-2:-1]):
            LIST_34 = sorted(set((STR_1.split() * 0)))
            DICT_35 = {x: x.upper() for x in [x.strip() for x in sorted(set(['a', 'b', 'a']))]}
        STR_36 = f"{True}-{INT_22}"
if any(x for x in list((STR_1,))):
    for item in tuple(((TUPLE_23 + (STR_1,)) + tuple([*['a', 'b', 'a'], STR_1])))[:9]:
        pass
        for item in tuple(tuple(list(dict(zip([], ['a', 'b', 'a'])))))[:9]:
            if not item: continue
            LIST_37 = sorted(set('{}/{n}'.format('b,c', n=2).split()))
        if any(x for x in (list(map(str, ['a'])) * 2)):
            BOOL_38 = ('' not in list(('false',)))
            INT_39 = ((INT_22 % -3) if isinstance(INT_22, int) else int(STR_1.isdigit()))
        elif f"{'z':>8}|{INT_22:04d}".isdigit():
            BOOL_40 = (((STR_1 and STR_1) or STR_1[1:]) is None)
            TUPLE_41 = TUPLE_23
DICT_42 = dict(a='tab\tline\n'.partition(',')[0], b=STR_1)
def helper_43(a, b=STR_1):
    if not a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return b
STR_44 = helper_43(STR_1[1:])
TUPLE_45 = (TUPLE_23 + ('abc', *[*[], STR_1]))
def helper_46(a, b=f"{'long word':>8}|{INT_22:04d}"):
    if b in a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return 'none'
STR_47 = helper_46(os.path.splitext(STR_1)[0])
STR_48 = STR_44
DICT_42[''.join(['a']).partition(',')[0]] = 'a,b,,c'
INT_50 = INT_22
DICT_42.pop('a', None)
for item in tuple((str(Path(('Debug' + '/srv/app/')) / ('' or STR_1)), *[STR_48, os.path.join('été', STR_47), STR_48]))[:9]:
    if item == 'a': break
    BOOL_52 = bool(str(Path(' / '.join(['a'])) / ('false' or STR_48)))
    BOOL_53 = isinstance([*list(filter(None, ['a'])), '{}/{n}'.format('Debug', n=INT_50)], bool)
try:
    BOOL_54 = (bool(DICT_42) and any(x for x in [x for x in ['a', 'b', 'a'] if x]))
    if isinstance(list(map(str, ['b,c', STR_47, STR_44])), str):
        LIST_55 = f"{'q'}-{INT_50}".split(',')
    elif (os.path.join(STR_48[::-1], os.path.basename(STR_48)) != STR_48):
        pass
    DICT_42['a']
except Exception:
    for item in tuple(STR_48.replace(',', 'x').capitalize().split(','))[:9]:
        pass
        LIST_56 = [(STR_1 and '%05d|%-6s|%.2f' % (INT_22, 'ab', 1.5)), STR_47.partition(',')[1]]
    DICT_42 |= dict(a=Path(STR_1).name, b=STR_44.replace(',', ''))
if (str('/srv/app/'.find(',')) in list((STR_1, *['a', 'b', 'a']))):
    DICT_58 = dict(a=STR_1, b=STR_44)
    if ([x.strip() for x in []].count(os.path.join('a', STR_47)) == (int('-42') % 7)):
        try:
            INT_59 = sum([max(len([]), INT_22), INT_22])
            INT_60 = int(([][-1:] == [*[], 'b,c']))
            int(str(Path((STR_1 or STR_48)) / STR_48)[:-1])
        except (ValueError, KeyError):
            BOOL_61 = ((STR_47 not in STR_47) or ((not False) or (True or False)))
    elif (0 < len((STR_47 and STR_44)) < 10):
        LIST_62 = str(Path(os.path.splitext(STR_1)[0]) / ('%s:%d' % ('True', INT_50))).split()
        try:
            STR_47 = STR_1
            DICT_42['a']
        except (ValueError, LookupError):
            BOOL_63 = ((0 < len('True') < 10) or ((STR_48 or STR_47) not in list(reversed(['a', 'b', 'a']))))
            INT_50 = max(((INT_22 & INT_50) if any(x for x in []) else (INT_22 % -3)), int('18'))
elif ((not bool(['a', 'b', 'a'])) or ([*[], STR_48] == sorted([]))):
    pass
STR_48 = '{}/{n}'.format(STR_47.capitalize(), n=(INT_22 | 420))
LIST_64 = sorted(list(filter(None, sorted(set(['a', 'b', 'a'])))))
for item in tuple(list(map(str, (LIST_64 + list(reversed([]))))))[:9]:
    if item == 'a': break
    try:
        for item in tuple((('%05d|%-6s|%.2f' % (INT_50, 'ab', 1.5) or 'http://x.org/path'), *list(reversed('True'.split(',')))))[:9]:
            if item == 'a': break
            STR_65 = Path(STR_48).as_posix().replace(' ', '')
            INT_66 = len(list(dict(zip(['a', 'b', 'a'], LIST_64))))
        STR_67 = repr(STR_48)
        int(STR_1)
    except Exception:
        for item in tuple(TUPLE_45)[:9]:
            if not item: continue
            BOOL_68 = (420 <= len((STR_47 + '')))
        DICT_42 |= DICT_42
LIST_64 = [x for x in [x.strip() for x in sorted([])] if x]
