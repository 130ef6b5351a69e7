import os
from pathlib import Path

LIST_1 = [*(([] * 1) * 1), os.path.join(str(False), 'True'.replace(' ', '--'))]
if ('{}/{n}'.format(f'{True}-{3}', n=int(False)) not in os.path.splitext(('%s:%d' % ('/srv/app/', 3)))[1]):
    LIST_2 = list(filter(None, list((' x ',))))
    LIST_1.sort()
else:
    TUPLE_4 = (tuple(list(reversed(['a', 'b', 'a']))) + (str(Path('false') / 'b,c'),))
    if ('%05d|%-6s|%.2f' % (int('-50'), 'ab', 1.5) is None):
        LIST_1 += (f'{True}-{2}',)
        BOOL_6 = ((LIST_1.count('b,c') <= int(False)) or (LIST_1 == LIST_1[1:]))
    elif any(x for x in list({})):
        for item in (os.path.splitext(str(Path('a') / 'Debug'))[0], *list(map(str, LIST_1))):
            pass
            DICT_7 = {x: x.upper() for x in list({'Debug': 'Debug', '': 'a'})}
            BOOL_8 = ('a,b,,c' is None)
        DICT_9 = dict(a='abc', b='{}/{n}'.format(os.path.join(' x ', ''), n=(3600 if True else 7)))
    else:
        if (str({'été': 'True', 'a=b': ''}) is None):
            TUPLE_10 = (('%s:%d' % (f'{'z':>8}|{0:04d}', (7 // 2))),)
            INT_11 = (60 // -3)
        else:
            STR_12 = ('%05d|%-6s|%.2f' % (len(LIST_1), 'ab', 1.5) and ('%s:%d' % ('True'[::-1], int(False))))
            BOOL_13 = (0 < sum([int(True), [].count('false')]) < 10)
        LIST_1 = ''.join(LIST_1)[1:].split()
BOOL_14 = (f'{True}-{60}' in LIST_1)
for item in tuple(LIST_1):
    pass
    if ((os.path.basename('false') not in LIST_1) and (os.path.join(' x ', 'Debug') not in list(filter(None, ['a'])))):
        DICT_15 = {x: x.upper() for x in sorted(LIST_1[-1:2])}
        LIST_1 = [*list(reversed(LIST_1[-1:])), '{}/{n}'.format('été'.capitalize(), n=int('-7'))]
    else:
        LIST_16 = LIST_1
        INT_17 = Path(f'{'z':>8}|{2:04d}').name.find('a')
    LIST_1.extend(LIST_1[-1:2][:2])
INT_19 = len([x for x in ['a', 'b', 'a'][:] if x])
DICT_20 = {}
TUPLE_21 = tuple(list({x: x.upper() for x in LIST_1}))
if LIST_1: LIST_1.pop(0)
LIST_1.sort()
DICT_20[os.path.join(f'{'q'}-{INT_19}', os.path.splitext('True')[0])] = f'{True}-{7}'
