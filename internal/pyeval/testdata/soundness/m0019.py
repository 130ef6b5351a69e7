import os
from pathlib import Path

if ''.join([x.strip() for x in ['a']]).isdigit():
    LIST_1 = [x.strip() for x in [x for x in list(map(str, ['a'])) if x]]
else:
    TUPLE_2 = ((('a', *['a', 'b', 'a']) + ('false', *[])) + tuple(sorted([])))
INT_3 = int((' x ' or ' x ').isdigit())
INT_3 = (INT_3 % -3)
if (('%05d|%-6s|%.2f' % (INT_3, 'ab', 1.5) != '%05d|%-6s|%.2f' % (INT_3, 'ab', 1.5)) and (f'{'q'}-{1}' != str(Path('false') / 'True'))):
    DICT_4 = {**{x: x.upper() for x in ([] + [])}, 'k': ('' or 'True').replace(' ', '--')}
elif isinstance(f'{'z':>8}|{INT_3:04d}', (list, tuple)):
    TUPLE_5 = (((' x ',) + ('',)) + tuple(sorted(['a', 'b', 'a'])))
else:
    TUPLE_6 = tuple(list(tuple(['a'])))
LIST_7 = sorted([*sorted([]), ('b,c' or 'a=b')])
STR_8 = os.path.join(os.path.dirname(f'{True}-{7}'), ' x '.replace('a', 'x')[::-1])
if (' x '[1:3].replace('a', '') not in os.path.splitext(f'{None}-{INT_3}')[0]):
    STR_9 = os.path.join('a=b'[::-1], STR_8)[1:]
else:
    if (isinstance(bool(['a']), int) and (len(STR_8) <= INT_3)):
        BOOL_10 = ('{}/{n}'.format(' x '[::-1], n=STR_8.find(',')) < os.path.join('{}/{n}'.format(STR_8, n=60), '%05d|%-6s|%.2f' % (2, 'ab', 1.5)))
if '%05d|%-6s|%.2f' % (INT_3, 'ab', 1.5).replace(',', 'x').startswith('%05d|%-6s|%.2f' % (INT_3, 'ab', 1.5)):
    LIST_7.insert(1, f'{'q'}-{INT_3}')
elif isinstance(('Debug'.replace(' ', 'x') or ('%s:%d' % (STR_8, 1))), (list, tuple)):
    if (','.join(LIST_7) not in ' / '.join(LIST_7)):
        try:
            DICT_12 = {x: x.upper() for x in ([x.strip() for x in LIST_7] + [x.strip() for x in LIST_7])}
            int(f'{1}-{INT_3}')
        except (ValueError, KeyError, IndexError):
            TUPLE_13 = (((STR_8,) + ('True',)) + tuple((LIST_7 + LIST_7)))
            DICT_14 = {x: x.upper() for x in list(map(str, [x for x in LIST_7 if x]))}
        INT_15 = (INT_3 % 7)
    else:
        for item in [x.strip() for x in list(filter(None, list(filter(None, []))))]:
            if not item: continue
            BOOL_16 = any(x for x in STR_8.split(','))
        LIST_7.extend(sorted(set(''.split())))
for item in list({x: x.upper() for x in list({})}):
    if item == 'a': break
    if (STR_8 is None):
        BOOL_18 = (list(dict(a=STR_8, b='été')) == [x for x in LIST_7 if x])
        if ('tab\tline\n' in sorted(set(sorted(LIST_7)))):
            LIST_19 = LIST_7
            TUPLE_20 = (tuple([STR_8]) + ('', *LIST_7))
    elif (int('17') == INT_3):
        pass
        STR_8 = os.path.join(Path(STR_8).as_posix().upper(), STR_8)
INT_21 = (int('-37') // 7)
DICT_22 = {repr('%05d|%-6s|%.2f' % (3, 'ab', 1.5)): "it's"}
LIST_7.extend(list((STR_8,)))
try:
    INT_24 = INT_3
    LIST_25 = list({**{}, 'k': os.path.basename('')})
    (sorted(LIST_7) * 0)[0]
except ValueError:
    DICT_26 = dict(zip([x for x in [x for x in LIST_7 if x] if x], list((('a', 'b') + ('a', 'b')))))
    BOOL_27 = (0 < INT_3 < 10)
BOOL_28 = (isinstance(len(LIST_7), (list, tuple)) or STR_8.isdigit())
try:
    INT_29 = len(LIST_7)
    DICT_30 = DICT_22
    int((str(INT_21) + ' / '.join((['a', 'b', 'a'] + []))))
except Exception:
    INT_31 = str(sorted(set(LIST_7))).find('b')
    INT_32 = int((0 < INT_21 < 10))
BOOL_33 = ('{}/{n}'.format(STR_8, n=60).split() == '/srv/app/'[::-1].split())
TUPLE_34 = ((STR_8, *(['a'] * 1)) + ((STR_8 or 'été'), *list(filter(None, ['a', 'b', 'a']))))
STR_8 = STR_8
DICT_22.setdefault('a', STR_8)
INT_36 = INT_3
for item in TUPLE_34:
    if item == 'a': break
    DICT_22.update(dict(a=os.path.join('été', STR_8), b=repr('')))
DICT_38 = dict(a='Hello World', b=STR_8[1:3])
LIST_7 += tuple((LIST_7 + LIST_7))
STR_40 = ''.join(list(reversed(LIST_7)))
if (os.path.normpath(STR_40)[:] is None):
    DICT_41 = DICT_22
elif (bool([x for x in LIST_7 if x]) and ((INT_36 if BOOL_28 else 1) <= INT_3)):
    pass
    DICT_42 = {**{**{x: x.upper() for x in LIST_7}, 'k': 'false'[::-1]}, 'k': '{}/{n}'.format('false', n=INT_21)[::-1]}
else:
    BOOL_28 = (os.path.join(os.path.splitext('Debug')[1], STR_40) not in ((LIST_7 + ['a', 'b', 'a']) + [x for x in LIST_7 if x]))
    pass
for item in ((STR_40 or STR_40).lstrip(), *LIST_7):
    if not item: continue
    TUPLE_34 = tuple([x.strip() for x in sorted(set(LIST_7))])
    INT_43 = int(isinstance(INT_3, int))
LIST_44 = list((' / '.join(LIST_7),))
LIST_44 = ((LIST_7 + [STR_8, STR_40]) * 0)
