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
        TUPLE_7 = (((('a', 'b') + ('a',)) + ('été',)) + (f"{'z':>8}|{60:04d}",))
    elif isinstance((Path('True').name is None), (list, tuple)):
        BOOL_8 = (('false'.isdigit() and (0 > 2)) and ('Debug'.startswith(' x ') and ('True' in ['a', 'b', 'a'])))
    else:
        BOOL_9 = (0 < (max(2, 1) % 7) < 10)
    if (str(Path(os.path.join(' x ', 'Debug')) / ''.replace(' ', '')) not in (sorted(set(['a'])) + 'été'.split())):
        if bool((' x '.find('.') if (False or False) else int('22'))):
            LIST_10 = [Path(os.path.splitext('false')[0]).name, os.path.join(f"{'long word':>8}|{60:04d}", '{}/{n}'.format('a', n=7)), '{}/{n}'.format('', n=0).replace(' ', '--')]
            LIST_11 = [f"{2.5}-{7}".replace('a', '--'), 'http://x.org/path', repr('').partition(',')[2]]
        elif (str(('', *['a'])) != ('%s:%d' % ('a=b'.replace('a', ''), (7 % 2)))):
            DICT_12 = {'{}/{n}'.format(str(('a', 'b')), n=(3600 if True else -1)): ("it's" and ('b,c' + ''))}
        else:
            INT_13 = (((-1 if False else 2) if (True or False) else int('32')) | list(('a',)).count(str(False)))
        STR_14 = str(Path('b,c') / '').strip()[::-1]
    elif (0 < 'false'.partition(',')[2].find('a') < 10):
        TUPLE_15 = ((repr('/srv/app/'), *['Debug']) + (('false',) + tuple(['a'])))
        INT_16 = len(str(-1).partition(',')[2])
    else:
        if any(x for x in list(map(str, [x.strip() for x in ['a', 'b', 'a']]))):
            STR_17 = (os.path.splitext('été'.lower())[1] + f"{1}-{60}")
        else:
            TUPLE_18 = ((('été' + 'a=b'),) + tuple([x.strip() for x in ['a', 'b', 'a']]))
        if ('True'.partition(',')[2] + f"{1}-{3}").startswith(f"{True}-{-1}"):
            DICT_19 = dict(a=repr('a').partition(',')[1], b=os.path.splitext('{}/{n}'.format('false', n=2))[1])
            DICT_20 = dict(zip(([x for x in ['a', 'b', 'a'] if x] * 1), [x for x in ([] + ['a']) if x]))
else:
    if (([x for x in ['a'] if x] + [*[], 'été']) == list(map(str, sorted(['a', 'b', 'a'])))):
        if (list(reversed(sorted(set([])))) == list((' x ',))):
            STR_21 = '{}/{n}'.format(('/srv/app/' and 'b,c'), n=int('39'))[1:-1]
            LIST_22 = [''[::-1].title(), '{}/{n}'.format('{}/{n}'.format('a', n=3), n=len([])), ('%s:%d' % (str(True), ['a', 'b', 'a'].count('')))]
        else:
            LIST_23 = ' x '.swapcase().replace(',', '').split()
        DICT_24 = dict(a='', b=(('false' and 'false') and os.path.dirname('Debug')))
    if (('a' and ' x ').partition(',')[0] in os.path.join('a=b', ' x ').replace('a', '--')):
        if (os.path.join(' x ', ' x ').isdigit() or ('True'.find('a') <= (60 if True else 7))):
            TUPLE_25 = tuple(list(filter(None, list({}))))
        elif ''.join(list(reversed(['a', 'b', 'a']))).startswith(('%05d|%-6s|%.2f' % (2, 'ab', 1.5) or os.path.join('/srv/app/', ' x '))):
            INT_26 = 'été'.partition(',')[2].partition(',')[1].find(',')
        else:
            STR_27 = os.path.splitext(str(any(x for x in ['a', 'b', 'a'])))[1]
            LIST_28 = os.path.dirname('b,c')[1:-1].split()
        INT_29 = int(((3 // -3) <= sum([3600, 2])))
    else:
        if os.path.splitext(f"{2.5}-{2}")[0].startswith(str(list(()))):
            LIST_30 = list((os.path.splitext(' x ')[1], *['']))
            TUPLE_31 = tuple(list({**{}, 'k': 'a=b'}))
        elif (list({' x ': 'b,c', 'b,c': '/srv/app/'}) == Path('').name.split()):
            DICT_32 = dict(zip([('True' and 'True'), ','.join(['a', 'b', 'a'])], 'True'.swapcase().split(',')))
            INT_33 = int('39')
        if (('false' + 'a').find('b') != int('13')):
            DICT_34 = {**{x: x.upper() for x in list(())}, 'k': os.path.join(os.path.join('false', '/srv/app/'), f"{'q'}-{0}")}
            BOOL_35 = isinstance(('Debug'[::-1] is None), str)
        else:
            LIST_36 = ([*['été'], 'a=b'[::-1]] + (['a'] + (['a'] + ['a'])))
            INT_37 = len(repr(('' + 'Debug')))
LIST_38 = sorted(sorted([x.strip() for x in ['a']]))
if 'a' in LIST_38: LIST_38.remove('a')
try:
    try:
        LIST_38 = LIST_38
        LIST_40 = list(filter(None, list(filter(None, ['a']))))[:2]
        {x: x.upper() for x in ['a'.strip(), '{}/{n}'.format('été', n=0), Path('').as_posix()]}['a']
    except (ValueError, KeyError, IndexError):
        STR_41 = (str(Path(' x ') / 'a') and os.path.join('a', 'Debug')).replace('a', '--')
        STR_42 = ' / '.join([x.strip() for x in LIST_38])
    int(os.path.splitext(repr('a=b'))[1].partition(',')[2])
except Exception:
    TUPLE_43 = (f"{'long word':>8}|{3600:04d}", *list({'été': '/srv/app/'}))
    for item in tuple(('Debug'[1:] and 'True'.partition(',')[1]).split())[:9]:
        pass
        if ('{}/{n}'.format(''[1:], n=int('6')) in LIST_38):
            TUPLE_44 = (('%s:%d' % ('été', 3600))[1:3], *LIST_38)
        else:
            STR_45 = os.path.splitext(('%05d|%-6s|%.2f' % (-1, 'ab', 1.5) + ('Debug' + 'Debug')))[1]
LIST_38 += LIST_38
if ('abc'.partition(',')[0] == ('%s:%d' % (os.path.join('True', 'True'), (0 if False else 2)))):
    LIST_38 = [x.strip() for x in LIST_38]
else:
    INT_47 = sum([sum([(3 // 2), int(False)]), ('True'.find('b') if (True and True) else 0)])
    LIST_38.extend(LIST_38)
INT_49 = (max('/srv/app/'.find('b'), len([])) if (0 < int('0') < 10) else len((' x ' + 'Debug')))
def helper_50(a, b=('True' and 'été')):
    if not a:
        return a + b
    return b
STR_51 = helper_50(''.join([*['a', 'b', 'a'], 'a=b']))
TUPLE_52 = ((STR_51 or STR_51).upper(),)
TUPLE_53 = (''.join(LIST_38), *[x for x in STR_51.split(',') if x])
LIST_38 += [os.path.dirname(STR_51), STR_51[-2:3]]
STR_55 = (STR_51 + str(Path(os.path.splitext(' x ')[0]) / STR_51))
