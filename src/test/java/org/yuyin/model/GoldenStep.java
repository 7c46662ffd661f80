package org.yuyin.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yuyin.feature.Modality;

/** One YuYin step computed by PyTorch: see {@code yuyin_step/LICENCE.md}. */
public final class GoldenStep {
  private static final Pattern SHAPE = Pattern.compile("'shape': \\((\\d+),(?: (\\d+))?\\)");

  /** Our weight names and the reference's. */
  public static final Map<String, String> NAMES = names();

  private GoldenStep() {}

  /** The small network that the step was computed with. */
  public static TrainableNetwork network(boolean symmetric, boolean maskSameTrack) {
    var settings =
        new YuYinSettings(
            32, 16, 8, Fusion.WFM, true, true, 0.1, 3, 0.07, symmetric, maskSameTrack);
    return YuYinNetwork.of(
        settings,
        new DataShape(
            Map.of(Modality.VIDEO, 40, Modality.AUDIO, 24, Modality.EMOTION, 16, Modality.TEXT, 20),
            List.of("0", "1", "2", "3", "4", "5")));
  }

  /** The step's weights. Its features are standardised already, so the standardisers do nothing. */
  public static List<WeightValues> weights() {
    var values = new ArrayList<WeightValues>();
    NAMES.forEach(
        (ours, theirs) -> {
          var array = read("w_" + theirs);
          values.add(new WeightValues(ours, array.shape, array.values, true));
        });
    for (var standardised : Map.of("audio", 24, "emotion", 16).entrySet()) {
      var name = "standardiser." + standardised.getKey();
      int width = standardised.getValue();
      var ones = new float[width];
      java.util.Arrays.fill(ones, 1);
      values.add(new WeightValues(name + ".mean", new long[] {width}, new float[width], false));
      values.add(new WeightValues(name + ".deviation", new long[] {width}, ones, false));
    }
    return values;
  }

  /** The step's 64 pairs. */
  public static Batch batch(NDManager manager) {
    var features =
        new Features(
            Map.of(
                Modality.VIDEO, array("v", manager),
                Modality.AUDIO, array("a", manager),
                Modality.EMOTION, array("e", manager),
                Modality.TEXT, array("t", manager)));
    return new Batch(
        features, labels("tag", manager), labels("track", manager), labels("merged", manager));
  }

  /** A float array by the reference's name. */
  public static NDArray array(String name, NDManager manager) {
    var array = read(name);
    return manager.create(java.nio.FloatBuffer.wrap(array.values), new Shape(array.shape));
  }

  /** What the reference found. */
  public static JsonNode expected() {
    try (var in = GoldenStep.class.getResourceAsStream("/yuyin_step/expected.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static NDArray labels(String name, NDManager manager) {
    var values = read(name).values;
    var labels = new long[values.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (long) values[i];
    }
    return manager.create(labels);
  }

  private record Values(long[] shape, float[] values) {}

  private static Values read(String name) {
    try (var in = GoldenStep.class.getResourceAsStream("/yuyin_step/" + name + ".npy")) {
      var bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      int headerLength = bytes.getShort(8);
      var header = new String(bytes.array(), 10, headerLength, StandardCharsets.US_ASCII);
      var shape = SHAPE.matcher(header);
      if (!shape.find()) {
        throw new IllegalStateException("no shape in " + header);
      }
      bytes.position(10 + headerLength);
      var values = new float[bytes.remaining() / 4];
      for (int i = 0; i < values.length; i++) {
        values[i] = header.contains("<i4") ? bytes.getInt() : bytes.getFloat();
      }
      int rows = Integer.parseInt(shape.group(1));
      if (shape.group(2) == null) {
        return new Values(new long[] {rows}, values);
      }
      int columns = Integer.parseInt(shape.group(2));
      return new Values(
          new long[] {rows, columns},
          header.contains("'fortran_order': True") ? byRows(values, rows, columns) : values);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static float[] byRows(float[] byColumns, int rows, int columns) {
    var byRows = new float[byColumns.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        byRows[row * columns + column] = byColumns[column * rows + row];
      }
    }
    return byRows;
  }

  private static Map<String, String> names() {
    var layers = new LinkedHashMap<String, String>();
    layers.put("video.embedding", "v.0");
    layers.put("music.fusion.gate", "m.0.gate");
    layers.put("music.fusion.linear", "m.0.lin");
    layers.put("text.embedding", "t.0");
    for (var modality : List.of("video", "music", "text")) {
      layers.put(modality + ".projection.hidden", modality.charAt(0) + ".1");
      layers.put(modality + ".projection.output", modality.charAt(0) + ".3");
    }
    layers.put("classifier", "cls");
    var names = new LinkedHashMap<String, String>();
    layers.forEach(
        (ours, theirs) -> {
          names.put(ours + ".weight", theirs + ".weight");
          names.put(ours + ".bias", theirs + ".bias");
        });
    return names;
  }
}
