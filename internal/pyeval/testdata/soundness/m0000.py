import os
from pathlib import Path

if str(-1).swapcase().isdigit():
    if bool([x.strip() for x in ([] * 1)]):
        if 'tab\tline\n'.isdigit():
            STR_1 = ('' and 'tab\tline\n').replace(' ', '')
            LIST_2 = list(reversed([os.path.join('/srv/app/', 'a=b')]))
        elif (f'{'z':>8}|{-1:04d}' not in ['a'.partition(',')[0], '%05d|%-6s|%.2f' % (7, 'ab', 1.5), 'True'.replace(' ', '--')]):
            TUPLE_3 = ((os.path.splitext('false')[0], *([] * 2)) + (repr('b,c'), *list(filter(None, ['a', 'b', 'a']))))
            TUPLE_4 = (os.path.join(f'{'z':>8}|{2:04d}', os.path.splitext('false')[1]),)
        else:
            BOOL_5 = (str(Path(str(Path('false') / 'b,c')) / f'{True}-{0}') is None)
        if '{}/{n}'.format('false', n=60).partition(',')[2].startswith(os.path.join(' x ', 'a=b')[-2:-1]):
            TUPLE_6 = tuple([*list(reversed([])), os.path.basename('été')])
    elif (list(filter(None, list(reversed(['a'])))) == [os.path.join('été', ''), '{}/{n}'.format('b,c', n=2)]):
        if str(sum([1, 1])).isdigit():
            BOOL_7 = (Path('b,c').as_posix().find(',') == ((7 // -3) // 2))
    else:
        if (5 <= len(repr('Debug'))):
            TUPLE_8 = tuple(list(reversed([''])))
            INT_9 = (max(int(False), (3 if False else 3)) // -3)
        else:
            LIST_10 = list(tuple([*[], ' x ']))
            INT_11 = len((list(reversed(['a', 'b', 'a'])) + sorted(set([]))))
        INT_12 = (list({}).count(Path('a=b').name) % 7)
    INT_13 = sum([int('25'), (max(1, 3600) % 7)])
else:
    try:
        BOOL_14 = (''.join(list(reversed([]))) is None)
        int(str(int('20')))
    except (ValueError, KeyError, IndexError):
        for item in tuple([x.strip() for x in list(map(str, []))]):
            if not item: continue
            STR_15 = (Path('été').as_posix().replace('a', '--') and '{}/{n}'.format('été', n=1).partition(',')[1])
    BOOL_16 = (max(len([]), ''.find(',')) == [].count(repr('a')))
for item in [*sorted(list(reversed([]))), os.path.join('b,c', 'Debug').replace('a', '--')]:
    if item == 'a': break
    try:
        for item in ((('a' and 'Debug'), *list(map(str, []))) + ("it's",)):
            if not item: continue
            BOOL_17 = (len(Path('/srv/app/').name) < ('été'.find('.') % -3))
            STR_18 = (('%s:%d' % ('{}/{n}'.format('True', n=1), len([]))) or os.path.join('été'.lstrip(), ('Debug' and 'false')))
        pass
        pass
    except (ValueError, KeyError, IndexError):
        if ([x for x in [x.strip() for x in ['a', 'b', 'a']] if x] == list(map(str, 'a=b'.split()))):
            STR_19 = (('a=b'.replace(' ', 'x') or ','.join([])) and ('True' + 'été').partition(',')[2])
        if any(x for x in [*(['a'] + ['a']), 'b,c'.partition(',')[0]]):
            INT_20 = max(repr('a=b').find(','), (max(-1, 0) if bool(2) else len(['a'])))
        elif (0 < int('23') < 10):
            BOOL_21 = (','.join(sorted(set(['a']))) is None)
        else:
            INT_22 = 1
            DICT_23 = {x: x.upper() for x in sorted(sorted(['a']))}
    if isinstance(int(bool(7)), int):
        try:
            STR_24 = ('b,c'[-2:-1].partition(',')[2] or os.path.join(Path('a').name, Path('a=b').as_posix()))
            BOOL_25 = ((os.path.normpath('false') + '%05d|%-6s|%.2f' % (60, 'ab', 1.5)) is None)
            {' / '.join(['a', 'b', 'a']).lstrip(): os.path.join('Debug', 'false').swapcase()}['a']
        except ValueError:
            LIST_26 = list((tuple(['a']) + ('Debug',)))
            DICT_27 = dict(zip(sorted(sorted(set([]))), (list(()) + [*['a'], ' x '])))
    else:
        if f'{None}-{-1}'.isdigit():
            STR_28 = ('%s:%d' % (('a' or ''), (0 & 7)))[::-1]
            TUPLE_29 = tuple(os.path.splitext('True')[1].split())
        elif (0 < len(os.path.splitext('True')[0]) < 10):
            LIST_30 = list(map(str, ([] * 2)))[1:2]
        else:
            TUPLE_31 = tuple(list(dict(zip(['a', 'b', 'a'], ['a']))))
        pass
if (any(x for x in (['a'] + ['a', 'b', 'a'])) and (0 < (3 if False else 0) < 10)):
    if bool('/srv/app/'.split().count('{}/{n}'.format(' x ', n=0))):
        if ('%05d|%-6s|%.2f' % ('false'.find(','), 'ab', 1.5) != Path('').as_posix().strip()):
            DICT_32 = {x: x.upper() for x in sorted(set(([] * 1)))}
            BOOL_33 = any(x for x in list(reversed('True'.split())))
        elif isinstance(f'{True}-{1}', bool):
            STR_34 = '{}/{n}'.format((str(1) and os.path.splitext('True')[1]), n=((0 if True else 7) if (0 < 7 < 10) else len('été')))
            LIST_35 = ((sorted(set(['a', 'b', 'a'])) * 1) + sorted(sorted(set(['a', 'b', 'a']))))
        for item in list(map(str, list(reversed([]))))[1:]:
            if item == 'a': break
            DICT_36 = {**dict(zip(sorted(set(['a'])), ([] + []))), 'k': os.path.join(' x '[1:], 'Debug'.replace(' ', '--'))}
    elif ((int('-9') % 7) == (0 // -3)):
        try:
            LIST_37 = list(dict(a=f'{'long word':>8}|{1:04d}', b=Path('b,c').name))
            ("it's" + "it's").split()[0]
        except (ValueError, KeyError, IndexError):
            BOOL_38 = bool([x for x in [] if x])
            TUPLE_39 = (str((-1 < 0)), *''.partition(',')[2].split(','))
    BOOL_40 = bool(('%s:%d' % ('Hello World', sum([2, 7]))))
if bool(sum([len(['a']), sum([3, 3])])):
    if str(Path(f'{None}-{3600}') / Path('a=b').name).isdigit():
        if ('%s:%d' % ('false'.partition(',')[2], (7 ^ 1))).startswith(str((2 == 3))):
            INT_41 = (max((60 if True else 60), 1) if ('/srv/app/' + 'b,c').startswith('/srv/app/'[::-1]) else -3)
            INT_42 = len(('' or 'false').lower())
        else:
            LIST_43 = list((repr('Debug'),))
        if ((('a=b' and 'false') and str(Path('/srv/app/') / 'a')) in list(dict(zip(['a', 'b', 'a'], ['a', 'b', 'a'])))):
            BOOL_44 = ('a=b'[::-1][1:] not in list(filter(None, [x for x in ['a', 'b', 'a'] if x])))
        elif ((list(map(str, ['a'])) == list(('a',))) and ((False and True) or 'a'.startswith('b,c'))):
            BOOL_45 = (os.path.join(' x ', '/srv/app/').title() is None)
            TUPLE_46 = (str(Path(('b,c' + '')) / os.path.splitext('/srv/app/')[1]),)
elif '%05d|%-6s|%.2f' % (len('false'), 'ab', 1.5).isdigit():
    if (os.path.splitext('b,c')[0].startswith(''.join(['a', 'b', 'a'])) or (str(Path('b,c') / 'a') in list(reversed(['a', 'b', 'a'])))):
        for item in (('%s:%d' % (str(1), (3 ^ 2))),):
            pass
            BOOL_47 = isinstance((('%s:%d' % ('été', -1)) in list(reversed(['a']))), (list, tuple))
            STR_48 = str({**{}, 'k': 'a=b'}).swapcase()
    elif isinstance(Path('a=b').as_posix()[::-1], str):
        for item in (('%s:%d' % (('' or 'a=b'), (7 & 60))),):
            pass
            DICT_49 = dict(zip(list(reversed(list(('a',)))), list(tuple(['a', 'b', 'a']))))
            STR_50 = f'{None}-{0}'
        pass
    if (bool(dict(a='', b='a')) or (60 < max(7, 60))):
        if bool({'b,c'[1:]: 'abc'}):
            STR_51 = (repr(str(('a',))) or repr(str({'a': 'x'})))
            LIST_52 = (list(reversed([]))[:] * 0)
        else:
            STR_53 = '%05d|%-6s|%.2f' % (2, 'ab', 1.5)[::-1].replace('a', '')
        INT_54 = (int('-6') if (not (0 < 1 < 10)) else int('false'.startswith('a')))
else:
    if (0 < sum([(3600 + -1), len(['a', 'b', 'a'])]) < 10):
        try:
            LIST_55 = [*(['a', 'b', 'a'] + ['a']), repr('a=b')][1:2]
            {x: x.upper() for x in [x.strip() for x in [' x ', '']]}['a']
        except KeyError:
            DICT_56 = {Path(os.path.splitext('b,c')[1]).as_posix(): str(dict(a=' x ', b='/srv/app/')), ('%s:%d' % (os.path.basename('été'), max(3, 60))): f'{True}-{-1}'}
            INT_57 = (int(('Debug' < 'été')) if isinstance(list(map(str, [])), int) else (int(False) // 2))
        DICT_58 = {f'{1}-{3}': str(Path(('%s:%d' % ('a=b', 7))) / repr('True')), "it's": "it's"}
    elif ('{}/{n}'.format('Debug'.strip(), n=sum([60, 7])) is None):
        BOOL_59 = (len([x for x in ['a', 'b', 'a'] if x]) > 5)
        TUPLE_60 = ((tuple(['a']) + ('True',)) + ('b,c'.title(),))
    else:
        BOOL_61 = ('True'.replace(' ', '--') and ' / '.join(['a'])).startswith('été'.capitalize()[::-1])
if isinstance(list(())[-1:2], int):
    if (((3 % 7) // 7) > 5):
        pass
        STR_62 = 'a=b'.strip()[-2:-1].replace(' ', '--')
    else:
        STR_63 = str(Path(' / '.join([*['a'], 'True'])) / ('b,c' or 'b,c')[1:3])
        DICT_64 = dict(a=f'{'z':>8}|{0:04d}', b='%05d|%-6s|%.2f' % ((3600 // -3), 'ab', 1.5))
if repr(Path('false').as_posix()).isdigit():
    DICT_65 = {('%05d|%-6s|%.2f' % (0, 'ab', 1.5) + ('a' + 'été')): ' / '.join(list(filter(None, ['a', 'b', 'a'])))}
    DICT_66 = dict(a=os.path.normpath('{}/{n}'.format('été', n=3)), b='True'.partition(',')[0].replace('a', ''))
else:
    TUPLE_67 = (Path(repr('false')).as_posix(),)
    BOOL_68 = any(x for x in sorted([x for x in [] if x]))
INT_69 = ((sum([-1, 60]) if 'a'.isdigit() else [].count('/srv/app/')) // 2)
STR_70 = '{}/{n}'.format('{}/{n}'.format('True', n=60).replace(' ', ''), n=max(len('/srv/app/'), sum([3, INT_69])))
if (','.join(['a'][:]) is None):
    pass
elif bool(((0 | INT_69) // -3)):
    pass
    if (f'{True}-{INT_69}' in ((['a'] + ['a', 'b', 'a']) + [STR_70])):
        if any(x for x in STR_70.split()):
            DICT_71 = {x: x.upper() for x in '{}/{n}'.format('', n=7).split(',')}
        elif any(x for x in list(reversed((['a', 'b', 'a'] + [])))):
            TUPLE_72 = (('%s:%d' % (STR_70, 'a'.find(','))), *list(map(str, [x for x in ['a'] if x])))
            BOOL_73 = (str((STR_70 not in ['a', 'b', 'a'])) is None)
    else:
        if ((INT_69 | (1 // 2)) <= int('-5')):
            TUPLE_74 = ((STR_70 or Path(STR_70).as_posix()), *sorted(set(STR_70.split(','))))
        elif ('%05d|%-6s|%.2f' % ((3 ^ INT_69), 'ab', 1.5) == ('%s:%d' % ('a=b'[::-1], int(True)))):
            DICT_75 = {x: x.upper() for x in sorted(sorted(set([])))}
        if f'{'long word':>8}|{INT_69:04d}'.startswith(STR_70):
            INT_76 = (max((3600 % -3), INT_69) & ('/srv/app/' and STR_70).find('b'))
else:
    pass
