import os
from pathlib import Path

if ''.join([x.strip() for x in ['a']]).isdigit():
    LIST_1 = [x.strip() for x in [x for x in list(map(str, ['a'])) if x]]
else:
    TUPLE_2 = ((('a', *['a', 'b', 'a']) + ('false', *[])) + tuple(sorted([])))
INT_3 = int((' x ' or ' x ').isdigit())
INT_3 = (INT_3 % -3)
if (('%05d|%-6s|%.2f' % (INT_3, 'ab', 1.5) != '%05d|%-6s|%.2f' % (INT_3, 'ab', 1.5)) and (f"{'q'}-{1}" != str(Path('false') / 'True'))):
    DICT_4 = {**{x: x.upper() for x in ([] + [])}, 'k': ('' or 'True').replace(' ', '--')}
elif isinstance(f"{'z':>8}|{INT_3:04d}", (list, tuple)):
    TUPLE_5 = (((' x ',) + ('',)) + tuple(sorted(['a', 'b', 'a'])))
else:
    TUPLE_6 = tuple(list(tuple(['a'])))
LIST_7 = sorted([*sorted([]), ('b,c' or 'a=b')])
STR_8 = os.path.join(os.path.dirname(f"{True}-{7}"), ' x '.replace('a', 'x')[::-1])
if (' x '[1:3].replace('a', '') not in os.path.splitext(f"{None}-{INT_3}")[0]):
    STR_9 = os.path.join('a=b'[::-1], STR_8)[1:]
else:
    if (isinstance(bool(['a']), int) and (len(STR_8) <= INT_3)):
        BOOL_10 = ('{}/{n}'.format(' x '[::-1], n=STR_8.find(',')) < os.path.join('{}/{n}'.format(STR_8, n=60), '%05d|%-6s|%.2f' % (2, 'ab', 1.5)))
if '%05d|%-6s|%.2f' % (INT_3, 'ab', 1.5).replace(',', 'x').startswith('%05d|%-6s|%.2f' % (INT_3, 'ab', 1.5)):
    LIST_7.insert(1, f"{'q'}-{INT_3}")
elif isinstance(('Debug'.replace(' ', 'x') or ('%s:%d' % (STR_8, 1))), (list, tuple)):
    if (','.join(LIST_7) not in ' / '.join(LIST_7)):
        try:
            DICT_12 = {x: x.upper() for x in ([x.strip() for x in LIST_7] + [x.strip() for x in LIST_7])}
            pass
        except Exception:
            INT_13 = int('19')
            DICT_14 = {os.path.join(f"{'long word':>8}|{INT_3:04d}", STR_8[:]): STR_8}
        LIST_7 = list(map(str, [x for x in LIST_7 if x]))
    elif ('%s:%d' % (STR_8, STR_8.find('b'))).startswith(('%s:%d' % (STR_8.replace(' ', 'x'), len('')))):
        if isinstance(os.path.join((STR_8 + STR_8), str(3600)), str):
            INT_15 = 5
        else:
            INT_3 = sum([LIST_7.count('{}/{n}'.format(' x ', n=INT_3)), '%05d|%-6s|%.2f' % (INT_3, 'ab', 1.5).find('b')])
        if (STR_8 is None):
            BOOL_16 = (list(dict(a=STR_8, b='été')) == [x for x in LIST_7 if x])
            STR_17 = os.path.splitext('{}/{n}'.format(STR_8, n=INT_3))[1].replace(',', '--')
        elif (os.path.basename((STR_8 and '')) in sorted(set(LIST_7))):
            INT_18 = (((3600 % 2) % 7) % -3)
        else:
            TUPLE_19 = (STR_8, *sorted(set(LIST_7)))
else:
    BOOL_20 = isinstance(int(([] == LIST_7)), str)
INT_21 = int((STR_8 in []))
STR_8 = STR_8
TUPLE_22 = ((os.path.join('Debug', ''),) + tuple(LIST_7))
for item in tuple((''.join(sorted(LIST_7)), *list(filter(None, LIST_7))))[:9]:
    if item == 'a': break
    TUPLE_23 = TUPLE_22
try:
    if ((os.path.basename('') + 'tab\tline\n') in os.path.join(STR_8, STR_8).capitalize()):
        if (0 < (int(False) if (LIST_7 == LIST_7) else 0) < 10):
            DICT_24 = dict(zip(sorted(LIST_7), list({STR_8: 'été'})))
            STR_25 = STR_8
    elif (0 < len('%05d|%-6s|%.2f' % (INT_21, 'ab', 1.5)) < 10):
        for item in tuple(tuple((list(filter(None, ['a'])) * 0)))[:9]:
            pass
            LIST_7 = LIST_7
            INT_26 = len(LIST_7)
        DICT_27 = {**{str(INT_21): STR_8, f"{1}-{INT_3}": STR_8}, 'k': (STR_8 or repr(STR_8))}
    else:
        TUPLE_22 = (f"{'z':>8}|{7:04d}", *list(map(str, sorted(set(LIST_7)))))
    if ((len(['a']) ^ INT_21) < INT_3):
        if ((STR_8.split() == sorted(LIST_7)) and (0 < int('-23') < 10)):
            TUPLE_22 = tuple([os.path.join(STR_8, ' x '), str(Path(STR_8) / STR_8), STR_8.partition(',')[0]])
            INT_28 = len(LIST_7)
        elif isinstance((0 < (-1 // 7) < 10), bool):
            DICT_29 = {str(Path(STR_8.partition(',')[1]) / STR_8): ('%s:%d' % (('été' + 'Debug'), int(False)))}
        else:
            INT_3 = max(max((INT_21 if True else -1), INT_21), (STR_8.find('a') if (INT_21 != 60) else max(3, 0)))
            INT_21 = (INT_3 | INT_3)
    else:
        for item in tuple(((repr('a=b'),) + (STR_8[1:3],)))[:9]:
            pass
            LIST_7 = '%05d|%-6s|%.2f' % (60, 'ab', 1.5).partition(',')[0].split()
            TUPLE_22 = TUPLE_22
    int(STR_8)
except Exception:
    if bool(([*LIST_7, STR_8] + [x for x in LIST_7 if x])):
        for item in tuple((STR_8,))[:9]:
            if item == 'a': break
            DICT_30 = dict(a=('%s:%d' % (STR_8, int(False))), b=repr(os.path.splitext(STR_8)[0]))
        INT_31 = INT_21
    elif (LIST_7[-1:2] == sorted(set(LIST_7))):
        TUPLE_22 = (STR_8[::-1][::-1], *sorted(['a'])[1:])
    else:
        if ((('' or STR_8) not in (['a', 'b', 'a'] * 1)) or (STR_8[::-1] not in ([] + LIST_7))):
            STR_32 = STR_8
if isinstance(STR_8.find(','), str):
    BOOL_33 = any(x for x in sorted([*[], STR_8]))
else:
    LIST_7 = [x.strip() for x in (sorted(LIST_7) * 1)]
if '%05d|%-6s|%.2f' % (len(['a']), 'ab', 1.5).isdigit():
    for item in tuple(list((' / '.join(LIST_7),)))[:9]:
        if item == 'a': break
        if ((0 < (INT_3 // 2) < 10) and 'a,b,,c'.startswith(STR_8)):
            INT_3 = max(max((INT_3 % 2), int('-37')), INT_3)
            BOOL_34 = (f"{'z':>8}|{INT_21:04d}" < repr(STR_8)[::-1])
        INT_35 = list({STR_8: '/srv/app/', STR_8: STR_8}).count(Path(STR_8).name)
else:
    DICT_36 = dict(a='%05d|%-6s|%.2f' % ((60 | INT_3), 'ab', 1.5), b='{}/{n}'.format('%05d|%-6s|%.2f' % (INT_21, 'ab', 1.5), n=int('-13')))
    BOOL_37 = any(x for x in [f"{'q'}-{INT_21}"])
LIST_7 += LIST_7
BOOL_39 = (not (LIST_7.count(STR_8) == int('6')))
INT_40 = (len(LIST_7) % 2)
def helper_41(a, b=''.join(LIST_7)):
    if a == b:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return b
STR_42 = helper_41(Path(os.path.splitext(STR_8)[1]).as_posix())
if STR_8.isdigit():
    BOOL_39 = BOOL_39
LIST_43 = LIST_7
if os.path.join(STR_42.replace(',', 'x'), repr(STR_42)).startswith(STR_8.replace(',', '')):
    if BOOL_39:
        try:
            TUPLE_22 = TUPLE_22
            dict(zip(list(reversed([x for x in LIST_7 if x])), [x.strip() for x in list({'a': 'x'})]))['a']
        except (ValueError, LookupError):
            STR_44 = STR_42
            BOOL_45 = (Path('/srv/app/'.lower()).name == 'tab\tline\n')
        DICT_46 = {**{x: x.upper() for x in LIST_7}, 'k': f"{True}-{INT_40}"}
    TUPLE_47 = TUPLE_22
elif BOOL_39:
    pass
else:
    try:
        TUPLE_48 = ((STR_8 or STR_8).strip(), *LIST_43)
        {}['a']
    except (ValueError, KeyError, IndexError):
        for item in tuple(['{}/{n}'.format(','.join(['a']), n=LIST_43.count('a=b')), STR_8])[:9]:
            if item == 'a': break
            STR_49 = STR_42.replace(',', 'x')
            LIST_50 = LIST_7
        STR_51 = STR_42
if isinstance((len(LIST_7) % -3), (list, tuple)):
    try:
        TUPLE_52 = ((f"{True}-{INT_21}" + f"{'z':>8}|{INT_3:04d}"),)
        pass
        dict(a=STR_42, b=f"{'q'}-{INT_21}")['a']
    except Exception:
        STR_53 = STR_8
        DICT_54 = dict(a=('%s:%d' % ('/srv/app/'.replace(' ', 'x'), sum([INT_40, INT_3]))), b=repr(STR_8).partition(',')[1])
    TUPLE_55 = TUPLE_22
elif (0 < (INT_3 // 2) < 10):
    DICT_56 = {x: x.upper() for x in (list(reversed(LIST_43)) + LIST_43)}
else:
    INT_57 = len([x.strip() for x in []])
if isinstance(((False and BOOL_39) or (LIST_43 == LIST_7)), int):
    INT_58 = len(STR_8)
elif (list({'b,c': STR_8, STR_8: STR_42}) == [*(['a', 'b', 'a'] + LIST_43), str(LIST_43)]):
    INT_59 = int(isinstance((LIST_7 == LIST_43), str))
    BOOL_60 = BOOL_39
TUPLE_22 = (STR_8, *f"{2.5}-{INT_40}".split())
if (STR_8 in list(dict(zip(LIST_43, LIST_7)))):
    if LIST_7: LIST_7.pop(0)
else:
    INT_62 = sum([max((INT_3 & INT_3), int('45')), (INT_3 if isinstance(LIST_43, (list, tuple)) else max(7, INT_21))])
if (BOOL_39 or any(x for x in sorted(['a']))):
    STR_63 = f"{None}-{7}"
if os.path.dirname(Path(STR_42).as_posix()).isdigit():
    INT_64 = (5 if BOOL_39 else len(STR_8))
elif (not (STR_8 is None)):
    LIST_7.append(f"{'z':>8}|{INT_40:04d}".replace('a', 'x'))
    LIST_43 += (TUPLE_22 + ('false', *LIST_43))
else:
    if BOOL_39:
        BOOL_67 = (STR_8.lstrip()[1:3] in [*list(('a', 'b')), STR_8[::-1]])
        LIST_7 += STR_42.split()
    elif STR_8.isdigit():
        LIST_7.insert(-1, (STR_42 or STR_42)[::-1])
    BOOL_70 = BOOL_39
