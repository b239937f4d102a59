package org.nocturne.learning.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Tasks of pipelines that jobs have run, as the pipelines' own logs tell them. */
public final class PipelineTable {
    private static final int MOST_PROCESS = 200;
    private static final int MOST_NAME = 500;
    private static final int MOST_HASH = 20;

    private final Handle handle;

    PipelineTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * A task that has ended.
     *
     * @param process of the pipeline, such as RELAX
     * @param name such as "RELAX (s00003)"
     * @param hash of its work directory, as the engine prints it
     * @param attempt from 1
     * @param cores that it was given
     */
    public record PipelineTask(
            String process, String name, String hash, int attempt, boolean ok, double seconds, int cores) {}

    /** How many bytes of the log in this work directory have been read. */
    public long readBytes(String workDir) {
        return handle.createQuery("select read_bytes from pipeline_log where work_dir = :dir")
                .bind("dir", workDir)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** Keeps what further bytes of the log have told. */
    public void read(String workDir, long bytes, List<PipelineTask> tasks) {
        double spent = tasks.stream().mapToDouble(t -> t.seconds() * t.cores()).sum();
        int known = handle.createUpdate("""
                        update pipeline_log set read_bytes = :bytes, core_seconds = core_seconds + :spent where work_dir = :dir
                        """)
                .bind("bytes", bytes)
                .bind("spent", spent)
                .bind("dir", workDir)
                .execute();
        if (known == 0) {
            handle.createUpdate(
                            "insert into pipeline_log (work_dir, read_bytes, core_seconds) values (:dir, :bytes, :spent)")
                    .bind("bytes", bytes)
                    .bind("spent", spent)
                    .bind("dir", workDir)
                    .execute();
        }
        tasks.forEach(task -> insert(workDir, task));
    }

    private void insert(String workDir, PipelineTask task) {
        handle.createUpdate("""
                        insert into pipeline_task (work_dir, process, name, hash, attempt, ok, seconds, cores)
                        values (:dir, :process, :name, :hash, :attempt, :ok, :seconds, :cores)
                        """)
                .bind("dir", workDir)
                .bind("process", cut(task.process(), MOST_PROCESS))
                .bind("name", cut(task.name(), MOST_NAME))
                .bind("hash", cut(task.hash(), MOST_HASH))
                .bind("attempt", task.attempt())
                .bind("ok", task.ok())
                .bind("seconds", task.seconds())
                .bind("cores", task.cores())
                .execute();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** Tasks of one process of all pipelines. */
    public record Sum(String process, int ok, int failed, double coreSeconds) {}

    /** By the names of the processes. */
    public List<Sum> sums() {
        return handle.createQuery("""
                        select process, sum(case when ok then 1 else 0 end) as good, sum(case when ok then 0 else 1 end) as failed,
                               sum(seconds * cores) as spent
                        from pipeline_task group by process order by process
                        """)
                .map((rs, ctx) ->
                        new Sum(rs.getString("process"), rs.getInt("good"), rs.getInt("failed"), rs.getDouble("spent")))
                .list();
    }

    /** What all tasks together have taken. */
    public double coreHours() {
        return handle.createQuery("select coalesce(sum(core_seconds), 0) / 3600 from pipeline_log")
                .mapTo(Double.class)
                .one();
    }
}
