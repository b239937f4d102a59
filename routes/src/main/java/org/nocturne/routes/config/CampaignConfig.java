package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A campaign file.
 *
 * @param name letters, digits, dot, dash and underscore; names the folder under runs/
 * @param seed from which every other seed is derived
 * @param audit a second code and what it labels; absent where there is none
 * @param notifications who is told what happens; absent, nobody is
 * @param budget what it may spend
 * @param work what becomes of work directories
 * @param slots jobs of the code that run at once
 */
public record CampaignConfig(
        @JsonProperty("name") String name,
        @JsonProperty("seed") Long seed,
        @JsonProperty("target") TargetConfig target,
        @JsonProperty("structure") StructureConfig structure,
        @JsonProperty("code") CodeConfig code,
        @JsonProperty("replicas") ReplicasConfig replicas,
        @JsonProperty("reference") ReferenceConfig reference,
        @JsonProperty("candidates") CandidatesConfig candidates,
        @JsonProperty("model") ModelConfig model,
        @JsonProperty("correction") CorrectionConfig correction,
        @JsonProperty("retrain") RetrainConfig retrain,
        @JsonProperty("acquisition") AcquisitionConfig acquisition,
        @JsonProperty("retries") RetriesConfig retries,
        @JsonProperty("audit") @Nullable AuditConfig audit,
        @JsonProperty("budget") BudgetConfig budget,
        @JsonProperty("work") WorkConfig work,
        @JsonProperty("slots") Integer slots,
        @JsonProperty("launcher") LauncherConfig launcher,
        @JsonProperty("notify") @Nullable NotifyConfig notifications,
        @JsonProperty("store") StoreConfig store) {

    public CampaignConfig {
        Wanted.present("name", name, "a name for the campaign");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,79}")) {
            throw new ConfigValueException(
                    "name", "is '" + name + "'; wanted are up to 80 letters, digits, dots, dashes and underscores");
        }
        seed = Wanted.orElse(seed, 1L);
        Wanted.present("target", target, "a target with file, radiation, kind and temperature-K");
        Wanted.present("structure", structure, "a structure with a file");
        Wanted.present("code", code, "a code with a name");
        Wanted.present("replicas", replicas, "replicas with temperatures-K");
        Wanted.present("candidates", candidates, "candidates with a count");
        if (!structure.isDisordered() && replicas.heldOut() < 1) {
            throw new ConfigValueException(
                    "replicas.held-out", "is 0; a crystal needs at least 1, or no model could be judged");
        }
        if (structure.isGlass() && replicas.coolingKelvinPerPicosecond() == null) {
            throw new ConfigValueException(
                    "replicas.cooling-K-per-ps",
                    "is missing; a glass is its quenches, and they need heat-to-K and a rate");
        }
        candidates = candidates.at(target.temperatureK());
        if (candidates.temperaturesK().size() > 1) {
            String found = "is " + candidates.temperaturesK()
                    + (structure.pressureKbar() == null
                            ? "; "
                            : " with structure.pressure-kbar " + structure.pressureKbar() + "; ");
            structure.whyOneTemperature().ifPresent(why -> {
                throw new ConfigValueException("candidates.temperatures-K", found + why);
            });
        }
        if (candidates.variants() != null && !structure.isGlass()) {
            throw new ConfigValueException(
                    "candidates.variants",
                    "stands beside structure.phase " + structure.phase()
                            + "; variants are made of the quenches of a glass: wanted is phase: glass, or no variants");
        }
        int ownReplicas = structure.isGlass() ? 0 : 4;
        reference = Wanted.orElse(reference, new ReferenceConfig(ownReplicas, 5000, 50, 200, 20, null));
        if (reference.replicas() > 0 && structure.isGlass()) {
            throw new ConfigValueException(
                    "reference.replicas",
                    "is " + reference.replicas()
                            + "; a glass is judged by quenches that were made before: wanted is 0, or from"
                            + " with a folder of `nocturne reference --heat-to --cooling`");
        }
        if (reference.from() != null && structure.pressureKbar() != null) {
            throw new ConfigValueException(
                    "structure.pressure-kbar",
                    "is " + structure.pressureKbar()
                            + " beside reference.from; the cell is that of the reference, whose inherent"
                            + " structure can stand as structure.file: wanted is one of the two");
        }
        model = Wanted.orElse(model, new ModelConfig(4.0, 1, null));
        correction = Wanted.orElse(correction, CorrectionConfig.none());
        if (correction.isOn() && structure.isDisordered()) {
            throw new ConfigValueException(
                    "correction.method",
                    "is '" + correction.method()
                            + "'; a liquid or glass has no force constants to correct with: wanted is none");
        }
        if (correction.isOn() && !correction.forces().equals(CorrectionConfig.CODE) && model.network() == null) {
            throw new ConfigValueException(
                    "correction.forces",
                    "is 'model', but without model.network what is learned is the linear force from which proposals are drawn"
                            + " already, so that it would correct nothing: wanted is code, or a network");
        }
        retrain = Wanted.orElse(retrain, new RetrainConfig(50, null, true));
        acquisition = Wanted.orElse(acquisition, AcquisitionConfig.none());
        launcher = Wanted.orElse(launcher, LauncherConfig.local());
        retries = Wanted.orElse(retries, RetriesConfig.usual());
        retries.requireFor(code, launcher);
        if (audit != null) {
            audit.requireFor(structure);
        }
        budget = Wanted.orElse(budget, BudgetConfig.usual());
        work = Wanted.orElse(work, WorkConfig.usual());
        slots = Wanted.atLeast(
                "slots", Wanted.orElse(slots, Runtime.getRuntime().availableProcessors()), 1);
        store = Wanted.orElse(store, StoreConfig.inTheFolder());
    }
}
