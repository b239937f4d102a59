package org.nocturne.learning.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Handle;

/** What can be read and written within one transaction, table by table. */
public final class Transaction {
    private final Handle handle;
    private final Clock clock;
    private final Tallies tallies;

    Transaction(Handle handle, Clock clock, Tallies tallies) {
        this.handle = handle;
        this.clock = clock;
        this.tallies = tallies;
    }

    /** Now, to the millisecond that the store keeps. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    public CampaignTable campaign() {
        return new CampaignTable(handle);
    }

    public JobTable jobs() {
        return new JobTable(handle, now());
    }

    /** Runs of many jobs. */
    public SharedRunTable sharedRuns() {
        return new SharedRunTable(handle, now());
    }

    /** Tasks of the pipelines that jobs have run. */
    public PipelineTable pipelines() {
        return new PipelineTable(handle);
    }

    /** All jobs counted, as they are now, and through them all candidates. */
    public JobTally tally() {
        return tallies.jobs(handle);
    }

    public JobHistory history() {
        return new JobHistory(handle);
    }

    /** What the campaign may spend. */
    public BudgetTable budgets() {
        return new BudgetTable(handle, now());
    }

    /** When the disk had too little room. */
    public PauseTable pauses() {
        return new PauseTable(handle, now());
    }

    public RunnerTable runners() {
        return new RunnerTable(handle);
    }

    public SubjectTable subjects() {
        return new SubjectTable(handle);
    }

    public CandidateTable candidates() {
        return new CandidateTable(handle, now(), tallies.proposals());
    }

    /** Candidates that are variants, and the library that they are made of. */
    public VariantTable variants() {
        return new VariantTable(handle);
    }

    /** Temperatures that a person has added. */
    public TemperatureTable temperatures() {
        return new TemperatureTable(handle, now());
    }

    public QuarantineTable quarantines() {
        return new QuarantineTable(handle, now());
    }

    public FrameTable frames() {
        return new FrameTable(handle);
    }

    public SpecimenTable specimens() {
        return new SpecimenTable(handle);
    }

    public PatternTable patterns() {
        return new PatternTable(handle);
    }

    public ModelTable models() {
        return new ModelTable(handle, now());
    }

    public LedgerTable ledger() {
        return new LedgerTable(handle, now());
    }

    /** What each round has shown, and what was done next. */
    public RoundVerdictTable verdicts() {
        return new RoundVerdictTable(handle, now());
    }

    /** Trainings that gave no version. */
    public FailedTrainingTable failedTrainings() {
        return new FailedTrainingTable(handle, now());
    }

    /** What has become of work directories. */
    public TidiedWorkTable tidied() {
        return new TidiedWorkTable(handle, now());
    }

    /** What must hold, and every file that must be there. */
    public InvariantTable invariants() {
        return new InvariantTable(handle);
    }

    public NoticeTable notices() {
        return new NoticeTable(handle);
    }

    public EventTable events() {
        return new EventTable(handle, now());
    }
}
