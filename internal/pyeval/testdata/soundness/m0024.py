import os
from pathlib import Path

if ([('/srv/app/' or '')] == sorted(set(' x '.split(',')))):
    INT_1 = int(([*['a', 'b', 'a'], 'été'] == list(map(str, []))))
    if os.path.normpath('a'.replace(' ', '--')).startswith(repr('True')[:-1]):
        if ((int('22') + (2 if True else 2)) == sorted(['a']).count('/srv/app/'.partition(',')[1])):
            TUPLE_2 = (os.path.basename(f"{1}-{3600}"),)
            LIST_3 = list({'{}/{n}'.format('false', n=60): 'b,c'.lower()})
        elif (0 < (sum([2, 3]) // 2) < 10):
            TUPLE_4 = (('True' or '/srv/app/')[1:3], *list({x: x.upper() for x in ['a']}))
            DICT_5 = {repr(('' and 'été')): Path('{}/{n}'.format('été', n=0)).name}
    elif (int(' x '.isdigit()) > ('' + 'a=b').find('b')):
        STR_6 = repr('été').replace(' ', '--').upper()
    else:
        INT_7 = (int(('Debug' is None)) & int((['a', 'b', 'a'] == [])))
elif ('a,b,,c' is None):
    if (str(int(True)) in list(('/srv/app/',))):
        if (((False and True) and ([] == ['a'])) or (list(reversed([])) == list(()))):
            DICT_8 = dict(a=os.path.dirname('{}/{n}'.format('/srv/app/', n=-1)), b=os.path.splitext('')[1][1:3])
            STR_9 = '{}/{n}'.format(('a' + 'b,c'), n=['a'].count('a=b')).lower()
        elif (f"{'z':>8}|{60:04d}" < ('a' + 'True').partition(',')[0]):
            DICT_10 = {x: x.upper() for x in 'a'.upper().split(',')}
        if (Path(' x ').name[::-1] in 'a'.partition(',')[0][:3]):
            DICT_11 = {x: x.upper() for x in Path('Debug').as_posix().split()}
        elif ' / '.join([*['a'], '/srv/app/']).isdigit():
            STR_12 = os.path.join(''.join([])[::-1], f"{True}-{3600}"[:3])
            TUPLE_13 = tuple(list(map(str, sorted(set(['a'])))))
else:
    LIST_14 = []
LIST_15 = [x for x in [repr('false'), str([])] if x]
LIST_16 = LIST_15
INT_17 = ((0 + 60) % 2)
if (sum([(INT_17 if True else 2), INT_17]) <= 420):
    if any(x for x in sorted(set(list({'a': 'x'})))):
        for item in tuple((os.path.splitext('été'.replace('a', ''))[0],))[:9]:
            pass
            DICT_18 = {**dict(a=''.join(LIST_16), b=str({'a': 'x'})), 'k': f"{'long word':>8}|{INT_17:04d}".replace(',', '--')}
            INT_19 = INT_17
        if any(x for x in list(map(str, [x.strip() for x in ['a', 'b', 'a']]))):
            LIST_15 = [x for x in (list({'a': 'x'}) + LIST_16) if x]
        elif isinstance(('/srv/app/' and 'false').split(), (list, tuple)):
            BOOL_20 = (f"{'z':>8}|{60:04d}"[::-1] in Path('été').as_posix().split(','))
            BOOL_21 = (LIST_15 == ('/srv/app/'.split() * 0))
        else:
            BOOL_22 = ((('%s:%d' % ('b,c', INT_17)) and f"{'long word':>8}|{INT_17:04d}") != f"{'z':>8}|{INT_17:04d}")
            LIST_23 = (list(('Debug', *[])) * 0)
    elif (('été'[::-1] + 'b,c'.lstrip()) in LIST_15[:]):
        pass
        INT_17 = (INT_17 & ((INT_17 | 2) % -3))
    STR_24 = 'Debug'.upper()[::-1].title()
elif (f"{'z':>8}|{INT_17:04d}" not in LIST_15):
    for item in tuple(tuple('b,c'.replace('a', '').split(',')))[:9]:
        if item == 'a': break
        pass
else:
    INT_25 = (sorted(set(LIST_15)).count(('True' and 'a=b')) % 2)
    if bool(('{}/{n}'.format('b,c', n=INT_17) or os.path.normpath('Debug'))):
        DICT_26 = dict(a=('a' + '')[::-1], b=('%s:%d' % (str(Path('été') / 'a'), len('True'))))
    elif ('a=b'.capitalize().partition(',')[0] == '{}/{n}'.format(repr('/srv/app/'), n=len(LIST_16))):
        INT_27 = (INT_17 // -3)
try:
    STR_28 = str((['a', 'b', 'a'].count('True') + len('false')))
    pass
    pass
except Exception:
    BOOL_29 = ('abc' in ('%s:%d' % ('a=b'[1:3], len(LIST_16))))
INT_17 = f"{'z':>8}|{INT_17:04d}".find(',')
TUPLE_30 = ((f"{None}-{INT_17}", *[x for x in ['a'] if x]) + (('été' and '/srv/app/'), *['a', 'b', 'a'][-1:2]))
if any(x for x in [x for x in LIST_16 if x]):
    INT_31 = (len(('a' and ' x ')) % -3)
    BOOL_32 = (str(sorted(set(LIST_15))) not in f"{1}-{INT_17}")
elif (list(reversed(list(map(str, LIST_16)))) == LIST_16):
    for item in tuple(TUPLE_30)[:9]:
        if item == 'a': break
        LIST_33 = LIST_15
BOOL_34 = any(x for x in LIST_16)
STR_35 = ''.join([*LIST_15, os.path.splitext('false')[0]])
TUPLE_36 = tuple(sorted(list(map(str, LIST_16))))
LIST_16.insert(0, STR_35)
LIST_38 = (sorted(set(LIST_15)) * 2)
BOOL_34 = os.path.basename('%05d|%-6s|%.2f' % (INT_17, 'ab', 1.5)).startswith(STR_35.replace('a', '')[-2:])
if (LIST_38 == LIST_16):
    INT_17 = INT_17
elif BOOL_34:
    BOOL_34 = (STR_35 in '{}/{n}'.format(STR_35, n=len(STR_35)))
else:
    LIST_39 = LIST_15
    pass
TUPLE_36 = (' / '.join(list(map(str, ['a', 'b', 'a']))), *list({STR_35: STR_35}))
