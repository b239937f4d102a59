package org.nocturne.routes.cli.bench.crash;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.nocturne.routes.cli.bench.crash.Finding.Kind;

/**
 * What a proof prints.
 *
 * @param deaths kills by place, and there by way
 * @param peers what other runners of tasks did in a scenario of their own, where they were asked for
 * @param findings what was found, in words
 */
record CrashTable(
        long seed,
        String code,
        int campaigns,
        int kills,
        long lost,
        long duplicated,
        long torn,
        long orphans,
        @JsonProperty("second_copies") long secondCopies,
        long refused,
        long broken,
        Map<String, Map<String, Integer>> deaths,
        List<PeerLine> peers,
        List<Finding> findings) {

    static CrashTable of(
            long seed,
            String code,
            int campaigns,
            int kills,
            Map<String, Map<String, Integer>> deaths,
            List<Finding> found,
            List<PeerLine> peers) {
        return new CrashTable(
                seed,
                code,
                campaigns,
                kills,
                count(found, Kind.LOST),
                count(found, Kind.DUPLICATED),
                count(found, Kind.TORN),
                count(found, Kind.ORPHAN),
                count(found, Kind.SECOND_COPY),
                count(found, Kind.REFUSED),
                count(found, Kind.BROKEN),
                deaths,
                peers,
                found);
    }

    private static long count(List<Finding> found, Kind kind) {
        return found.stream().filter(f -> f.kind() == kind).count();
    }
}
