package org.nocturne.routes.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DashboardAddressTest {
    @Test
    void another_address_than_this_machine_wants_tls_or_a_persons_word() {
        assertThatThrownBy(() -> new DashboardAddress("0.0.0.0", 8080, null, null, false))
                .hasMessageContaining("--dashboard-host is 0.0.0.0")
                .hasMessageContaining("--dashboard-keystore")
                .hasMessageContaining("--dashboard-clear");
        assertThat(new DashboardAddress("0.0.0.0", 8080, null, null, true).isLocal())
                .isFalse();
    }

    @Test
    void a_key_store_wants_its_password_and_both_are_there() {
        Path missing = Path.of("no-such.p12");

        assertThatThrownBy(() -> new DashboardAddress("127.0.0.1", 0, missing, null, false))
                .hasMessageContaining("go together");
        assertThatThrownBy(() -> new DashboardAddress("127.0.0.1", 0, missing, missing, false))
                .hasMessageContaining("no-such.p12: cannot be read");
    }

    @Test
    void a_port_that_is_taken_is_told() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(DashboardAddress.HERE))) {
            assertThatThrownBy(() -> DashboardAddress.here(taken.getLocalPort()).bound())
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
                    .hasMessageContaining("wanted is");
        }
        assertThatThrownBy(() -> DashboardAddress.here(70_000)).hasMessageContaining("--dashboard is 70000");
    }
}
