# recorded
import sys
from ase import Atoms
from ase.dft.bandgap import bandgap
from ase.optimize import BFGS
from ase.parallel import parprint
from gpaw import GPAW, PW, FermiDirac, Mixer

atoms = Atoms(
    symbols=[
        'Si',
        'Si',
    ],
    positions=[
        (0.000000000000, 0.000000000000, 0.000000000000),
        (1.400000000000, 1.350000000000, 1.360000000000),
    ],
    cell=[
        (0.000000000000, 2.715000000000, 2.715000000000),
        (2.715000000000, 0.000000000000, 2.715000000000),
        (2.715000000000, 2.715000000000, 0.000000000000),
    ],
    pbc=True)
atoms.calc = GPAW(
    mode=PW(-50),
    xc='LDA',
    kpts={'size': (2, 2, 2), 'gamma': True},
    occupations=FermiDirac(0.05),
    mixer=Mixer(0.05, 5, 50),
    maxiter=200,
    convergence={'energy': 1e-7, 'density': 1e-6},
    symmetry='off',
    txt='gpaw.txt')
# The free energy: forces are its gradient where occupations are smeared.
energy = atoms.get_potential_energy(force_consistent=True)
parprint('energy %.12f' % energy)
for x, y, z in atoms.get_forces():
    parprint('force %.12f %.12f %.12f' % (x, y, z))
for x, y, z in atoms.get_positions():
    parprint('position %.12f %.12f %.12f' % (x, y, z))
for x, y, z in atoms.get_stress(voigt=False):
    parprint('stress %.12f %.12f %.12f' % (x, y, z))
parprint('whole')
