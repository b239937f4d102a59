package org.nocturne.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nocturne.docs.Page;

class RoutesPageTest {
    private static final Page PAGE = Page.of("docs/routes.md");
    private static final String LOOP = "classpath:org/nocturne/routes/loop.yaml";

    @TempDir
    Path dir;

    static List<String> consumed() {
        return table("**From**", "**To**");
    }

    static List<String> produced() {
        return table("**To**", "| parameter |");
    }

    private static List<String> table(String from, String to) {
        String part =
                PAGE.text().substring(PAGE.text().indexOf(from), PAGE.text().indexOf(to));
        return new Page(PAGE.file(), part).all("^\\| `(nocturne:[^`]+)` \\|");
    }

    private static NocturneEndpoint endpoint(String uri) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            return context.getEndpoint(uri, NocturneEndpoint.class);
        }
    }

    @ParameterizedTest
    @MethodSource("consumed")
    void what_the_page_consumes_from_is_accepted(String uri) {
        assertThatCode(() -> Asking.of(endpoint(uri))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("produced")
    void what_the_page_sends_to_is_accepted(String uri) {
        assertThatCode(() -> Doing.of(endpoint(uri).getAction())).doesNotThrowAnyException();
    }

    @Test
    void what_is_accepted_stands_on_the_page() throws Exception {
        NocturneEndpoint nowhere = endpoint("nocturne:nowhere");

        assertThat(named(catchThrowable(() -> Asking.of(nowhere))))
                .hasSize(4)
                .allSatisfy(action -> assertThat(consumed()).anyMatch(uri -> uri.startsWith("nocturne:" + action)));
        assertThat(named(catchThrowable(() -> Doing.of("nowhere"))))
                .hasSize(10)
                .allSatisfy(action -> assertThat(produced()).contains("nocturne:" + action));
    }

    /** The words that the message offers instead. */
    private static List<String> named(Throwable refusal) {
        String words = String.valueOf(refusal.getMessage()).replaceFirst("(?s).*wanted is ", "");
        return List.of(words.split(", | or "));
    }

    @Test
    void every_parameter_stands_on_the_page() {
        List<String> parameters = Stream.of(NocturneEndpoint.class.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .map(Field::getName)
                .toList();

        assertThat(parameters).hasSizeGreaterThan(5);
        assertThat(parameters).allSatisfy(name -> assertThat(PAGE.text()).contains("\n| `" + name + "` |"));
    }

    @Test
    void every_route_of_the_loop_stands_on_the_page() throws Exception {
        assertThat(load(LOOP)).isNotEmpty().allSatisfy(route -> assertThat(PAGE.text())
                .contains("`" + route.getRouteId() + "`"));
    }

    @Test
    void a_route_of_the_campaign_comes_beside_the_loop() throws Exception {
        Files.writeString(dir.resolve("own.yaml"), own());

        assertThat(load(LOOP + ",file:" + dir + "/*.yaml"))
                .hasSize(load(LOOP).size() + 1)
                .anyMatch(route -> route.getRouteId().equals("relax-and-tell"));
    }

    @Test
    void an_id_of_the_loop_is_refused() throws Exception {
        String own = own().replace("id: relax-and-tell", "id: relax");
        Files.writeString(dir.resolve("own.yaml"), own);

        assertThatThrownBy(() -> load(LOOP + ",file:" + dir + "/*.yaml")).hasMessageContaining("relax");
    }

    private static String own() {
        return PAGE.snippets("yaml").stream()
                .filter(snippet -> snippet.contains("id: relax-and-tell"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_route_of_the_application_elsewhere_is_that_of_the_example() throws Exception {
        Path example = Path.of(System.getProperty("nocturne.root"), "examples/camel-application");
        assertThat(PAGE.snippets("yaml"))
                .contains(Files.readString(example.resolve("src/main/resources/camel/labels.yaml")));
    }

    @Test
    void events_want_a_folder() {
        assertThatThrownBy(() -> endpoint("nocturne:events").createConsumer(exchange -> {}))
                .hasMessageContaining("dir is not set");
    }

    /** Loaded as the runner loads them, and not started. */
    private static List<RouteDefinition> load(String pattern) throws Exception {
        Main camel = new Main();
        camel.addInitialProperty("campaign", "runs/page");
        camel.addInitialProperty("slots", "2");
        camel.configure().withName("page").withJmxEnabled(false).withAutoStartup(false);
        camel.configure().withRoutesIncludePattern(pattern);
        camel.start();
        try {
            return List.copyOf(camel.getCamelContext()
                    .getCamelContextExtension()
                    .getContextPlugin(Model.class)
                    .getRouteDefinitions());
        } finally {
            camel.stop();
        }
    }
}
