package org.nocturne.learning.loop;

import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Subject;
import org.nocturne.learning.store.SubjectTable.Replica;
import org.nocturne.learning.store.Transaction;

/** Independent MD runs that are queued, and why. */
final class Replicas {
    /** How the reason of a replica begins that acquisition bought. */
    private static final String ACQUIRED = "acquired";
    /** How that of a replica begins that came with a temperature. */
    private static final String ADDED = "added";

    private Replicas() {}

    /** Queues some, each with a seed of its own, which its number fixes. */
    static int queue(CampaignPlan plan, Transaction tx, Role role, Kelvin temperature, int count, String reason) {
        for (int k = 0; k < count; k++) {
            int next = tx.subjects().replicas().size() + 1;
            int id = tx.subjects().insertReplica(role, temperature, plan.seedOf("replica", next), reason);
            tx.jobs().enqueue(Subject.replica(id), Step.REPLICA);
        }
        return count;
    }

    static String acquired(String why) {
        return ACQUIRED + " " + why;
    }

    static boolean wasAcquired(Replica replica) {
        return replica.reason().startsWith(ACQUIRED);
    }

    static String added(String why) {
        return ADDED + " " + why;
    }

    static boolean wasAdded(Replica replica) {
        return replica.reason().startsWith(ADDED);
    }

    static boolean isOpen(Transaction tx, Replica replica) {
        return tx.jobs().of(Subject.replica(replica.id())).stream()
                .anyMatch(j -> j.state() == Job.State.PENDING || j.state() == Job.State.RUNNING);
    }
}
