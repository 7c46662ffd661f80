package org.yuyin.training;

import java.util.List;
import org.yuyin.model.WeightValues;

/**
 * A training or its result at one moment.
 *
 * @param description what is trained
 * @param position how far it had come
 * @param weights of the network
 * @param moments of Adam; empty where there is nothing left to continue
 * @param steps that Adam has taken
 */
public record Checkpoint(
    Description description,
    Position position,
    List<WeightValues> weights,
    List<WeightValues> moments,
    long steps) {}
