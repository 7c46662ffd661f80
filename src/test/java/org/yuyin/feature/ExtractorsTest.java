package org.yuyin.feature;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.yuyin.feature.transformer.TestCheckpoints;

class ExtractorsTest {
  @TempDir private Path models;

  @Test
  void aSubstituteIsNoticedOnceWithWhatToDo() {
    var lines =
        logged(
            extractors -> {
              for (int time = 0; time < 3; time++) {
                assertThat(extractors.preferred(Modality.AUDIO).info().name()).isEqualTo("logmel");
              }
            });
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst())
        .startsWith("audio is described by logmel, since ast cannot be used: ")
        .contains(models.resolve("ast").resolve("model.safetensors") + " is not there: put");
  }

  @Test
  void whatIsNoSubstituteNeedsNoNotice() {
    assertThat(
            logged(
                extractors ->
                    assertThat(extractors.preferred(Modality.TEXT).info().name())
                        .isEqualTo("bge-small-zh")))
        .isEmpty();
  }

  @Test
  void weightsPutInPlaceArePreferredFromThenOn() {
    logged(
        extractors -> {
          extractors.preferred(Modality.AUDIO);
          TestCheckpoints.copy(TestCheckpoints.AST, models.resolve("ast"));
          TestCheckpoints.copy(TestCheckpoints.BERT, models.resolve("bert-wwm"));
          assertThat(extractors.preferred(Modality.AUDIO).info().name()).isEqualTo("ast");
          assertThat(extractors.preferred(Modality.AUDIO).info().width()).isEqualTo(64);
          assertThat(extractors.preferred(Modality.TEXT).info().name()).isEqualTo("bert-wwm");
        });
  }

  private List<String> logged(java.util.function.Consumer<Extractors> work) {
    var logger = (Logger) LoggerFactory.getLogger(Extractors.class);
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    logger.addAppender(lines);
    try (var extractors = Extractors.standard(models)) {
      work.accept(extractors);
    } finally {
      logger.detachAppender(lines);
    }
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
