package org.yuyin.web.api;

import java.nio.file.Path;

/**
 * A file to send.
 *
 * @param path where it lies
 * @param type media type, such as {@code video/mp4}
 * @param tag names the content; the same tag means the same bytes
 */
record MediaFile(Path path, String type, String tag) {}
