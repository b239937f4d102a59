"""Writes a variety of structures as extended XYZ and LAMMPS data: python3 write.py FOLDER"""
import sys
import numpy as np
from ase import Atoms
from ase.build import bulk, molecule, fcc111
from ase.io import write

folder = sys.argv[1]
rng = np.random.default_rng(11)
frames = []

frames.append(bulk('Si', cubic=True) * (2, 1, 3))
frames.append(molecule('CH3CH2OH'))
slab = fcc111('Cu', (2, 3, 4), vacuum=7.5)
slab.info['name'] = 'copper slab, 4 layers'
frames.append(slab)

tri = Atoms('NaClNaCl', positions=rng.normal(size=(4, 3)) * 1e3, cell=rng.normal(size=(3, 3)) * 9, pbc=[True, False, True])
tri.info.update(
    energy_per_atom=-1.2345678901234567, tiny=1e-300, huge=-6.02214076e23, step=42, negative=-7, large=123456789012,
    done=True, failed=False, label='plain', spaced='two words', quoted='she said "no"', single="it's", braces='a{b}[c]',
    equals='a=b=c', comma='a,b', path='/tmp/x-1.0_y', greek='alpha-β',
    ints=np.array([1, -2, 3]), reals=np.array([0.1, 1 / 3, 2e-17]), flags=np.array([True, False, True, True]),
    list_of_reals=[0.25, 1e10], words=['a', 'b c'], nested={'k': [1, 2.5], 's': 'x'},
    matrix=rng.normal(size=(3, 3)), whole_matrix=np.arange(9).reshape(3, 3), virial=rng.normal(size=(3, 3)),
    wide=rng.normal(size=(2, 4)), nan=float('nan'), inf=float('inf'))
tri.info['key with space'] = 3.5
tri.new_array('charge_guess', rng.normal(size=4))
tri.new_array('site', np.array([3, 1, 2, -9]))
tri.new_array('vectors', rng.normal(size=(4, 5)))
tri.new_array('fixed', np.array([True, False, False, True]))
tri.new_array('pair_flags', np.array([[True, False], [False, False], [True, True], [False, True]]))
tri.new_array('indices', np.arange(12).reshape(4, 3))
tri.new_array('residue', np.array(['ALA', 'x_1', '5', 'é']))
frames.append(tri)

from ase.calculators.singlepoint import SinglePointCalculator
gold = bulk('Au', 'fcc', a=4.08) * (2, 2, 2)
gold.rattle(0.05, seed=3)
gold.calc = SinglePointCalculator(gold, energy=-3.25, forces=rng.normal(size=(8, 3)), stress=rng.normal(size=6))
gold.set_initial_charges(rng.normal(size=8))
gold.set_tags(range(8))
gold.set_momenta(rng.normal(size=(8, 3)))
frames.append(gold)

frames.append(Atoms('H', positions=[[0, 0, 0]]))
frames.append(Atoms('UOgXe', positions=[[1e-9, -1e9, 3], [0, 0, 1], [.1, .2, .3]], cell=[3, 4, 5], pbc=[0, 0, 1]))
write(folder + '/ase.xyz', frames, format='extxyz')

mixed = bulk('NaCl', 'rocksalt', a=5.64, cubic=True) * (2, 1, 2)
mixed.set_cell(mixed.cell.array + [[0, .7, -.4], [.5, 0, .3], [.2, .6, 0]], scale_atoms=True)
mixed.rattle(0.1, seed=5)
write(folder + '/plain.xyz', frames[1], format='xyz')
for style in ('atomic', 'charge', 'full'):
    write(folder + '/' + style + '.lammps-data', mixed, format='lammps-data', atom_style=style, units='metal')
write(folder + '/mixed.xyz', mixed, format='extxyz')
