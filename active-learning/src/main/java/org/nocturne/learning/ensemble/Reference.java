package org.nocturne.learning.ensemble;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Frozen MD at the temperature that is judged: independent replicas, each with a dense series of energies and sparser frames. */
public final class Reference {
    private final List<Ensemble> frames;
    private final List<double[]> energiesEv;
    private final EnergyCurve curve;
    private final String source;
    private final Ensemble pooled;
    private @Nullable Estimate rank;
    private @Nullable Estimate distance;

    /**
     * @param frames frames of each replica
     * @param energiesEv the denser series of the thermal energy of each replica, eV above the inherent structure
     * @param curve U(T) from all MD that is known
     * @param source where it came from, for the reader of the report
     */
    public Reference(List<Ensemble> frames, List<double[]> energiesEv, EnergyCurve curve, String source) {
        this.frames = List.copyOf(frames);
        this.energiesEv = List.copyOf(energiesEv);
        this.curve = curve;
        this.source = source;
        this.pooled = Ensemble.pooled(this.frames);
    }

    /** One ensemble for each replica. */
    public List<Ensemble> frames() {
        return frames;
    }

    /** All frames, replica after replica. */
    public Ensemble pooled() {
        return pooled;
    }

    public List<double[]> energiesEv() {
        return energiesEv;
    }

    public EnergyCurve curve() {
        return curve;
    }

    public String source() {
        return source;
    }

    public Estimate meanEnergyEv() {
        return Estimate.meanOf(energiesEv);
    }

    /**
     * Effective rank tr(C)^2 / tr(C^2) of the true covariance, without the bias of a finite sample: tr(C^2) is the mean of (u.v)^2 over
     * pairs of frames from different replicas, which are independent. NaN with one replica.
     */
    public synchronized Estimate rank() {
        if (rank == null) {
            rank = frames.size() < 2
                    ? new Estimate(Double.NaN, Double.NaN)
                    : new Estimate(
                            rank(IntStream.range(0, frames.size()).toArray()),
                            Resampling.jackknife(frames.size(), frames.size(), this::rank));
        }
        return rank;
    }

    /** Mean root mean square distance per atom between frames of different replicas, angstrom. NaN with one replica. */
    public synchronized Estimate distance() {
        if (distance == null) {
            int replicas = frames.size();
            distance = new Estimate(
                    distance(IntStream.range(0, replicas).toArray()),
                    replicas < 3 ? 0 : Resampling.jackknife(replicas, replicas, this::distance));
        }
        return distance;
    }

    private double distance(int[] replicas) {
        double sum = 0;
        long pairs = 0;
        for (int r : replicas) {
            for (int s : replicas) {
                if (s < r) {
                    for (Configuration a : frames.get(r).configurations()) {
                        for (Configuration b : frames.get(s).configurations()) {
                            sum += a.distance(b);
                            pairs++;
                        }
                    }
                }
            }
        }
        return sum / pairs;
    }

    /** {@link #rank()} of any replicas, without its error; NaN with one of them. */
    public static double rankAcross(List<Ensemble> frames) {
        return rank(frames, IntStream.range(0, frames.size()).toArray());
    }

    private double rank(int[] replicas) {
        return rank(frames, replicas);
    }

    private static double rank(List<Ensemble> frames, int[] replicas) {
        if (replicas.length < 2) {
            return Double.NaN;
        }
        double trace = 0;
        int members = 0;
        double square = 0;
        long pairs = 0;
        for (int r : replicas) {
            for (Configuration a : frames.get(r).configurations()) {
                trace += a.dot(a);
                members++;
                for (int s : replicas) {
                    if (s >= r) {
                        continue;
                    }
                    for (Configuration b : frames.get(s).configurations()) {
                        double product = a.dot(b);
                        square += product * product;
                        pairs++;
                    }
                }
            }
        }
        double mean = trace / members;
        return mean * mean / (square / pairs);
    }
}
