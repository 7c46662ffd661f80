package org.yuyin.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuyin.model.Schedule;

class CourseTest {
  @Test
  void thePapersDataGetThePapersCourse() {
    var course = Course.of(Schedule.fitted(), 95_607);

    assertThat(course.batch()).isEqualTo(1024);
    assertThat(course.batches()).isEqualTo(94);
    assertThat(course.epochs()).isEqualTo(30);
    assertThat(course.patience()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"40,32", "249,32", "400,50", "4000,500", "10000,1024"})
  void batchesAreAboutAnEighthOfSmallData(int pairs, int batch) {
    assertThat(Course.of(Schedule.fitted(), pairs).batch()).isEqualTo(batch);
  }

  @Test
  void smallDataGoOnWhileTheEvaluationLossFalls() {
    var course = Course.of(Schedule.fitted(), 249);

    assertThat(course.over(10, 3)).isFalse();
    assertThat(course.over(13, 3)).isTrue();
    assertThat(course.epochs()).isEqualTo(350);
    assertThat(course.over(350, 349)).isTrue();
    assertThat(course.toString()).contains("249 pairs", "10 epochs", "350 at most");
  }

  @Test
  void whatIsAskedForIsDone() {
    var course = Course.of(new Schedule(1e-4, 1024, 30, 10), 249);

    assertThat(course.batch()).isEqualTo(1024);
    assertThat(course.batches()).isEqualTo(1);
    assertThat(course.over(29, 1)).isFalse();
    assertThat(course.over(30, 30)).isTrue();
  }
}
