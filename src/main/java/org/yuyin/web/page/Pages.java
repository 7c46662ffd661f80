package org.yuyin.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yuyin.web.Endpoint;
import org.yuyin.web.MenuItem;
import org.yuyin.web.Sources;
import org.yuyin.web.Views;
import org.yuyin.web.contract.ApiContract;

/** The registry of pages; their order is that of the menu. */
public final class Pages {
  private final List<Page> pages;

  /** Those pages. */
  public Pages(List<Page> pages) {
    this.pages = List.copyOf(pages);
  }

  /** Every page of the studio; a new page adds its line here. */
  public static Pages standard(Sources sources) {
    var pages =
        new ArrayList<Page>(
            List.of(
                new HomePage(sources),
                new AdsPage(sources.catalogue()),
                new AdPage(sources),
                new AdsAlikePiece(sources),
                new MusicPage(sources),
                new AddMusicPage(sources),
                new TrackPage(sources),
                new TrackAdvicePiece(sources),
                new RecommendPage(sources),
                new RecommendAdPage(sources),
                new RankingPiece(sources),
                new ReviewPage(sources),
                new ReviewTaskPage(sources),
                new ReviewItemPiece(sources),
                new ReviewResultsPage(sources),
                new DataPage(sources),
                new DatasetPage(sources),
                new CategoriesPage(sources),
                new CategoryChangePiece(sources),
                new TrainPage(sources),
                new RunsPage(sources),
                new RunMembersPiece(sources),
                new RunPage(sources),
                new JobsPage(sources),
                new JobLinesPiece(sources),
                new ComparePage(sources),
                new TablesPage(sources.tables()),
                new TablePiece(sources.tables()),
                new ApiPage(ApiContract.standard()),
                new SeePage(sources),
                new SeePanelPiece(sources),
                new SeeTrayPiece(sources.see()),
                new SignInPage(sources),
                new SetupPage(sources),
                new AccountPage(sources),
                new UsersPage(sources),
                new AuditPage(sources)));
    for (var picture : ModelPicture.values()) {
      pages.add(new ModelPicturePage(sources, picture));
      pages.add(new ModelPicturePiece(sources, picture));
    }
    return new Pages(pages);
  }

  /** Entries of the menu, in order. */
  public List<MenuItem> menu() {
    return pages.stream().map(Page::menu).flatMap(Optional::stream).toList();
  }

  /** What answers requests for them. */
  public List<Endpoint> endpoints(Views views) {
    return pages.stream().<Endpoint>map(page -> new PageEndpoint(page, views)).toList();
  }
}
