package org.yuyin.model;

/**
 * A way to learn which music goes with which pictures. A method is its settings, its network and
 * its default schedule; how it learns follows from the network: a {@link TrainableNetwork} is
 * trained by gradients, any other is finished once initialised.
 *
 * @param <S> its settings; see {@link org.yuyin.model.settings.SettingsForm}
 */
public interface Method<S extends Record> {
  /** As on the command line, such as {@code yuyin}. */
  String name();

  /** One sentence for lists. */
  String description();

  /** The publication it follows. */
  String source();

  /** The publication's settings. */
  S defaults();

  /** How it learns unless told otherwise. */
  default Schedule schedule() {
    return Schedule.fitted();
  }

  /** Its network for data of that shape; data that lack a modality are refused. */
  Network network(S settings, DataShape shape);
}
