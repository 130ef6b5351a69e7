import os
from pathlib import Path

def helper_1(a, b=''.capitalize()):
    if b in a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return 'none'
STR_2 = helper_1(' / '.join([])[1:3])
DICT_3 = {}
TUPLE_4 = (STR_2,)
INT_5 = sum([([].count('True') // -3), str(Path(STR_2) / STR_2).find('b')])
if (f'{'z':>8}|{INT_5:04d}' is None):
    DICT_3.update({x: x.upper() for x in sorted(['a'])})
    for item in list(dict(a=(STR_2 + STR_2), b=('%s:%d' % (STR_2, 3)))):
        if not item: continue
        INT_7 = list(reversed('Debug'.split())).count(('a' + STR_2).partition(',')[1])
STR_2 = STR_2
DICT_3[str((3600 // 2))] = 'abc'
TUPLE_9 = (' / '.join(list(filter(None, []))),)
DICT_10 = DICT_3
if any(x for x in list(('été',))):
    STR_11 = STR_2
elif (STR_2.partition(',')[2].isdigit() or ('a=b'.startswith(' x ') or isinstance(INT_5, str))):
    TUPLE_12 = tuple([*list(map(str, ['a'])), STR_2])
    STR_13 = (os.path.join('été'[::-1], Path('été').name) + ('%s:%d' % (repr('/srv/app/'), int('31'))))
else:
    if bool({**{'/srv/app/': STR_2, 'false': STR_2}, 'k': (STR_2 or 'été')}):
        DICT_3 |= dict(a=os.path.splitext(STR_2)[0], b=STR_2.lstrip())
INT_15 = int('46')
DICT_3 |= {STR_2: f'{1}-{INT_15}'}
TUPLE_17 = (tuple(list(reversed(['a']))) + (f'{None}-{INT_15}', *[x for x in [] if x]))
try:
    DICT_3.update({**{**DICT_3, 'k': 'false'}, 'k': ('True' + STR_2)})
    INT_15 = [*['a', 'b', 'a'][-1:2], ('b,c' + '')].count(STR_2.partition(',')[0])
    {STR_2: repr(STR_2)}['a']
except Exception:
    INT_5 = INT_5
TUPLE_19 = TUPLE_17
DICT_3.pop('a', None)
for item in ('%s:%d' % (STR_2, 2))[::-1].split(','):
    if not item: continue
    TUPLE_21 = TUPLE_19
    BOOL_22 = (not (Path('Debug').name is None))
for item in (STR_2, *list(reversed(list(map(str, []))))):
    if item == 'a': break
    pass
    if (([*[], STR_2] == list(('a', 'b'))) or (('True' + STR_2) in [*['a'], STR_2])):
        TUPLE_23 = ('{}/{n}'.format(STR_2, n=INT_15).replace(' ', ''), *(['a', 'b', 'a'][1:2] + list(())))
    elif isinstance(STR_2.title(), int):
        if bool(list(filter(None, ['a'])).count(STR_2[::-1])):
            STR_24 = ' / '.join(list(filter(None, ['a=b', STR_2, ''])))
            INT_25 = INT_15
        else:
            LIST_26 = list(reversed((list({}) * 2)))
            LIST_27 = STR_2.replace(' ', '')[-2:-1].split()
        try:
            DICT_28 = dict(a='abc'[1:3], b=STR_2)
            DICT_3 = dict(zip([x for x in ['a'][1:2] if x], STR_2.partition(',')[2].split()))
            int(STR_2)
        except Exception:
            TUPLE_29 = (STR_2.partition(',')[2],)
            INT_15 = max(INT_5, max(int(False), STR_2.find('a')))
TUPLE_9 = (((' x ' and STR_2),) + TUPLE_19)
for item in TUPLE_9:
    if not item: continue
    INT_15 = INT_15
    DICT_30 = DICT_3
def helper_31(a, b=repr(STR_2)):
    if not a:
        return a + b
    return b
STR_32 = helper_31(os.path.splitext(STR_2)[0])
DICT_3.update(dict(a=str(Path(STR_32) / STR_2), b=str(Path(STR_2) / STR_32)))
BOOL_34 = (isinstance(list(filter(None, ['a', 'b', 'a'])), (list, tuple)) or ((['a'] == ['a']) or (True and True)))
DICT_3.setdefault('a', repr((STR_2 or STR_32)))
for item in (STR_2,):
    if not item: continue
    DICT_3.setdefault('a', f'{None}-{INT_5}'[::-1])
    try:
        pass
        for item in tuple((['a', 'b', 'a'][-1:2] * 2)):
            if item == 'a': break
            BOOL_34 = repr('{}/{n}'.format('', n=INT_5)).isdigit()
            TUPLE_4 = (os.path.join(str(DICT_3), STR_2),)
        pass
    except Exception:
        if os.path.normpath(STR_32).isdigit():
            BOOL_34 = isinstance('false'[1:3].startswith('/srv/app/'[-2:3]), bool)
        elif BOOL_34:
            STR_37 = os.path.normpath('b,c').lower()[::-1]
        else:
            DICT_3 = {repr(''): str({**DICT_3, 'k': STR_2}), STR_2: STR_2}
            BOOL_34 = ([x.strip() for x in list(reversed(['a']))] == list(('/srv/app/',)))
        if (list(reversed([]))[:] == list(map(str, list(map(str, []))))):
            LIST_38 = sorted(list((STR_2,)))
            LIST_39 = [x.strip() for x in sorted(set(list(())))]
def helper_40(a, b=STR_32):
    if b in a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return b
STR_41 = helper_40(STR_2)
DICT_3.setdefault('a', os.path.splitext(os.path.join(STR_41, STR_41))[0])
DICT_3 = DICT_3
INT_43 = INT_5
