"""Are two extended XYZ files the same to ASE, value for value and type for type?  python3 compare.py ONE TWO"""
import sys
import numpy as np
from ase.io import read

compared = 0


def same(where, a, b):
    global compared
    compared += 1
    if isinstance(a, dict):
        assert isinstance(b, dict) and set(a) == set(b), (where, sorted(a), sorted(b))
        for key in a:
            same(where + '.' + str(key), a[key], b[key])
        return
    assert np.asarray(a).dtype.kind == np.asarray(b).dtype.kind, (where, type(a), type(b), a, b)
    assert np.shape(a) == np.shape(b), (where, a, b)
    if np.asarray(a).dtype.kind == 'f':
        assert np.array_equal(a, b, equal_nan=True), (where, a, b)
    else:
        assert np.array_equal(a, b), (where, a, b)


one = read(sys.argv[1], index=':', format='extxyz')
two = read(sys.argv[2], index=':', format='extxyz')
assert len(one) == len(two), (len(one), len(two))
for k, (a, b) in enumerate(zip(one, two)):
    where = 'frame %d' % k
    same(where + ' cell', a.cell.array, b.cell.array)
    same(where + ' pbc', a.pbc, b.pbc)
    same(where + ' arrays', dict(a.arrays), dict(b.arrays))
    same(where + ' info', dict(a.info), dict(b.info))
    same(where + ' results', a.calc.results if a.calc else {}, b.calc.results if b.calc else {})
print('same: %d frames, %d values' % (len(one), compared))
