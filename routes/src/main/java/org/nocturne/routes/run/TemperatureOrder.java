package org.nocturne.routes.run;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.generator.neural.ExecutionDevice;
import org.nocturne.generator.neural.OnnxRuntime;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.loop.Temperatures;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.config.CampaignConfig;

/**
 * A person wants a campaign to propose and judge at further temperatures. The runner answers where one lives; else the store is opened here.
 *
 * @param kelvin those that are added, all or none
 */
public record TemperatureOrder(List<Double> kelvin) {
    /** Its words on the control socket begin with this one. */
    static final String WORD = "temperature ";

    public TemperatureOrder {
        kelvin = List.copyOf(kelvin);
    }

    /** One of the two: all at which is proposed from now on, in kelvin, or why none was added. */
    record Answer(@Nullable List<Double> all, @Nullable String refusal) {}

    /**
     * Carries it out.
     *
     * @return all temperatures at which is proposed from now on
     * @throws IllegalArgumentException if it is refused, with the reason
     */
    public List<Kelvin> carryOut(CampaignFolder folder) {
        CampaignConfig config = folder.configuration().config();
        Answer answer = ControlSocket.ask(folder.dir(), WORD + Answers.json(this))
                .map(said -> Answers.read(said, Answer.class))
                .orElseGet(() -> ofStore(folder, config));
        List<Double> all = answer.all();
        if (all == null) {
            throw new IllegalArgumentException(answer.refusal());
        }
        return all.stream().map(Kelvin::of).toList();
    }

    private Answer ofStore(CampaignFolder folder, CampaignConfig config) {
        try (Store store = folder.openStore(config)) {
            return answer(new Temperatures(
                    PlanOfConfig.of(config, Optional.empty()),
                    store,
                    new CampaignFiles(folder.dir()),
                    new OnnxRuntime(ExecutionDevice.cpu(1)),
                    folder.frozenReference(config)));
        }
    }

    /** Answers one that came over the control socket. */
    static String answer(String word, Temperatures temperatures) {
        return Answers.json(Answers.read(word.substring(WORD.length()), TemperatureOrder.class)
                .answer(temperatures));
    }

    private Answer answer(Temperatures temperatures) {
        try {
            temperatures.add(kelvin.stream().map(Kelvin::of).toList());
            return new Answer(temperatures.all().stream().map(Kelvin::value).toList(), null);
        } catch (IllegalArgumentException e) {
            return new Answer(null, e.getMessage());
        }
    }
}
