import os
from pathlib import Path

DICT_1 = {**{'%05d|%-6s|%.2f' % (60, 'ab', 1.5): 'Debug'.strip(), ('True' + 'été'): f"{2.5}-{3600}"}, 'k': (str(Path('') / 'été') + str(['a']))}
INT_2 = int(str(Path('') / 'True').isdigit())
DICT_1.setdefault('a', (str(Path('True') / 'false') or str(Path('') / ' x ')))
LIST_4 = [*sorted([][:2]), ('%s:%d' % (f"{1}-{INT_2}", max(INT_2, 3)))]
DICT_1.update({'a'[-2:3]: ''.replace('a', '--'), 'a'[1:]: f"{2.5}-{INT_2}"})
LIST_4 = repr(os.path.join(' x ', 'Debug')).split(',')
try:
    INT_2 = INT_2
    pass
except (ValueError, LookupError):
    LIST_6 = [x.strip() for x in LIST_4]
for item in tuple(tuple(LIST_4))[:9]:
    pass
    if (list(map(str, 'false'.split())) == [*''.split(), 'True'[::-1]]):
        DICT_1 = dict(zip([], '%05d|%-6s|%.2f' % (1, 'ab', 1.5).split(',')))
    BOOL_7 = bool(os.path.splitext('True')[1].find('a'))
INT_8 = ((len('b,c') // 7) * len(('/srv/app/' + ' x ')))
