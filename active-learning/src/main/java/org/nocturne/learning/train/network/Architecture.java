package org.nocturne.learning.train.network;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What is trained: all that fixes a network but its weights. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NetworkShape.class, name = "force"),
    @JsonSubTypes.Type(value = DenoiserShape.class, name = "denoiser")
})
public sealed interface Architecture permits NetworkShape, DenoiserShape {}
