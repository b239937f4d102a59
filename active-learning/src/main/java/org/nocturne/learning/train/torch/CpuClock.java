package org.nocturne.learning.train.torch;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** CPU time of this process divided by its threads: unlike wall time, it does not depend on who else is at work. */
record CpuClock(int threads) {

    double seconds() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() * 1e-9 / threads;
    }
}
