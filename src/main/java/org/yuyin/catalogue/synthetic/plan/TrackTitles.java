package org.yuyin.catalogue.synthetic.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Gives every track a name of its own, in the spirit of its mood. */
final class TrackTitles {
  private static final List<String> LIGHT =
      List.of(
          "Morning", "Golden", "Sunny", "Paper", "Little", "Lemon", "Open", "Early", "Clear",
          "Summer", "Garden", "Silver");
  private static final List<String> DARK =
      List.of(
          "Midnight",
          "Winter",
          "Deep",
          "Hidden",
          "Slate",
          "Distant",
          "Northern",
          "Indigo",
          "Quiet",
          "Evening",
          "Amber",
          "Velvet");
  private static final List<String> CALM =
      List.of(
          "Boats",
          "Lanterns",
          "Letters",
          "Window",
          "Feather",
          "Harbour",
          "Clouds",
          "Mirror",
          "Teahouse",
          "Snow",
          "Willow",
          "Lullaby");
  private static final List<String> DRIVING =
      List.of(
          "Runner",
          "Signals",
          "Parade",
          "Express",
          "Sparks",
          "Arcade",
          "Rooftops",
          "Engine",
          "Rally",
          "Neon",
          "Skyline",
          "Drums");

  private final Set<String> used = new HashSet<>();
  private final RandomGenerator random;

  TrackTitles(RandomGenerator random) {
    this.random = random;
  }

  String next(Mood mood) {
    var first = mood.brightness() > 0.5 ? LIGHT : DARK;
    var second = mood.energy() > 0.5 ? DRIVING : CALM;
    var title =
        first.get(random.nextInt(first.size())) + " " + second.get(random.nextInt(second.size()));
    var unique = title;
    for (int number = 2; !used.add(unique); number++) {
      unique = title + " " + number;
    }
    return unique;
  }
}
