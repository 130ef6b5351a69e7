import os
from pathlib import Path

if Path(f"{True}-{2}").as_posix().startswith(repr(('%s:%d' % ('Debug', 2)))):
    STR_1 = ('%s:%d' % ('Hello World', ((1 | 60) % -3)))
    pass
elif os.path.splitext(f"{'long word':>8}|{3:04d}")[1].startswith(','.join([' x ', 'a'])):
    if (repr(f"{True}-{60}") is None):
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
        for item in tuple((tuple([][1:2]) + tuple(list(filter(None, ['a'])))))[:9]:
            pass
            BOOL_10 = bool(420)
            TUPLE_11 = ((f"{None}-{2}", *list(filter(None, ['a', 'b', 'a']))) + ('tab\tline\n', *[][:2]))
    else:
        if (str(dict(a='a', b='false')) is None):
            INT_12 = int(((True or False) and 'b,c'.isdigit()))
        elif ('a=b'.swapcase()[::-1] is None):
            LIST_13 = sorted(set([*[x.strip() for x in []], repr('/srv/app/')]))
            STR_14 = f"{None}-{7}"
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
        pass
    except (ValueError, KeyError):
        for item in tuple((''.split()[1:2] + ['a', 'b', 'a'][-1:][:]))[:9]:
            if not item: continue
            TUPLE_21 = ((('a' + 'a') and ('a' + 'b,c')), *list(('a=b',)))
if (0 < (sum([3600, -1]) % -3) < 10):
    pass
    if (0 < (int(False) - len([])) < 10):
        STR_22 = ('%s:%d' % (str(len('a=b')), len(' x '.split(','))))
    elif ('Debug'.replace(' ', '--').find('b') > 60):
        if (0 < len(('' and 'été')) < 10):
            LIST_23 = (list(map(str, list(map(str, [])))) * 0)
        elif f"{1}-{1}".strip().startswith('http://x.org/path'):
            BOOL_24 = (int(([] == [])) <= (int('16') // 2))
        else:
            INT_25 = 0
    else:
        INT_26 = int('29')
elif '%05d|%-6s|%.2f' % (len([]), 'ab', 1.5).startswith(('%s:%d' % ('a,b,,c', int('-14')))):
    STR_27 = ('b,c'[:].upper() or os.path.join('Debug'.replace(',', ''), '%05d|%-6s|%.2f' % (2, 'ab', 1.5)))
    BOOL_28 = ((not (False and False)) or str(Path('') / 'True').startswith(('Debug' or 'été')))
DICT_29 = {**{('' and ' x '): str(Path('True') / '/srv/app/')}, 'k': '%05d|%-6s|%.2f' % (0, 'ab', 1.5).swapcase()}
BOOL_30 = isinstance((0 // 7), str)
if isinstance('%05d|%-6s|%.2f' % (int(True), 'ab', 1.5), str):
    DICT_31 = {**dict(a='a=b'[-2:3], b=str(Path('false') / 'été')), 'k': os.path.dirname('a=b')[::-1]}
    STR_32 = f"{2.5}-{60}"[1:]
elif ((('%s:%d' % (' x ', -1)) + ('%s:%d' % ('Debug', 7))) not in [x.strip() for x in ['a'][1:]]):
    DICT_29.update({**dict(zip([], ['a'])), 'k': 'a,b,,c'})
    BOOL_30 = (os.path.join('a', '/srv/app/').startswith(('%s:%d' % (' x ', 60))) or BOOL_30)
DICT_29 |= DICT_29
BOOL_35 = str('b,c'.find('b')).startswith((f"{'z':>8}|{0:04d}" + os.path.basename('false')))
LIST_36 = (list({**DICT_29, 'k': 'été'}) * 2)
