package org.nocturne.routes.cli.bench.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What wrk 4.1.0 of Debian printed of a small server, once of a page that is there and once of one that is not. */
class WrkTest {
    private static final String GOOD = """
            Running 2s test @ http://127.0.0.1:8765/ok
              2 threads and 50 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency    15.35ms   77.91ms 838.31ms   97.38%
                Req/Sec     0.99k   535.78     2.47k    74.19%
              Latency Distribution
                 50%    2.18ms
                 75%    4.34ms
                 90%   11.21ms
                 99%  508.04ms
              3076 requests in 2.01s, 339.55KB read
            Requests/sec:   1528.56
            Transfer/sec:    168.73KB
            """;
    private static final String MISSING = """
            Running 2s test @ http://127.0.0.1:8765/bad
              2 threads and 50 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency    19.57ms   85.87ms 847.65ms   95.35%
                Req/Sec     1.31k     1.04k    3.65k    66.67%
              Latency Distribution
                 50%    1.36ms
                 75%    4.00ms
                 90%    9.29ms
                 99%  506.45ms
              3934 requests in 2.02s, 461.02KB read
              Non-2xx or 3xx responses: 3934
            Requests/sec:   1950.68
            Transfer/sec:    228.59KB
            """;

    @Test
    void its_quantiles_and_its_rate_are_read() {
        assertThat(Wrk.read(GOOD)).isEqualTo(new Wrk.Line(1528.56, 2.18, 508.04, 0));
    }

    /** Of a page that stood still for more than a second: units differ, and blanks follow them. */
    @Test
    void seconds_are_read_too() {
        assertThat(Wrk.read("""
                        Latency Distribution
                           50%    0.97ms
                           75%   34.88ms
                           90%  483.89ms
                           99%    1.39s\s
                        399610 requests in 15.05s, 0.91GB read
                      Requests/sec:  26551.08
                      """.indent(0)).p99Millis()).isEqualTo(1390);
    }

    @Test
    void answers_that_are_no_good_ones_are_counted() {
        assertThat(Wrk.read(MISSING).failed()).isEqualTo(3934);
    }

    @Test
    void anything_else_is_no_measurement() {
        assertThatThrownBy(() -> Wrk.read("unable to connect to 127.0.0.1:8765 Connection refused\n"))
                .hasMessageContaining("Connection refused");
    }
}
