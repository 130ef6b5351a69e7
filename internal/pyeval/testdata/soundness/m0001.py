import os
from pathlib import Path

BOOL_1 = any(x for x in list((('a', 'b') + ())))
if (0 < int('42') < 10):
    if ([os.path.join('True', 'false'), repr('a=b')] == (([] + []) + ['True'])):
        DICT_2 = dict(zip((list({'a': 'x'}) + list(filter(None, ['a', 'b', 'a']))), list(filter(None, list(filter(None, ['a']))))))
    elif any(x for x in list(dict(zip([], ['a'])))):
        try:
            LIST_3 = list(dict(a=str(Path('a=b') / '/srv/app/'), b=os.path.normpath('Debug')))
            TUPLE_4 = (((' x ' or 'a=b'), *list(reversed(['a']))) + tuple((['a', 'b', 'a'] * 1)))
            pass
        except Exception:
            INT_5 = (sum([(2 * 3), (0 % 7)]) % -3)
        if BOOL_1:
            INT_6 = int((''.startswith('false') or BOOL_1))
        elif BOOL_1:
            LIST_7 = str(dict(zip(['a', 'b', 'a'], []))).split(',')
            STR_8 = f"{'long word':>8}|{1:04d}"
        else:
            LIST_9 = list(map(str, [x for x in list(map(str, ['a'])) if x]))
    else:
        if (f"{'z':>8}|{7:04d}" == ','.join(([] + ['a']))):
            TUPLE_10 = tuple(sorted(list({})))
        elif BOOL_1:
            INT_11 = int('2')
            DICT_12 = {**{}, 'k': 'abc'}
        INT_13 = max(max(len(['a', 'b', 'a']), sum([3600, 3])), sum(['Debug'.find('.'), int('15')]))
    DICT_14 = {x: x.upper() for x in ([x.strip() for x in ['a', 'b', 'a']] + (['a'] * 0))}
if BOOL_1:
    BOOL_15 = ([('false' + '/srv/app/'), os.path.join('Debug', 'été'), Path('a').name] == list(('True',)))
    TUPLE_16 = (('%s:%d' % ('été'.replace(',', 'x'), int(BOOL_1))), *[x.strip() for x in ['a']][:])
elif (0 < int('-23') < 10):
    TUPLE_17 = (os.path.basename('/srv/app/'[:3]),)
else:
    if bool(dict(a='Debug'[::-1], b=f"{'q'}-{7}")):
        if ([x.strip() for x in []].count('b,c'[-2:]) <= ('a'.find('a') - len(['a']))):
            TUPLE_18 = tuple(list(('b,c',)))
        if (any(x for x in sorted(['a'])) and (('b,c' is None) or bool(['a']))):
            LIST_19 = list(reversed((list(filter(None, ['a', 'b', 'a'])) * 1)))
    elif any(x for x in sorted([*['a'], 'false'])):
        DICT_20 = {x: x.upper() for x in ([x.strip() for x in []] + [][-1:2])}
    try:
        DICT_21 = {**dict(a=str(Path('été') / 'Debug'), b=os.path.normpath('b,c')), 'k': 'http://x.org/path'}
        pass
    except Exception:
        try:
            DICT_22 = {f"{'q'}-{7}"[-2:-1]: ','.join((['a'] + ['a'])), os.path.join(f"{'long word':>8}|{2:04d}", 'a,b,,c'): os.path.join('', 'True').partition(',')[0]}
            LIST_23 = [*list(('b,c', *['a'])), ('a' or ' x ').partition(',')[1]]
            int((('%05d|%-6s|%.2f' % (7, 'ab', 1.5) and '%05d|%-6s|%.2f' % (3600, 'ab', 1.5)) or os.path.splitext('a=b'.lstrip())[0]))
        except Exception:
            DICT_24 = {}
            LIST_25 = [*list(map(str, list(filter(None, [])))), (os.path.join('True', 'b,c') and os.path.basename(' x '))]
        if (str(([] + [])) not in [*list(filter(None, [])), 'b,c'[:]]):
            TUPLE_26 = (((('a', 'b') + ('a',)) + (('a', 'b') + ('a', 'b'))) + (' x '[1:3],))
            BOOL_27 = BOOL_1
        elif (len(f"{None}-{1}") <= 420):
            DICT_28 = dict(a=os.path.normpath(''.join(['a'])), b=('%s:%d' % (os.path.dirname('b,c'), 'Debug'.find(','))))
            LIST_29 = (('%s:%d' % ('Debug', 3)) and Path('').as_posix()).split()
if ([x for x in ([] + ['a']) if x] == list(dict(a='b,c', b='True'))):
    TUPLE_30 = ('{}/{n}'.format(('false' + '/srv/app/'), n=max(60, 1)), *(['a', 'b', 'a'][1:] * 1))
elif (','.join(([] + ['a'])) is None):
    if (BOOL_1 and (len('/srv/app/') == max(3, 1))):
        INT_31 = ((0 if 'True'.startswith('a=b') else (2 % 7)) if ('/srv/app/'.replace('a', '') in ['a'][-1:2]) else int(([] == ['a', 'b', 'a'])))
        pass
    elif bool(list(map(str, ['a']))[:]):
        DICT_32 = dict(a='{}/{n}'.format(repr('b,c'), n=int(BOOL_1)), b='http://x.org/path')
        if BOOL_1:
            TUPLE_33 = ((''.partition(',')[2], *sorted([])) + (('Debug',) + ('b,c',)))
        else:
            INT_34 = max(sum([len([]), (60 // -3)]), len('false'.split()))
    if (sum([int(True), (3600 % 7)]) < (int(BOOL_1) if '/srv/app/'.isdigit() else max(60, 3600))):
        if (os.path.basename(('%s:%d' % ('/srv/app/', 60))) is None):
            BOOL_35 = (Path('%05d|%-6s|%.2f' % (2, 'ab', 1.5)).as_posix() in list(('',)))
            INT_36 = len((('a=b' and ' x ') + f"{'long word':>8}|{-1:04d}"))
        elif BOOL_1:
            STR_37 = '%05d|%-6s|%.2f' % (-1, 'ab', 1.5).strip()[::-1]
        if (' / '.join(list(())) in list(map(str, ['a', 'b', 'a'][1:]))):
            BOOL_38 = (max(int('0'), max(3600, 7)) != ((0 % -3) % -3))
        else:
            TUPLE_39 = tuple(sorted(set([x.strip() for x in ['a']])))
    else:
        if any(x for x in sorted(sorted(set([])))):
            STR_40 = ('%s:%d' % (('{}/{n}'.format('a=b', n=0) and Path('b,c').as_posix()), 'a=b'.replace(' ', '').find('b')))
        elif ((0 < (60 + 60) < 10) and (BOOL_1 and BOOL_1)):
            INT_41 = (list(reversed(['a'])).count(repr('Debug')) if (Path('').name not in 'b,c'[1:]) else 1)
        else:
            BOOL_42 = BOOL_1
        if BOOL_1:
            STR_43 = os.path.splitext(os.path.splitext('false'[::-1])[0])[0]
            LIST_44 = str(Path(f"{2.5}-{-1}") / repr('été')).split(',')
DICT_45 = dict(a=','.join(sorted(set(['a', 'b', 'a']))), b=f"{True}-{3600}")
DICT_45[os.path.join(os.path.basename('Debug'), repr('false'))] = str(('' is None))
