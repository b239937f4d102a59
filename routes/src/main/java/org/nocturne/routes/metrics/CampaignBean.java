package org.nocturne.routes.metrics;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.run.Beside;
import org.nocturne.routes.run.LoopAge;
import org.nocturne.routes.run.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the campaign in the JVM that leads it as {@code org.nocturne:type=Campaign,name=...}. No port is opened by it. */
public final class CampaignBean implements CampaignMXBean, Beside {
    private static final Logger LOG = LoggerFactory.getLogger(CampaignBean.class);

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final LoopAge loop = new LoopAge(System::nanoTime);
    private final Supplier<Status> status;
    private final ObjectName name;

    private CampaignBean(Store store, Supplier<Status> status) throws JMException {
        this.status = new RecentStatus(status, System::nanoTime);
        String campaign =
                store.inTransaction(tx -> tx.campaign().find().orElseThrow().name());
        name = new ObjectName("org.nocturne:type=Campaign,name=" + ObjectName.quote(campaign));
        server.registerMBean(this, name);
    }

    public static Opening opening() {
        return (store, status) -> {
            try {
                return new CampaignBean(store, status);
            } catch (JMException e) { // a night is not given up because nobody can watch it
                LOG.error("the campaign is not shown to JMX: {}", String.valueOf(e.getMessage()));
                return NOTHING.open(store, status);
            }
        };
    }

    @Override
    public String getState() {
        return status.get().state();
    }

    @Override
    public Map<String, Integer> getCandidates() {
        return status.get().candidates();
    }

    @Override
    public int getCandidatesPlanned() {
        return status.get().candidatesPlanned();
    }

    @Override
    public Map<String, Integer> getJobs() {
        return status.get().jobs();
    }

    @Override
    public Map<String, Integer> getFailures() {
        return status.get().failures();
    }

    @Override
    public int getLabels() {
        return status.get().labels();
    }

    @Override
    public int getChampion() {
        Integer champion = status.get().champion();
        return champion == null ? 0 : champion;
    }

    @Override
    public int getRounds() {
        return status.get().rounds();
    }

    @Override
    public double getBestRwp() {
        Double best = status.get().bestRwp();
        return best == null ? Double.NaN : best;
    }

    @Override
    public int getSlots() {
        return status.get().slots();
    }

    @Override
    public int getSlotsBusy() {
        return status.get().busySlots();
    }

    @Override
    public double getLoopAge() {
        return loop.seconds();
    }

    @Override
    public void lives() {
        loop.lives();
    }

    @Override
    public void close() {
        try {
            server.unregisterMBean(name);
        } catch (JMException e) {
            LOG.debug("it was not shown to JMX any more", e);
        }
    }
}
