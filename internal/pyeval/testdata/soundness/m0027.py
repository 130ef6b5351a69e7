import os
from pathlib import Path

if Path(f'{True}-{2}').as_posix().startswith(repr(('%s:%d' % ('Debug', 2)))):
    STR_1 = ('%s:%d' % ('Hello World', ((1 | 60) % -3)))
    pass
elif os.path.splitext(f'{'long word':>8}|{3:04d}')[1].startswith(','.join([' x ', 'a'])):
    if (repr(f'{True}-{60}') is None):
        LIST_2 = sorted(set(['a', 'b', 'a'][-1:]))[:]
    elif (('%s:%d' % ('false'.partition(',')[0], (3 % 2))) is None):
        TUPLE_3 = (os.path.dirname('/srv/app/').replace(' ', ''), *list(dict(zip(['a'], []))))
        if (os.path.join(('/srv/app/' or 'Debug'), '{}/{n}'.format('', n=0)) not in list(reversed(sorted(set(['a']))))):
            TUPLE_4 = ('%05d|%-6s|%.2f' % (max(60, 60), 'ab', 1.5),)
        elif bool([x.strip() for x in [x for x in [] if x]]):
            DICT_5 = {}
            STR_6 = os.path.splitext(os.path.join('a=b', 'True').capitalize())[1]
    if bool({'{}/{n}'.format('a=b', n=60): str(Path('été') / 'a=b')}):
        if (list(map(str, [x.strip() for x in ['a', 'b', 'a']])) == list(('a',))[1:]):
            INT_7 = max(sum([(0 % -3), 'b,c'.find('.')]), 60)
        elif ((int('-46') + int(False)) <= len(('false' and 'True'))):
            BOOL_8 = ('%s:%d' % ('a,b,,c', (1 if True else 60))).isdigit()
        else:
            DICT_9 = {x: x.upper() for x in (['a', 'b', 'a'] * 2)[:]}
        for item in (tuple([][1:2]) + tuple(list(filter(None, ['a'])))):
            pass
            BOOL_10 = bool(420)
            TUPLE_11 = ((f'{None}-{2}', *list(filter(None, ['a', 'b', 'a']))) + ('tab\tline\n', *[][:2]))
    else:
        if (str(dict(a='a', b='false')) is None):
            INT_12 = int(((True or False) and 'b,c'.isdigit()))
        elif ('a=b'.swapcase()[::-1] is None):
            LIST_13 = sorted(set([*[x.strip() for x in []], repr('/srv/app/')]))
            STR_14 = f'{None}-{7}'
        else:
            INT_15 = sorted(([] + ['a'])).count(repr('True')[::-1])
        if (Path('{}/{n}'.format('a', n=7)).as_posix() is None):
            BOOL_16 = (int('-15') != -3)
            LIST_17 = '{}/{n}'.format('abc', n=(3 // 7)).split(',')
        else:
            DICT_18 = {}
else:
    try:
        INT_19 = sorted(set((['a', 'b', 'a'] * 2))).count(str(Path(' x '[::-1]) / 'a=b'[1:]))
        INT_20 = 0
        int('%05d|%-6s|%.2f' % (((2 | 2) + max(7, 3)), 'ab', 1.5))
    except LookupError:
        TUPLE_21 = ('a,b,,c',)
if isinstance(sorted([])[:2], str):
    if ([x for x in ['a'][:] if x] == [x.strip() for x in 'a'.split(',')]):
        if (([x.strip() for x in ['a', 'b', 'a']] == sorted(['a', 'b', 'a'])) and bool({x: x.upper() for x in ['a', 'b', 'a']})):
            STR_22 = ' / '.join([*sorted(set(['a'])), ','.join([])])
        elif (str(7).startswith(('a' or 'a')) or 'Debug'.replace(' ', '--').isdigit()):
            DICT_23 = {x: x.upper() for x in [('' and 'été'), os.path.splitext('Debug')[0]]}
        else:
            DICT_24 = dict(a=('/srv/app/' + 'a=b').replace('a', ''), b='')
    if (('a' or 'a').isdigit() or any(x for x in [])):
        DICT_25 = {x: x.upper() for x in [x for x in list(()) if x]}
        INT_26 = len('{}/{n}'.format(os.path.splitext('b,c')[0], n=''.find('.')))
    else:
        pass
        try:
            LIST_27 = list(map(str, sorted(set([x for x in [] if x]))))
            {**dict(a='tab\tline\n', b=f'{'z':>8}|{7:04d}'), 'k': (('a=b' or 'Debug') or ''[1:3])}['a']
        except ValueError:
            BOOL_28 = ((os.path.normpath('a') and '%05d|%-6s|%.2f' % (0, 'ab', 1.5)) is None)
            INT_29 = len(f'{True}-{-1}')
else:
    TUPLE_30 = tuple(([x.strip() for x in ['a', 'b', 'a']] * 2))
if (Path('%05d|%-6s|%.2f' % (0, 'ab', 1.5)).as_posix() not in (list({'a': 'x'}) * 0)):
    pass
def helper_31(a, b=os.path.splitext('été')[1]):
    if not a:
        return a + b
    return a.upper()
STR_32 = helper_31(os.path.dirname(os.path.splitext('b,c')[0]))
if (((STR_32 or STR_32) < '{}/{n}'.format(STR_32, n=1)) or bool(len([]))):
    if any(x for x in list(map(str, (['a', 'b', 'a'] + ['a', 'b', 'a'])))):
        STR_32 = ','.join(list({'a': 'x'}))[::-1]
    try:
        BOOL_33 = (not (STR_32 and STR_32).isdigit())
        pass
    except Exception:
        TUPLE_34 = (STR_32,)
else:
    TUPLE_35 = (((STR_32 + 'b,c'), *[x for x in [] if x]) + tuple(STR_32.split(',')))
LIST_36 = (list(dict(zip([], []))) * 1)
if any(x for x in LIST_36):
    pass
    BOOL_37 = ','.join(LIST_36).startswith(STR_32)
elif (STR_32 != ('%s:%d' % (STR_32, (2 // -3)))):
    BOOL_38 = (1 <= (1 * sum([60, -1])))
    LIST_36.sort()
try:
    if isinstance(('a=b'.lstrip() != str(Path('b,c') / STR_32)), (list, tuple)):
        STR_40 = os.path.join(('%s:%d' % ('b,c'[-2:3], max(1, -1))), STR_32.partition(',')[0].replace(' ', 'x'))
        BOOL_41 = (str(Path(STR_32) / (STR_32 and STR_32)) is None)
    else:
        pass
    if str(Path(os.path.splitext(STR_32)[1]) / STR_32[::-1]).isdigit():
        if bool('{}/{n}'.format(STR_32, n=1).replace(' ', '')):
            INT_42 = max(sum([(-1 // 2), 1]), int('-27'))
            DICT_43 = {**dict(a=STR_32, b=STR_32.replace('a', '--')), 'k': repr(f'{'z':>8}|{1:04d}')}
        elif (STR_32[::-1] or STR_32[::-1]).startswith(STR_32):
            STR_44 = Path('a,b,,c').name
            TUPLE_45 = (tuple(sorted(['a', 'b', 'a'])) + (str(60), *sorted(set(LIST_36))))
        else:
            STR_46 = f'{'long word':>8}|{1:04d}'[:-1]
            TUPLE_47 = tuple(list((('a',) + ('a',))))
    elif any(x for x in LIST_36):
        try:
            LIST_36 = list(tuple(list(filter(None, LIST_36))))
            BOOL_48 = any(x for x in list(tuple(['a'])))
            pass
        except (ValueError, KeyError, IndexError):
            STR_32 = STR_32
            STR_49 = ' / '.join((LIST_36 * 1))[::-1]
    int(str(60))
except (ValueError, KeyError, IndexError):
    LIST_50 = LIST_36
