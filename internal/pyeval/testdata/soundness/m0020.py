import os
from pathlib import Path

LIST_1 = ([*(['a', 'b', 'a'] * 0), os.path.splitext('a=b')[0]] * 0)
DICT_2 = {**{**{**{}, 'k': 'false'}, 'k': repr('été')}, 'k': os.path.join(('True' + 'a=b'), os.path.normpath('a'))}
DICT_2.setdefault('a', ('%s:%d' % (('%s:%d' % ('été', 1)), (-1 & 3600))))
INT_4 = int(isinstance(os.path.dirname('a=b'), int))
LIST_1.append(Path('a').name.partition(',')[2])
for item in tuple(list((repr('Debug'),)))[:9]:
    if item == 'a': break
    BOOL_6 = (' / '.join(' x '.split(',')) != '%05d|%-6s|%.2f' % (INT_4, 'ab', 1.5))
    BOOL_7 = ((repr('/srv/app/') is None) or (os.path.basename('b,c') is None))
LIST_1 += LIST_1
for item in tuple(Path(os.path.splitext('')[0]).as_posix().split(','))[:9]:
    if not item: continue
    DICT_9 = dict(a=Path(('' and 'Debug')).as_posix(), b=''.join(list(('a', 'b'))))
for item in tuple((Path('').as_posix().partition(',')[2],))[:9]:
    if not item: continue
    if ('%s:%d' % ('a', 60)).partition(',')[0].startswith('True'.lstrip()[1:]):
        DICT_2.pop('a', None)
    elif (any(x for x in [*['a', 'b', 'a'], 'été']) or (0 < ['a', 'b', 'a'].count(' x ') < 10)):
        LIST_1.insert(1, Path('/srv/app/'[::-1]).name)
    else:
        BOOL_12 = (f"{'z':>8}|{INT_4:04d}" in f"{'q'}-{INT_4}")
    if 'a' in LIST_1: LIST_1.remove('a')
for item in tuple(tuple(LIST_1))[:9]:
    pass
    try:
        DICT_2.setdefault('a', ''.join('a'.split()))
        int(f"{'long word':>8}|{INT_4:04d}")
    except (ValueError, KeyError, IndexError):
        BOOL_15 = (os.path.join('a,b,,c', f"{'z':>8}|{INT_4:04d}") < ('%s:%d' % ('/srv/app/', 60))[::-1])
    BOOL_16 = (("it's" is None) and bool(LIST_1))
