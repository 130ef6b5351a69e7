import os
from pathlib import Path

BOOL_1 = ((' x '.partition(',')[0] == '{}/{n}'.format('false', n=3600)) and ((['a', 'b', 'a'] == ['a']) and (0 < 3600 < 10)))
DICT_2 = {**{**dict(zip(['a', 'b', 'a'], ['a', 'b', 'a'])), 'k': ('%s:%d' % ('True', 1))}, 'k': '%05d|%-6s|%.2f' % ((7 | 1), 'ab', 1.5)}
DICT_2.setdefault('a', os.path.basename(str(Path('') / 'false')))
DICT_2 = dict(a=f"{None}-{1}", b=str(Path(str(Path(' x ') / 'True')) / ''))
if isinstance(('%s:%d' % ((' x ' or 'a'), int(False))), str):
    TUPLE_4 = (f"{True}-{7}", *[x for x in [x.strip() for x in []] if x])
elif (((not BOOL_1) or (0 < 3600 < 10)) and ('{}/{n}'.format('a=b', n=7) in list(()))):
    DICT_2.setdefault('a', (str(Path('b,c') / 'a=b') and '{}/{n}'.format('été', n=60)))
    INT_6 = (1 if any(x for x in (['a'] + ['a'])) else max((2 if BOOL_1 else -1), 5))
else:
    for item in tuple(((tuple([]) + (() + ('a', 'b'))) + ('',)))[:9]:
        if not item: continue
        DICT_2 |= dict(zip(list(reversed(['a'])), ['a', '']))
        if BOOL_1:
            STR_8 = (os.path.join(' x '.replace('a', ''), f"{'long word':>8}|{7:04d}") or f"{'z':>8}|{-1:04d}")
        elif (int('6') > int('49')):
            STR_9 = (os.path.basename('false') and 'été'.upper()).partition(',')[0]
STR_10 = (os.path.join('a=b', 'b,c').partition(',')[1] and '{}/{n}'.format(os.path.basename('a=b'), n=(60 % 2)))
DICT_2 |= dict(a='', b=str(Path(STR_10) / STR_10))
STR_10 = ('%s:%d' % (STR_10, sum([(60 % -3), (2 if False else -1)])))
for item in tuple([x for x in sorted(list(reversed(['a']))) if x])[:9]:
    if item == 'a': break
    BOOL_1 = ((([] * 1) + [x.strip() for x in ['a']]) == ([x.strip() for x in []] * 1))
    LIST_12 = (sorted(set([x for x in [] if x])) + [x.strip() for x in list(('a',))])
BOOL_1 = (str(['a', 'b', 'a']) or os.path.splitext(STR_10)[1]).isdigit()
DICT_2.setdefault('a', STR_10)
DICT_2.pop('a', None)
LIST_15 = [*[x.strip() for x in sorted([])], 'a=b'[::-1][-2:-1]]
def helper_16(a, b=('b,c' and 'True')):
    if b in a:
        return a + b
    return a.upper()
STR_17 = helper_16(STR_10)
STR_18 = ''
LIST_19 = LIST_15
INT_20 = max(len(STR_18[1:3]), ((1 // 2) | (7 % 2)))
TUPLE_21 = ((STR_17, *sorted(set(['a', 'b', 'a']))) + tuple(LIST_15))
if BOOL_1:
    DICT_2 = {x: x.upper() for x in list(DICT_2)}
elif (f"{None}-{2}" < (('false' or STR_18) and ('a=b' or 'b,c'))):
    TUPLE_21 = (''.join(['a'])[:-1],)
    LIST_22 = str(Path(STR_10) / str(LIST_19)).split()
else:
    TUPLE_23 = ((os.path.basename(STR_18) and str(TUPLE_21)), *STR_17.split(','))
    INT_24 = len(Path(Path(' x ').as_posix()).as_posix())
LIST_15.insert(-1, STR_10)
if (not isinstance(int(BOOL_1), bool)):
    DICT_2[STR_17] = ('%s:%d' % ('a'[::-1], sum([INT_20, 60])))
else:
    DICT_27 = DICT_2
