import os
from pathlib import Path

BOOL_1 = (['{}/{n}'.format('', n=2), 'True'.replace(',', ''), 'a=b'[::-1]] == [x.strip() for x in sorted([])])
if f"{1}-{2}"[::-1].isdigit():
    INT_2 = 1
    if (f"{None}-{60}" != f"{'z':>8}|{2:04d}".partition(',')[2]):
        pass
    else:
        STR_3 = ((Path('été').name or Path('True').name) and (' x '[1:-1] or ('b,c' and '/srv/app/')))
        if (not ((not BOOL_1) or any(x for x in []))):
            STR_4 = os.path.join(os.path.splitext('True')[1][1:], str(Path(' x '[:3]) / 'Debug'.strip()))
        else:
            TUPLE_5 = (((() + ()) + tuple(['a', 'b', 'a'])) + (('b,c', *['a', 'b', 'a']) + ('a',)))
else:
    TUPLE_6 = (('%05d|%-6s|%.2f' % (3600, 'ab', 1.5), *[x for x in [] if x]) + (os.path.basename('Debug'),))
    TUPLE_7 = tuple(list(reversed([x.strip() for x in []])))
STR_8 = repr((''.join(['a', 'b', 'a']) or f"{2.5}-{-1}"))
def helper_9(a, b=(STR_8 and STR_8)):
    if a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return 'none'
STR_10 = helper_9('%05d|%-6s|%.2f' % (max(60, 2), 'ab', 1.5))
BOOL_11 = BOOL_1
if ((any(x for x in ['a', 'b', 'a']) and ('/srv/app/' is None)) or BOOL_11):
    if (0 < sum([STR_10.find(','), int(False)]) < 10):
        try:
            TUPLE_12 = ((tuple(['a', 'b', 'a']) + tuple([])) + ((STR_8, *['a', 'b', 'a']) + (STR_10, *['a'])))
            dict(zip((sorted(['a', 'b', 'a']) + (['a', 'b', 'a'] + ['a', 'b', 'a'])), '{}/{n}'.format(STR_8, n=1).split(',')))['a']
        except Exception:
            INT_13 = len('{}/{n}'.format(STR_10[1:3], n=(60 + 7)))
            DICT_14 = dict(zip(list((() + ('a',))), list(reversed(list(filter(None, ['a']))))))
        DICT_15 = {x: x.upper() for x in [*[x for x in ['a', 'b', 'a'] if x], STR_8]}
    elif '{}/{n}'.format(STR_8[::-1], n=['a', 'b', 'a'].count(STR_10)).startswith(STR_10):
        if BOOL_11:
            INT_16 = int('-49')
            DICT_17 = {x: x.upper() for x in (STR_10 or STR_8).split(',')}
        elif (any(x for x in [STR_8, STR_10, STR_8]) or repr(STR_10).startswith(STR_8[::-1])):
            INT_18 = -3
            DICT_19 = {x: x.upper() for x in list(tuple([]))}
        else:
            DICT_20 = dict(zip(STR_8.split(','), f"{'z':>8}|{60:04d}".split()))
            INT_21 = int(('b,c'.replace(',', '--') not in [x for x in [] if x]))
        if BOOL_1:
            INT_22 = int((int(BOOL_1) == int('-39')))
        elif isinstance((('b,c' not in 'a=b') or BOOL_1), int):
            BOOL_23 = isinstance(([x for x in ['a', 'b', 'a'] if x] + [STR_8, STR_8]), bool)
            LIST_24 = list(map(str, [x.strip() for x in [STR_8, 'false', 'Debug']]))
    else:
        for item in tuple(list(filter(None, sorted(['a'])))[1:2])[:9]:
            if not item: continue
            BOOL_25 = bool((420 if ('false' in []) else 0))
            STR_26 = os.path.normpath('Hello World')
        if ((STR_8 and STR_10.swapcase()) is None):
            BOOL_27 = STR_8.isdigit()
            BOOL_11 = (0 < max(max(2, 1), ' x '.find('.')) < 10)
    STR_8 = Path(f"{'q'}-{60}").as_posix()
elif isinstance('%05d|%-6s|%.2f' % (3600, 'ab', 1.5).find(','), str):
    TUPLE_28 = (STR_10.title(),)
    STR_29 = STR_8
TUPLE_30 = (('%s:%d' % (STR_10, (1 % 7))),)
if ([*[STR_10, STR_10, STR_8], ('Debug' or STR_8)] == list((TUPLE_30 + TUPLE_30))):
    pass
    if (not STR_10.title().isdigit()):
        try:
            LIST_31 = []
            {**dict(a=STR_10, b=STR_8), 'k': repr(Path(STR_10).name)}['a']
        except Exception:
            STR_32 = ''.join(list(reversed(['a']))).replace('a', 'x')
            STR_33 = STR_10
    else:
        pass
        if (('{}/{n}'.format(STR_10, n=3600) + STR_8) in list(tuple(['a']))):
            TUPLE_30 = (os.path.basename(STR_8), *list(tuple(['a'])))
            LIST_34 = STR_8.replace(',', '')[::-1].split()
        elif str(Path('a=b'.partition(',')[0]) / ''[-2:-1]).startswith(STR_10):
            DICT_35 = {x: x.upper() for x in list((STR_8,))}
        else:
            BOOL_1 = (STR_10 in [][-1:][-1:2])
elif BOOL_11:
    BOOL_1 = ('{}/{n}'.format(str(Path(STR_10) / STR_10), n=max(3, 7)) in STR_10)
else:
    DICT_36 = {**{x: x.upper() for x in [*['a'], STR_10]}, 'k': (' / '.join([]) + '{}/{n}'.format('été', n=-1))}
for item in tuple([*([x.strip() for x in []] + list(map(str, []))), os.path.join(f"{2.5}-{1}", STR_8)])[:9]:
    if not item: continue
    TUPLE_30 = TUPLE_30
    DICT_37 = {**{STR_10.lower(): ('%s:%d' % ('false', 2))}, 'k': STR_8.upper().title()}
def helper_38(a, b=STR_8):
    if a:
        return a + b
    return a.upper()
STR_39 = helper_38('{}/{n}'.format(STR_10, n=2).partition(',')[0])
STR_40 = STR_8.swapcase()[::-1]
LIST_41 = sorted(set(([] * 0)))
DICT_42 = dict(zip(repr('false').split(','), [x for x in LIST_41 if x][1:]))
def helper_43(a, b=STR_40):
    if a == b:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return a.upper()
STR_44 = helper_43(os.path.join(STR_40, STR_10))
LIST_41 = LIST_41
DICT_45 = DICT_42
TUPLE_46 = tuple(LIST_41)
LIST_47 = list({**{**DICT_42, 'k': 'b,c'}, 'k': STR_8})
if (not ('http://x.org/path' not in list(filter(None, LIST_47)))):
    pass
    STR_48 = '%05d|%-6s|%.2f' % (max(-3, (3600 % 2)), 'ab', 1.5)
else:
    for item in tuple([*LIST_41, str(LIST_41)[-2:]])[:9]:
        if not item: continue
        for item in tuple((f"{2.5}-{2}", *['%05d|%-6s|%.2f' % (0, 'ab', 1.5), STR_40, Path(STR_44).name]))[:9]:
            pass
            TUPLE_49 = ((f"{'long word':>8}|{1:04d}",) + TUPLE_46)
        INT_50 = len(' / '.join(LIST_47))
    DICT_45.pop('a', None)
LIST_52 = LIST_41
LIST_41 += TUPLE_46
LIST_47.append(Path(STR_44).name)
STR_55 = f"{'long word':>8}|{3600:04d}"
for item in tuple((os.path.join('', STR_8).partition(',')[1],))[:9]:
    if item == 'a': break
    STR_10 = 'abc'[::-1][::-1]
