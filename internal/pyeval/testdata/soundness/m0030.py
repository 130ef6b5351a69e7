import os
from pathlib import Path

if ' / '.join([])[::-1].isdigit():
    pass
TUPLE_1 = (','.join(list({'a': 'x'})),)
DICT_2 = {(('%s:%d' % ('Debug', 60)) and 'True'[::-1]): Path('{}/{n}'.format('Debug', n=3)).as_posix()}
DICT_2.pop('a', None)
DICT_4 = DICT_2
