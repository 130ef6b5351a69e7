import os
from pathlib import Path

def helper_1(a, b=''[::-1]):
    if a:
        return a + b
    return b
STR_2 = helper_1(str(Path('') / 'a=b')[:])
LIST_3 = '%05d|%-6s|%.2f' % (0, 'ab', 1.5).replace(' ', '--').split()
STR_4 = (f"{1}-{3}".partition(',')[1] or Path(os.path.join(STR_2, STR_2)).name)
if ((('a' or STR_4) and STR_4) not in list(map(str, list({})))):
    pass
elif (0 < (-3 ^ len(['a', 'b', 'a'])) < 10):
    LIST_3 = LIST_3
    if isinstance(STR_4, int):
        LIST_5 = list(reversed(sorted(set(list(filter(None, ['a']))))))
        pass
    elif (STR_2 not in STR_4):
        if LIST_3: LIST_3.pop(0)
        LIST_3.extend(list(filter(None, list(('a', 'b')))))
    else:
        LIST_3.insert(0, ' / '.join((['a'] * 0)))
else:
    STR_4 = (f"{'long word':>8}|{2:04d}"[-2:] + f"{2.5}-{0}")
if (os.path.splitext(STR_2)[0].replace('a', '') < Path('été').name.partition(',')[2]):
    LIST_3.insert(2, STR_2)
    INT_10 = 5
else:
    DICT_11 = dict(zip([x.strip() for x in sorted([])], LIST_3))
if (f"{'long word':>8}|{3600:04d}".isdigit() and (STR_2.title() == str(3))):
    INT_12 = len(repr(str(())))
elif any(x for x in sorted(set(list(('a', 'b'))))):
    DICT_13 = dict(a=('{}/{n}'.format('a', n=3600) + 'false'.partition(',')[2]), b=('b,c'[:] and str({})))
else:
    try:
        if any(x for x in LIST_3):
            BOOL_14 = ((STR_2 or STR_4).startswith(('%s:%d' % (STR_2, 1))) or ((LIST_3 == LIST_3) and (not False)))
            STR_15 = ' / '.join((LIST_3 * 0)[-1:2])
        DICT_16 = dict(zip([STR_2], LIST_3))
        int('%05d|%-6s|%.2f' % ((sum([3, -1]) if (True and False) else STR_2.find('a')), 'ab', 1.5))
    except (ValueError, LookupError):
        if (('%s:%d' % (STR_2, sum([7, 2]))) is None):
            LIST_17 = [*list((('a',) + ('a',))), 'a,b,,c'.partition(',')[1]]
        elif os.path.join(STR_2[::-1], STR_2).startswith(STR_4):
            TUPLE_18 = (os.path.basename(f"{'long word':>8}|{3600:04d}"), *LIST_3[1:2])
            STR_4 = STR_2
        if (bool(5) or (-3 < sum([2, 3]))):
            BOOL_19 = ("it's".isdigit() or STR_2.partition(',')[0].isdigit())
            LIST_20 = list((STR_2, *LIST_3))
    TUPLE_21 = (STR_4, *os.path.join('/srv/app/', STR_2).split())
STR_22 = STR_2
for item in tuple(list(reversed(LIST_3)))[:9]:
    if not item: continue
    LIST_3 += tuple(list(()))
LIST_3 += (STR_4, *STR_2.split())
if (STR_2 not in sorted([x for x in [] if x])):
    DICT_25 = {('True'.upper() and (STR_22 + STR_4)): os.path.join(STR_2, STR_2.replace(',', 'x')), (repr(STR_22) or os.path.join(STR_4, '/srv/app/')): STR_4}
else:
    INT_26 = 5
    INT_27 = len(Path((' x ' and STR_22)).name)
STR_28 = os.path.join(repr('b,c')[::-1], f"{1}-{7}")
for item in tuple(list(map(str, list(dict(a='été', b=STR_4)))))[:9]:
    if not item: continue
    INT_29 = max(((60 if True else 3600) if (1 < 1) else (1 % 7)), max(int(False), (3 // 2)))
DICT_30 = {**dict(zip([x.strip() for x in ['a']], LIST_3)), 'k': ('%s:%d' % (STR_4, (7 // -3)))}
INT_31 = (((3 if True else -1) if (not True) else 60) % 2)
for item in tuple(('{}/{n}'.format(str(Path(STR_2) / STR_4), n=sum([1, 60])),))[:9]:
    if item == 'a': break
    STR_32 = ((STR_22 and STR_4) + STR_28)
