import os
from pathlib import Path

for item in (os.path.splitext(str(Path('Debug') / 'b,c'))[1], *([x.strip() for x in ['a']] + list(()))):
    if item == 'a': break
    if bool(dict(zip((['a', 'b', 'a'] + []), ''.split()))):
        STR_1 = os.path.join((os.path.join('été', 'Debug') and os.path.splitext('Debug')[1]), os.path.dirname(f'{'z':>8}|{-1:04d}'))
    else:
        if ('{}/{n}'.format('a=b', n=7).isdigit() or (not (1 <= 1))):
            INT_2 = 1
            INT_3 = int(bool({'Debug': ' x ', 'True': 'a'}))
        elif (not bool(','.join(['a', 'b', 'a']))):
            LIST_4 = ([*list({}), ''.join(['a', 'b', 'a'])] + [x.strip() for x in ['a']][1:])
        else:
            INT_5 = int('27')
            INT_6 = ((max(7, 0) % -3) // 7)
for item in ('Debug'.capitalize().lstrip(),):
    if item == 'a': break
    if ((os.path.join('b,c', 'été') is None) or isinstance(int('-27'), int)):
        try:
            STR_7 = ('%s:%d' % (f'{'long word':>8}|{-1:04d}', [].count('false'))).partition(',')[0]
            int(('a=b' + ' x ').replace('a', '--').replace(' ', 'x'))
        except ValueError:
            STR_8 = f'{None}-{60}'
            STR_9 = ''.join(list(map(str, [x for x in ['a', 'b', 'a'] if x])))
        INT_10 = len((('' + 'été') or '%05d|%-6s|%.2f' % (1, 'ab', 1.5)))
    elif any(x for x in list((() + ()))):
        if (any(x for x in 'b,c'.split(',')) or ('True' and 'a').isdigit()):
            LIST_11 = [str(Path('http://x.org/path') / f'{'long word':>8}|{3600:04d}'), str(Path('http://x.org/path') / 'a'.lower()), '%05d|%-6s|%.2f' % ((7 | 60), 'ab', 1.5)]
            TUPLE_12 = (os.path.join(os.path.join('a=b', 'a'), os.path.splitext('a=b')[0]), *list(('/srv/app/',)))
        elif any(x for x in [x.strip() for x in (['a', 'b', 'a'] * 2)]):
            INT_13 = (sum([[].count('a=b'), (60 // -3)]) // 7)
            STR_14 = f'{'long word':>8}|{3:04d}'
if (('%s:%d' % ('Debug'[::-1], ['a'].count('Debug'))) in [x for x in (['a'] * 0) if x]):
    pass
elif (os.path.join('/srv/app/', ' x ').replace('a', 'x') in '%05d|%-6s|%.2f' % ((-1 if False else -1), 'ab', 1.5)):
    INT_15 = f'{'long word':>8}|{60:04d}'.split(',').count(('%05d|%-6s|%.2f' % (0, 'ab', 1.5) or '%05d|%-6s|%.2f' % (2, 'ab', 1.5)))
    STR_16 = str(','.join(['a', 'b', 'a']).isdigit())
else:
    if (0 < sum(['True'.find('a'), sum([3, 3])]) < 10):
        TUPLE_17 = (('b,c' + 'Debug').partition(',')[1], *list(filter(None, (['a'] + ['a', 'b', 'a']))))
        try:
            TUPLE_18 = (os.path.join(('%s:%d' % ('', 3600)), 'été'.partition(',')[2]), *list(map(str, list({'a': 'x'}))))
            int('%05d|%-6s|%.2f' % (((1 - 3) % 7), 'ab', 1.5))
        except Exception:
            BOOL_19 = (os.path.dirname(os.path.splitext('a=b')[1]) in str(Path('Debug'.title()) / os.path.splitext('a=b')[1]))
    else:
        if (sorted(set(list(('a', 'b')))) == [*['a'], 'b,c'][-1:2]):
            DICT_20 = {'http://x.org/path'[::-1]: (os.path.splitext('false')[0] + os.path.dirname('b,c')), '/srv/app/'.partition(',')[1].swapcase(): str(False)[::-1]}
            BOOL_21 = ((list(map(str, [])) * 0) == list(reversed(['b,c', ''])))
        elif ('{}/{n}'.format('tab\tline\n', n=len(['a'])) < '{}/{n}'.format(Path('/srv/app/').name, n=max(1, 7))):
            LIST_22 = list(reversed(([*['a', 'b', 'a'], 'a=b'] + [*['a', 'b', 'a'], 'Debug'])))
if ([x for x in sorted(['a', 'b', 'a']) if x] == list(filter(None, (['a'] + ['a', 'b', 'a'])))):
    try:
        STR_23 = ','.join([x for x in ' x '.split() if x])
        os.path.dirname('').split()[0]
    except KeyError:
        STR_24 = f'{None}-{1}'
    if (f'{'long word':>8}|{1:04d}' == ('/srv/app/'[::-1] and repr('a=b'))):
        DICT_25 = {}
        LIST_26 = list(filter(None, [*['a', 'b', 'a'], 'b,c'][:]))
    elif ('%05d|%-6s|%.2f' % (3600, 'ab', 1.5).find('b') > list(map(str, ['a'])).count(str(2))):
        BOOL_27 = any(x for x in list(filter(None, list(reversed([])))))
        TUPLE_28 = ((('a', *[]) + (('a', 'b') + ('a', 'b'))) + ('{}/{n}'.format(' x ', n=7),))
    else:
        if 'a=b'[::-1].title().startswith('%05d|%-6s|%.2f' % ((1 % 7), 'ab', 1.5)):
            INT_29 = len(list({x: x.upper() for x in ['a', 'b', 'a']}))
        elif ('%05d|%-6s|%.2f' % (int('-49'), 'ab', 1.5) in sorted(set(sorted(set(['a']))))):
            DICT_30 = dict(zip([x.strip() for x in list({})], 'b,c'[::-1].split(',')))
            STR_31 = Path(Path('').as_posix()).as_posix().partition(',')[1]
        else:
            BOOL_32 = isinstance((' x ' or '').startswith("it's"), int)
            TUPLE_33 = ((('false' and '') + str(Path('True') / 'a')), *sorted(list(reversed(['a', 'b', 'a']))))
        if '{}/{n}'.format(('a=b' + 'a'), n='/srv/app/'.find('b')).isdigit():
            INT_34 = int('8')
        elif ('a=b'[:].split(',') == list(filter(None, list({})))):
            BOOL_35 = (0 < int('-4') < 10)
            DICT_36 = {**dict(a=','.join(['a']), b='a=b'.replace(',', '--')), 'k': Path(' x '[1:-1]).name}
else:
    if (0 < (sum([0, 0]) % 2) < 10):
        INT_37 = (((7 if True else 1) % -3) - ((60 % 7) if isinstance(True, (list, tuple)) else len('/srv/app/')))
        if ('/srv/app/'.replace(' ', '').split() == list({x: x.upper() for x in ['a', 'b', 'a']})):
            STR_38 = '%05d|%-6s|%.2f' % (list(map(str, ['a'])).count('b,c'.partition(',')[1]), 'ab', 1.5)
            DICT_39 = dict(a='a'.partition(',')[1].capitalize(), b=str(Path(os.path.normpath('/srv/app/')) / ('' or 'a')))
        elif (0 < ' x '.split().count(os.path.normpath('True')) < 10):
            STR_40 = ('True'.replace(' ', 'x')[-2:-1] and f'{'long word':>8}|{-1:04d}')
            BOOL_41 = (os.path.splitext('Debug')[0][::-1] not in list(filter(None, ['false', 'été'])))
        else:
            BOOL_42 = ' / '.join(([] + [])).startswith(os.path.join(('' or 'Debug'), os.path.splitext('')[0]))
if repr('été'.capitalize()).isdigit():
    if (len(' x '.lstrip()) == len(''.lstrip())):
        TUPLE_43 = tuple((list(map(str, ['a'])) * 1))
    elif (f'{'z':>8}|{-1:04d}' and os.path.normpath('a')).isdigit():
        TUPLE_44 = ('/srv/app/'.capitalize()[::-1],)
    if any(x for x in []):
        try:
            STR_45 = f'{'z':>8}|{60:04d}'[::-1]
            {x: x.upper() for x in list((' x ',))}['a']
        except KeyError:
            STR_46 = os.path.normpath(os.path.splitext('{}/{n}'.format('/srv/app/', n=2))[1])
            BOOL_47 = ((sorted(set(['a'])) * 1) == list(map(str, '/srv/app/'.split())))
        for item in (('%s:%d' % (''.join(['a', 'b', 'a']), 'a=b'.find(','))),):
            if item == 'a': break
            LIST_48 = list({**{x: x.upper() for x in ['a', 'b', 'a']}, 'k': f'{'q'}-{2}'})
    else:
        if (str(('b,c',)) is None):
            STR_49 = str(('a', 'b'))[-2:].title()
        else:
            STR_50 = f'{'z':>8}|{-1:04d}'
            DICT_51 = {x: x.upper() for x in (list(('a',)) + list(('a',)))}
elif (isinstance('a'[-2:], str) and (0 < int('36') < 10)):
    if '%05d|%-6s|%.2f' % (-1, 'ab', 1.5).replace('a', 'x').isdigit():
        DICT_52 = {('%s:%d' % (Path('b,c').as_posix(), sum([3600, 7]))): ('a=b'[::-1] and f'{'z':>8}|{7:04d}'), ('%s:%d' % (('%s:%d' % ('false', 1)), len(' x '))): str(('True', *['a']))}
        for item in [x.strip() for x in [x for x in [x.strip() for x in []] if x]]:
            pass
            LIST_53 = list(dict(zip('a'.split(), sorted([]))))
    elif (int('2') == len(repr('a=b'))):
        if ' / '.join(['a'][1:2]).isdigit():
            DICT_54 = {**dict(zip(['True', 'Debug'], list(map(str, ['a'])))), 'k': '%05d|%-6s|%.2f' % (max(1, 3600), 'ab', 1.5)}
        elif (('a' or 'été').isdigit() or any(x for x in (['a'] + ['a', 'b', 'a']))):
            BOOL_55 = ' / '.join([*['a', 'b', 'a'], 'Debug']).startswith(str(Path('tab\tline\n') / f'{'z':>8}|{1:04d}'))
            LIST_56 = list(map(str, list(map(str, 'True'.split()))))
        else:
            TUPLE_57 = (str(False).partition(',')[2],)
    else:
        BOOL_58 = (f'{True}-{1}'[1:] is None)
    TUPLE_59 = (Path(str(Path('') / 'b,c')).name, *list(reversed(list({}))))
else:
    LIST_60 = [x for x in sorted(set(sorted(['a', 'b', 'a']))) if x]
    pass
INT_61 = ''.join((['a', 'b', 'a'] * 0)).find('.')
DICT_62 = dict(zip(list(reversed(list(('a',)))), list({x: x.upper() for x in ['a']})))
INT_61 = 5
try:
    if bool({}):
        for item in os.path.normpath('a').split(',')[-1:]:
            pass
            STR_63 = f'{'long word':>8}|{3600:04d}'
            STR_64 = repr(str(Path('a'.replace('a', '--')) / ','.join(['a', 'b', 'a'])))
    else:
        BOOL_65 = (os.path.join('/srv/app/', 'a=b').title() != str(Path('Debug') / '')[1:])
        DICT_62.update(dict(zip([*['a', 'b', 'a'], 'Debug'], [*[], 'a'])))
    BOOL_67 = any(x for x in [*sorted(set([])), '{}/{n}'.format('a=b', n=7)])
    pass
except LookupError:
    DICT_68 = DICT_62
    DICT_69 = {**{os.path.join('été', 'false'): 'Hello World', ('b,c' + 'a'): 'True'.partition(',')[1]}, 'k': f'{'long word':>8}|{7:04d}'}
DICT_70 = DICT_62
DICT_62.pop('a', None)
if (','.join(list(DICT_62)) is None):
    DICT_72 = {}
def helper_73(a, b=Path('Debug').as_posix()):
    if b in a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return b
STR_74 = helper_73(repr(os.path.join('a', 'Debug')))
BOOL_75 = ('%05d|%-6s|%.2f' % (int(False), 'ab', 1.5) is None)
DICT_76 = DICT_62
DICT_62 |= {**{x: x.upper() for x in ['a', 'b', 'a']}, 'k': 'Debug'.capitalize()}
INT_61 = INT_61
LIST_78 = (list(map(str, ['a']))[1:2] * 0)
LIST_79 = list(filter(None, sorted([x for x in LIST_78 if x])))
