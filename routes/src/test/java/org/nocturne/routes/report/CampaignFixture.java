package org.nocturne.routes.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.port.Comparison;
import org.nocturne.core.spectrum.PatternFit;
import org.nocturne.core.spectrum.PatternKind;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.spectrum.Target;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Effort;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Grant;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.LedgerTable.Row;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.store.Subject;

/** A campaign with plausible rows: three rounds of silicon at 300 K, some failures, two models. */
final class CampaignFixture {
    private static final int ATOMS = 1000;
    private static final double INHERENT_EV = -4336.6;
    private static final StoredFile FILE = new StoredFile("frames/x.extxyz", "ab".repeat(32));
    private static final Method METHOD =
            new Method("lammps", "29 Sep 2021 - Update 2", "pair_style sw; pair_coeff * * Si.sw Si", "timestep-fs=1.0");

    private final Ticking clock = new Ticking();
    private final Random random = new Random(4);
    private final Target target =
            new Target("si300", pattern(1, 0.02), Radiation.XRAY, PatternKind.POWDER, Kelvin.of(300));
    final Store store;

    CampaignFixture(String url) {
        store = Store.open(url, "sa", "", clock);
    }

    /** A clock that goes on by some seconds whenever it is read. */
    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-21T22:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            now = now.plus(Duration.ofMillis(2300));
            return now;
        }
    }

    void fill(int rounds) {
        store.inTransaction(tx -> {
            tx.campaign()
                    .insert(
                            "si300",
                            "name: si300 # <script>alert('x')</script> & more\nseed: 7\n",
                            "c0ffee" + "0".repeat(58),
                            "folder",
                            tx.now());
            tx.budgets().grant(new Grant(Instant.parse("2026-11-22T12:00:00Z"), 40.0, 50, null, 1024), "campaign");
            tx.subjects().insertBasin(FILE);
            tx.jobs().enqueue(Subject.basin(1), Step.MINIMISE);
            return null;
        });
        finish(Step.MINIMISE, null);
        store.inTransaction(tx -> {
            tx.subjects().basinRelaxed(1, FILE, INHERENT_EV, 1e-5, METHOD);
            tx.models().insert(model(1, 0.0512, null, "promoted", "held-out force error 0.05120, the first version"));
            return null;
        });
        reference();
        int id = 0;
        for (int round = 1; round <= rounds; round++) {
            for (int k = 0; k < 20; k++) {
                candidate(++id, round, id % 9 == 0);
            }
            assess(round);
        }
        store.inTransaction(tx -> {
            tx.models()
                    .insert(model(
                            2,
                            0.0533,
                            0.0512,
                            "kept",
                            "held-out force error 0.05330 against 0.05120 of the version in office"));
            tx.campaign().state("finished", "3 rounds, 60 candidates, 54 labelled");
            return null;
        });
    }

    private void reference() {
        store.inTransaction(tx -> {
            tx.subjects().insertReplica(Role.REFERENCE, Kelvin.of(300), 5, "to judge the ensemble by");
            tx.jobs().enqueue(Subject.replica(1), Step.REPLICA);
            return null;
        });
        Job job = finish(Step.REPLICA, null);
        store.inTransaction(tx -> {
            for (int k = 0; k < 40; k++) {
                long frame = tx.frames().insert(Subject.replica(1), k, Role.REFERENCE, Kelvin.of(300), FILE);
                tx.frames().label(frame, METHOD, job.id(), energy(39.2, 1), 1.2);
            }
            return null;
        });
    }

    private void candidate(int id, int round, boolean fails) {
        Subject subject = Subject.candidate(id);
        store.inTransaction(tx -> {
            tx.candidates().insert(id, round, Kelvin.of(300), 1, 1000 + id, FILE);
            tx.jobs().enqueue(subject, Step.RELAX);
            return null;
        });
        if (fails) {
            finish(Step.RELAX, id % 2 == 0 ? Cause.TIMED_OUT : Cause.NOT_FINITE);
            return;
        }
        finish(Step.RELAX, null);
        store.inTransaction(tx -> {
            tx.candidates().relaxed(id, energy(41 - round * 0.4, 1.1), FILE, energy(0, 1e-4));
            tx.frames().insert(subject, 0, Role.CANDIDATE, Kelvin.of(300), FILE);
            tx.jobs().enqueue(subject, Step.LABEL);
            return null;
        });
        Job job = finish(Step.LABEL, null);
        store.inTransaction(tx -> {
            long frame = tx.frames().idOf(subject, 0);
            tx.frames().label(frame, METHOD, job.id(), energy(39.3, 1), 1.1);
            tx.patterns().insert(frame, pattern(1, 0.15).intensity());
            tx.events().append(Event.Level.INFO, "score", Map.of("cand", subject.name(), "took", "0.4s"));
            return null;
        });
    }

    private void assess(int round) {
        store.inTransaction(tx -> {
            int at = tx.ledger().insert(round, 18 * round, 0.06 / round, 1.0 + 0.5 / round, null);
            for (String stage : List.of("proposal", "thermal")) {
                boolean thermal = stage.equals("thermal");
                tx.ledger()
                        .insert(
                                at,
                                row(
                                        stage,
                                        "mean-energy",
                                        thermal ? 0.3 : 2.9,
                                        0.2,
                                        -1,
                                        1,
                                        thermal ? "pass" : "fail",
                                        0));
                tx.ledger().insert(at, row(stage, "rho-U", 1.05, 0.18, 0.8, 1.25, "undecided", 431));
                tx.ledger().insert(at, row(stage, "rho-u", thermal ? 0.998 : 1.02, 0.004, 0.95, 1.05, "pass", 0));
                tx.ledger().insert(at, row(stage, "rho-mode", 1.1, 0.3, 0.7, 1.4, "undecided", -1));
            }
            return null;
        });
    }

    private Job finish(Step step, @Nullable Cause cause) {
        Job job = store.inTransaction(tx -> tx.jobs().claim(step, 1, null)).get(0);
        store.inTransaction(tx -> tx.jobs()
                .end(
                        job,
                        cause == null ? Job.State.DONE : Job.State.FAILED,
                        cause,
                        cause == null ? null : "step 12: \"temperature\" is <NaN>",
                        METHOD,
                        new Effort(Duration.ofSeconds(4), 1)));
        return job;
    }

    ReportFacts facts() {
        return new ReportFacts(
                target,
                "target-300K.xye, SHA-256 0123456789ab",
                true,
                "1000 atoms of Si",
                ATOMS,
                comparison(),
                METHOD,
                2,
                7,
                "Nocturne 0.1.0",
                Optional.empty(),
                Optional.empty(),
                List.of("The campaign's potential also made the target."));
    }

    private Comparison comparison() {
        return mean -> {
            Spectrum s = target.spectrum();
            double sum = 0;
            double norm = 0;
            for (int k = 0; k < mean.length; k++) {
                double w = 1 / (s.sigma()[k] * s.sigma()[k]);
                sum += w * Math.pow(s.intensity()[k] - mean[k], 2);
                norm += w * s.intensity()[k] * s.intensity()[k];
            }
            return new PatternFit(
                    mean,
                    1,
                    0,
                    Math.sqrt(sum / norm),
                    OptionalDouble.of(sum / (mean.length - 2)),
                    OptionalDouble.empty());
        };
    }

    private double energy(double meanMev, double sdMev) {
        return INHERENT_EV + ATOMS * (meanMev + sdMev * random.nextGaussian()) / 1000;
    }

    private Spectrum pattern(double scale, double noise) {
        double[] peaks = {2.0, 3.27, 3.83, 4.63, 5.04, 5.67, 6.01, 6.54, 6.84, 7.32, 8.01, 8.44};
        double[] q = new double[361];
        double[] intensity = new double[361];
        double[] sigma = new double[361];
        for (int k = 0; k < q.length; k++) {
            q[k] = 1 + 0.025 * k;
            double value = 0.02 * q[k] * q[k];
            for (double peak : peaks) {
                value += 60 / (peak * peak) * Math.exp(-Math.pow((q[k] - peak) / 0.034, 2) / 2);
            }
            sigma[k] = noise * value;
            intensity[k] = scale * value + sigma[k] * random.nextGaussian();
        }
        return new Spectrum(q, intensity, sigma);
    }

    private static Row row(
            String stage, String quantity, double x, double se, double low, double high, String verdict, int needed) {
        return new Row(
                stage,
                quantity,
                "",
                Kelvin.of(300),
                x,
                se,
                x - 1.645 * se,
                x + 1.645 * se,
                low,
                high,
                54,
                needed,
                verdict,
                "MD at 300K, 4 replicas, 1600 energies");
    }

    private static Model model(int version, double error, @Nullable Double incumbent, String verdict, String reason) {
        return new Model(
                version,
                "models/v000" + version,
                ("d" + version).repeat(32),
                "e".repeat(64),
                40 * version,
                version == 1 ? "labels" : "clock",
                error,
                incumbent,
                verdict,
                reason,
                Instant.EPOCH);
    }
}
