package org.yuyin.web.contract;

import io.vertx.ext.web.Router;
import io.vertx.sqlclient.Pool;
import org.yuyin.web.Endpoint;

/**
 * Checks requests by the contract and gives it to whoever wants it: {@code GET
 * /api/v1/openapi.yaml}. Mounted before the endpoints that the contract describes.
 */
public final class ContractEndpoint implements Endpoint {
  private final ApiContract contract;

  private final Pool pool;

  /** Of that contract. */
  public ContractEndpoint(ApiContract contract, Pool pool) {
    this.contract = contract;
    this.pool = pool;
  }

  @Override
  public void mount(Router router) {
    new ContractCheck(contract, pool).mount(router);
    router
        .get("/api/v1/openapi.yaml")
        .handler(
            request ->
                request
                    .response()
                    .putHeader("Content-Type", "application/yaml; charset=utf-8")
                    .putHeader("Cache-Control", "no-cache")
                    .end(contract.yaml()));
  }
}
