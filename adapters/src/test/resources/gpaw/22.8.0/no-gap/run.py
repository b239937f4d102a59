# recorded
import sys
from ase import Atoms
from ase.dft.bandgap import bandgap
from ase.optimize import BFGS
from ase.parallel import parprint
from gpaw import GPAW, PW, FermiDirac, Mixer

atoms = Atoms(
    symbols=[
        'Al',
    ],
    positions=[
        (0.000000000000, 0.000000000000, 0.000000000000),
    ],
    cell=[
        (0.000000000000, 2.020000000000, 2.020000000000),
        (2.020000000000, 0.000000000000, 2.020000000000),
        (2.020000000000, 2.020000000000, 0.000000000000),
    ],
    pbc=True)
atoms.calc = GPAW(
    mode=PW(200),
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
gap = bandgap(atoms.calc, output=None)[0]
if gap < 0.1:
    sys.exit('nocturne: the gap of %.3f eV is below 0.1 eV' % gap)
parprint('energy %.12f' % energy)
for x, y, z in atoms.get_forces():
    parprint('force %.12f %.12f %.12f' % (x, y, z))
for x, y, z in atoms.get_positions():
    parprint('position %.12f %.12f %.12f' % (x, y, z))
for x, y, z in atoms.get_stress(voigt=False):
    parprint('stress %.12f %.12f %.12f' % (x, y, z))
parprint('whole')
