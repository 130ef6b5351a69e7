import os
from pathlib import Path

try:
    DICT_1 = {x: x.upper() for x in f"{'z':>8}|{3600:04d}".split(',')}
    int('{}/{n}'.format(repr(('%s:%d' % ('', 3))), n=((3 // -3) // 7)))
except Exception:
    for item in tuple('%05d|%-6s|%.2f' % (60, 'ab', 1.5).split(','))[:9]:
        pass
        for item in tuple((('%s:%d' % ((' x ' + 'Debug'), ['a'].count('false'))), *[x for x in 'a'.split(',') if x]))[:9]:
            if item == 'a': break
            TUPLE_2 = (repr(('%s:%d' % ('True', 1))),)
        for item in tuple((repr(('false' + '/srv/app/')),))[:9]:
            pass
            INT_3 = ' / '.join(['a']).strip().find('.')
    LIST_4 = (' / '.join([]) + os.path.splitext('a')[1]).split(',')
STR_5 = ("it's" + repr((' x ' + 'false')))
BOOL_6 = (([].count('false') & 5) <= len(''.partition(',')[0]))
STR_7 = os.path.splitext(('a=b' and 'a')[::-1])[0]
try:
    LIST_8 = ('%s:%d' % ('{}/{n}'.format(STR_5, n=1), 1)).split()
    {**{STR_5.partition(',')[2]: (STR_5 + STR_5), STR_5: f"{'long word':>8}|{-1:04d}"}, 'k': str(([] * 1))}['a']
except Exception:
    pass
if BOOL_6:
    if (not (isinstance(BOOL_6, str) or ([] == ['a', 'b', 'a']))):
        TUPLE_9 = ('%05d|%-6s|%.2f' % (3, 'ab', 1.5)[1:3],)
    else:
        if BOOL_6:
            STR_10 = f"{'long word':>8}|{2:04d}"
            INT_11 = list({STR_5: '/srv/app/'}).count(os.path.dirname(STR_7))
        elif (0 < STR_5.find('b') < 10):
            STR_7 = str(any(x for x in [x for x in ['a', 'b', 'a'] if x]))
            LIST_12 = ' / '.join(list(filter(None, ['a', 'b', 'a']))).split()
else:
    if 'a,b,,c'.isdigit():
        if BOOL_6:
            TUPLE_13 = (('abc', *(['a'] * 0)) + tuple([x.strip() for x in ['a']]))
        elif ((not (STR_5 not in ['a', 'b', 'a'])) and (STR_7 is None)):
            LIST_14 = list(reversed(list(map(str, list(reversed(['a']))))))
            TUPLE_15 = ((('été' or STR_7), *['a', 'b', 'a'][1:]) + tuple([*['a'], 'a']))
        else:
            STR_16 = os.path.basename('{}/{n}'.format(''.partition(',')[1], n=(0 % -3)))
            TUPLE_17 = tuple(list(filter(None, ['a'][-1:2])))
    elif (os.path.join(STR_7, STR_7.replace(',', 'x')) is None):
        LIST_18 = list((tuple(['a']) + (('a',) + ('a', 'b'))))
        BOOL_19 = (int(BOOL_6) == list(reversed([])).count('{}/{n}'.format('a=b', n=3)))
    else:
        BOOL_6 = (not (not ('True' < STR_5)))
        if ('%s:%d' % (STR_7, 2)).partition(',')[0].startswith(STR_5.replace('a', '--').replace(',', 'x')):
            BOOL_20 = bool((int('28') // 7))
        else:
            LIST_21 = [x for x in [*[x.strip() for x in ['a', 'b', 'a']], os.path.normpath(STR_5)] if x]
if (os.path.splitext(','.join(['a', 'b', 'a']))[0] is None):
    if (([][1:] == (['a'] + [])) or isinstance(BOOL_6, str)):
        BOOL_22 = (STR_5.replace('a', '--') in list(tuple(['a'])))
    elif (0 < int('-15') < 10):
        LIST_23 = sorted(list(('a',)))[1:]
        if (os.path.normpath('{}/{n}'.format(STR_7, n=1)) is None):
            TUPLE_24 = (('%05d|%-6s|%.2f' % (-1, 'ab', 1.5), *list(map(str, ['a']))) + tuple(sorted(set(['a']))))
        elif (str(Path(f"{'z':>8}|{-1:04d}") / '{}/{n}'.format(STR_5, n=3)) in os.path.splitext(repr(STR_5))[1]):
            DICT_25 = dict(zip(list({**{'a': 'x'}, 'k': STR_5}), list(filter(None, [*['a', 'b', 'a'], STR_7]))))
    BOOL_26 = Path(' / '.join([])).name.startswith(os.path.join('True'[::-1], STR_5.strip()))
else:
    STR_27 = STR_5
    try:
        if isinstance(BOOL_6, bool):
            BOOL_28 = (BOOL_6 or ('/srv/app/'[::-1] is None))
            BOOL_6 = isinstance(((7 % -3) % -3), int)
        elif BOOL_6:
            DICT_29 = dict(a=','.join([STR_7, STR_5, '/srv/app/']), b=repr(f"{'q'}-{60}"))
            STR_7 = str(['a'].count('false')).partition(',')[2]
        INT_30 = sum([('été'.find(',') if BOOL_6 else ['a', 'b', 'a'].count('')), [x.strip() for x in []].count(STR_5[::-1])])
        int('http://x.org/path')
    except Exception:
        BOOL_6 = ((0 < len(' x ') < 10) and ('{}/{n}'.format(' x ', n=3600) < os.path.join(STR_5, STR_7)))
LIST_31 = STR_5.split(',')
BOOL_6 = (str(Path(''[:-1]) / STR_5[:3]) == STR_7)
DICT_32 = {x: x.upper() for x in (list({'a': 'x'}) + (LIST_31 * 2))}
LIST_33 = sorted(sorted(set((LIST_31 * 2))))
BOOL_34 = BOOL_6
def helper_35(a, b=os.path.join(STR_5, STR_5)):
    if not a:
        return a + b
    return b
STR_36 = helper_35(str(dict(zip(['a'], LIST_31))))
DICT_37 = {x: x.upper() for x in list(filter(None, list(('a', 'b'))))}
DICT_32.pop('a', None)
BOOL_39 = BOOL_6
try:
    TUPLE_40 = (STR_5, *[x.strip() for x in LIST_31])
    INT_41 = [].count(str(DICT_37)[-2:])
    pass
except (ValueError, KeyError, IndexError):
    DICT_37.update(DICT_32)
    LIST_33 = sorted(set(list(map(str, LIST_33))))
try:
    for item in tuple(LIST_33)[:9]:
        pass
        INT_43 = 1
        DICT_32[STR_36] = repr('{}/{n}'.format('Debug', n=60))
    STR_45 = (STR_7 + Path(' x '[::-1]).as_posix())
    int(STR_7[1:3])
except (ValueError, LookupError):
    if bool([*[x.strip() for x in LIST_31], ''.join(LIST_33)]):
        try:
            DICT_46 = DICT_32
            pass
        except (ValueError, KeyError):
            DICT_32 = DICT_32
        if 'a' in LIST_33: LIST_33.remove('a')
    elif os.path.join(f"{2.5}-{1}", ('%s:%d' % (' x ', 60))).startswith(STR_7):
        LIST_33.extend(sorted([STR_7, STR_7, STR_5]))
    else:
        DICT_32 = DICT_32
        if BOOL_39:
            STR_49 = (('%s:%d' % (STR_7.replace(' ', '--'), len(' x '))) and os.path.basename(Path(STR_36).as_posix()))
        elif '%05d|%-6s|%.2f' % (3600, 'ab', 1.5).swapcase().startswith('{}/{n}'.format(os.path.join(STR_7, 'a'), n=(7 % -3))):
            DICT_37 = DICT_32
            LIST_33 = sorted(sorted([])[1:])
        else:
            TUPLE_50 = (('false' + 'a=b').replace(',', '--'), *LIST_33)
            STR_7 = STR_5
BOOL_34 = ((STR_36 in [*['a'], 'True']) and any(x for x in (LIST_31 * 0)))
STR_51 = ''.join(LIST_33[-1:2])
BOOL_52 = any(x for x in sorted(set([x for x in LIST_33 if x])))
if (list(reversed(LIST_31)).count('{}/{n}'.format(STR_51, n=0)) == (len(' x ') if (STR_5 is None) else (3600 * 2))):
    for item in tuple((os.path.join('a=b', STR_7).replace(',', 'x'), *[x.strip() for x in LIST_33]))[:9]:
        if not item: continue
        DICT_37.setdefault('a', f"{None}-{1}")
    pass
STR_5 = Path('%05d|%-6s|%.2f' % (60, 'ab', 1.5)).as_posix()
LIST_33.append((Path(STR_7).name + STR_7[::-1]))
DICT_32 = DICT_32
LIST_31 += ((STR_7,) + (() + ('a',)))
DICT_37 |= {}
if ('a'.replace(' ', '').find(',') != int('-20')):
    for item in tuple(((f"{'z':>8}|{1:04d}", *list(map(str, ['a', 'b', 'a']))) + tuple(([] + []))))[:9]:
        pass
        DICT_37 = DICT_37
    STR_36 = STR_51
elif BOOL_6:
    TUPLE_57 = ('%05d|%-6s|%.2f' % ((60 | 3600), 'ab', 1.5),)
