"""Writes crystals with their symmetry listed, and what ASE makes of them: python3 crystals.py FOLDER"""
import sys
from ase.io import write
from ase.spacegroup import Spacegroup, crystal

folder = sys.argv[1]
CASES = [
    ('silicon', 227, [5.431, 5.431, 5.431, 90, 90, 90], [('Si', (0, 0, 0))]),
    ('salt', 225, [5.64, 5.64, 5.64, 90, 90, 90], [('Na', (0, 0, 0)), ('Cl', (.5, .5, .5))]),
    ('wurtzite', 186, [3.189, 3.189, 5.185, 90, 90, 120], [('Ga', (1 / 3, 2 / 3, 0)), ('N', (1 / 3, 2 / 3, .377))]),
    ('corundum', 167, [4.759, 4.759, 12.991, 90, 90, 120], [('Al', (0, 0, .3522)), ('O', (.3063, 0, .25))]),
    ('quartz', 152, [4.913, 4.913, 5.405, 90, 90, 120], [('Si', (.4697, 0, 1 / 3)), ('O', (.4133, .2672, .2144))]),
    ('perovskite', 62, [5.38, 7.644, 5.443, 90, 90, 90],
     [('Ca', (.0065, .25, .0359)), ('Ti', (0, 0, .5)), ('O', (.5711, .25, -.0161)), ('O', (.2897, -.0374, .2888))]),
    ('baddeleyite', 14, [5.15, 5.21, 5.317, 90, 99.2, 90],
     [('Zr', (.2758, .0411, .2082)), ('O', (.0703, .3359, .3406)), ('O', (.4423, -.2549, .4789))]),
    ('kyanite-like', 2, [7.126, 7.852, 5.572, 89.99, 101.11, 106.03], [('Al', (.3254, .704, .4582)), ('O', (.109, .146, .128))]),
]
for name, number, cellpar, sites in CASES:
    atoms = crystal([e for e, _ in sites], [p for _, p in sites], spacegroup=number, cellpar=cellpar)
    write('%s/%s.extxyz' % (folder, name), atoms, format='extxyz', columns=['symbols', 'positions'])
    with open('%s/%s.cif' % (folder, name), 'w') as out:
        out.write('data_%s\n' % name)
        for key, value in zip(('length_a', 'length_b', 'length_c', 'angle_alpha', 'angle_beta', 'angle_gamma'), cellpar):
            out.write('_cell_%s %s\n' % (key, value))
        out.write('_space_group_IT_number %d\nloop_\n_space_group_symop_operation_xyz\n' % number)
        for rotation, translation in Spacegroup(number).get_symop():
            parts = []
            for row, t in zip(rotation, translation):
                part = ''.join(('+' if w > 0 else '-') + axis for w, axis in zip(row, 'xyz') if w)
                parts.append(part + ('%+.6f' % t if abs(t) > 1e-9 else ''))
            out.write("'%s'\n" % ','.join(parts))
        out.write('loop_\n_atom_site_label\n_atom_site_type_symbol\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n')
        for k, (element, (x, y, z)) in enumerate(sites):
            out.write('%s%d %s %.4f %.4f %.4f\n' % (element, k + 1, element, x, y, z))
