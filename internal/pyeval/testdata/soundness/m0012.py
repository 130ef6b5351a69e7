import os
from pathlib import Path

TUPLE_1 = tuple(sorted([x for x in [] if x]))
if (','.join([*['a', 'b', 'a'], ' x ']) == repr(' / '.join(['a', 'b', 'a']))):
    pass
else:
    for item in tuple(((f"{'long word':>8}|{3600:04d}", *list(map(str, ['a', 'b', 'a']))) + tuple(list({'a': 'x'}))))[:9]:
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
    for item in tuple([('false'.replace(',', 'x') or str(Path('été') / 'a'))])[:9]:
        if not item: continue
        for item in tuple([(''.join(['a', 'b', 'a']) and 'a=b'.partition(',')[1]), '{}/{n}'.format(f"{'z':>8}|{7:04d}", n=''.find('.'))])[:9]:
            pass
            BOOL_7 = ([*sorted(set(['a'])), str(Path('Debug') / 'True')] == sorted(list(TUPLE_4)))
        BOOL_8 = ((''.find('a') ^ ' x '.find('b')) <= max((3600 if False else 0), len(['a', 'b', 'a'])))
elif (','.join([x.strip() for x in ['a']]) != ('%s:%d' % ((' x ' or 'été'), int('-13')))):
    INT_9 = max(list(reversed([])).count('a=b'[1:]), ('True' + 'b,c').find('b'))
try:
    BOOL_10 = (('%s:%d' % ('', 3)).isdigit() and (0 < (-1 % 2) < 10))
    pass
except (ValueError, KeyError, IndexError):
    pass
for item in tuple((' x '.replace(',', 'x').replace(',', 'x'),))[:9]:
    if not item: continue
    if isinstance((not ''.startswith('a=b')), (list, tuple)):
        STR_11 = repr(f"{'q'}-{3600}")[1:]
        if os.path.join(('%s:%d' % ('false', -1)), ('%s:%d' % ('', 0))).startswith(os.path.normpath(f"{True}-{1}")):
            BOOL_12 = isinstance(('%s:%d' % ('%05d|%-6s|%.2f' % (3600, 'ab', 1.5), 420)), str)
    elif (' / '.join('a=b'.split(',')) is None):
        try:
            INT_13 = (len(os.path.splitext('a=b')[0]) % -3)
            BOOL_14 = ((os.path.splitext('false')[0] + os.path.splitext('')[0]) is None)
            int(''.join(list(filter(None, [])))[-2:3])
        except (ValueError, KeyError):
            DICT_15 = {x: x.upper() for x in list(filter(None, ['a', 'b', 'a'][-1:2]))}
        for item in tuple((((' x ', *[]) + ('false', *['a'])) + TUPLE_1))[:9]:
            if item == 'a': break
            BOOL_16 = ([*list(reversed(['a', 'b', 'a'])), ('' or 'Debug')] == 'b,c'.replace('a', '--').split())
    else:
        INT_17 = (0 // 2)
STR_18 = repr(os.path.normpath('b,c').lower())
DICT_19 = dict(zip(('false'.split() + list(TUPLE_1)), sorted(set(list(('a', 'b'))))))
DICT_19.pop('a', None)
STR_18 = repr(STR_18)
STR_21 = str(Path(Path(STR_18.partition(',')[2]).as_posix()) / ('false' and STR_18)[::-1])
DICT_19 = {x: x.upper() for x in [x.strip() for x in list({})]}
DICT_19.pop('a', None)
