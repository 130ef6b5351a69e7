import os
from pathlib import Path

DICT_1 = dict(a=os.path.splitext('True')[1].title(), b='')
LIST_2 = list(filter(None, os.path.basename('été').split()))
LIST_2.insert(0, str(any(x for x in LIST_2)))
DICT_1['Hello World'] = repr('b,c'.partition(',')[1])
DICT_1 |= {x: x.upper() for x in LIST_2}
INT_6 = max('tab\tline\n'.find(','), int('-33'))
BOOL_7 = bool((('%s:%d' % ('/srv/app/', -1)) and '{}/{n}'.format('été', n=INT_6)))
TUPLE_8 = (tuple(LIST_2) + (('' or 'a'), *sorted(LIST_2)))
DICT_9 = DICT_1
STR_10 = '{}/{n}'.format(repr('{}/{n}'.format(' x ', n=INT_6)), n=INT_6)
DICT_1[str(Path(STR_10) / 'Debug'.replace('a', ''))] = (('True' or 'false') and STR_10)
DICT_9.setdefault('a', f"{'long word':>8}|{3:04d}".swapcase())
DICT_1 |= {'{}/{n}'.format(STR_10, n=INT_6): STR_10.upper(), 'a,b,,c': STR_10}
DICT_9.setdefault('a', STR_10.lstrip())
TUPLE_15 = tuple((STR_10 + STR_10).split(','))
BOOL_16 = STR_10.partition(',')[0].isdigit()
if (sorted(set(list(map(str, ['a', 'b', 'a'])))) == [(' x ' + STR_10), '{}/{n}'.format('b,c', n=0)]):
    pass
BOOL_17 = ((LIST_2 == LIST_2) and ((7 // 7) != INT_6))
LIST_2.reverse()
if 'a' in LIST_2: LIST_2.remove('a')
DICT_9 |= DICT_9
TUPLE_21 = TUPLE_8
