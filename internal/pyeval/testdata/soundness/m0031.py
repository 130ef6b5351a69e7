import os
from pathlib import Path

try:
    STR_1 = (('a=b' and 'True').replace('a', '--') + os.path.basename(Path('').name))
    dict(a=('%s:%d' % (os.path.join('a', 'True'), (0 & 1))), b=f"{'q'}-{0}")['a']
except Exception:
    if (f"{'q'}-{7}" not in (list(('a', 'b')) + ''.split())):
        BOOL_2 = (0 < int('-13') < 10)
        INT_3 = 1
    elif any(x for x in ('b,c' + ' x ').split()):
        if (('Debug' + 'été')[::-1] == os.path.dirname(os.path.splitext('a=b')[1])):
            STR_4 = os.path.splitext(str(Path(os.path.splitext('Debug')[0]) / 'false'[::-1]))[1]
            DICT_5 = dict(a='%05d|%-6s|%.2f' % (len('b,c'), 'ab', 1.5), b=Path('{}/{n}'.format('', n=-1)).name)
        elif (not (f"{None}-{3600}" is None)):
            INT_6 = int('-29')
    else:
        TUPLE_7 = (f"{'long word':>8}|{3600:04d}", *('été' + 'b,c').split())
try:
    try:
        if ('Debug'[::-1] and 'false'.replace(',', '')).isdigit():
            LIST_8 = []
        elif (sorted(set([])) == [x for x in list(filter(None, [])) if x]):
            TUPLE_9 = ((str(Path('b,c') / 'Debug') or os.path.splitext('a')[0]),)
        else:
            STR_10 = '%05d|%-6s|%.2f' % ((60 if True else 0), 'ab', 1.5)[-2:-1]
        int(''[-2:-1])
    except Exception:
        LIST_11 = [x for x in list(dict(a='Debug', b='Debug')) if x]
    pass
except (ValueError, KeyError, IndexError):
    BOOL_12 = any(x for x in sorted(['b,c', 'b,c', '']))
    if bool(Path('').name.split()):
        pass
        DICT_13 = dict(a=os.path.normpath('http://x.org/path'), b=os.path.basename(str(False)))
    elif (len('été'[::-1]) != f"{'z':>8}|{0:04d}".find(',')):
        for item in tuple((('{}/{n}'.format('été', n=-1),) + (('', *['a', 'b', 'a']) + ('false',))))[:9]:
            if not item: continue
            DICT_14 = {x: x.upper() for x in [*([] + ['a', 'b', 'a']), 'a=b'.lstrip()]}
    else:
        if ((([] + ['a']) + list({'a': 'x'})) == ((['a'] + ['a', 'b', 'a']) + [x for x in ['a'] if x])):
            STR_15 = str([x.strip() for x in [x for x in ['a'] if x]])
        elif repr(f"{'z':>8}|{60:04d}").startswith(repr('Debug'.replace('a', 'x'))):
            LIST_16 = [*list(('Debug', *['a'])), '{}/{n}'.format(str(3), n=int('21'))]
        else:
            LIST_17 = 'a,b,,c'.split()
            INT_18 = (((-1 ^ 0) % -3) if bool({x: x.upper() for x in []}) else (int(False) % 2))
if (isinstance(max(-1, 7), (list, tuple)) or (' x '.split() == ' x '.split(','))):
    if (int('-24') != sum([5, 60])):
        INT_19 = 1
        INT_20 = ((['a'] + []).count('{}/{n}'.format('a=b', n=-1)) * (sum([0, -1]) % 7))
    else:
        LIST_21 = list({**dict(zip(['a', 'b', 'a'], ['a', 'b', 'a'])), 'k': ('été' or '')})
        STR_22 = Path((f"{True}-{2}" + ('été' or ''))).name
elif (f"{1}-{2}" in list(dict(a='', b='True'))):
    if ''.join(sorted([])).isdigit():
        if repr(repr('été')).startswith((str(Path('/srv/app/') / 'a=b') or '{}/{n}'.format('a=b', n=60))):
            INT_23 = (repr('Debug').find('a') % 7)
        else:
            BOOL_24 = (0 < int('-49') < 10)
        if (420 <= int(isinstance(['a'], int))):
            STR_25 = str(tuple('Debug'.split(',')))
        elif (not (0 < sum([3, 7]) < 10)):
            BOOL_26 = (str(Path('{}/{n}'.format('b,c', n=3)) / f"{'long word':>8}|{3:04d}") == ('%s:%d' % ('', 60))[::-1])
            DICT_27 = dict(zip((['a', 'b', 'a'] * 1)[1:2], list(('', *[]))))
    else:
        LIST_28 = list(map(str, os.path.join(' x ', 'True').split(',')))
        if (isinstance(int('-24'), (list, tuple)) or (sorted(['a', 'b', 'a']) == sorted(set([])))):
            LIST_29 = [x for x in list(dict(a='a=b', b='Debug')) if x]
        elif (('{}/{n}'.format('a', n=7) and ''[-2:-1]) not in list(reversed(sorted([])))):
            TUPLE_30 = tuple(list(('b,c',)))
        else:
            INT_31 = len(os.path.normpath(str(('a', 'b'))))
            DICT_32 = {('%s:%d' % ('{}/{n}'.format('', n=7), int('-19'))): Path(('%s:%d' % ('/srv/app/', 3))).as_posix(), ' / '.join(list(map(str, ['a', 'b', 'a']))): 'Hello World'.replace(',', 'x')}
    DICT_33 = {**{f"{'z':>8}|{0:04d}": 'abc', os.path.basename(''): ('a=b' + '')}, 'k': Path('a,b,,c').name}
else:
    BOOL_34 = (Path(('%s:%d' % ('a', 2))).name not in list(filter(None, [x.strip() for x in ['a', 'b', 'a']])))
    STR_35 = ''.join(sorted(list(reversed(['a']))))
if ([*['a'], 'a'][-1:] == list(dict(a='a=b', b='/srv/app/'))):
    TUPLE_36 = (repr(os.path.splitext('True')[0]),)
elif ((os.path.splitext('a')[1] and str(False)) not in os.path.join('b,c', 'a').split()):
    if (('a=b' + 'True').startswith('{}/{n}'.format('Debug', n=1)) or bool({'a': 'True'})):
        pass
    else:
        if os.path.splitext('b,c')[0].partition(',')[2].isdigit():
            INT_37 = (sum([(3600 + 1), (0 // 2)]) // -3)
        elif ((len(['a']) // 7) > (len('/srv/app/') * sum([7, 3600]))):
            LIST_38 = sorted([x for x in ' x '.split(',') if x])
            STR_39 = f"{'z':>8}|{1:04d}"
    INT_40 = [*sorted(['a']), f"{2.5}-{7}"].count(f"{True}-{1}")
else:
    pass
DICT_41 = {**{**dict(a=' x ', b='false'), 'k': ('/srv/app/' and 'a=b')}, 'k': Path('tab\tline\n').as_posix()}
BOOL_42 = ('%05d|%-6s|%.2f' % ((7 // 2), 'ab', 1.5) in ['/srv/app/'][-1:2])
LIST_43 = sorted(([x.strip() for x in ['a']] + [*[], 'True']))
