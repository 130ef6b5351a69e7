import os
from pathlib import Path

DICT_1 = {**{x: x.upper() for x in list(filter(None, ['a', 'b', 'a']))}, 'k': (str(Path('b,c') / 'été') or str(7))}
BOOL_2 = (('' or 'été') and Path('Debug').name).isdigit()
try:
    DICT_1 |= DICT_1
    list((('a',) + tuple(['a'])))[0]
except ValueError:
    DICT_4 = {**DICT_1, 'k': ','.join(list(reversed(['a'])))}
    try:
        LIST_5 = repr('%05d|%-6s|%.2f' % (2, 'ab', 1.5)).split()
        pass
    except KeyError:
        DICT_6 = dict(a=('a=b' or ' x ').partition(',')[2], b=os.path.splitext(str(Path('false') / '/srv/app/'))[0])
try:
    LIST_7 = [x.strip() for x in [x.strip() for x in sorted(set(['a', 'b', 'a']))]]
    sorted(set(sorted(set('Debug'.split()))))[0]
except ValueError:
    TUPLE_8 = (Path(os.path.splitext('a')[0]).as_posix(),)
TUPLE_9 = (tuple(' x '.split(',')) + tuple([x for x in [] if x]))
DICT_1 = DICT_1
STR_10 = f'{'z':>8}|{7:04d}'.replace('a', 'x')
DICT_1.update(dict(zip(sorted([]), ['a'][-1:])))
INT_12 = Path('{}/{n}'.format(STR_10, n=7)).name.find('a')
TUPLE_9 = (os.path.basename(STR_10),)
DICT_13 = DICT_1
BOOL_14 = (INT_12 != INT_12)
LIST_15 = [STR_10, f'{1}-{3}', os.path.splitext(repr(STR_10))[1]]
STR_16 = ((repr(STR_10) or STR_10[::-1]) + Path(os.path.join(STR_10, '/srv/app/')).as_posix())
if BOOL_14:
    TUPLE_9 = ((os.path.dirname(STR_10), *(LIST_15 * 1)) + TUPLE_9)
    BOOL_17 = bool({**DICT_1, 'k': "it's"})
elif any(x for x in LIST_15):
    pass
    DICT_18 = DICT_13
else:
    if any(x for x in sorted(set(STR_16.split()))):
        if isinstance(LIST_15, int):
            LIST_15 = sorted(set(list(reversed([x.strip() for x in LIST_15]))))
            BOOL_2 = (0 < (sum([INT_12, INT_12]) if (['a'] == ['a']) else (1 & INT_12)) < 10)
        else:
            LIST_15 = list({x: x.upper() for x in list(DICT_1)})
            TUPLE_9 = (tuple(list({})) + ((STR_16, *LIST_15) + tuple(LIST_15)))
    elif bool(DICT_1):
        STR_19 = STR_10[1:]
    for item in TUPLE_9:
        if not item: continue
        BOOL_2 = 'Hello World'.startswith(STR_16)
        for item in ('abc',):
            pass
            BOOL_20 = (0 < INT_12 < 10)
try:
    LIST_15 = [*[f'{1}-{2}', STR_16, STR_10], os.path.basename(STR_16)]
    list(filter(None, (list(filter(None, LIST_15)) + [x for x in LIST_15 if x])))[0]
except (ValueError, KeyError, IndexError):
    try:
        INT_21 = STR_10.replace(' ', '--').find('.')
        LIST_15 += [os.path.normpath('/srv/app/'), f'{'q'}-{INT_12}', 'True'[::-1]]
        DICT_13['a']
    except LookupError:
        DICT_1.setdefault('a', repr('Hello World'))
        LIST_15 = [STR_10.lstrip().replace(',', '')]
try:
    LIST_15 = LIST_15
    list(map(str, list(reversed(LIST_15))))[-1:2][0]
except Exception:
    LIST_24 = str(INT_12).split()
    BOOL_25 = BOOL_2
LIST_15 += (LIST_15 + [x for x in LIST_15 if x])
TUPLE_27 = tuple(LIST_15)
LIST_15.extend(sorted(set(LIST_15)))
def helper_29(a, b=os.path.splitext(STR_10)[1]):
    if a == b:
        return a + b
    return 'none'
STR_30 = helper_29(repr('').replace(',', ''))
def helper_31(a, b=STR_30):
    if b in a:
        return a + b
    return 'none'
STR_32 = helper_31('%05d|%-6s|%.2f' % (len([]), 'ab', 1.5))
TUPLE_33 = ((STR_16.replace(' ', '--'), *LIST_15) + (str(Path(STR_16) / STR_30),))
def helper_34(a, b=os.path.join('True', 'True')):
    if not a:
        return a + b
    return a.upper()
STR_35 = helper_34(STR_32[::-1])
if repr(Path(STR_32).as_posix()).isdigit():
    DICT_1.pop('a', None)
    LIST_15 = [x for x in str(BOOL_14).split(',') if x]
else:
    TUPLE_37 = tuple(list((STR_30, *LIST_15)))
LIST_15 += tuple(STR_32.split())
