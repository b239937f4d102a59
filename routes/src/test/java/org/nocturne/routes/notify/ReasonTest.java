package org.nocturne.routes.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;

class ReasonTest {
    private static final String SECRET = "https://hooks.example.org/services/T0/B1/xyz";

    @Test
    void a_refusal_tells_its_status_and_not_the_address() {
        var refused = new HttpOperationFailedException(SECRET, 404, "Not Found", null, null, "");

        assertThat(Reason.of(new IllegalStateException("outer", refused)))
                .isEqualTo("the address answered 404 Not Found");
    }

    @Test
    void of_an_address_only_the_host_is_told() {
        assertThat(Reason.of(new IOException("cannot connect to " + SECRET + " in time")))
                .isEqualTo("IOException: cannot connect to https://hooks.example.org/... in time");
    }

    @Test
    void it_is_one_line_without_double_quotes() {
        assertThat(Reason.of(new IOException("a \"b\"\nc"))).isEqualTo("IOException: a 'b' c");
    }
}
