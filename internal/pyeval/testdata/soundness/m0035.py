import os
from pathlib import Path

INT_1 = (''.capitalize() or '%05d|%-6s|%.2f' % (2, 'ab', 1.5)).find('b')
TUPLE_2 = ((str(Path('false') / '/srv/app/'),) + ('false'[:3], *([] + ['a', 'b', 'a'])))
if ('%s:%d' % (os.path.splitext(' x ')[0], (INT_1 if False else INT_1))).isdigit():
    try:
        for item in tuple(list(dict(zip(['a'], ['a'])))):
            pass
            BOOL_3 = (f'{1}-{60}' in 'http://x.org/path'.partition(',')[1])
        {os.path.join(('%s:%d' % ('Debug', 60)), ','.join([])): '%05d|%-6s|%.2f' % (INT_1, 'ab', 1.5).partition(',')[1], ('http://x.org/path' or ('a=b' or '')): (('/srv/app/' + 'a') or 'a'[::-1])}['a']
    except KeyError:
        if (((INT_1 // 7) // -3) <= INT_1):
            LIST_4 = [x.strip() for x in list(reversed(list(filter(None, []))))]
        elif ((int('1') == (1 // -3)) and (os.path.splitext(' x ')[0] is None)):
            TUPLE_5 = TUPLE_2
        LIST_6 = ([x.strip() for x in ['a', 'b', 'a']][1:] + list(reversed([''])))
    if (os.path.join('false', ' x ')[::-1] not in ' / '.join('a=b'.split())):
        TUPLE_2 = (f'{'long word':>8}|{INT_1:04d}',)
        try:
            LIST_7 = list(TUPLE_2)
            BOOL_8 = (list(map(str, ['a'][-1:])) == list(('a', *['a'])))
            [x for x in [*list(reversed(['a', 'b', 'a'])), ('false' and 'a')] if x][0]
        except (ValueError, KeyError, IndexError):
            BOOL_9 = isinstance(('True'.startswith('a') and (True or True)), str)
    elif (0 < len('a=b'.replace(',', 'x')) < 10):
        TUPLE_10 = tuple(([x.strip() for x in ['a']] + sorted(['a'])))
        TUPLE_2 = (('{}/{n}'.format('', n=7),) + (' x '[-2:], *' x '.split()))
    else:
        if (os.path.dirname(Path(' x ').name) in sorted([x.strip() for x in ['a', 'b', 'a']])):
            TUPLE_11 = ((TUPLE_2 + tuple([])) + TUPLE_2)
        elif '%05d|%-6s|%.2f' % ((INT_1 // 7), 'ab', 1.5).startswith(os.path.dirname(('%s:%d' % ('', 1)))):
            TUPLE_2 = ((('Debug' and '/srv/app/'), *sorted(['a'])) + tuple(list(map(str, ['a']))))
            INT_12 = INT_1
        try:
            DICT_13 = dict(a=repr('True')[:-1], b=f'{True}-{INT_1}'.partition(',')[1])
            DICT_14 = dict(a=os.path.dirname('Hello World'), b='{}/{n}'.format(str(Path('a') / 'b,c'), n=(60 * 3600)))
            int(os.path.join('{}/{n}'.format('/srv/app/'.lower(), n=(INT_1 if True else INT_1)), os.path.splitext(repr('Debug'))[1]))
        except (ValueError, KeyError, IndexError):
            TUPLE_2 = (str(Path(Path('false').name) / ('a=b' + 'false')), *sorted([x for x in ['a', 'b', 'a'] if x]))
            BOOL_15 = (0 < INT_1 < 10)
INT_1 = list(('false',)).count(('%s:%d' % (' x '[::-1], (INT_1 - INT_1))))
if (not isinstance(('%s:%d' % ('b,c', 3)), str)):
    INT_1 = INT_1
    TUPLE_16 = (TUPLE_2 + ((TUPLE_2 + ('a',)) + ('été', *[])))
if ((''.replace(' ', 'x') and str({'a': 'x'})) in [x.strip() for x in [*[], 'été']]):
    STR_17 = '%05d|%-6s|%.2f' % (int('29'), 'ab', 1.5)
elif ((0 < int(False) < 10) and '%05d|%-6s|%.2f' % (3, 'ab', 1.5).startswith('%05d|%-6s|%.2f' % (INT_1, 'ab', 1.5))):
    if any(x for x in [x for x in list(map(str, [])) if x]):
        DICT_18 = dict(a=os.path.join(('a' or ''), str(Path('a=b') / '')), b=repr('Debug')[-2:])
        TUPLE_2 = tuple(('%s:%d' % ('false', INT_1)).split())
    elif ('/srv/app/' or ' x ').swapcase().isdigit():
        try:
            STR_19 = os.path.join(('%s:%d' % ('été', INT_1))[::-1], ('{}/{n}'.format('', n=60) and ' x '.partition(',')[2]))
            BOOL_20 = (not any(x for x in sorted(set(['a']))))
            dict(a=f'{'long word':>8}|{60:04d}'.replace('a', '--'), b='Hello World'.partition(',')[2])['a']
        except LookupError:
            DICT_21 = dict(a=Path('a').as_posix().partition(',')[2], b=str(Path(','.join(['a', 'b', 'a'])) / os.path.join('/srv/app/', '/srv/app/')))
        if ('%s:%d' % (os.path.normpath('/srv/app/'), 1)).isdigit():
            DICT_22 = dict(a=os.path.join(os.path.splitext('false')[1], ''[::-1]), b=str({**{'a': 'x'}, 'k': 'Debug'}))
        else:
            BOOL_23 = isinstance(str(dict(zip(['a', 'b', 'a'], ['a']))), (list, tuple))
    else:
        BOOL_24 = repr('a'.replace(',', '--')).isdigit()
        if bool(''.join([x.strip() for x in []])):
            STR_25 = os.path.join(os.path.basename(('/srv/app/' or '')), os.path.join(os.path.join('a=b', 'été'), f'{'long word':>8}|{-1:04d}'))
        elif os.path.splitext('Debug')[1].strip().isdigit():
            INT_26 = (INT_1 % 2)
            TUPLE_27 = tuple((list(reversed(['a'])) + list(map(str, []))))
        else:
            STR_28 = (str([][1:]) or 'Debug'[::-1].partition(',')[0])
if (not ('été'.split() == list(reversed([])))):
    STR_29 = (f'{'z':>8}|{60:04d}' and Path(' x '[::-1]).name)
    pass
else:
    STR_30 = (os.path.splitext('True')[1] + ''.replace('a', '--')).partition(',')[0]
    try:
        INT_31 = ((['a'].count('Debug') // 7) // 7)
        INT_1 = len(['%05d|%-6s|%.2f' % (3600, 'ab', 1.5), Path('b,c').as_posix()])
        pass
    except ValueError:
        STR_32 = 'http://x.org/path'
BOOL_33 = (str(True).title() != os.path.normpath(f'{'long word':>8}|{INT_1:04d}'))
for item in ((('%s:%d' % (' x ', INT_1)),) + tuple([*['a'], ' x '])):
    pass
    TUPLE_34 = (('abc' + str(False)),)
try:
    for item in 'http://x.org/path'.split():
        if item == 'a': break
        try:
            BOOL_35 = (0 < (['a'] * 0).count(os.path.basename('a')) < 10)
            [x.strip() for x in sorted(list(filter(None, [])))][0]
        except (ValueError, KeyError, IndexError):
            TUPLE_2 = TUPLE_2
        if (not (not any(x for x in ['a', 'b', 'a']))):
            TUPLE_36 = (f'{True}-{INT_1}',)
            INT_37 = str(BOOL_33).find('b')
        elif BOOL_33:
            STR_38 = "it's".replace(' ', '')
            INT_39 = sum([INT_1, (int('29') % 7)])
        else:
            DICT_40 = {os.path.join('True', 'a=b').swapcase(): Path('{}/{n}'.format('True', n=INT_1)).name}
    int(('%s:%d' % (f'{'q'}-{INT_1}'[:3], INT_1)))
except ValueError:
    if any(x for x in ((['a'] + []) * 2)):
        BOOL_41 = BOOL_33
    elif (os.path.dirname(','.join(['a'])) not in list(dict(a='été', b='True'))):
        if BOOL_33:
            DICT_42 = dict(a=str(Path('b,c'.replace('a', '--')) / '/srv/app/'[-2:-1]), b='false'[::-1].strip())
            INT_1 = max((len('false') | (INT_1 * INT_1)), (INT_1 if 'été'.isdigit() else int('-49')))
        elif isinstance([x.strip() for x in list(filter(None, []))], bool):
            STR_43 = 'tab\tline\n'
        else:
            LIST_44 = [x for x in list(filter(None, list(map(str, [])))) if x]
    else:
        BOOL_45 = f'{None}-{INT_1}'.startswith(str(Path('false') / 'a').partition(',')[0])
if ((0 < INT_1 < 10) or 'a=b'.capitalize().startswith(os.path.splitext('')[1])):
    INT_46 = int(any(x for x in [' x ']))
elif BOOL_33:
    if ((([] == []) or isinstance('été', str)) and f'{True}-{2}'.isdigit()):
        INT_47 = len('%05d|%-6s|%.2f' % (1, 'ab', 1.5).partition(',')[1])
else:
    if ('http://x.org/path'[::-1] not in os.path.splitext('')[1].split()):
        BOOL_48 = (f'{True}-{3}' is None)
    elif (BOOL_33 or '/srv/app/'.replace(' ', '').startswith(os.path.splitext('a')[1])):
        for item in (sorted(set(sorted([]))) * 0):
            if item == 'a': break
            STR_49 = '{}/{n}'.format(os.path.splitext(repr('a=b'))[1], n=int(isinstance(BOOL_33, bool)))
            INT_50 = int('45')
    for item in list(map(str, ' x '.capitalize().split())):
        if not item: continue
        if ((0 < (1 ^ INT_1) < 10) or BOOL_33):
            BOOL_33 = (repr(''.upper()) in [x for x in (['a', 'b', 'a'] * 0) if x])
            STR_51 = Path('http://x.org/path'[:]).as_posix()
        for item in (('%s:%d' % (f'{1}-{3600}', INT_1)), *list(filter(None, list({'a': 'x'})))):
            if item == 'a': break
            BOOL_52 = ((str(Path('b,c') / 'Debug') or f'{1}-{INT_1}') in Path(repr('a')).as_posix())
BOOL_33 = (repr(('%s:%d' % ('True', INT_1))) < '%05d|%-6s|%.2f' % ((INT_1 % 7), 'ab', 1.5))
if (f'{'q'}-{1}'[::-1] in list(reversed(list(('a', 'b'))))):
    for item in list(filter(None, [*[x for x in ['a', 'b', 'a'] if x], 'a'[::-1]])):
        if item == 'a': break
        pass
else:
    pass
    if (f'{'z':>8}|{3600:04d}' is None):
        TUPLE_53 = tuple([*sorted([]), ('Debug' and ' x ')])
        BOOL_54 = (os.path.basename(('%s:%d' % ('True', 1))) is None)
    else:
        try:
            STR_55 = os.path.splitext((os.path.join('True', ' x ') + '{}/{n}'.format('b,c', n=INT_1)))[0]
            {'%05d|%-6s|%.2f' % ((2 % 7), 'ab', 1.5): (f'{None}-{0}' or ('True' or '/srv/app/')), f'{'long word':>8}|{INT_1:04d}': str(Path(('%s:%d' % ('True', 60))) / '%05d|%-6s|%.2f' % (-1, 'ab', 1.5))}['a']
        except KeyError:
            STR_56 = f'{'z':>8}|{INT_1:04d}'
STR_57 = '{}/{n}'.format(('%s:%d' % (f'{None}-{INT_1}', int(BOOL_33))), n=(INT_1 % -3))
INT_1 = (INT_1 // 2)
