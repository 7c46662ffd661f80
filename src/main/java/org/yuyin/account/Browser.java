package org.yuyin.account;

import java.util.Optional;

/**
 * Where somebody signs in.
 *
 * @param address of the machine
 * @param name what the browser calls itself
 * @param secret of the session that it has; another one takes its place
 */
public record Browser(String address, String name, Optional<String> secret) {}
