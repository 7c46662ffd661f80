package org.yuyin.storage;

/**
 * A stored file.
 *
 * @param sha256 of its content, 64 lower-case hexadecimal digits: its address
 * @param bytes its size
 */
public record Blob(String sha256, long bytes) {}
