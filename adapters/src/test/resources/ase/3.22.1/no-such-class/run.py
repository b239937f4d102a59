# 4e45de64-94b4-4d03-9dda-68555640860f
import importlib
import sys
import numpy as np
from ase import Atoms, units
from ase.calculators.calculator import PropertyNotImplementedError
from ase.md.langevin import Langevin
from ase.md.velocitydistribution import MaxwellBoltzmannDistribution, Stationary
from ase.optimize import LBFGS

atoms = Atoms(
    symbols=[
        'Cu',
        'Cu',
        'Cu',
        'Cu',
        'Cu',
        'Cu',
        'Cu',
        'Cu',
    ],
    positions=[
        (0.000000000000, 0.000000000000, 0.000000000000),
        (0.050000000000, 1.800000000000, 1.800000000000),
        (1.800000000000, 0.000000000000, 1.840000000000),
        (1.800000000000, 1.800000000000, 0.000000000000),
        (1.805000000000, 1.805000000000, 3.610000000000),
        (1.800000000000, 3.610000000000, 1.805000000000),
        (3.610000000000, 1.800000000000, 1.805000000000),
        (3.580000000000, 3.610000000000, 3.610000000000),
    ],
    cell=[
        (0.000000000000, 3.610000000000, 3.610000000000),
        (3.610000000000, 0.000000000000, 3.610000000000),
        (3.610000000000, 3.610000000000, 0.000000000000),
    ],
    pbc=True)
module, name = 'ase.calculators.emt.Best'.rsplit('.', 1)
atoms.calc = getattr(importlib.import_module(module), name)()


def energy():
    # The free energy where there is one: forces are its gradient where occupations are smeared.
    try:
        return float(atoms.get_potential_energy(force_consistent=True))
    except PropertyNotImplementedError:
        return float(atoms.get_potential_energy())


def frame(file):
    rows = ' '.join(repr(float(x)) for x in np.ravel(atoms.cell.array))
    periodic = ' '.join('T' if p else 'F' for p in atoms.pbc)
    now, forces = energy(), atoms.get_forces(apply_constraint=False)
    with open(file, 'a') as out:
        out.write('%d\n' % len(atoms))
        out.write('Lattice="%s" pbc="%s" Properties=species:S:1:pos:R:3:forces:R:3 energy=%r\n' % (rows, periodic, now))
        for symbol, x, f in zip(atoms.symbols, atoms.positions, forces):
            out.write(symbol + ''.join(' %r' % float(v) for v in (*x, *f)) + '\n')


def minimise():
    steps = 0 or 0
    if not LBFGS(atoms, logfile='minimise.txt').run(fmax=0, steps=steps):
        sys.exit('nocturne: the steps of the minimisation were not enough')

print('energy %r' % energy())
for x, y, z in atoms.get_forces(apply_constraint=False):
    print('force %r %r %r' % (float(x), float(y), float(z)))
for x, y, z in atoms.positions:
    print('position %r %r %r' % (float(x), float(y), float(z)))
print('whole')
