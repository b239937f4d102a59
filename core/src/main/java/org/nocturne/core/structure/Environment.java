package org.nocturne.core.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The surroundings of one atom, cut out of a larger structure as a cluster: all atoms within a radius, the nearest first, the atom
 * itself at the origin. The outer ones lie at a surface that the larger structure does not have, so only the forces on the
 * {@code inner} first atoms stand for those of the whole. They are the same for a potential whose force on an atom reaches no further than the
 * radius less that of the inner sphere: a pair potential's cut-off, twice the cut-off where three bodies meet.
 *
 * @param cluster without a cell
 * @param inner how many atoms, the nearest ones, lie within the inner radius
 */
public record Environment(Structure cluster, int inner) {

    private record Member(int atom, double x, double y, double z) {
        double distance() {
            return Math.sqrt(x * x + y * y + z * z);
        }
    }

    /**
     * Cuts a sphere, through periodic boundaries where there are any; a cell narrower than the sphere gives an atom several times, each at its
     * own place.
     *
     * @param atom in the middle, counted from 0
     * @throws IllegalArgumentException if there is no such atom, or the inner radius is not within the outer one
     */
    public static Environment around(Structure whole, int atom, double radiusAngstrom, double innerRadiusAngstrom) {
        requireWithin(radiusAngstrom, innerRadiusAngstrom);
        return cut(whole, NeighbourList.of(whole, radiusAngstrom), atom, innerRadiusAngstrom);
    }

    /** {@link #around} every atom in turn, with the neighbours looked for once. */
    public static List<Environment> aroundEach(Structure whole, double radiusAngstrom, double innerRadiusAngstrom) {
        requireWithin(radiusAngstrom, innerRadiusAngstrom);
        NeighbourList neighbours = NeighbourList.of(whole, radiusAngstrom);
        List<Environment> out = new ArrayList<>();
        for (int atom = 0; atom < whole.size(); atom++) {
            out.add(cut(whole, neighbours, atom, innerRadiusAngstrom));
        }
        return out;
    }

    private static void requireWithin(double radius, double inner) {
        if (!(inner >= 0 && radius > inner)) {
            throw new IllegalArgumentException(
                    "an environment of radius " + radius + " angstrom with an inner radius of " + inner
                            + "; the inner one must be within the other, and 0 or more");
        }
    }

    private static Environment cut(Structure whole, NeighbourList neighbours, int atom, double innerRadius) {
        if (atom < 0 || atom >= whole.size()) {
            throw new IllegalArgumentException(
                    "atom " + atom + " of " + whole.size() + " is to be cut out; they are counted from 0");
        }
        List<Member> members = new ArrayList<>();
        members.add(new Member(atom, 0, 0, 0));
        for (int e = neighbours.first(atom); e < neighbours.first(atom + 1); e++) {
            members.add(new Member(neighbours.neighbour(e), neighbours.dx(e), neighbours.dy(e), neighbours.dz(e)));
        }
        members.sort(Comparator.comparingDouble(Member::distance));
        double[] xyz = new double[3 * members.size()];
        for (int k = 0; k < members.size(); k++) {
            Member member = members.get(k);
            xyz[3 * k] = member.x();
            xyz[3 * k + 1] = member.y();
            xyz[3 * k + 2] = member.z();
        }
        List<Element> species =
                members.stream().map(member -> whole.species(member.atom())).toList();
        int inner = (int) members.stream()
                .filter(member -> member.distance() <= innerRadius)
                .count();
        return new Environment(new Structure(Cell.open(), species, xyz), inner);
    }

    /**
     * The cluster in the middle of a periodic cube, for codes that know no other cells.
     *
     * @param edgeAngstrom of the cube; what it has beyond the cluster is vacuum
     * @throws IllegalArgumentException if the cube is smaller than the cluster
     */
    public Structure inCube(double edgeAngstrom) {
        double[] xyz = cluster.xyzAngstrom();
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] += edgeAngstrom / 2;
            if (!(xyz[k] >= 0 && xyz[k] <= edgeAngstrom)) {
                throw new IllegalArgumentException(
                        "a cube of " + edgeAngstrom + " angstrom is smaller than the cluster that is to stand in it");
            }
        }
        return new Structure(Cell.cubic(edgeAngstrom), cluster.species(), xyz);
    }
}
