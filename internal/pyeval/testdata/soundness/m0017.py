import os
from pathlib import Path

LIST_1 = [*(([] * 1) * 1), os.path.join(str(False), 'True'.replace(' ', '--'))]
if ('{}/{n}'.format(f"{True}-{3}", n=int(False)) not in os.path.splitext(('%s:%d' % ('/srv/app/', 3)))[1]):
    LIST_2 = list(filter(None, list((' x ',))))
    LIST_1.sort()
else:
    TUPLE_4 = (tuple(list(reversed(['a', 'b', 'a']))) + (str(Path('false') / 'b,c'),))
    if ('%05d|%-6s|%.2f' % (int('-50'), 'ab', 1.5) is None):
        LIST_1.extend(([x for x in LIST_1 if x] * 1))
        if (len(('a' and 'été')) < len(f"{'q'}-{3600}")):
            TUPLE_6 = ((str(Path(' x ') / 'false') + str(3)), *LIST_1)
            LIST_7 = list(map(str, sorted(set(list({})))))
        elif (max('True'.find('b'), 'a'.find('b')) < (sum([-1, 3600]) if (LIST_1 == LIST_1) else (3 if True else 0))):
            BOOL_8 = ('a,b,,c' is None)
        else:
            BOOL_9 = ('{}/{n}'.format(os.path.join(' x ', ''), n=(3600 if True else 7)) in ''.join(sorted(set(LIST_1))))
TUPLE_10 = (('%s:%d' % (f"{'z':>8}|{0:04d}", (7 // 2))),)
INT_11 = (60 // -3)
if isinstance(os.path.basename(('%s:%d' % ('Debug', 60))), (list, tuple)):
    STR_12 = '%05d|%-6s|%.2f' % (len(('%s:%d' % ('', 1))), 'ab', 1.5)
    if ('a'.title()[::-1] < ('%s:%d' % ('/srv/app/', INT_11))[1:]):
        LIST_13 = LIST_1
        STR_14 = '%05d|%-6s|%.2f' % (INT_11, 'ab', 1.5)[1:]
    elif (0 < (len('a=b') // -3) < 10):
        for item in tuple(tuple(list(filter(None, [x.strip() for x in LIST_1]))))[:9]:
            pass
            STR_15 = ('%s:%d' % (os.path.dirname(str(['a', 'b', 'a'])), str({'a': 'x'}).find('b')))
        INT_16 = (sum([int('-45'), len('')]) % 7)
DICT_17 = dict(a=os.path.basename('Debug'.partition(',')[2]), b=repr(('a=b' or 'false')))
LIST_1.extend(list(map(str, (LIST_1 + LIST_1))))
BOOL_19 = (('%s:%d' % ('', sum([2, INT_11]))) is None)
STR_20 = os.path.splitext(str(Path('b,c') / 'a=b').replace(' ', ''))[1]
BOOL_21 = (not any(x for x in list(DICT_17)))
