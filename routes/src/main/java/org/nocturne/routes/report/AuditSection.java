package org.nocturne.routes.report;

import java.util.List;
import org.nocturne.learning.audit.LabelPair;
import org.nocturne.learning.audit.MethodComparison;
import org.nocturne.learning.ensemble.Estimate;

/** How far a second code is from the campaign's own, on structures of one origin. */
record AuditSection(MethodComparison comparison) {
    private static final int SHOWN = 5;

    static List<AuditSection> of(List<LabelPair> pairs) {
        return MethodComparison.of(pairs).stream().map(AuditSection::new).toList();
    }

    public String title() {
        return switch (comparison.origin()) {
            case FRAME -> "Thermal frames";
            case CELL -> "Small cells";
            case ENVIRONMENT -> "Environments of atoms";
        };
    }

    public String first() {
        return inWords(comparison.first());
    }

    public String second() {
        return inWords(comparison.second());
    }

    private static String inWords(org.nocturne.core.work.Method method) {
        return method.code() + " " + method.version() + ", " + method.potential() + " (" + method.id() + ")";
    }

    public String compared() {
        return Numbers.counted(comparison.structures(), "structure") + ", forces on "
                + Numbers.counted(comparison.atoms(), "atom");
    }

    public String forces() {
        return Numbers.withError(comparison.forceDifference(), 1) + " eV/\u00c5";
    }

    public String rmsForce() {
        return Numbers.significant(comparison.rmsForce()) + " eV/\u00c5";
    }

    /** In per cent. */
    public String relative() {
        Estimate relative = comparison.relativeForceDifference();
        return Numbers.withError(relative, 100) + " %";
    }

    /** In meV an atom; a dash where energies say nothing. */
    public String energies() {
        return comparison
                .energyDifference()
                .map(difference -> Numbers.withError(difference, 1000) + " meV/atom")
                .orElse(Numbers.DASH);
    }

    public List<Line> worst() {
        return comparison.worst(SHOWN).stream().map(Line::new).toList();
    }

    /** One of the structures that differ most. */
    record Line(LabelPair pair) {
        public String specimen() {
            return pair.specimen().subject().name();
        }

        public String what() {
            return pair.specimen().inWords();
        }

        public int round() {
            return pair.specimen().round();
        }

        public String temperature() {
            return Numbers.fixed(pair.specimen().temperature().value(), 0) + " K";
        }

        public String forces() {
            return Numbers.significant(pair.forces().rms());
        }

        public String largest() {
            return Numbers.significant(pair.forces().largest());
        }

        public String file() {
            return pair.specimen().file().path();
        }
    }
}
