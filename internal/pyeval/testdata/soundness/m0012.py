import os
from pathlib import Path

TUPLE_1 = tuple(sorted([x for x in [] if x]))
if (','.join([*['a', 'b', 'a'], ' x ']) == repr(' / '.join(['a', 'b', 'a']))):
    pass
else:
    for item in ((f'{'long word':>8}|{3600:04d}', *list(map(str, ['a', 'b', 'a']))) + tuple(list({'a': 'x'}))):
        pass
        STR_2 = str(list(dict(a='été', b=' x ')))
    STR_3 = '{}/{n}'.format(str(Path('Debug') / 'Debug'), n=int(False)).partition(',')[0]
TUPLE_4 = ('{}/{n}'.format(''.join(['a', 'b', 'a']), n=max(7, 2)),)
if any(x for x in sorted(set(list(filter(None, []))))):
    if (0 < (int(True) // -3) < 10):
        DICT_5 = dict(zip('été'[-2:-1].split(','), list(map(str, (['a'] + [])))))
        TUPLE_6 = tuple(repr('été').split())
    else:
        pass
    for item in [('false'.replace(',', 'x') or str(Path('été') / 'a'))]:
        if not item: continue
        for item in [(''.join(['a', 'b', 'a']) and 'a=b'.partition(',')[1]), '{}/{n}'.format(f'{'z':>8}|{7:04d}', n=''.find('.'))]:
            pass
            BOOL_7 = ([*sorted(set(['a'])), str(Path('Debug') / 'True')] == sorted(list(TUPLE_4)))
        BOOL_8 = ((''.find('a') ^ ' x '.find('b')) <= max((3600 if False else 0), len(['a', 'b', 'a'])))
elif (','.join([x.strip() for x in ['a']]) != ('%s:%d' % ((' x ' or 'été'), int('-13')))):
    INT_9 = max(list(reversed([])).count('a=b'[1:]), ('True' + 'b,c').find('b'))
try:
    BOOL_10 = (('%s:%d' % ('', 3)).isdigit() and (0 < (-1 % 2) < 10))
    pass
except ValueError:
    LIST_11 = (sorted(set([]))[:2] * 1)
INT_12 = len(list(map(str, sorted([]))))
def helper_13(a, b='false'[:3]):
    if not a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return a.upper()
STR_14 = helper_13(str(Path('/srv/app/'.partition(',')[0]) / '/srv/app/'[::-1]))
for item in STR_14.split(','):
    if item == 'a': break
    LIST_15 = STR_14.split(',')
if ''.join([x for x in ['a', 'b', 'a'] if x]).isdigit():
    if bool(('Debug'.find('a') % -3)):
        DICT_16 = {os.path.join(' / '.join(['a']), f'{'long word':>8}|{INT_12:04d}'): ' / '.join((['a', 'b', 'a'] + []))}
        TUPLE_17 = (os.path.splitext(STR_14)[1][1:3],)
else:
    if bool(STR_14.find('.')):
        STR_18 = os.path.splitext(STR_14)[0]
def helper_19(a, b=STR_14):
    if a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return b
STR_20 = helper_19(f'{'q'}-{-1}')
for item in [x.strip() for x in os.path.splitext('b,c')[0].split(',')]:
    pass
    BOOL_21 = (str(True).isdigit() and (STR_14.split() == sorted(set([]))))
    for item in list((STR_20,)):
        if not item: continue
        if (list(filter(None, [x.strip() for x in []])) == (' x '.split() * 1)):
            STR_14 = repr(STR_20)
        elif ('%05d|%-6s|%.2f' % (['a'].count('/srv/app/'), 'ab', 1.5) not in [*[x for x in ['a', 'b', 'a'] if x], 'Hello World']):
            LIST_22 = STR_20.split()
            DICT_23 = {x: x.upper() for x in list({'a=b': 'b,c', 'a=b': STR_14})}
        else:
            BOOL_24 = (not Path(STR_14).as_posix().isdigit())
            LIST_25 = sorted([*['a', 'b', 'a'], 'Debug'])[:]
if isinstance([x for x in ['a'] if x][:2], bool):
    DICT_26 = dict(zip([], (([] + ['a', 'b', 'a']) * 0)))
    TUPLE_1 = (','.join([x for x in ['a', 'b', 'a'] if x]),)
else:
    TUPLE_27 = TUPLE_4
if (INT_12 > INT_12):
    if bool(list(dict(a=STR_14, b='Debug'))):
        if bool(list(reversed([]))[1:2]):
            INT_28 = str(max(7, 0)).find('b')
            STR_14 = str(((INT_12 + 2) ^ 60))
        else:
            BOOL_29 = bool({STR_20: STR_14, STR_20: repr('/srv/app/')})
            DICT_30 = dict(a=('%s:%d' % (STR_20.upper(), ['a', 'b', 'a'].count('True'))), b=STR_20)
    elif ((not STR_20.isdigit()) or (not bool(['a', 'b', 'a']))):
        STR_31 = STR_20
        for item in TUPLE_1:
            if item == 'a': break
            BOOL_32 = (os.path.splitext('')[0] is None)
elif (INT_12 <= max(len(STR_14), len(['a', 'b', 'a']))):
    for item in (sorted([x.strip() for x in []]) * 0):
        if item == 'a': break
        TUPLE_33 = (STR_20, *list(map(str, list(reversed(['a'])))))
        if bool({STR_14: STR_14[::-1]}):
            INT_34 = ['a'[::-1], 'a=b'[::-1]].count(STR_14)
        else:
            STR_35 = os.path.join(os.path.basename('True'[1:]), '{}/{n}'.format(str(['a', 'b', 'a']), n=INT_12))
            LIST_36 = list(reversed([x.strip() for x in ['Debug', '']]))
else:
    STR_37 = f'{None}-{INT_12}'
    if (60 < INT_12):
        if ('%05d|%-6s|%.2f' % ((-1 % -3), 'ab', 1.5) is None):
            BOOL_38 = ((0 < int('18') < 10) or (list(TUPLE_1) == ['a', 'b', 'a'][-1:]))
            LIST_39 = [STR_20, STR_14]
        elif STR_14.title().isdigit():
            INT_12 = (INT_12 if os.path.join(STR_20, STR_14).isdigit() else max((INT_12 // -3), (INT_12 if False else 7)))
        else:
            STR_40 = STR_20
            INT_41 = max(0, max(INT_12, 420))
    elif STR_20.startswith(f'{True}-{INT_12}'):
        pass
