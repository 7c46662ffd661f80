package org.yuyin.retrieval;

import org.yuyin.dataset.Snapshot;
import org.yuyin.model.Encoder;

/**
 * A model and the pairs it is asked about.
 *
 * @param run whose model it is
 * @param encoder of the model; owned by the {@link ServingModel}
 * @param snapshot the pairs
 */
record Trained(long run, Encoder encoder, Snapshot snapshot) {}
