package org.yuyin.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yuyin.catalogue.AdCard;
import org.yuyin.catalogue.CatalogueCounts;
import org.yuyin.jobs.Job;
import org.yuyin.review.ReviewTasks;
import org.yuyin.training.RunCard;

/**
 * What the home page shows.
 *
 * @param counts of the catalogue
 * @param groups categories by what they are merged into
 * @param recentUploads ads that somebody asked music for, the newest first
 * @param running runs that wait or work, the newest first
 * @param failed the newest run alone, if it failed or was lost
 * @param serving the run whose model recommends
 * @param before the run that recommended before it
 * @param demo the job that makes the demo catalogue, while it goes on or when it failed
 * @param failedJobs jobs that failed within a day, the newest first; trainings and the demo have
 *     notices of their own
 * @param review queues that are not judged to the end, the newest first
 */
public record HomeFacts(
    CatalogueCounts counts,
    List<CategoryGroup> groups,
    List<AdCard> recentUploads,
    List<RunCard> running,
    List<RunCard> failed,
    Optional<RunLine> serving,
    Optional<Long> before,
    Optional<Job> demo,
    List<Job> failedJobs,
    List<ReviewTasks.Line> review) {
  /** Whether there is nothing to show yet. */
  public boolean empty() {
    return counts.included() + counts.excluded() == 0;
  }

  /** The length of the longest bar: ads found in the largest merged category. */
  public long largestGroup() {
    return Math.max(1, groups.stream().mapToLong(CategoryGroup::found).max().orElse(1));
  }

  /** What deserves attention, the most urgent first. */
  public List<Notice> notices() {
    var notices = new ArrayList<Notice>();
    failed.forEach(run -> notices.add(Notice.failedRun(run)));
    failedJobs.stream().limit(1).map(Notice::failedJob).forEach(notices::add);
    running.stream().filter(RunCard::silent).forEach(run -> notices.add(Notice.silentRun(run)));
    if (counts.synthetic() > 0) {
      notices.add(Notice.syntheticAds(counts.synthetic(), counts.included()));
    }
    return notices;
  }
}
