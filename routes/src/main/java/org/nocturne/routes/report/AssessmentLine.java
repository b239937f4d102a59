package org.nocturne.routes.report;

import org.nocturne.learning.store.LedgerTable.Assessment;

/** The ensemble's misfit after a round as the report prints it. */
record AssessmentLine(Assessment assessment) {

    public int round() {
        return assessment.round();
    }

    public int frames() {
        return assessment.frames();
    }

    public String rwp() {
        return Numbers.perCent(assessment.rwp(), 2);
    }

    public String chi2() {
        return Numbers.fixed(assessment.chi2(), 3);
    }

    public String rMinus1() {
        return Numbers.perCent(assessment.rMinus1(), 2);
    }
}
