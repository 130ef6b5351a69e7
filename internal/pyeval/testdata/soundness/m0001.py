import os
from pathlib import Path

BOOL_1 = any(x for x in list((('a', 'b') + ())))
if (0 < int('42') < 10):
    if ([os.path.join('True', 'false'), repr('a=b')] == (([] + []) + ['True'])):
        DICT_2 = dict(zip((list({'a': 'x'}) + list(filter(None, ['a', 'b', 'a']))), list(filter(None, list(filter(None, ['a']))))))
    elif any(x for x in list(dict(zip([], ['a'])))):
        try:
            LIST_3 = list(dict(a=str(Path('a=b') / '/srv/app/'), b=os.path.normpath('Debug')))
            TUPLE_4 = (((' x ' or 'a=b'), *list(reversed(['a']))) + tuple((['a', 'b', 'a'] * 1)))
            {}['a']
        except ValueError:
            STR_5 = (repr(('' + 'True')) + f'{True}-{0}'[:])
        pass
    else:
        STR_6 = f'{True}-{0}'
    INT_7 = ((0 // 7) % -3)
LIST_8 = list(dict(zip(' x '.split(','), ['a', 'b', 'a'][-1:])))
LIST_8.extend(LIST_8[1:2])
if Path(' x '[-2:3]).as_posix().isdigit():
    LIST_10 = LIST_8
elif BOOL_1:
    if LIST_8: LIST_8.pop(0)
else:
    INT_12 = int(BOOL_1)
LIST_8.extend([*['', '/srv/app/', ' x '], '/srv/app/'[:3]])
