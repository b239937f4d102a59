"""What ASE (or pymatgen) reads from a file, as plain numbers: python3 judge.py ase|pymatgen FILE"""
import sys

if sys.argv[1] == 'ase':
    from ase.io import read
    atoms = read(sys.argv[2])
    symbols, cell, fractions = atoms.get_chemical_symbols(), atoms.cell.array, atoms.get_scaled_positions(wrap=False)
else:
    from pymatgen.core import Structure
    found = Structure.from_file(sys.argv[2])
    symbols, cell, fractions = [s.specie.symbol for s in found], found.lattice.matrix, found.frac_coords
print(len(symbols), ' '.join(symbols))
for row in cell:
    print(*map(float, row))
for row in fractions:
    print(*map(float, row))
