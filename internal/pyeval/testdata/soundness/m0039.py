import os
from pathlib import Path

if ('{}/{n}'.format(' x ', n=3) + ''.join(['a'])).startswith(os.path.join('http://x.org/path', ','.join(['a', 'b', 'a']))):
    if isinstance(f"{2.5}-{60}", str):
        pass
        DICT_1 = dict(zip([x.strip() for x in list(reversed([]))], list(map(str, list(map(str, []))))))
    else:
        if (isinstance([].count('/srv/app/'), bool) and 'b,c'.capitalize().startswith(('%s:%d' % ('été', 0)))):
            BOOL_2 = (sorted(list({'a': 'x'})) == [x.strip() for x in (['a', 'b', 'a'] * 1)])
        else:
            INT_3 = (['a', 'b', 'a'] + ['a'])[:2].count(('%s:%d' % (str(Path('') / 'false'), max(3, 3))))
        TUPLE_4 = tuple(list((('a', 'b') + ())))
elif (('{}/{n}'.format('', n=3) != ('a=b' + 'Debug')) or (repr('false') not in list(('a',)))):
    TUPLE_5 = (f"{True}-{7}",)
BOOL_6 = (0 < repr('True').find('a') < 10)
if str((' x ', *['a', 'b', 'a'])).startswith('http://x.org/path'.partition(',')[0]):
    if BOOL_6:
        BOOL_6 = (str(Path('') / 'Debug'[1:-1]) is None)
    elif BOOL_6:
        LIST_7 = sorted(set((sorted(['a']) * 2)))
        if ((['false'] * 1) == [x for x in ['a'][:] if x]):
            STR_8 = ('Debug'.replace(' ', 'x') and repr('été')).partition(',')[1]
        elif (','.join(['a', 'b', 'a']).find('.') > (int(BOOL_6) | (0 + 7))):
            LIST_9 = [x for x in list(reversed(sorted(['a', 'b', 'a']))) if x]
            LIST_10 = Path(os.path.join('a=b', 'Debug')).as_posix().split(',')
    else:
        LIST_11 = sorted(([x for x in ['a', 'b', 'a'] if x] * 1))
elif bool('a'.replace(' ', '').split(',')):
    TUPLE_12 = (('{}/{n}'.format('été', n=3600) or f"{'q'}-{3}"), *(list(reversed(['a'])) * 0))
LIST_13 = list(filter(None, (list(reversed(['a', 'b', 'a'])) * 2)))
def helper_14(a, b=('True' and 'été')):
    if not a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return 'none'
STR_15 = helper_14(repr(' x '.lower()))
TUPLE_16 = tuple([x.strip() for x in list(map(str, LIST_13))])
try:
    for item in tuple([*LIST_13, str(dict(zip(LIST_13, LIST_13)))])[:9]:
        pass
        if ((f"{True}-{3600}" or STR_15) < str(Path(str(Path('été') / STR_15)) / ''.partition(',')[0])):
            STR_17 = STR_15
        LIST_18 = LIST_13
    pass
except (ValueError, KeyError):
    if (not (list({'a': 'x'}) == list(reversed(LIST_13)))):
        for item in tuple(TUPLE_16)[:9]:
            if not item: continue
            TUPLE_19 = TUPLE_16
        STR_15 = (repr('Debug').partition(',')[2] or STR_15)
    elif BOOL_6:
        if (('%s:%d' % (STR_15, 60)).partition(',')[0] in list(filter(None, list(TUPLE_16)))):
            STR_20 = ''.join([x for x in ['a'][:] if x])
            INT_21 = ((LIST_13.count(STR_15) // 2) ^ 0)
        else:
            LIST_22 = LIST_13
            DICT_23 = dict(zip(sorted(set(['a', STR_15])), sorted(LIST_13)[1:2]))
    else:
        try:
            INT_24 = (sum([int(BOOL_6), [].count('/srv/app/')]) if BOOL_6 else len(f"{'long word':>8}|{0:04d}"))
            pass
        except (ValueError, KeyError, IndexError):
            STR_25 = STR_15
        if BOOL_6:
            TUPLE_26 = (STR_15,)
            DICT_27 = dict(zip(STR_15.split(',')[-1:2], list(reversed(LIST_13))))
        elif isinstance(repr(STR_15).split(','), (list, tuple)):
            DICT_28 = {**{os.path.splitext(STR_15)[0]: os.path.normpath(STR_15), Path(STR_15).as_posix(): STR_15}, 'k': STR_15}
if BOOL_6:
    BOOL_29 = (STR_15 != STR_15)
else:
    pass
    if ((os.path.splitext('')[1] or (STR_15 and 'été')) not in '%05d|%-6s|%.2f' % ('false'.find('a'), 'ab', 1.5)):
        if LIST_13: LIST_13.pop(0)
        LIST_13.append(f"{'q'}-{3600}")
    elif isinstance((0 < (1 & 3) < 10), str):
        for item in tuple(LIST_13)[:9]:
            if item == 'a': break
            STR_32 = str(len(LIST_13)).partition(',')[1]
            INT_33 = (((2 // 2) // -3) // 2)
STR_34 = '%05d|%-6s|%.2f' % (len(list(filter(None, LIST_13))), 'ab', 1.5)
LIST_13.reverse()
for item in tuple(list(filter(None, sorted(set([*['a'], STR_34])))))[:9]:
    if not item: continue
    DICT_36 = dict(a=STR_34, b=str((-1 % -3)))
BOOL_37 = (os.path.join(STR_34, STR_15).startswith((STR_34 + STR_15)) and (0 < len('false') < 10))
STR_38 = '%05d|%-6s|%.2f' % (max((-1 ^ 3), STR_15.find('a')), 'ab', 1.5)
if ('%05d|%-6s|%.2f' % (max(7, 1), 'ab', 1.5) is None):
    if (0 < int((STR_15 in STR_15)) < 10):
        DICT_39 = {x: x.upper() for x in LIST_13}
        LIST_40 = list(filter(None, str(Path(STR_15) / STR_38).split()))
    elif (os.path.splitext(os.path.basename(STR_38))[1] in LIST_13):
        if (STR_34[::-1].isdigit() and isinstance((LIST_13 == ['a', 'b', 'a']), bool)):
            DICT_41 = dict(a=Path(STR_38).as_posix(), b=STR_34)
        TUPLE_42 = (os.path.splitext(os.path.join('True', STR_34))[1], *LIST_13)
    else:
        if any(x for x in LIST_13):
            DICT_43 = {**dict(a=repr(STR_15), b=STR_15.capitalize()), 'k': STR_34.lstrip()}
        else:
            BOOL_37 = (sorted(set(LIST_13)) == [x.strip() for x in [STR_15, 'True']])
            LIST_44 = [x for x in ([] + sorted(LIST_13)) if x]
else:
    if (STR_15.title() is None):
        if ((STR_34 is None) or BOOL_37):
            STR_45 = (str(('a=b',)) and (os.path.splitext(STR_15)[1] + STR_15.partition(',')[0]))
            BOOL_46 = ((list(('a', 'b')) == LIST_13) or isinstance('{}/{n}'.format(STR_34, n=7), bool))
        else:
            DICT_47 = {}
        pass
    else:
        DICT_48 = {}
INT_49 = (sum([(3600 // 2), len('a')]) * max(len(LIST_13), (7 if BOOL_37 else 0)))
def helper_50(a, b=STR_34):
    if b in a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return a.upper()
STR_51 = helper_50(','.join(['a']).partition(',')[0])
if STR_51.isdigit():
    STR_52 = Path((STR_51[::-1] and STR_51)).name
    STR_53 = ('{}/{n}'.format((STR_34 or 'a'), n=(3 // 7)) or ('%s:%d' % ((STR_15 + STR_51), INT_49)))
elif (','.join(['a', 'b', 'a']) + os.path.splitext(STR_15)[1]).isdigit():
    INT_54 = INT_49
    pass
for item in tuple((((STR_51, *LIST_13) + ('a', *LIST_13)) + ((STR_38,) + tuple(['a']))))[:9]:
    if not item: continue
    if BOOL_37:
        try:
            DICT_55 = dict(a='{}/{n}'.format(' x '[::-1], n=len(STR_38)), b=os.path.splitext(STR_15)[1])
            dict(zip(LIST_13, LIST_13))['a']
        except (ValueError, LookupError):
            TUPLE_56 = (tuple(STR_38.split(',')) + ((STR_15 and STR_51),))
            BOOL_57 = ((STR_38.startswith(STR_34) or (STR_15 is None)) and (list(map(str, LIST_13)) == [*LIST_13, STR_15]))
        LIST_13 += (' x '.partition(',')[1],)
    elif repr('b,c')[1:3].startswith(','.join(list(TUPLE_16))):
        LIST_13 = sorted(list(dict(a=STR_38, b='été')))
    else:
        if ('Hello World' is None):
            DICT_59 = {x: x.upper() for x in [*[x for x in ['a'] if x], STR_38]}
            INT_60 = max(int(isinstance(LIST_13, int)), STR_38.find('b'))
        else:
            TUPLE_16 = ('{}/{n}'.format('%05d|%-6s|%.2f' % (INT_49, 'ab', 1.5), n='a'.find('b')),)
        DICT_61 = {x: x.upper() for x in (LIST_13 * 1)}
    pass
STR_62 = f"{'long word':>8}|{INT_49:04d}"
