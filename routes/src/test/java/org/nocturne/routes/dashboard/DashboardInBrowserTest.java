package org.nocturne.routes.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nocturne.core.format.CifFile;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.store.LedgerTable;

/** The page as people meet it; pictures of it stay in target/ to be looked at. */
@Tag("chromium")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DashboardInBrowserTest {
    private static final long TWO_SECONDS = 2000;
    private SeenCampaign campaign;
    private DashboardServer server;
    private Browser browser;

    @BeforeAll
    void serve(@TempDir Path dir) throws Exception {
        assumeTrue(Files.isExecutable(Browser.CHROMIUM), "SKIPPED: no " + Browser.CHROMIUM);
        campaign = new SeenCampaign(dir).fill();
        server = campaign.serve();
        browser = new Browser();
        Files.createDirectories(Path.of("target", "dashboard"));
    }

    @AfterAll
    void end() {
        if (browser != null) {
            browser.close();
            server.close();
            campaign.close();
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "dashboard", name + ".png"))
                .setFullPage(!name.contains("candidate")));
    }

    private static String perCent(double fraction) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * fraction);
    }

    @Test
    @Order(1)
    void every_panel_shows_what_the_store_holds() {
        try (Page page = browser.open(server.url())) {
            Map<String, Integer> states =
                    campaign.store.inTransaction(tx -> tx.tally().candidatesByState());
            states.forEach((state, n) -> assertThat(
                            page.locator("[data-state=" + state + "]").textContent())
                    .isEqualTo(String.valueOf(n)));
            assertThat(states).containsEntry("labelled", 8).containsEntry("failed", 2);

            var pattern = campaign.seen().pattern().get().orElseThrow();
            assertThat(page.locator("[data-value=frames]").textContent()).isEqualTo("8");
            assertThat(page.locator("[data-value=rwp]").textContent())
                    .isEqualTo(perCent(pattern.fit().rwp()));

            campaign.store.inTransaction(tx -> tx.ledger().assessments()).forEach(a -> assertThat(
                            page.locator("[data-round='" + a.round() + "']").textContent())
                    .contains(perCent(a.rwp())));

            List<LedgerTable.Row> ledger =
                    campaign.store.inTransaction(tx -> tx.ledger().newest());
            assertThat(page.locator("td.gate").count()).isEqualTo(ledger.size()).isEqualTo(6);
            for (String verdict : List.of("pass", "fail", "undecided")) {
                assertThat((long) page.locator("td.gate[data-verdict=" + verdict + "]")
                                .count())
                        .isEqualTo(ledger.stream()
                                .filter(r -> r.verdict().equals(verdict))
                                .count());
            }
            assertThat(page.locator("#ledger").textContent())
                    .contains("0.981", "0.974 to 0.988", "about 431 samples would decide");
            assertThat(page.locator("#models").textContent())
                    .contains("v1, in office", "kept", "5.33 %", "5.12 %", "inherent structure at \u2212936.7000 eV");
            assertThat(page.locator("#candidates tbody tr").count()).isEqualTo(10);
            assertThat(page.locator("#failures summary").allTextContents())
                    .hasSize(2)
                    .anySatisfy(text -> assertThat(text).startsWith("1 \u00d7 TIMED_OUT at relax"));
            assertThat(page.locator("#machine").textContent()).contains("No runner is at work", "relax", "minimise");
            assertThat(page.locator("#asked").textContent())
                    .contains("target.xye", "216 atoms: 216 Si", "300.0 K", "builtin");
            long events = campaign.store.inTransaction(tx -> tx.events().count());
            assertThat((long) page.locator("#log li").count()).isEqualTo(events);
            picture(page, "desk");
        }
    }

    @Test
    @Order(2)
    void words_of_a_code_or_a_file_stay_words() {
        try (Page page = browser.open(server.url())) {
            page.locator("#failures details[data-cause=NOT_FINITE] summary").click();
            page.locator("#failures .detail").first().waitFor();
            assertThat(page.locator("#failures").textContent()).contains(SeenCampaign.EVIL);
            page.locator("#failures details[data-cause=NOT_FINITE] button.link").click();
            Locator work = page.locator("#work");
            work.locator("button", new Locator.LocatorOptions().setHasText(".command.err"))
                    .first()
                    .click();
            page.waitForFunction("() => document.querySelector('#work pre').textContent.includes('ERROR')");
            assertThat(work.locator("pre").textContent()).contains(SeenCampaign.EVIL);
            assertThat(work.textContent()).contains(SeenCampaign.EVIL_FILE).doesNotContain("secret");

            assertThat(page.title()).startsWith("small: ");
            assertThat(page.locator("main img, main script, dialog img, dialog script, dialog b[onmouseover]")
                            .count())
                    .isZero();
        }
    }

    @Test
    @Order(3)
    void a_structure_is_drawn_beside_its_pattern() throws Exception {
        try (Page page = browser.open(server.url())) {
            page.locator("button", new Page.LocatorOptions().setHasText("c0003"))
                    .click();
            page.waitForFunction("() => document.querySelector('.viewer')?.dataset.drawn === 'thermal'");
            page.waitForTimeout(500);
            BufferedImage drawn = ImageIO.read(
                    new ByteArrayInputStream(page.locator(".viewer").screenshot()));
            picture(page, "candidate");

            assertThat(shareOffBackground(drawn)).isBetween(0.05, 0.95);
            double rwp = campaign.seen()
                    .facts()
                    .comparison()
                    .fit(campaign.store
                            .inTransaction(tx -> tx.patterns()
                                    .of(tx.frames()
                                            .of(org.nocturne.learning.store.Subject.candidate(3))
                                            .get(0)
                                            .id()))
                            .orElseThrow())
                    .rwp();
            assertThat(page.locator("[data-value=frame-rwp]").textContent()).isEqualTo(perCent(rwp));
            page.locator(".viewer").press("ArrowLeft");
            page.waitForTimeout(300);
            BufferedImage turned = ImageIO.read(
                    new ByteArrayInputStream(page.locator(".viewer").screenshot()));
            assertThat(differ(drawn, turned)).isGreaterThan(500);
        }
    }

    @Test
    @Order(4)
    void a_structure_is_saved_as_it_lies_in_the_folder() throws Exception {
        try (Page page = browser.open(server.url())) {
            page.locator("button", new Page.LocatorOptions().setHasText("c0002"))
                    .click();
            page.waitForFunction("() => document.querySelector('.viewer')?.dataset.drawn");
            var saved = page.waitForDownload(
                    () -> page.locator("#candidate button", new Page.LocatorOptions().setHasText("Save as extxyz"))
                            .click());

            assertThat(saved.suggestedFilename()).isEqualTo("c0002-thermal.extxyz");
            assertThat(Files.readString(saved.path()))
                    .isEqualTo(Files.readString(campaign.folder.dir().resolve("candidates/c0002-thermal.extxyz")));

            var cif = page.waitForDownload(
                    () -> page.locator("#candidate button", new Page.LocatorOptions().setHasText("Save as CIF"))
                            .click());
            assertThat(cif.suggestedFilename()).isEqualTo("c0002-thermal.cif");
            Path copy = campaign.folder.dir().resolve("c0002.cif"); // a download has a name without an ending
            cif.saveAs(copy);
            Structure read = CifFile.read(copy).get(0).structure();
            Structure stored = ExtendedXyz.read(saved.path()).get(0).structure();
            assertThat(read.xyzAngstrom()).containsExactly(stored.xyzAngstrom(), within(1e-9));
        }
    }

    @Test
    @Order(5)
    void a_keyboard_alone_reaches_everything() {
        try (Page page = browser.open(server.url())) {
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("Skip to how it goes");
            Set<String> reached = new HashSet<>();
            for (int k = 0; k < 60 && !focused(page).equals("c0010"); k++) {
                page.keyboard().press("Tab");
                reached.add(focused(page));
            }
            assertThat(reached).contains("Target", "Log", "What was asked", "c0010");
            page.keyboard().press("Enter");
            page.locator("#candidate[open]").waitFor();
            page.keyboard().press("Escape");
            page.waitForFunction("() => !document.querySelector('#candidate').open");
            assertThat(focused(page)).isEqualTo("c0010");
        }
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("() => (document.activeElement?.textContent ?? '').trim().slice(0, 40)"));
    }

    @Test
    @Order(6)
    void on_a_phone_nothing_runs_over_the_edge() {
        try (Page page = browser.open(server.url(), 390, ColorScheme.DARK)) {
            picture(page, "phone");
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(390);
            page.locator("button", new Page.LocatorOptions().setHasText("c0003"))
                    .click();
            page.waitForFunction("() => document.querySelector('.viewer')?.dataset.drawn");
            picture(page, "phone-candidate");
            assertThat(
                            page.evaluate(
                                    "() => { const d = document.querySelector('#candidate'); return d.scrollWidth - d.clientWidth; }"))
                    .isEqualTo(0);
        }
    }

    @Test
    @Order(7)
    void it_is_dark_where_the_machine_is() {
        try (Page page = browser.open(server.url(), 1200, ColorScheme.DARK)) {
            picture(page, "dark");
            assertThat(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(18, 22, 27)");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    @Order(8)
    void axe_finds_nothing_serious(ColorScheme scheme) {
        try (Page page = browser.open(server.url(), 1200, scheme)) {
            assertThat(violations(page)).isEmpty();
            page.locator("button", new Page.LocatorOptions().setHasText("c0003"))
                    .click();
            page.waitForFunction("() => document.querySelector('.viewer')?.dataset.drawn");
            assertThat(violations(page)).isEmpty();
        }
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(v -> List.of("serious", "critical").contains(v.getImpact()))
                        .map(v -> v.getId() + ": "
                                + v.getNodes().stream()
                                        .map(n -> String.valueOf(n.getHtml()))
                                        .limit(5)
                                        .toList())
                        .toList();
    }

    @Test
    @Order(9)
    void a_commit_is_seen_within_two_seconds() {
        try (Page page = browser.open(server.url())) {
            page.waitForFunction("() => document.querySelector('#live').textContent === 'live'");
            page.waitForTimeout(1500);
            long best = Long.MAX_VALUE;
            for (int id = 11; id < 15 && best >= TWO_SECONDS; id++) { // a machine that does much else may be late once
                campaign.labelled(id, 2);
                long begin = System.nanoTime();
                page.waitForFunction(
                        "([labelled, name]) => document.querySelector('[data-state=labelled]').textContent === labelled"
                                + " && document.querySelector('#log li').textContent.includes(name)",
                        List.of(String.valueOf(id - 2), "c00" + id));
                best = Math.min(best, (System.nanoTime() - begin) / 1_000_000);
                page.waitForTimeout(1500);
            }
            assertThat(best).isLessThan(TWO_SECONDS);
        }
    }

    @Test
    @Order(10)
    void without_the_token_nothing_can_be_ordered_and_with_it_the_campaign_pauses_and_gets_more() {
        try (Page page = browser.open(server.url())) {
            assertThat(page.locator("#orders").textContent()).startsWith("Read-only");
            assertThat(page.locator("#orders button").count()).isZero();
        }
        campaign.isLed();
        try (Page page = browser.open(server.url() + "#token=" + campaign.token())) {
            assertThat(page.url()).doesNotContain("token");
            page.locator("#orders button", new Page.LocatorOptions().setHasText("Pause"))
                    .click();
            page.locator("#state.paused").waitFor();
            page.locator("#orders button", new Page.LocatorOptions().setHasText("Go on"))
                    .click();
            page.locator("#state.running").waitFor();
            page.locator("#orders summary").first().click();
            page.locator("input[name=core-hours]").fill("12.5");
            page.locator("#orders button", new Page.LocatorOptions().setHasText("Grant"))
                    .last()
                    .click();
            page.waitForFunction("() => document.querySelector('#figures').textContent.includes('of 12.5 core hours')");
            page.locator("#orders summary").last().click();
            page.locator("input[name=kelvin]").fill("450");
            picture(page, "ordering");
            page.locator("#orders button", new Page.LocatorOptions().setHasText("Add"))
                    .last()
                    .click();
            page.waitForFunction("() => document.querySelector('#asked').textContent.includes('450.0 K')");
        }
        Double granted = campaign.store.inTransaction(
                tx -> tx.budgets().present().orElseThrow().coreHours());
        assertThat(granted).isEqualTo(12.5);
        assertThat(campaign.store.<List<Kelvin>>inTransaction(
                        tx -> tx.temperatures().added()))
                .containsExactly(Kelvin.of(450));
    }

    @Test
    @Order(11)
    void all_that_while_no_page_complained_and_nothing_left_the_machine() {
        assertThat(browser.complaints).isEmpty();
        assertThat(browser.asked).hasSizeGreaterThan(100).allSatisfy(url -> assertThat(
                        url.startsWith(server.url()) || url.startsWith("blob:" + server.url()))
                .as(url)
                .isTrue());
    }

    private static double shareOffBackground(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                counts.merge(image.getRGB(x, y), 1, Integer::sum);
            }
        }
        int all = counts.values().stream().mapToInt(n -> n).sum();
        int background = counts.values().stream().mapToInt(n -> n).max().orElse(0);
        return 1 - (double) background / all;
    }

    private static int differ(BufferedImage a, BufferedImage b) {
        int n = 0;
        for (int y = 0; y < Math.min(a.getHeight(), b.getHeight()); y++) {
            for (int x = 0; x < Math.min(a.getWidth(), b.getWidth()); x++) {
                n += a.getRGB(x, y) == b.getRGB(x, y) ? 0 : 1;
            }
        }
        return n;
    }
}
