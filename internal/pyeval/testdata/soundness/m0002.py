import os
from pathlib import Path

if (Path('/srv/app/').name[-2:] in str(tuple([]))):
    if os.path.basename('%05d|%-6s|%.2f' % (2, 'ab', 1.5)).startswith('{}/{n}'.format('%05d|%-6s|%.2f' % (2, 'ab', 1.5), n=(3600 if True else 1))):
        if ((('' or ' x ') + os.path.normpath('false')) is None):
            DICT_1 = {**dict(a=''.replace('a', 'x'), b=('%s:%d' % (' x ', 3600))), 'k': '%05d|%-6s|%.2f' % (len(['a']), 'ab', 1.5)}
            LIST_2 = list(reversed(sorted(list(map(str, ['a', 'b', 'a'])))))
        else:
            TUPLE_3 = (('%05d|%-6s|%.2f' % (3, 'ab', 1.5),) + ((() + ()) + ('/srv/app/', *[])))
            INT_4 = (5 // 7)
    DICT_5 = {x: x.upper() for x in list(map(str, sorted(set(['a', 'b', 'a']))))}
elif (not ((not True) and (0 != 3600))):
    if ((('True' and 'True') + ''.join(['a'])) in os.path.splitext('été'[::-1])[0]):
        TUPLE_6 = ((str(('a',)), *list(map(str, []))) + (str(Path('True') / ''), *['a', 'b', 'a'][-1:]))
        TUPLE_7 = (((('a', 'b') + ('a',)) + ('été',)) + (f'{'z':>8}|{60:04d}',))
    elif isinstance((Path('True').name is None), (list, tuple)):
        BOOL_8 = (('false'.isdigit() and (0 > 2)) and ('Debug'.startswith(' x ') and ('True' in ['a', 'b', 'a'])))
    else:
        BOOL_9 = (0 < (max(2, 1) % 7) < 10)
    if (str(Path(os.path.join(' x ', 'Debug')) / ''.replace(' ', '')) not in (sorted(set(['a'])) + 'été'.split())):
        if bool((' x '.find('.') if (False or False) else int('22'))):
            LIST_10 = [Path(os.path.splitext('false')[0]).name, os.path.join(f'{'long word':>8}|{60:04d}', '{}/{n}'.format('a', n=7)), '{}/{n}'.format('', n=0).replace(' ', '--')]
            LIST_11 = [f'{None}-{3}'.replace(' ', ''), os.path.splitext('false'.partition(',')[0])[0], (''.join(['a', 'b', 'a']) and os.path.dirname('True'))]
        elif (((2 - 7) if 'b,c'.isdigit() else 60) > int('-44')):
            DICT_12 = {x: x.upper() for x in os.path.basename('').split(',')}
            STR_13 = (os.path.dirname('a').capitalize() + os.path.splitext(os.path.basename('b,c'))[1])
        else:
            DICT_14 = dict(a=('%s:%d' % (('false' and 'a'), (0 // -3))), b='été'.upper()[::-1])
            LIST_15 = Path('false').name.split(',')[1:2]
        if (bool({x: x.upper() for x in []}) or (('%s:%d' % ('a=b', 7)) in list(reversed([])))):
            INT_16 = len(str(-1).partition(',')[2])
            TUPLE_17 = (f'{'z':>8}|{60:04d}', *[x.strip() for x in ['b,c', 'Debug', 'false']])
        elif ([x.strip() for x in ['a', 'b', 'a']].count('b,c'[::-1]) == len(''.replace('a', '--'))):
            BOOL_18 = ('été' + 'a=b').capitalize().isdigit()
            INT_19 = ((420 if (True or True) else (2 % -3)) - max(['a', 'b', 'a'].count('false'), len(['a'])))
        else:
            INT_20 = (int('45') % 2)
            DICT_21 = dict(zip(([x for x in ['a', 'b', 'a'] if x] * 1), [x for x in ([] + ['a']) if x]))
else:
    if (([x for x in ['a'] if x] + [*[], 'été']) == list(map(str, sorted(['a', 'b', 'a'])))):
        if (list(reversed(sorted(set([])))) == list((' x ',))):
            STR_22 = '{}/{n}'.format(('/srv/app/' and 'b,c'), n=int('39'))[1:-1]
            LIST_23 = [''[::-1].title(), '{}/{n}'.format('{}/{n}'.format('a', n=3), n=len([])), ('%s:%d' % (str(True), ['a', 'b', 'a'].count('')))]
        else:
            LIST_24 = ' x '.swapcase().replace(',', '').split()
        DICT_25 = dict(a='', b=(('false' and 'false') and os.path.dirname('Debug')))
    if (('a' and ' x ').partition(',')[0] in os.path.join('a=b', ' x ').replace('a', '--')):
        if (os.path.join(' x ', ' x ').isdigit() or ('True'.find('a') <= (60 if True else 7))):
            TUPLE_26 = tuple(list(filter(None, list({}))))
        elif ''.join(list(reversed(['a', 'b', 'a']))).startswith(('%05d|%-6s|%.2f' % (2, 'ab', 1.5) or os.path.join('/srv/app/', ' x '))):
            INT_27 = 'été'.partition(',')[2].partition(',')[1].find(',')
        else:
            STR_28 = os.path.splitext(str(any(x for x in ['a', 'b', 'a'])))[1]
            LIST_29 = os.path.dirname('b,c')[1:-1].split()
        INT_30 = int(((3 // -3) <= sum([3600, 2])))
    else:
        if os.path.splitext(f'{True}-{3}')[1].startswith(('' or '/srv/app/')[1:3]):
            DICT_31 = {x: x.upper() for x in list(('', *['a', 'b', 'a']))}
            TUPLE_32 = tuple(((['a', 'b', 'a'] + ['a', 'b', 'a']) * 1))
        elif os.path.splitext(('%s:%d' % ('', -1)))[0].isdigit():
            STR_33 = Path(('' + 'True')).name.capitalize()
            DICT_34 = dict(a=(('True' and 'b,c') and 'été'.swapcase()), b=('True'.swapcase() + ('%s:%d' % ('a', 3))))
        else:
            INT_35 = int('-41')
        for item in ((['a', 'b', 'a'] * 0) * 2)[1:]:
            pass
            LIST_36 = list({**{'a': 'x'}, 'k': ''})[-1:2]
            BOOL_37 = (('Debug'[::-1] is None) or (not 'Debug'.isdigit()))
BOOL_38 = isinstance(((0 % 2) // -3), bool)
if (Path('b,c').as_posix().replace(',', '') == 'Hello World'):
    INT_39 = 1
    LIST_40 = sorted(sorted([x.strip() for x in ['a']]))
elif BOOL_38:
    if ((BOOL_38 and BOOL_38) and (Path('').name is None)):
        if ('%05d|%-6s|%.2f' % ((60 if BOOL_38 else 60), 'ab', 1.5) not in list(filter(None, 'false'.split(',')))):
            TUPLE_41 = ((f'{'q'}-{1}' or os.path.splitext('false')[1]),)
            LIST_42 = list(filter(None, (['a'] + ['a'])))[1:]
        elif (Path('false').as_posix().isdigit() or (not (1 < 3))):
            INT_43 = int((BOOL_38 or (60 > 7)))
        else:
            STR_44 = (' / '.join([x for x in ['a', 'b', 'a'] if x]) + '')
    elif (os.path.splitext('false')[1].partition(',')[2] in list({**{}, 'k': ''})):
        if ((len([]) % 2) <= int('-22')):
            TUPLE_45 = ((Path('/srv/app/').name, *list(('a', 'b'))) + ('Debug'[::-1], *[x.strip() for x in ['a', 'b', 'a']]))
        elif BOOL_38:
            INT_46 = sum([int(('Debug' not in [])), len('{}/{n}'.format('false', n=-1))])
        else:
            TUPLE_47 = tuple(list(dict(zip(['a'], ['a']))))
def helper_48(a, b=os.path.basename('/srv/app/')):
    if a:
        return a + b
    for c in a:
        if c == 'a':
            return b
    return b
STR_49 = helper_48(f'{1}-{0}')
if (not BOOL_38):
    LIST_50 = list(tuple([x.strip() for x in ['a']]))
    LIST_51 = [*[x for x in (['a', 'b', 'a'] * 1) if x], '%05d|%-6s|%.2f' % (len('false'), 'ab', 1.5)]
elif BOOL_38:
    LIST_52 = list(filter(None, list(tuple(['a', 'b', 'a']))))
    STR_53 = STR_49
else:
    pass
if (not BOOL_38):
    try:
        if isinstance(((0 < 2 < 10) and STR_49.isdigit()), bool):
            BOOL_54 = (list({x: x.upper() for x in ['a', 'b', 'a']}) == list(reversed(list(filter(None, ['a', 'b', 'a'])))))
            BOOL_55 = ([x.strip() for x in list(reversed(['a']))] == list({x: x.upper() for x in ['a']}))
        else:
            STR_56 = str(Path('a,b,,c') / str([x.strip() for x in ['a']]))
        int('%05d|%-6s|%.2f' % (max(3, 7), 'ab', 1.5)[1:])
    except ValueError:
        pass
        if (BOOL_38 and BOOL_38):
            LIST_57 = [f'{None}-{3}']
        else:
            STR_58 = f'{1}-{7}'
    INT_59 = (int('-5') // -3)
elif isinstance((len(STR_49) + int(False)), str):
    if isinstance(list(dict(zip(['a', 'b', 'a'], ['a']))), bool):
        if ((f'{None}-{2}' or STR_49) in list(reversed(([] + ['a', 'b', 'a'])))):
            INT_60 = list(filter(None, sorted(set([])))).count(STR_49)
        else:
            BOOL_61 = (list(map(str, list(('a',)))) == sorted(set(([] + ['a', 'b', 'a']))))
            TUPLE_62 = tuple(list(('/srv/app/', *[])))
    elif STR_49.startswith(STR_49):
        INT_63 = (420 % 7)
        try:
            LIST_64 = list(filter(None, [STR_49, ''.join([])]))
            INT_65 = (((60 % 7) * (0 % 2)) // -3)
            pass
        except Exception:
            STR_66 = ('http://x.org/path' + STR_49)
    for item in ((('a=b', *[]) + tuple(['a', 'b', 'a'])) + ((('a', 'b') + ()) + (('a', 'b') + ('a', 'b')))):
        if not item: continue
        if ([*list({}), ('/srv/app/' or 'Debug')] == ([x.strip() for x in ['a']] + [x.strip() for x in ['a', 'b', 'a']])):
            BOOL_67 = BOOL_38
            TUPLE_68 = (STR_49,)
        elif BOOL_38:
            STR_69 = STR_49
            STR_49 = f'{'q'}-{3600}'
        else:
            INT_70 = (max(max(0, 2), len(['a', 'b', 'a'])) if (0 < max(3, 3600) < 10) else (max(60, 3600) if isinstance(1, bool) else len('b,c')))
            INT_71 = (len((['a', 'b', 'a'] * 2)) // 2)
        for item in ((('%s:%d' % ('a=b', 7)), *list(('a', 'b'))) + ((' x ', *[]) + ('True', *['a']))):
            if not item: continue
            STR_72 = (os.path.dirname(STR_49) and STR_49)
            LIST_73 = (([x.strip() for x in []] + [x.strip() for x in ['a']]) + list(map(str, ['a'][:2])))
else:
    BOOL_74 = isinstance(BOOL_38, int)
    DICT_75 = {**{**dict(a='True', b='a'), 'k': ','.join([])}, 'k': (('b,c' and STR_49) and STR_49)}
try:
    if bool(dict(a=STR_49[::-1], b=STR_49)):
        if (list(filter(None, sorted(set([])))) == list(filter(None, [*[], STR_49]))):
            BOOL_76 = BOOL_38
            INT_77 = ((-3 + sum([3600, -1])) // -3)
    elif (not BOOL_38):
        TUPLE_78 = ((STR_49,) + (('/srv/app/' and STR_49), *list(filter(None, []))))
    else:
        LIST_79 = [x.strip() for x in sorted(list(()))]
        INT_80 = ((max(7, 3600) % -3) % -3)
    DICT_81 = dict(a=f'{'q'}-{1}', b=''.join(([] + ['a'])))
    ([] * 2)[0]
except ValueError:
    BOOL_82 = '%05d|%-6s|%.2f' % (0, 'ab', 1.5).isdigit()
def helper_83(a, b=STR_49):
    if not a:
        return a + b
    return 'none'
STR_84 = helper_83(STR_49)
if ((int('35') < (3600 if BOOL_38 else 0)) or (any(x for x in ['a']) and any(x for x in ['a']))):
    if (0 < ([].count('Debug') % 7) < 10):
        TUPLE_85 = ((STR_49 and STR_84[::-1]), *sorted(set(sorted([]))))
    elif any(x for x in [x.strip() for x in ['a'][1:2]]):
        if any(x for x in ([STR_49] + [x for x in ['a'] if x])):
            DICT_86 = dict(a=repr(f'{True}-{3600}'), b='a,b,,c')
        else:
            LIST_87 = [x.strip() for x in list(tuple([]))]
            LIST_88 = sorted(list(map(str, sorted(['a', 'b', 'a']))))
        try:
            STR_49 = STR_84
            STR_84 = STR_49[:].lstrip()
            'Hello World'.title().split(',')[0]
        except KeyError:
            STR_89 = str(dict(zip([*['a'], STR_84], list(filter(None, ['a', 'b', 'a'])))))
            DICT_90 = dict(zip((list({}) * 1), f'{True}-{1}'.split()))
    TUPLE_91 = (((STR_49,) + tuple(['a'])) + (('b,c' + STR_84),))
elif (0 < int('33') < 10):
    INT_92 = ((len([]) ^ len(STR_49)) % 2)
DICT_93 = {**dict(a=Path(STR_84).name, b=''.partition(',')[0]), 'k': repr(os.path.splitext(STR_84)[0])}
DICT_93 |= {x: x.upper() for x in ([] + ['a'])}
DICT_93 = {**DICT_93, 'k': os.path.splitext('a,b,,c')[1]}
