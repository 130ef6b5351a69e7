import os
from pathlib import Path

INT_1 = int('43')
if (0 < sum([5, (INT_1 | INT_1)]) < 10):
    if ((any(x for x in []) and isinstance(['a'], (list, tuple))) and ('tab\tline\n' is None)):
        if (Path(os.path.normpath('false')).as_posix() is None):
            BOOL_2 = repr('b,c'.strip()).startswith(f"{'long word':>8}|{INT_1:04d}")
            TUPLE_3 = (repr(('' + 'false')),)
        elif (str(Path(str(Path('false') / 'b,c')) / 'été'.partition(',')[0]) is None):
            TUPLE_4 = tuple(sorted([x for x in ['a', 'b', 'a'] if x]))
        else:
            DICT_5 = {**dict(zip([*['a', 'b', 'a'], 'b,c'], ([] + ['a']))), 'k': (('b,c' or '') and 'Debug'.replace(' ', ''))}
            INT_1 = os.path.join('/srv/app/'.partition(',')[1], str(True)).find(',')
    elif '/srv/app/'.lower().strip().startswith('http://x.org/path'):
        for item in tuple([x for x in ([] * 1) if x][:])[:9]:
            if not item: continue
            DICT_6 = dict(a=(os.path.dirname('/srv/app/') + ('' and 'été')), b=os.path.splitext('été')[0][::-1])
    else:
        pass
    try:
        for item in tuple(('{}/{n}'.format('été'.title(), n=(INT_1 // -3)), *sorted(set(sorted(set(['a', 'b', 'a']))))))[:9]:
            if item == 'a': break
            INT_1 = (len(([] * 0)) % 2)
            BOOL_7 = Path('{}/{n}'.format('b,c', n=INT_1)).name.startswith('http://x.org/path')
        TUPLE_8 = tuple(list(filter(None, (['a'] + ['a', 'b', 'a']))))
        dict(a=os.path.normpath(' x ').lower(), b='tab\tline\n')['a']
    except (ValueError, LookupError):
        try:
            LIST_9 = (list(reversed(['a=b'])) * 2)
            DICT_10 = {str(())[1:-1]: str(())[:-1], f"{2.5}-{INT_1}": '{}/{n}'.format(os.path.join('/srv/app/', 'a'), n=INT_1)}
            {repr('a=b'.replace(' ', '')): ('True' or 'été')[::-1]}['a']
        except (ValueError, LookupError):
            INT_11 = (int((False or False)) if (('b,c' + 'a') is None) else (60 // -3))
        TUPLE_12 = ((os.path.join('', 'a') or repr(' x ')), *('' or 'b,c').split(','))
elif Path('/srv/app/'[1:]).name.startswith((os.path.splitext('')[1] + os.path.splitext('a=b')[1])):
    TUPLE_13 = (((('a',) + ('a', 'b')) + ('a=b',)) + (('True' or 'True'), *list(reversed(['a', 'b', 'a']))))
    DICT_14 = dict(zip(sorted(set(list(filter(None, ['a'])))), ('%s:%d' % ('Debug', INT_1)).split()))
if any(x for x in sorted(sorted(set(['a', 'b', 'a'])))):
    for item in tuple(sorted(set([*' x '.split(','), os.path.splitext('a')[0]])))[:9]:
        pass
        if bool('{}/{n}'.format(str(()), n=INT_1)):
            STR_15 = (str(Path('True') / 'a') or os.path.splitext('a')[1]).replace(' ', '')
        else:
            INT_1 = INT_1
            INT_16 = max(len(sorted(['a', 'b', 'a'])), INT_1)
    for item in tuple([x.strip() for x in (sorted(set(['a'])) * 2)])[:9]:
        if item == 'a': break
        BOOL_17 = (0 < int((not True)) < 10)
elif any(x for x in ''.join(['a', 'b', 'a']).split()):
    DICT_18 = {x: x.upper() for x in [(' x ' + 'a=b'), os.path.join('b,c', 'a')]}
else:
    STR_19 = (repr('a=b'[-2:]) and '%05d|%-6s|%.2f' % (int(False), 'ab', 1.5))
    pass
if (not (('a' != 'True') or ('b,c' not in '/srv/app/'))):
    if ((list(filter(None, ['a'])) == [*['a', 'b', 'a'], 'a']) and bool(('a=b' or 'false'))):
        TUPLE_20 = (('{}/{n}'.format('b,c', n=60), *['', 'false']) + tuple([*['a'], ' x ']))
        for item in tuple(list(filter(None, [*[x for x in ['a'] if x], str(Path('false') / 'false')])))[:9]:
            if not item: continue
            DICT_21 = {os.path.join(' x ', ' x ').lstrip(): ''.join(list(map(str, []))), repr('')[::-1]: repr(' x '.replace(' ', ''))}
            TUPLE_22 = (tuple(list(('a',))) + ((('a', 'b') + ('a', 'b')) + tuple(['a'])))
else:
    for item in tuple(repr('false')[::-1].split(','))[:9]:
        if item == 'a': break
        pass
        LIST_23 = [*[*['a', 'b', 'a'][-1:2], 'abc'], str(Path('True'.replace(' ', '')) / '{}/{n}'.format(' x ', n=INT_1))]
def helper_24(a, b=f"{True}-{1}"):
    if a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return b
STR_25 = helper_24((Path('false').name + os.path.join('false', 'a')))
if (f"{'q'}-{INT_1}" not in f"{1}-{INT_1}".split()):
    if (f"{1}-{INT_1}" is None):
        if isinstance(max(STR_25.find('b'), INT_1), str):
            LIST_26 = []
        elif (0 < INT_1 < 10):
            TUPLE_27 = (str(Path("it's") / '%05d|%-6s|%.2f' % (1, 'ab', 1.5)),)
            TUPLE_28 = (os.path.join(STR_25, str(Path(STR_25) / 'a=b')),)
        else:
            LIST_29 = sorted(list({STR_25: 'a=b', STR_25: 'a'}))
            LIST_30 = [x.strip() for x in STR_25.split()]
    elif bool(('été' or '/srv/app/').split()):
        DICT_31 = dict(a=STR_25.partition(',')[1].swapcase(), b=str({'a=b': '/srv/app/'}))
elif ((420 <= (INT_1 // 7)) or isinstance(any(x for x in ['a', 'b', 'a']), int)):
    LIST_32 = (sorted([*[], STR_25]) + repr('').split(','))
    STR_33 = '{}/{n}'.format(STR_25[-2:], n=[STR_25, ' x ', 'false'].count(','.join(['a', 'b', 'a'])))
else:
    DICT_34 = {x: x.upper() for x in list(tuple([]))}
    TUPLE_35 = (STR_25, *[x for x in [x.strip() for x in []] if x])
STR_36 = ((STR_25 and STR_25) and STR_25)
if bool((len(STR_36) if STR_36.isdigit() else (INT_1 & 1))):
    if isinstance((STR_36.split(',') * 0), (list, tuple)):
        if (str((STR_36,)) is None):
            DICT_37 = {**{}, 'k': os.path.splitext(('%s:%d' % (STR_36, INT_1)))[1]}
            BOOL_38 = (((INT_1 // 7) | len(STR_36)) > sum([1, INT_1]))
        else:
            INT_39 = int(repr(STR_25).isdigit())
        INT_40 = len(os.path.normpath(f"{True}-{3600}"))
    elif ((Path(STR_36).as_posix() or STR_36) not in list(filter(None, [x.strip() for x in []]))):
        DICT_41 = dict(zip(list(filter(None, sorted([]))), sorted(list(reversed([])))))
    else:
        BOOL_42 = (str(Path(STR_25) / STR_25).startswith(os.path.join('', STR_25)) and (STR_36 not in ''.split()))
        LIST_43 = list(dict(a=Path(STR_25).as_posix(), b="it's"))
elif ((sorted(['a', 'b', 'a']) * 1) == [x.strip() for x in ['a'][1:2]]):
    pass
    try:
        if ((('True' + STR_36) or ' / '.join(['a'])) < STR_36.replace('a', '--')):
            TUPLE_44 = (((STR_25,) + (STR_36, *[])) + (('True',) + (STR_36,)))
        if f"{True}-{60}".isdigit():
            TUPLE_45 = (str((STR_36,)),)
        elif ((0 < (INT_1 if True else INT_1) < 10) or (STR_36 in list(map(str, ['a'])))):
            INT_46 = (int(bool(['a', 'b', 'a'])) if ((STR_36 != STR_25) or (STR_36 in STR_36)) else (INT_1 % -3))
            BOOL_47 = (int('0') > INT_1)
        int((str((STR_25, *['a'])) or STR_25))
    except Exception:
        if (str(dict(a='a', b=' x ')) is None):
            INT_48 = (INT_1 if (STR_36.isdigit() and bool(INT_1)) else (STR_25.find('b') // -3))
        TUPLE_49 = tuple(list(filter(None, [x for x in ['a', 'b', 'a'] if x])))
else:
    pass
    BOOL_50 = (any(x for x in sorted(set(['a']))) or (INT_1 > STR_25.find('a')))
if (os.path.join(STR_36, 'True') and '{}/{n}'.format(STR_25, n=60)).isdigit():
    DICT_51 = {x: x.upper() for x in [*sorted([]), ('a' or STR_36)]}
    pass
if (STR_25.split() == list(reversed(sorted(set([]))))):
    if ' / '.join(sorted(set(['a']))).isdigit():
        if any(x for x in ('false' + STR_25).split()):
            BOOL_52 = any(x for x in list(map(str, list(('a', 'b')))))
            LIST_53 = [x for x in STR_36.split() if x]
        elif (0 < INT_1 < 10):
            INT_1 = INT_1
            DICT_54 = {x: x.upper() for x in list(filter(None, sorted([])))}
        TUPLE_55 = (Path("it's").as_posix(), *[x.strip() for x in list({})])
    elif (([x for x in ['a', 'b', 'a'] if x] == list(filter(None, ['a']))) and any(x for x in list(('a', 'b')))):
        BOOL_56 = (0 < (len('a') // -3) < 10)
        for item in tuple(list(map(str, list(map(str, [STR_25])))))[:9]:
            if not item: continue
            STR_25 = (str(Path(STR_25) / STR_25) and ' x '.partition(',')[1])[1:]
            LIST_57 = list(reversed('{}/{n}'.format(STR_25, n=INT_1).split()))
    if isinstance('%05d|%-6s|%.2f' % (INT_1, 'ab', 1.5), int):
        if (STR_36 is None):
            INT_58 = INT_1
            INT_59 = int('45')
        else:
            STR_60 = ('%05d|%-6s|%.2f' % (max(INT_1, INT_1), 'ab', 1.5) and '{}/{n}'.format((STR_25 and STR_25), n=INT_1))
            STR_61 = '%05d|%-6s|%.2f' % ((INT_1 % 7), 'ab', 1.5)[::-1]
    elif isinstance(STR_36[:].isdigit(), int):
        LIST_62 = list(dict(a=str(True), b=('%s:%d' % (STR_36, INT_1))))
        INT_1 = int((len('a') > (7 | INT_1)))
elif bool(sum([INT_1, int('-15')])):
    for item in tuple((sorted([x.strip() for x in []]) + [*(['a'] * 1), STR_36.capitalize()]))[:9]:
        pass
        for item in tuple(STR_36.split()[-1:2])[:9]:
            if not item: continue
            DICT_63 = dict(zip(sorted(list(('a', 'b'))), sorted((['a', 'b', 'a'] + []))))
            TUPLE_64 = ((STR_25.strip() and STR_25),)
        pass
BOOL_65 = bool(os.path.splitext(os.path.normpath('été'))[1])
