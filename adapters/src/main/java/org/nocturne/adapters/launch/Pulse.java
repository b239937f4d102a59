package org.nocturne.adapters.launch;

import java.time.Duration;
import java.util.Optional;

/**
 * What tells of a run whether it lives.
 *
 * @param atWork false while it waits in a queue, or was put to sleep there
 * @param processor time that all its processes have used so far; empty where it is not known
 */
public record Pulse(boolean atWork, Optional<Duration> processor) {}
