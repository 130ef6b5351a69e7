import os
from pathlib import Path

TUPLE_1 = tuple(''.title().split())
if (('Debug' + 'a=b').isdigit() and ' x '[:].startswith(str(True))):
    for item in tuple((list(TUPLE_1) + list(map(str, ['a', 'b', 'a'][:]))))[:9]:
        if item == 'a': break
        DICT_2 = {str(Path(('a=b' or 'Debug')) / repr('false')): Path(('false' or '/srv/app/')).name}
        BOOL_3 = (not (60 < (-1 if False else 2)))
    pass
elif bool(list(dict(a='b,c', b='True'))):
    if ((0 < (3 if False else 1) < 10) or ('Debug'.split(',') == sorted(set(['a', 'b', 'a'])))):
        STR_4 = ''
    elif (len(list(map(str, []))) < len(list(map(str, [])))):
        for item in tuple(list((('b,c' or ' x '), *['a', 'b', 'a'][:2])))[:9]:
            pass
            LIST_5 = list(filter(None, list(('Debug', *[]))))
        INT_6 = [x for x in 'a=b'.split(',') if x].count(os.path.normpath('{}/{n}'.format('True', n=0)))
    else:
        if bool(([*[], '/srv/app/'] * 1)):
            LIST_7 = list(reversed([*([] * 0), (' x ' + ' x ')]))
            STR_8 = repr(str((True or False)))
        TUPLE_9 = (os.path.basename('false'.upper()),)
    try:
        TUPLE_10 = (tuple(sorted(set(['a']))) + (' x '.lstrip(), *[*[], 'false']))
        int(Path(''.join('b,c'.split(','))).as_posix())
    except Exception:
        for item in tuple(('', *Path('a').as_posix().split(',')))[:9]:
            pass
            STR_11 = os.path.splitext('a,b,,c')[1].swapcase()
            DICT_12 = {**dict(a='Debug'[::-1], b=os.path.basename('a')), 'k': 'été'.replace(',', '--').title()}
        TUPLE_1 = tuple(list(('false', *[])))
STR_13 = ''.join((list(map(str, ['a'])) * 2))
def helper_14(a, b=STR_13):
    if b in a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return b
STR_15 = helper_14(os.path.splitext(STR_13)[0])
def helper_16(a, b=f"{'z':>8}|{60:04d}"):
    if not a:
        return a + b
    return 'none'
STR_17 = helper_16(os.path.join('True'[:3], Path(STR_15).name))
if ((0 < [].count(STR_17) < 10) or (STR_15 < Path(STR_13).as_posix())):
    DICT_18 = dict(zip(STR_15.replace(' ', '--').split(), sorted(list(('a', 'b')))))
elif ((STR_17 or os.path.join('false', STR_15)) is None):
    DICT_19 = {**dict(zip(list({'a': 'x'}), ['a'][-1:])), 'k': '%05d|%-6s|%.2f' % (len(' x '), 'ab', 1.5)}
    try:
        if (0 < max([].count(STR_13), (7 - 0)) < 10):
            DICT_20 = dict(zip(sorted(set([STR_13])), [*'a'.split(','), '%05d|%-6s|%.2f' % (7, 'ab', 1.5)]))
        STR_21 = STR_17.capitalize()
        dict(a=STR_13, b=STR_15[::-1].partition(',')[0])['a']
    except Exception:
        try:
            STR_22 = '{}/{n}'.format(f"{'long word':>8}|{60:04d}".partition(',')[0], n=([].count(STR_17) if (False or False) else ['a', 'b', 'a'].count(STR_17)))
            pass
        except Exception:
            INT_23 = [x for x in list(TUPLE_1) if x].count(Path((STR_17 + STR_15)).name)
        try:
            BOOL_24 = (0 < [][:2].count(os.path.splitext(STR_17)[1]) < 10)
            TUPLE_1 = (str(list(reversed(['a', 'b', 'a']))), *list(reversed(list(map(str, ['a', 'b', 'a'])))))
            dict(a=f"{'z':>8}|{60:04d}", b=('%s:%d' % (str(False), STR_15.find('a'))))['a']
        except (ValueError, KeyError):
            STR_25 = STR_15
else:
    try:
        if ("it's" != str(['a'].count('été'))):
            STR_26 = f"{'z':>8}|{7:04d}"
            TUPLE_27 = ((('' + STR_15) and STR_13), *[*list(filter(None, ['a'])), STR_17])
        elif ((('%s:%d' % (STR_13, 3)) < ('/srv/app/' and ' x ')) or STR_15[::-1].isdigit()):
            INT_28 = (max(-3, 'false'.find('b')) // 2)
            DICT_29 = {f"{2.5}-{3}": Path(STR_17).as_posix()}
        else:
            STR_30 = f"{None}-{60}".partition(',')[1]
        pass
    except Exception:
        if (isinstance((' x ' in []), (list, tuple)) and bool(STR_15[-2:])):
            INT_31 = sum([((3 // -3) % -3), ((0 + 7) & (3600 if True else 1))])
            BOOL_32 = (0 < ((0 if True else 1) % 2) < 10)
        elif (os.path.splitext(' / '.join(['a', 'b', 'a']))[0] not in 'abc'.lower()):
            LIST_33 = list(filter(None, [x for x in list(filter(None, ['a', 'b', 'a'])) if x]))
            DICT_34 = {x: x.upper() for x in [Path('/srv/app/').as_posix()]}
        else:
            BOOL_35 = any(x for x in [*(['a', 'b', 'a'] * 1), STR_17])
        STR_15 = ('%s:%d' % ((STR_13 or '%05d|%-6s|%.2f' % (2, 'ab', 1.5)), ((60 % -3) % 7)))
TUPLE_36 = ((STR_15,) + ((STR_15 + STR_15), *[x for x in [] if x]))
INT_37 = [*(['a'] * 2), STR_17].count(STR_15)
INT_38 = int(('false'.isdigit() or (False or False)))
try:
    try:
        if (bool(repr('True')) or (STR_17 not in list(TUPLE_1))):
            LIST_39 = list(filter(None, list(reversed(list({'a': 'x'})))))
        int(repr(os.path.normpath(('%s:%d' % (STR_15, INT_38)))))
    except (ValueError, LookupError):
        if any(x for x in (([] + ['a']) + list(TUPLE_1))):
            STR_40 = str(60)
        elif any(x for x in sorted(sorted(['a']))):
            STR_41 = ('%s:%d' % ((' / '.join(['a']) and ' x '.replace('a', '')), len(('false' + STR_17))))
        else:
            BOOL_42 = (os.path.join('false', STR_15).split() == [x.strip() for x in ([] + [])])
            LIST_43 = (list(dict(a='false', b=STR_17)) * 1)
        INT_44 = len((STR_13.replace('a', '--') or f"{'z':>8}|{3:04d}"))
    if (0 > 5):
        for item in tuple([x.strip() for x in sorted(set(['a'][-1:2]))])[:9]:
            if item == 'a': break
            DICT_45 = {x: x.upper() for x in list(map(str, [*['a'], 'b,c']))}
        pass
    elif any(x for x in ('%s:%d' % ('/srv/app/', 60)).split(',')):
        if (list(filter(None, list(reversed(['a', 'b', 'a'])))) == list(dict(a=STR_17, b='a'))):
            BOOL_46 = any(x for x in sorted(set(list({'a': 'x'}))))
            LIST_47 = list(filter(None, [x.strip() for x in list(())]))
        elif (os.path.dirname(STR_13[::-1]) in os.path.join(STR_15, STR_17)):
            DICT_48 = {(STR_15[::-1] + STR_15): ''.join(list(reversed(['a']))), os.path.join('b,c'.replace('a', 'x'), os.path.splitext('b,c')[0]): (str(()) + '')}
        else:
            BOOL_49 = (str(('a', 'b')).split() == list({**{}, 'k': ' x '}))
            LIST_50 = (list(reversed(sorted(set(['a', 'b', 'a'])))) + [x.strip() for x in sorted(['a', 'b', 'a'])])
    else:
        for item in tuple((os.path.splitext(str(Path('b,c') / '/srv/app/'))[0], *list((() + TUPLE_1))))[:9]:
            if not item: continue
            LIST_51 = list(map(str, 'True'.partition(',')[0].split(',')))
            DICT_52 = {repr(('a=b' or STR_17)): (str({}) and str(Path(STR_15) / ''))}
        LIST_53 = [x for x in f"{None}-{1}".split() if x]
    {x: x.upper() for x in list(dict(zip(['a', 'b', 'a'], ['a', 'b', 'a'])))}['a']
except Exception:
    if (bool(list(TUPLE_1)) or (STR_15 in STR_13)):
        if ((repr('a') == STR_15) or (int(True) != (60 if True else INT_37))):
            BOOL_54 = (STR_15 < f"{'long word':>8}|{INT_37:04d}".replace(' ', 'x'))
    else:
        if (not any(x for x in list({}))):
            DICT_55 = {x: x.upper() for x in list(map(str, STR_17.split(',')))}
            STR_56 = STR_17
        else:
            LIST_57 = [x.strip() for x in [*list(reversed(['a'])), str(Path('/srv/app/') / STR_13)]]
            TUPLE_58 = (''.join([x.strip() for x in []]),)
        pass
if (f"{True}-{INT_37}" < str(Path(STR_15.swapcase()) / ('%s:%d' % (STR_15, INT_38)))):
    BOOL_59 = (('{}/{n}'.format('Debug', n=60) not in [x for x in ['a'] if x]) and isinstance((-1 % 2), int))
    if (STR_17 not in list({x: x.upper() for x in ['a', 'b', 'a']})):
        if ((','.join([]) not in [*[], 'a']) and isinstance((STR_13 not in STR_17), bool)):
            INT_60 = int('-12')
            STR_61 = STR_15.replace(' ', 'x')
        elif (any(x for x in 'été'.split()) or any(x for x in [STR_15, STR_13])):
            TUPLE_62 = (STR_15, *[('été' and 'Debug')])
            LIST_63 = [*sorted([][:2]), STR_17]
        else:
            LIST_64 = ([x.strip() for x in []] + [x.strip() for x in [x.strip() for x in ['a']]])
    elif any(x for x in [x for x in [*['a'], STR_17] if x]):
        STR_65 = STR_15
    else:
        pass
        STR_17 = '%05d|%-6s|%.2f' % ((len(['a']) if '/srv/app/'.isdigit() else INT_37), 'ab', 1.5)
elif any(x for x in list(map(str, sorted(['a', 'b', 'a'])))):
    pass
if (repr(os.path.splitext(STR_15)[0]) in f"{'long word':>8}|{INT_37:04d}"):
    STR_66 = str(0)
