package org.yuyin.web;

import io.vertx.ext.web.Router;

/** Something that answers requests: a page or a REST endpoint. */
public interface Endpoint {
  /** Adds its routes. Called once, before the server listens. */
  void mount(Router router);
}
