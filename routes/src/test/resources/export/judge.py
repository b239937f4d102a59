"""What ASE or NumPy finds in an exported file: python3 judge.py extxyz|cif|lammps-dump-text|ase|npz FILE"""
import sys

form, path = sys.argv[1:]
if form == 'npz':
    import numpy as np
    data = np.load(path)
    n, last = len(data['energy']), data['first_atom'][-2]
    energy, forces = data['energy'][-1], data['forces'][last:]
    numbers, positions = data['numbers'][last:], data['positions'][last:]
    temperature = data['temperature'][-1]
    assert data['first_atom'][-1] == len(data['positions']) == len(data['numbers']), 'ragged'
    assert data['cells'].shape == (n, 3, 3) and data['pbc'].all(), 'cells'
    role = data['role'][-1].decode()
elif form == 'ase':
    from ase.db import connect
    rows = list(connect(path).select())
    n, row = len(rows), rows[-1]
    energy, forces, numbers, positions = row.energy, row.forces, row.numbers, row.positions
    temperature, role = row.temperature, row.role
    assert len(row.data['method']) == 12
    assert row.toatoms().get_potential_energy() == energy
else:
    from ase.io import read
    frames = read(path, index=':', format=form)
    n, a = len(frames), frames[-1]
    numbers, positions = a.numbers, a.positions
    if form == 'cif':
        print(n, len(numbers), round(a.get_volume(), 6))
        sys.exit()
    if form == 'lammps-dump-text':
        print(n, len(numbers), repr(float(a.get_forces()[-1][2])), repr(float(positions[-1][2])))
        sys.exit()
    energy, forces = a.get_potential_energy(), a.get_forces()
    temperature, role = a.info['temperature'], a.info['role']
print(n, len(numbers), repr(float(energy)), repr(float(forces[-1][2])), repr(float(positions[-1][2])), float(temperature), role)
