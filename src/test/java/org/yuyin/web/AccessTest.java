package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuyin.account.Role;
import org.yuyin.web.account.Access;

/** The least role that every route needs: a new route that changes something adds its line here. */
class AccessTest {
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static final String CHANGES =
      """
      everyone POST /language
      everyone POST /sign-in
      everyone POST /theme
      owner DELETE /api/v1/ads/:id
      owner DELETE /api/v1/tracks/:id
      owner POST /api/v1/ads/:id/removal
      owner POST /api/v1/review/:taskId/delete
      owner POST /api/v1/tracks/:id/removal
      owner POST /api/v1/users
      owner POST /api/v1/users/:userId/disable
      owner POST /api/v1/users/:userId/enable
      owner POST /api/v1/users/:userId/role
      owner POST /api/v1/users/password
      owner POST /setup
      reviewer POST /api/v1/ads
      reviewer POST /api/v1/ads/:adId/category
      reviewer POST /api/v1/review/:taskId/items/:itemId/decision
      reviewer POST /api/v1/review/:taskId/items/:itemId/skip
      reviewer POST /api/v1/review/:taskId/labels
      reviewer POST /api/v1/review/:taskId/undo
      reviewer POST /review/reviewer
      trainer POST /api/v1/categories/move
      trainer POST /api/v1/categories/rename
      trainer POST /api/v1/datasets
      trainer POST /api/v1/datasets/jobs/:jobId/stop
      trainer POST /api/v1/demo
      trainer POST /api/v1/demo/stop
      trainer POST /api/v1/jobs
      trainer POST /api/v1/jobs/:jobId/again
      trainer POST /api/v1/jobs/:jobId/cancel
      trainer POST /api/v1/jobs/:jobId/webhook
      trainer POST /api/v1/music-table
      trainer POST /api/v1/projections
      trainer POST /api/v1/projections/cancel
      trainer POST /api/v1/review
      trainer POST /api/v1/review/:taskId/decisions
      trainer POST /api/v1/review/:taskId/items/:itemId/gold
      trainer POST /api/v1/runs
      trainer POST /api/v1/runs/:runId/resume
      trainer POST /api/v1/runs/:runId/service
      trainer POST /api/v1/runs/:runId/stop
      trainer POST /api/v1/tracks
      trainer POST /api/v1/tracks/:trackId
      viewer POST /api/v1/account/password
      viewer POST /api/v1/account/sign-out-everywhere
      viewer POST /api/v1/account/tokens
      viewer POST /api/v1/account/tokens/:tokenId/revoke
      viewer POST /sign-out
      """;

  /** What can be read by others than every user. */
  private static final String READS =
      """
      everyone GET /health
      everyone GET /health/live
      everyone GET /health/ready
      everyone GET /sign-in
      owner GET /api/v1/users
      owner GET /audit
      owner GET /users
      reviewer GET /review/:taskId
      reviewer GET /review/:taskId/item
      """;

  @Test
  void everyRouteNeedsTheRoleThatIsStatedHere() {
    var changes = new TreeSet<String>();
    var reads = new TreeSet<String>();
    var vertx = Vertx.vertx();
    var router = Router.router(vertx);
    studio.endpoints().forEach(endpoint -> endpoint.mount(router));
    for (var route : router.getRoutes()) {
      if (route.methods() == null) {
        assertThat(route.getPath())
            .as("only the contract stands before all methods")
            .isEqualTo("/api/v1/");
        continue;
      }
      for (var method : route.methods()) {
        var least = Access.needed(method, route.getPath().replaceAll(":\\w+", "7"));
        var line =
            "%s %s %s".formatted(least.map(Role::key).orElse("everyone"), method, route.getPath());
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
          changes.add(line);
        } else if (!line.startsWith("viewer ")) {
          reads.add(line);
        }
      }
    }
    vertx.close().await();
    assertThat(String.join("\n", changes)).isEqualTo(CHANGES.strip());
    assertThat(String.join("\n", reads)).isEqualTo(READS.strip());
  }

  @Test
  void whatNobodyNamedIsReadByUsersAndChangedByOwners() {
    assertThat(Access.needed(HttpMethod.GET, "/new")).contains(Role.VIEWER);
    assertThat(Access.needed(HttpMethod.POST, "/new")).contains(Role.OWNER);
    assertThat(Access.needed(HttpMethod.DELETE, "/api/v1/ads/7")).contains(Role.OWNER);
    assertThat(Access.needed(HttpMethod.POST, "/healthy")).contains(Role.OWNER);
    assertThat(Access.needed(HttpMethod.GET, "/sign-in-as")).contains(Role.VIEWER);
  }

  @Test
  void aSlashAtTheEndOpensNothing() {
    assertThat(Access.needed(HttpMethod.GET, "/users/")).contains(Role.OWNER);
    assertThat(Access.needed(HttpMethod.HEAD, "/audit/")).contains(Role.OWNER);
    assertThat(Access.needed(HttpMethod.POST, "/api/v1/runs/")).contains(Role.TRAINER);
  }
}
