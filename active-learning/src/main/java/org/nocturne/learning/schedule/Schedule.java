package org.nocturne.learning.schedule;

import java.util.Properties;
import org.nocturne.learning.store.Store;
import org.quartz.CronExpression;
import org.quartz.CronScheduleBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.DBConnectionManager;

/**
 * When to retrain: by the clock (cron) and whenever enough new labels have come in. Quartz keeps its triggers in the campaign's own
 * database, so a firing that was missed while no runner lived is made up for once, on start.
 */
public final class Schedule implements AutoCloseable {
    /** What fires a retraining when enough labels have come in. */
    public static final String LABELS = "labels";

    /** What fires one by a clock that was handed in; the same word as that of Quartz's own. */
    static final String CLOCK_HAS_COME = "clock";

    private static final String CALLBACK = "due";
    private static final JobKey RETRAIN = new JobKey("retrain");
    private static final TriggerKey CLOCK = new TriggerKey(CLOCK_HAS_COME);

    private final Scheduler scheduler;

    private Schedule(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Opens the schedule of a campaign, not yet firing.
     *
     * @throws ScheduleException if Quartz cannot start on this store
     */
    public static Schedule open(Store store, String campaign, Due due) {
        DBConnectionManager.getInstance().addConnectionProvider("store", new StoreConnections(store.dataSource()));
        try {
            Scheduler scheduler = new StdSchedulerFactory(properties(store, campaign)).getScheduler();
            scheduler.getContext().put(CALLBACK, due);
            JobDetail retrain = JobBuilder.newJob(Retrain.class)
                    .withIdentity(RETRAIN)
                    .storeDurably()
                    .requestRecovery()
                    .build();
            scheduler.addJob(retrain, true);
            return new Schedule(scheduler);
        } catch (SchedulerException e) {
            throw new ScheduleException("the schedule cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Whether {@link #everyCron} would understand this. */
    public static boolean isCron(String expression) {
        return CronExpression.isValidExpression(expression);
    }

    /** Retrains whenever this Quartz cron expression says (seconds first); replaces an earlier one. */
    public void everyCron(String expression) {
        Trigger clock = TriggerBuilder.newTrigger()
                .withIdentity(CLOCK)
                .forJob(RETRAIN)
                .withSchedule(
                        CronScheduleBuilder.cronSchedule(expression).withMisfireHandlingInstructionFireAndProceed())
                .build();
        try {
            if (scheduler.rescheduleJob(CLOCK, clock) == null) {
                scheduler.scheduleJob(clock);
            }
        } catch (SchedulerException e) {
            throw new ScheduleException(
                    "cron expression '" + expression + "' cannot be scheduled: " + e.getMessage(), e);
        }
    }

    /** Fires once, now, through the same persistent job; one firing of a reason waits at a time. */
    public synchronized void fireNow(String reason) {
        TriggerKey key = new TriggerKey(reason);
        try {
            if (!scheduler.checkExists(key)) {
                scheduler.scheduleJob(TriggerBuilder.newTrigger()
                        .withIdentity(key)
                        .forJob(RETRAIN)
                        .startNow()
                        .build());
            }
        } catch (SchedulerException e) {
            throw new ScheduleException("retraining cannot be scheduled: " + e.getMessage(), e);
        }
    }

    public void start() {
        try {
            scheduler.start();
        } catch (SchedulerException e) {
            throw new ScheduleException("the schedule does not start: " + e.getMessage(), e);
        }
    }

    /** Ends it where its tables cannot be reached any more: Quartz would try to reach them for ever before it ended in order. */
    public void abandon() {
        shutdown(false);
    }

    /** Lets a firing in progress end. */
    @Override
    public void close() {
        shutdown(true);
    }

    private void shutdown(boolean inOrder) {
        try {
            scheduler.shutdown(inOrder);
        } catch (SchedulerException e) {
            throw new ScheduleException("the schedule does not stop: " + e.getMessage(), e);
        }
    }

    private static Properties properties(Store store, String campaign) {
        Properties p = new Properties();
        p.setProperty("org.quartz.scheduler.instanceName", "nocturne-" + campaign);
        p.setProperty("org.quartz.scheduler.instanceId", "AUTO");
        p.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        // Else Quartz leaves a group of threads in the JVM for each scheduler, and what Java knows of its beans with
        // it.
        p.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        p.setProperty("org.quartz.threadPool.threadCount", "1");
        p.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        p.setProperty(
                "org.quartz.jobStore.driverDelegateClass",
                store.isPostgres()
                        ? "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate"
                        : "org.quartz.impl.jdbcjobstore.StdJDBCDelegate");
        p.setProperty("org.quartz.jobStore.useProperties", "true");
        p.setProperty("org.quartz.jobStore.dataSource", "store");
        p.setProperty("org.quartz.jobStore.tablePrefix", "QRTZ_");
        p.setProperty("org.quartz.jobStore.isClustered", String.valueOf(store.isPostgres()));
        return p;
    }

    /** What Quartz runs: it passes the word on and decides nothing. */
    @DisallowConcurrentExecution
    public static final class Retrain implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            try {
                if (context.getScheduler().getContext().get(CALLBACK) instanceof Due due) {
                    due.fired(context.getTrigger().getKey().getName());
                }
            } catch (SchedulerException e) {
                throw new ScheduleException("the schedule lost its campaign: " + e.getMessage(), e);
            }
        }
    }

    /** Told what fired: "clock" or "labels". Called on Quartz's own thread; it should return soon. */
    @FunctionalInterface
    public interface Due {
        void fired(String by);
    }
}
