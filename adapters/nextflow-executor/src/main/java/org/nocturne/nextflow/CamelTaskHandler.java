package org.nocturne.nextflow;

import nextflow.exception.ProcessException;
import nextflow.executor.BashWrapperBuilder;
import nextflow.processor.TaskBean;
import nextflow.processor.TaskHandler;
import nextflow.processor.TaskRun;
import nextflow.processor.TaskStatus;
import nextflow.trace.TraceRecord;

/** One task: the engine writes its files, Nocturne runs them. */
final class CamelTaskHandler extends TaskHandler {
    /** The engine's local executor redirects what the wrapper itself prints; here the wrapper has to. */
    private static final String HEADER =
            "cd -- \"$(dirname -- \"$0\")\" || exit 1\nexec > " + TaskRun.CMD_LOG + " 2>&1\n";

    private final CamelExecutor executor;
    private final HandedTask handed;
    private long nativeId;

    CamelTaskHandler(TaskRun task, CamelExecutor executor) {
        super(task);
        this.executor = executor;
        this.handed = HandedTask.of(task);
    }

    @Override
    public void prepareLauncher() {
        TaskBean bean = getTask().toTaskBean();
        bean.setHeaderScript(HEADER);
        new BashWrapperBuilder(bean).build();
    }

    @Override
    public void submit() {
        executor.handover().hand(handed);
        setStatus(TaskStatus.SUBMITTED);
    }

    @Override
    public boolean checkIfRunning() {
        Standing standing = executor.handover().standing(handed.token());
        if (!isSubmitted() || !standing.hasBegun()) {
            return false;
        }
        nativeId = standing.id();
        setStatus(TaskStatus.RUNNING);
        return true;
    }

    @Override
    public boolean checkIfCompleted() {
        Standing standing = executor.handover().standing(handed.token());
        if (!isRunning() || !standing.hasEnded()) {
            return false;
        }
        TaskRun task = getTask();
        task.setExitStatus(standing.exitCode());
        task.setStdout(task.getWorkDir().resolve(TaskRun.CMD_OUTFILE));
        task.setStderr(task.getWorkDir().resolve(TaskRun.CMD_ERRFILE));
        if (standing.problem() != null) {
            task.setError(new ProcessException(standing.problem()));
        }
        executor.handover().forget(handed.token());
        setStatus(TaskStatus.COMPLETED);
        return true;
    }

    @Override
    protected void killTask() {
        executor.handover().end(handed.token());
    }

    @Override
    public TraceRecord getTraceRecord() {
        TraceRecord record = super.getTraceRecord();
        if (nativeId != 0) {
            record.put("native_id", nativeId);
        }
        return record;
    }
}
