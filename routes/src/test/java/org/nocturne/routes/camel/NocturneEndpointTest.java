package org.nocturne.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Job;
import org.nocturne.routes.run.Campaign;
import org.nocturne.routes.run.FinishedJob;
import org.nocturne.routes.run.ShellNight;

/** Every action of the component, on a true campaign whose code is a line of bash. */
@Timeout(30)
class NocturneEndpointTest {
    @TempDir
    Path dir;

    private DefaultCamelContext camel;
    private Campaign campaign;

    @BeforeEach
    void open() {
        camel = new DefaultCamelContext();
        campaign = new ShellNight(dir, "true", 2).campaign();
        camel.getRegistry().bind("campaign", campaign);
    }

    @AfterEach
    void close() {
        campaign.close();
        camel.stop();
    }

    private NocturneEndpoint endpoint(String uri) {
        return camel.getEndpoint(uri, NocturneEndpoint.class);
    }

    private Optional<?> ask(String uri) {
        return Asking.of(endpoint(uri)).next(campaign);
    }

    private Exchange tell(String action, Object body) throws Exception {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(body);
        endpoint("nocturne:" + action).createProducer().process(exchange);
        return exchange;
    }

    @Test
    void a_job_is_claimed_started_finished_and_recorded() throws Exception {
        Object job = ask("nocturne:jobs?step=minimise").orElseThrow();
        assertThat(job).isInstanceOf(Job.class);

        tell("start", job);
        Optional<?> done = ask("nocturne:finished?step=minimise");
        while (done.isEmpty()) {
            Thread.sleep(10);
            done = ask("nocturne:finished?step=minimise");
        }
        assertThat(done.get()).isInstanceOf(FinishedJob.class);
        tell("record", done.get());

        assertThat(campaign.progress().turn(Step.REPLICA)).contains(Step.REPLICA);
        assertThat(ask("nocturne:jobs?step=replica&slots=2")).isPresent();
        assertThat(dir.resolve("route.log"))
                .content()
                .contains("minimise campaign=shell basin=b0001 code=shell try=1 ok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nocturne:jobs?step=label",
                "nocturne:finished?step=relax",
                "nocturne:wanted?what=candidate&buffer=2",
                "nocturne:due?what=assess",
                "nocturne:due?what=retrain"
            })
    void what_is_not_due_is_empty(String uri) {
        assertThat(ask(uri)).isEmpty();
    }

    @Test
    void scoring_assessing_acquiring_retraining_and_going_on_can_be_asked_for_at_any_time() throws Exception {
        tell("score", null);
        Exchange assessed = tell("assess", 1);
        assertThat(assessed.getMessage().getBody()).isEqualTo(List.of());
        assertThat(assessed.getMessage().getHeader(Doing.ROUND)).isEqualTo(1);
        endpoint("nocturne:acquire").createProducer().process(assessed);
        tell("retrain", "clock");
        tell("next", null);

        assertThat(dir.resolve("route.log")).content().contains("assess   campaign=shell round=1");
    }

    @Test
    void proposing_without_a_library_says_so() {
        assertThatThrownBy(() -> tell("propose", null)).hasMessageContaining("library of replicas is empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nocturne:jbos?step=relax | nocturne:jbos is nothing to consume from; wanted is jobs, finished, wanted or due",
                "nocturne:jobs | nocturne:jobs: step is ''; wanted is minimise, replica, relax, label or audit",
                "nocturne:finished?step=relaxed | nocturne:finished: step is 'relaxed'; wanted is minimise, replica, relax, label or audit",
                "nocturne:wanted?what=replica | nocturne:wanted: what is 'replica'; wanted is candidate",
                "nocturne:due?what=report | nocturne:due: what is 'report'; wanted is assess, audit, retrain or tidy"
            })
    void what_cannot_be_consumed_from_is_named_with_what_can(String uri, String message) {
        assertThatThrownBy(() -> endpoint(uri).createConsumer(exchange -> {})).hasMessage(message);
    }

    @Test
    void what_cannot_be_sent_to_is_named_with_what_can() {
        assertThatThrownBy(() -> endpoint("nocturne:strat").createProducer())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nocturne:strat is nothing to send to; wanted is start, record, propose");
    }

    @ParameterizedTest
    @CsvSource({"start, Job", "record, FinishedJob", "assess, Integer", "audit, Integer", "retrain, String"})
    void a_body_that_is_missing_is_asked_for_by_its_kind(String action, String kind) {
        assertThatThrownBy(() -> tell(action, null)).hasMessage("the body is null; wanted is a " + kind);
    }

    @Test
    void an_audit_without_a_second_code_says_so() {
        assertThatThrownBy(() -> tell("audit", 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the campaign has no second code");
    }

    @Test
    void acquiring_without_an_assessment_says_what_is_wanted() {
        assertThatThrownBy(() -> tell("acquire", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nocturne:acquire")
                .hasMessageContaining("nocturne:assess");
    }

    @Test
    void an_endpoint_without_a_campaign_says_so() {
        camel.getRegistry().unbind("campaign");

        assertThatThrownBy(() -> tell("next", null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("nocturne:next needs one Campaign in the registry, found 0");
    }

    /** A poll that throws would be tried again every 50 ms until the morning. */
    @Test
    void a_fault_while_looking_into_the_store_halts_the_campaign() throws Exception {
        NocturneConsumer consumer = new NocturneConsumer(endpoint("nocturne:due?what=assess"), exchange -> {}, c -> {
            throw new IllegalStateException("the disk is gone");
        });

        assertThat(consumer.poll()).isZero();

        assertThat(campaign.fault()).get().hasToString("java.lang.IllegalStateException: the disk is gone");
    }
}
