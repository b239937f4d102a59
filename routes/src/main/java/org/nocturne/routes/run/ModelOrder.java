package org.nocturne.routes.run;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.generator.neural.ExecutionDevice;
import org.nocturne.generator.neural.OnnxRuntime;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.loop.ModelRegistry;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.config.CampaignConfig;

/**
 * What a person asks of the versions of a campaign's model, answered with how they stand afterwards. The runner answers where one lives;
 * else the store is opened here.
 *
 * @param version that {@link Kind#PROMOTE} is about
 * @param why is kept with the term of office
 */
public record ModelOrder(Kind kind, int version, String why, boolean force) {
    /** Its words on the control socket begin with this one. */
    static final String WORD = "model ";

    /** What is asked. */
    public enum Kind {
        LIST,
        PROMOTE,
        ROLLBACK
    }

    /** Either of the two. */
    record Answer(
            @Nullable ModelVersions versions, @Nullable String refusal) {}

    public static ModelOrder list() {
        return new ModelOrder(Kind.LIST, 0, "", false);
    }

    /**
     * Carries it out.
     *
     * @throws IllegalArgumentException if it is refused, with the reason
     */
    public ModelVersions carryOut(CampaignFolder folder) {
        CampaignConfig config = folder.configuration().config();
        Optional<String> alive = ControlSocket.ask(folder.dir(), WORD + Answers.json(this));
        Answer answer;
        if (alive.isPresent()) {
            answer = Answers.read(alive.get(), Answer.class);
        } else {
            try (Store store = folder.openStore(config)) {
                answer = answer(
                        store,
                        new ModelRegistry(
                                PlanOfConfig.of(config, Optional.empty()),
                                store,
                                new CampaignFiles(folder.dir()),
                                new OnnxRuntime(ExecutionDevice.cpu(1))));
            }
        }
        if (answer.versions() == null) {
            throw new IllegalArgumentException(answer.refusal());
        }
        return answer.versions();
    }

    /** Answers one that came over the control socket. */
    static String answer(String word, Store store, ModelRegistry registry) {
        return Answers.json(
                Answers.read(word.substring(WORD.length()), ModelOrder.class).answer(store, registry));
    }

    private Answer answer(Store store, ModelRegistry registry) {
        try {
            switch (kind) {
                case PROMOTE -> registry.promote(version, why, force);
                case ROLLBACK -> registry.rollback(why);
                case LIST -> {}
            }
            return new Answer(ModelVersions.of(store), null);
        } catch (IllegalArgumentException e) {
            return new Answer(null, e.getMessage());
        }
    }
}
