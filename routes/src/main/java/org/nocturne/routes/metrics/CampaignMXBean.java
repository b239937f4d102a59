package org.nocturne.routes.metrics;

import java.util.Map;

/** A running campaign's figures as jconsole and other JMX clients on its machine see them. */
public interface CampaignMXBean {
    /** Such as running. */
    String getState();

    /** By state. */
    Map<String, Integer> getCandidates();

    int getCandidatesPlanned();

    /** By state. */
    Map<String, Integer> getJobs();

    /** By cause. */
    Map<String, Integer> getFailures();

    int getLabels();

    /** Version in office; 0 before the first. */
    int getChampion();

    int getRounds();

    /** Smallest Rwp of the ensemble's mean; NaN before the first round. */
    double getBestRwp();

    int getSlots();

    int getSlotsBusy();

    /** Since the loop was seen to go round, s. */
    double getLoopAge();
}
