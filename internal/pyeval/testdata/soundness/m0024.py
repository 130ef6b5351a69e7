import os
from pathlib import Path

if ([('/srv/app/' or '')] == sorted(set(' x '.split(',')))):
    INT_1 = int(([*['a', 'b', 'a'], 'été'] == list(map(str, []))))
    if os.path.normpath('a'.replace(' ', '--')).startswith(repr('True')[:-1]):
        if ((int('22') + (2 if True else 2)) == sorted(['a']).count('/srv/app/'.partition(',')[1])):
            TUPLE_2 = (os.path.basename(f'{1}-{3600}'),)
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
        elif (f'{'z':>8}|{60:04d}' < ('a' + 'True').partition(',')[0]):
            DICT_10 = {x: x.upper() for x in 'a'.upper().split(',')}
        if (Path(' x ').name[::-1] in 'a'.partition(',')[0][:3]):
            DICT_11 = {x: x.upper() for x in Path('Debug').as_posix().split()}
        elif ' / '.join([*['a'], '/srv/app/']).isdigit():
            STR_12 = os.path.join(''.join([])[::-1], f'{True}-{3600}'[:3])
            TUPLE_13 = tuple(list(map(str, sorted(set(['a'])))))
else:
    LIST_14 = []
LIST_15 = [x for x in [repr('false'), str([])] if x]
LIST_16 = LIST_15
INT_17 = ((0 + 60) % 2)
if (sum([(INT_17 if True else 2), INT_17]) <= 420):
    if any(x for x in sorted(set(list({'a': 'x'})))):
        for item in (os.path.splitext('été'.replace('a', ''))[0],):
            pass
            DICT_18 = {**dict(a=''.join(LIST_16), b=str({'a': 'x'})), 'k': f'{'long word':>8}|{INT_17:04d}'.replace(',', '--')}
            INT_19 = INT_17
        if any(x for x in list(map(str, [x.strip() for x in ['a', 'b', 'a']]))):
            LIST_15 = [x for x in (list({'a': 'x'}) + LIST_16) if x]
        elif isinstance(('/srv/app/' and 'false').split(), (list, tuple)):
            BOOL_20 = (f'{'z':>8}|{60:04d}'[::-1] in Path('été').as_posix().split(','))
            BOOL_21 = (LIST_15 == ('/srv/app/'.split() * 0))
        else:
            BOOL_22 = ((('%s:%d' % ('b,c', INT_17)) and f'{'long word':>8}|{INT_17:04d}') != f'{'z':>8}|{INT_17:04d}')
            LIST_23 = (list(('Debug', *[])) * 0)
    elif (('été'[::-1] + 'b,c'.lstrip()) in LIST_15[:]):
        pass
        INT_17 = (INT_17 & ((INT_17 | 2) % -3))
    STR_24 = 'Debug'.upper()[::-1].title()
elif (f'{'z':>8}|{INT_17:04d}' not in LIST_15):
    for item in tuple('b,c'.replace('a', '').split(',')):
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
except KeyError:
    INT_17 = f'{'z':>8}|{INT_17:04d}'.find(',')
    TUPLE_29 = ((f'{None}-{INT_17}', *[x for x in ['a'] if x]) + (('été' and '/srv/app/'), *['a', 'b', 'a'][-1:2]))
if any(x for x in [x for x in LIST_16 if x]):
    INT_30 = (len(('a' and ' x ')) % -3)
    BOOL_31 = (str(sorted(set(LIST_15))) not in f'{1}-{INT_17}')
elif (list(reversed(list(map(str, LIST_16)))) == LIST_16):
    for item in tuple(LIST_15):
        if item == 'a': break
        LIST_15.append(os.path.splitext(('' or 'b,c'))[1])
BOOL_33 = (LIST_16 == LIST_15)
if bool('%05d|%-6s|%.2f' % (INT_17, 'ab', 1.5)[-2:]):
    LIST_16.extend(sorted(LIST_15))
    if (os.path.join(('%s:%d' % ('True', INT_17)), Path(' x ').as_posix()) in 'a=b'.capitalize().split()):
        pass
    elif str((0 % 7)).startswith(('a=b' + 'True').replace(',', '')):
        try:
            TUPLE_35 = (str(Path(os.path.basename('True')) / f'{1}-{INT_17}'),)
            TUPLE_36 = (f'{'q'}-{3600}', *','.join(LIST_16).split(','))
            int(os.path.splitext(''.join(LIST_16))[1][::-1])
        except Exception:
            INT_37 = INT_17
            BOOL_38 = BOOL_33
        pass
    else:
        INT_17 = INT_17
        LIST_15 += [x.strip() for x in []][-1:]
LIST_40 = LIST_16
INT_41 = INT_17
if (not any(x for x in LIST_15[:2])):
    STR_42 = os.path.splitext('false')[0].lstrip().replace(' ', '--')
else:
    DICT_43 = {x: x.upper() for x in []}
if BOOL_33:
    STR_44 = repr(('%05d|%-6s|%.2f' % (0, 'ab', 1.5) or 'été'[1:-1]))
    INT_45 = INT_17
elif BOOL_33:
    STR_46 = (('Debug' and '/srv/app/') or os.path.basename(' x '))[1:3]
    for item in sorted(set(LIST_16)):
        pass
        try:
            LIST_47 = sorted(sorted(set(LIST_16)))
            {'tab\tline\n': Path('b,c'[:3]).as_posix(), os.path.splitext('été')[0].lstrip(): ('Debug'.partition(',')[0] + ''[::-1])}['a']
        except LookupError:
            LIST_16 = LIST_16
            STR_48 = '{}/{n}'.format(Path(('été' and '')).name, n=('%s:%d' % ('a', INT_41)).find('b'))
        TUPLE_49 = tuple(([x for x in LIST_16 if x] * 1))
LIST_16.append(''.join(' x '.split()))
DICT_51 = {f'{'q'}-{INT_41}': ('a=b'[:3] or ('Debug' or 'True')), '{}/{n}'.format(str(False), n='a'.find(',')): (f'{1}-{3}' + 'false'.strip())}
BOOL_52 = BOOL_33
DICT_53 = {x: x.upper() for x in list(reversed(LIST_16))}
