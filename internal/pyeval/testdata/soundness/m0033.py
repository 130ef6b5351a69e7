import os
from pathlib import Path

INT_1 = 60
INT_2 = (' / '.join([]).find('a') // 7)
DICT_3 = {f'{None}-{INT_2}': ('%s:%d' % (('%s:%d' % ('/srv/app/', INT_1)), (INT_1 % -3)))}
DICT_3.pop('a', None)
STR_5 = (os.path.basename(f'{'long word':>8}|{INT_2:04d}') and os.path.splitext(''.partition(',')[0])[1])
BOOL_6 = (list(dict(a='b,c', b=STR_5)) == list(filter(None, [][:2])))
STR_5 = os.path.join(Path(STR_5).name.partition(',')[1], Path(STR_5).name)
DICT_7 = dict(zip(list(dict(a=STR_5, b='été')), [x.strip() for x in sorted([])]))
if (0 < (STR_5 or 'True').find(',') < 10):
    if ((not BOOL_6) or BOOL_6):
        DICT_7.pop('a', None)
    else:
        DICT_7.pop('a', None)
        for item in (str(Path('a') / 'b,c')[::-1],):
            pass
            BOOL_10 = (0 < INT_2 < 10)
    for item in [*(([] + ['a', 'b', 'a']) * 0), os.path.splitext(''.join(['a', 'b', 'a']))[1]]:
        if not item: continue
        TUPLE_11 = (('%05d|%-6s|%.2f' % (1, 'ab', 1.5) or STR_5), *([] * 1))
        TUPLE_12 = (Path(STR_5).name.replace('a', ''),)
else:
    if any(x for x in sorted([])):
        try:
            STR_13 = repr(','.join('a=b'.split(',')))
            LIST_14 = [x for x in [*sorted(['a']), STR_5.replace(',', '')] if x]
            pass
        except (ValueError, KeyError, IndexError):
            BOOL_6 = bool([x.strip() for x in sorted(['a'])])
            DICT_15 = dict(a='%05d|%-6s|%.2f' % ('b,c'.find('a'), 'ab', 1.5), b=Path('{}/{n}'.format('Debug', n=INT_2)).as_posix())
        DICT_3.pop('a', None)
    DICT_17 = DICT_7
DICT_7[os.path.join(f'{None}-{INT_1}', str(Path('b,c') / STR_5))] = STR_5
DICT_7 |= {**dict(a=STR_5, b=STR_5), 'k': ('True' and STR_5)}
DICT_3.pop('a', None)
TUPLE_21 = ('false'.replace(',', 'x').replace('a', 'x'), *list(map(str, sorted(set(['a'])))))
INT_2 = len(Path(os.path.splitext(STR_5)[0]).name)
for item in ((['a', 'b', 'a'] + ['a', 'b', 'a']) + list(reversed(['a', 'b', 'a'])))[:2]:
    if not item: continue
    STR_5 = STR_5.replace(' ', '--').partition(',')[1]
    STR_22 = STR_5.capitalize()
LIST_23 = sorted([x for x in list(TUPLE_21) if x])
DICT_24 = {x: x.upper() for x in [*list(TUPLE_21), str(TUPLE_21)]}
DICT_25 = dict(a=('%s:%d' % (str(DICT_7), INT_1)), b=((STR_5 + STR_5) and STR_5[1:]))
def helper_26(a, b=repr(STR_5)):
    if a == b:
        return a + b
    return b
STR_27 = helper_26(STR_5)
if BOOL_6:
    BOOL_6 = BOOL_6
else:
    BOOL_28 = (0 < sum([int(False), ['a'].count('b,c')]) < 10)
    if (any(x for x in [STR_5, STR_27, STR_5]) and ([*['a'], 'Debug'] == LIST_23)):
        LIST_23.reverse()
        DICT_3.pop('a', None)
DICT_24.pop('a', None)
