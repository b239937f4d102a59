package org.nocturne.routes.run;

import java.time.Duration;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Outcome;
import org.nocturne.learning.store.Job;

/** A job whose process has ended: what it answered and how long it took. */
public record FinishedJob(Job job, Method method, Outcome outcome, Duration took) {}
