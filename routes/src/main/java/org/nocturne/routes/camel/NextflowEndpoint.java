package org.nocturne.routes.camel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.nocturne.adapters.nextflow.PipelineOrder;
import org.nocturne.routes.pipeline.PipelineTasks;

/** Run a Nextflow pipeline; or take, start and answer the tasks of one whose executor is camel. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "nextflow",
        title = "Nextflow",
        syntax = "nextflow:action",
        category = {Category.WORKFLOW})
public class NextflowEndpoint extends DefaultEndpoint {
    private static final String RUN = "run";

    @UriPath(description = "From: tasks, ended. To: run, start, answer.")
    @Metadata(required = true)
    private String action = "";

    @UriParam(description = "Milliseconds between two looks", defaultValue = "20")
    private long delay = 20;

    @UriParam(description = "To run: the pipeline's script")
    private String script = "";

    @UriParam(description = "To run: profiles of the configuration, as after -profile")
    private String profile = "";

    @UriParam(description = "To run: configuration files, separated by commas, as after -c")
    private String config = "";

    @UriParam(
            description = "To run: whether tasks that an earlier run for the same message has finished are taken over",
            defaultValue = "true")
    private boolean resume = true;

    @UriParam(description = "To run: where the runs lie, each in a folder of its own", defaultValue = "pipelines")
    private String dir = "pipelines";

    @UriParam(
            description = "To run: the pipeline's parameter for the folder of published files",
            defaultValue = "outdir")
    private String outdir = "outdir";

    @UriParam(description = "To run: how long one run may take", defaultValue = "24h", javaType = "java.time.Duration")
    private long timeLimit = 86_400_000;

    @UriParam(
            description =
                    "To run: whether the pipeline is read when the route starts, and refused where it cannot be run or publishes nothing",
            defaultValue = "true")
    private boolean check = true;

    public NextflowEndpoint(String uri, NextflowComponent component) {
        super(uri, component);
    }

    @Override
    public Producer createProducer() {
        return action.equals(RUN) ? new PipelineProducer(this) : new NextflowProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        NextflowConsumer consumer = new NextflowConsumer(this, processor);
        consumer.setInitialDelay(delay);
        consumer.setDelay(delay);
        consumer.setGreedy(true);
        configureConsumer(consumer);
        return consumer;
    }

    /** The tasks bound in the registry.
     *
     * @throws IllegalStateException if there are none, or those of more than one pipeline
     */
    PipelineTasks tasks() {
        Set<PipelineTasks> found = getCamelContext().getRegistry().findByType(PipelineTasks.class);
        if (found.size() != 1) {
            throw new IllegalStateException(
                    "nextflow:" + action + " needs one PipelineTasks in the registry, found " + found.size());
        }
        return found.iterator().next();
    }

    /** What is to be run, without what a message says.
     *
     * @throws IllegalArgumentException if no script is named, or it is not there
     */
    PipelineOrder order() {
        Path file = Path.of(script).toAbsolutePath();
        if (script.isEmpty() || !Files.isRegularFile(file)) {
            throw new IllegalArgumentException("nextflow:run: script is '" + script
                    + "', and there is no such file; wanted is that of a pipeline");
        }
        List<Path> configs = Stream.of(config.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> Path.of(name).toAbsolutePath())
                .toList();
        return new PipelineOrder(file, profile, configs, Map.of(), resume);
    }

    Path folder() {
        return Path.of(dir).toAbsolutePath();
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public long getDelay() {
        return delay;
    }

    public void setDelay(long delay) {
        this.delay = delay;
    }

    public String getScript() {
        return script;
    }

    public void setScript(String script) {
        this.script = script;
    }

    public String getProfile() {
        return profile;
    }

    public void setProfile(String profile) {
        this.profile = profile;
    }

    public String getConfig() {
        return config;
    }

    public void setConfig(String config) {
        this.config = config;
    }

    public boolean isResume() {
        return resume;
    }

    public void setResume(boolean resume) {
        this.resume = resume;
    }

    public String getDir() {
        return dir;
    }

    public void setDir(String dir) {
        this.dir = dir;
    }

    public String getOutdir() {
        return outdir;
    }

    public void setOutdir(String outdir) {
        this.outdir = outdir;
    }

    public long getTimeLimit() {
        return timeLimit;
    }

    public void setTimeLimit(long timeLimit) {
        this.timeLimit = timeLimit;
    }

    public boolean isCheck() {
        return check;
    }

    public void setCheck(boolean check) {
        this.check = check;
    }
}
