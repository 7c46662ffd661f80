/**
 * The face of the program: pages for people ({@code page}) and REST endpoints for programs ({@code
 * api}), mounted on one server. Thin, no logic of their own; reads everything upstream and never
 * blocks the event loop: what waits is a {@code Future}, what computes runs on a worker.
 */
@NullMarked
package org.yuyin.web;

import org.jspecify.annotations.NullMarked;
