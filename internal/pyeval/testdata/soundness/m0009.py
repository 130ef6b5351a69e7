import os
from pathlib import Path

LIST_1 = [*list({x: x.upper() for x in ['a']}), '%05d|%-6s|%.2f' % ('b,c'.find('a'), 'ab', 1.5)]
if LIST_1: LIST_1.pop(0)
DICT_3 = dict(zip(''.join(LIST_1).split(), [x for x in [*['a'], 'false'] if x]))
TUPLE_4 = tuple(sorted(set((['a'] + ['a']))))
INT_5 = 5
try:
    LIST_6 = sorted(sorted(set(LIST_1)))
    {**{x: x.upper() for x in ['a=b', 'a', '']}, 'k': 'b,c'.lower()[-2:3]}['a']
except (ValueError, KeyError, IndexError):
    if (0 < (LIST_1 * 1).count(repr('Debug')) < 10):
        try:
            DICT_3 = dict(a=f'{'q'}-{INT_5}', b=('%s:%d' % ('b,c'[:-1], sum([-1, 3600]))))
            pass
        except Exception:
            LIST_1 = LIST_1
        BOOL_7 = bool(INT_5)
    elif ('{}/{n}'.format('été', n=3600) + ('%s:%d' % ('été', INT_5))).startswith(str(Path('Hello World') / ('%s:%d' % ('True', 3)))):
        try:
            BOOL_8 = bool(((60 - INT_5) // 2))
            pass
        except ValueError:
            LIST_9 = (list(dict(a='', b='b,c')) * 0)
            LIST_10 = [x.strip() for x in LIST_1][-1:2][-1:2]
        LIST_1.sort()
    else:
        if (((0 < INT_5 < 10) or (not True)) or (('Debug' or 'Debug') != 'été'[::-1])):
            INT_12 = f'{1}-{1}'.find('a')
            TUPLE_13 = (f'{1}-{-1}'.partition(',')[1],)
        elif (not bool({**DICT_3, 'k': 'a'})):
            BOOL_14 = (','.join(LIST_1) or Path('True').name).startswith(str(Path(str(TUPLE_4)) / ('' + 'été')))
            STR_15 = ('%s:%d' % (''.join(list(reversed(LIST_1))), max((2 // 2), int(True))))
        else:
            LIST_16 = (LIST_1 * 2)
            TUPLE_4 = (Path('a').name[::-1],)
INT_5 = sum([(int('-11') - 'false'.find('b')), int(('b,c' not in LIST_1))])
if ([*[x for x in ['a', 'b', 'a'] if x], 'b,c'.partition(',')[0]] == list({x: x.upper() for x in LIST_1})):
    STR_17 = (str(Path(str(True)) / os.path.basename('True')) or ('a,b,,c' and f'{'long word':>8}|{INT_5:04d}'))
    BOOL_18 = (list(reversed(LIST_1)) == 'http://x.org/path'.split())
else:
    try:
        INT_5 = int('-48')
        list(TUPLE_4)[0]
    except (ValueError, KeyError, IndexError):
        LIST_1.sort()
    if (not f'{True}-{60}'.isdigit()):
        STR_20 = ('%s:%d' % (str(Path('/srv/app/'.swapcase()) / ('a=b' + ' x ')), INT_5))
        DICT_3.pop('a', None)
    else:
        INT_5 = (INT_5 if ('%05d|%-6s|%.2f' % (2, 'ab', 1.5) is None) else 60)
DICT_3 |= dict(zip(list(TUPLE_4), list(filter(None, LIST_1))))
def helper_23(a, b=('True' or 'a=b')):
    if a:
        return a + b
    return 'none'
STR_24 = helper_23(('/srv/app/' and 'false')[::-1])
BOOL_25 = 'Hello World'.startswith(STR_24[:-1])
DICT_3.pop('a', None)
INT_27 = INT_5
LIST_1.insert(-1, "it's")
if ((0 < len(STR_24) < 10) or os.path.basename(STR_24).isdigit()):
    TUPLE_4 = ((STR_24 + f'{'z':>8}|{INT_5:04d}'), *(STR_24 + STR_24).split(','))
    LIST_29 = LIST_1
elif any(x for x in STR_24.split(',')):
    LIST_30 = LIST_1
else:
    pass
TUPLE_4 = TUPLE_4
INT_31 = int(isinstance((['a'] == []), (list, tuple)))
def helper_32(a, b=os.path.splitext(' x ')[1]):
    if a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return b
STR_33 = helper_32((STR_24.upper() or STR_24))
STR_24 = os.path.basename(STR_24).partition(',')[2].lower()
for item in STR_24.split()[:]:
    if not item: continue
    LIST_34 = LIST_1
LIST_35 = LIST_1
STR_24 = Path((STR_33 + os.path.join('Debug', STR_24))).name
DICT_3[STR_24] = STR_24
