import os
from pathlib import Path

for item in tuple([*sorted(set('false'.split(','))), '%05d|%-6s|%.2f' % (2, 'ab', 1.5)[::-1]])[:9]:
    if item == 'a': break
    DICT_1 = {**{}, 'k': f"{2.5}-{3600}"}
    pass
if ''[::-1].upper().startswith(str(Path(f"{'long word':>8}|{3600:04d}") / str(Path('a') / ' x '))):
    if (((' x ' or ' x ') not in 'b,c'.upper()) and any(x for x in list(map(str, [])))):
        TUPLE_2 = tuple(((['a', 'b', 'a'] * 1) + list({'a': 'x'})))
    else:
        if isinstance(isinstance((' x ' is None), int), int):
            LIST_3 = [*(list(filter(None, ['a'])) * 2), Path(('a=b' or 'false')).as_posix()]
        elif '%05d|%-6s|%.2f' % (int(False), 'ab', 1.5).isdigit():
            STR_4 = (os.path.splitext(('' and 'Debug'))[0] or (''.partition(',')[2] and ' x '.partition(',')[1]))
            TUPLE_5 = (f"{'z':>8}|{2:04d}", *(list(filter(None, ['a'])) * 1))
elif ('True'.split()[:] == list(reversed(([] * 0)))):
    pass
    STR_6 = (Path('a,b,,c').as_posix() or 'Hello World')
if (isinstance(([] + []), (list, tuple)) or isinstance([x.strip() for x in []], int)):
    if (int('-36') != (int(False) // 2)):
        if os.path.splitext('a=b')[1][:-1].isdigit():
            STR_7 = Path(Path(','.join(['a'])).name).name
            DICT_8 = {**dict(a=repr('Debug'), b=('' or 'false')), 'k': ("it's" or ' x '[::-1])}
        else:
            LIST_9 = list(dict(zip('/srv/app/'.split(), 'Debug'.split())))
            TUPLE_10 = tuple(['/srv/app/'.replace(' ', 'x')])
    elif 'b,c'[-2:3].strip().isdigit():
        if bool(('%s:%d' % ('b,c'.lower(), ['a', 'b', 'a'].count('')))):
            TUPLE_11 = (Path(os.path.join('True', 'a=b')).as_posix(),)
        elif os.path.splitext("it's")[0].startswith(Path(repr(' x ')).as_posix()):
            BOOL_12 = (0 < int('4') < 10)
        if ((bool('') or ('été' is None)) or (os.path.dirname('True') != os.path.join('True', 'false'))):
            TUPLE_13 = (tuple(list(map(str, ['a']))) + ('tab\tline\n',))
        else:
            TUPLE_14 = tuple([x for x in [x for x in ['a', 'b', 'a'] if x] if x])
            INT_15 = int((len('a=b') == 'Debug'.find('a')))
    else:
        if (((7 % 2) if ' x '.isdigit() else 'a'.find(',')) != 1):
            STR_16 = '{}/{n}'.format('{}/{n}'.format(Path('été').name, n=int(True)), n=len('été'.partition(',')[0]))
            TUPLE_17 = ('{}/{n}'.format(os.path.dirname('été'), n=len(['a'])),)
        if (not (max(0, 3) <= max(-1, 2))):
            TUPLE_18 = tuple([x for x in ([] + []) if x])
            LIST_19 = [*' / '.join([]).split(','), os.path.dirname('/srv/app/').replace('a', '')]
    TUPLE_20 = (f"{'q'}-{7}",)
elif (isinstance((True or True), (list, tuple)) and repr('Debug').isdigit()):
    if (not ([x.strip() for x in ['a']] == list(map(str, ['a', 'b', 'a'])))):
        try:
            LIST_21 = [x.strip() for x in list(reversed(list(reversed(['a']))))]
            int('/srv/app/'[::-1][::-1].strip())
        except Exception:
            LIST_22 = []
            INT_23 = (-3 // 7)
        INT_24 = int((os.path.basename('a=b') not in f"{'long word':>8}|{3600:04d}"))
    elif (isinstance(list(reversed([])), int) or (Path('a').name == '{}/{n}'.format('Debug', n=1))):
        for item in tuple((tuple('True'.split()) + ('false'[:-1],)))[:9]:
            if not item: continue
            LIST_25 = sorted(set([x.strip() for x in [x.strip() for x in []]]))
    else:
        if (repr('').isdigit() and bool(('' or 'a'))):
            LIST_26 = list((os.path.dirname('b,c'),))
            DICT_27 = dict(a=os.path.join('a'.upper(), f"{'z':>8}|{1:04d}"), b=Path(str(Path('/srv/app/') / ' x ')).as_posix())
        elif (repr('false'.replace(' ', 'x')) is None):
            LIST_28 = ('%s:%d' % ('/srv/app/'.partition(',')[1], int(False))).split()
            BOOL_29 = ((not (' x ' in [])) or bool((60 // 7)))
        else:
            TUPLE_30 = tuple(list(filter(None, 'b,c'.split())))
            TUPLE_31 = (((('a',) + ()) + ('Debug',)) + ('%05d|%-6s|%.2f' % (3, 'ab', 1.5), *sorted(set([]))))
BOOL_32 = ('%05d|%-6s|%.2f' % (0, 'ab', 1.5) is None)
LIST_33 = [x for x in ([x for x in ['a', 'b', 'a'] if x] + ' x '.split(',')) if x]
LIST_34 = os.path.join(' x '.replace('a', ''), str(-1)).split(',')
try:
    for item in tuple((('%05d|%-6s|%.2f' % (-1, 'ab', 1.5) and 'True'.capitalize()),))[:9]:
        if item == 'a': break
        for item in tuple(LIST_33)[:9]:
            if not item: continue
            TUPLE_35 = ('%05d|%-6s|%.2f' % (3, 'ab', 1.5).strip(),)
    {x: x.upper() for x in list({})}['a']
except Exception:
    TUPLE_36 = tuple(LIST_34)
try:
    INT_37 = max(sum([(3600 // 2), 'True'.find('a')]), int('36'))
    INT_38 = '%05d|%-6s|%.2f' % (max(1, 3600), 'ab', 1.5).find('a')
    int((os.path.splitext('b,c'.partition(',')[2])[0] + Path(f"{None}-{7}").name))
except (ValueError, LookupError):
    STR_39 = '%05d|%-6s|%.2f' % (len(list(map(str, ['a', 'b', 'a']))), 'ab', 1.5)
BOOL_32 = BOOL_32
DICT_40 = dict(a=repr('/srv/app/'[::-1]), b=f"{'long word':>8}|{7:04d}")
DICT_40[str(Path(f"{'z':>8}|{1:04d}") / ' x '.upper())] = ('%s:%d' % ('http://x.org/path', max(3600, 1)))
INT_42 = len(list(filter(None, list(map(str, ['a', 'b', 'a'])))))
try:
    STR_43 = ('%s:%d' % ('%05d|%-6s|%.2f' % ([].count('false'), 'ab', 1.5), INT_42))
    pass
    dict(a=os.path.splitext('Debug'[1:3])[0], b=Path(f"{1}-{INT_42}").as_posix())['a']
except Exception:
    BOOL_44 = (Path(Path('b,c').name).name is None)
STR_45 = os.path.join(str((BOOL_32 and BOOL_32)), os.path.join('false'.lower(), ' / '.join(LIST_34)))
DICT_40.setdefault('a', ('{}/{n}'.format('', n=-1) + STR_45[1:]))
DICT_47 = {x: x.upper() for x in list({STR_45: STR_45, STR_45: 'false'})}
INT_48 = list(map(str, list(DICT_47))).count(str(Path('false') / 'b,c').partition(',')[1])
LIST_49 = LIST_33
STR_50 = os.path.basename(os.path.splitext('{}/{n}'.format(STR_45, n=0))[1])
for item in tuple((os.path.join('', '/srv/app/').partition(',')[0], *list(DICT_47)))[:9]:
    if item == 'a': break
    TUPLE_51 = ((STR_50[::-1] and '{}/{n}'.format(STR_45, n=7)), *LIST_34)
DICT_47.pop('a', None)
STR_45 = STR_50.replace('a', '--').capitalize()
