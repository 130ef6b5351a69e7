import os
from pathlib import Path

DICT_1 = {**{'%05d|%-6s|%.2f' % (60, 'ab', 1.5): 'Debug'.strip(), ('True' + 'été'): f'{'q'}-{0}'}, 'k': str(Path('http://x.org/path') / str(['a']))}
INT_2 = int(str(Path('') / 'True').isdigit())
DICT_1.setdefault('a', (str(Path('True') / 'false') or str(Path('') / ' x ')))
LIST_4 = [*sorted([][:2]), ('%s:%d' % (f'{1}-{INT_2}', max(INT_2, 3)))]
DICT_1.setdefault('a', ('Debug'.strip() + f'{'z':>8}|{7:04d}'))
if (os.path.normpath(('%s:%d' % ('false', INT_2))) is None):
    DICT_6 = {repr(os.path.join(' x ', 'Debug')): '{}/{n}'.format(' x '.replace('a', '--'), n=sum([INT_2, INT_2])), (os.path.normpath('') + str(INT_2)): f'{'z':>8}|{INT_2:04d}'}
elif (((['a', 'b', 'a'] == LIST_4) and ('a' is None)) or (Path('a=b').as_posix() < os.path.splitext(' x ')[0])):
    STR_7 = os.path.splitext(os.path.normpath(os.path.dirname('a=b')))[0]
    LIST_4.extend(('false' + 'True').split())
else:
    try:
        LIST_4 += tuple(list(filter(None, LIST_4)))
        STR_10 = (os.path.join(' x ', 'a=b') + 'Debug'.partition(',')[0])[:]
        pass
    except KeyError:
        if ((len([]) - ['a'].count('false')) <= sum([(3600 if False else 3), (7 % -3)])):
            DICT_1 = {'{}/{n}'.format('false'[1:], n=(INT_2 // -3)): ' / '.join(LIST_4).replace(',', ''), 'a=b'[-2:-1].replace(',', ''): 'abc'}
            BOOL_11 = (os.path.splitext(Path('b,c').name)[1] < os.path.dirname('b,c').replace(' ', ''))
        if os.path.join(('été' and 'True'), '{}/{n}'.format('b,c', n=0)).startswith(Path('True'.replace('a', '')).as_posix()):
            TUPLE_12 = (str(INT_2), *'b,c'.split()[1:])
            LIST_13 = ([x.strip() for x in LIST_4] + (LIST_4 + LIST_4))[-1:2]
        else:
            BOOL_14 = os.path.dirname(','.join(LIST_4)).startswith(str([]).swapcase())
            LIST_15 = (LIST_4 * 1)
INT_2 = INT_2
BOOL_16 = (''.join(sorted(['a', 'b', 'a'])) in f'{'long word':>8}|{INT_2:04d}')
STR_17 = ('{}/{n}'.format(f'{'long word':>8}|{INT_2:04d}', n=sum([INT_2, INT_2])) or ('%s:%d' % ('%05d|%-6s|%.2f' % (INT_2, 'ab', 1.5), sum([INT_2, INT_2]))))
