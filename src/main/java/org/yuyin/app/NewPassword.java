package org.yuyin.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.yuyin.storage.InputException;
import picocli.CommandLine.Option;

/** Asks for a password. Never an argument: those stand in the history and in lists of processes. */
final class NewPassword {
  @Option(
      names = "--password-stdin",
      description = "Read the password from the first line of standard input instead of asking.")
  private boolean fromStandardInput;

  String read(String name) {
    return fromStandardInput ? firstLine() : ask(name);
  }

  private static String firstLine() {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try {
      var line = in.readLine();
      if (line == null) {
        throw new InputException("standard input is empty; it should hold the password");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String ask(String name) {
    var console = System.console();
    if (console == null || !console.isTerminal()) {
      throw new InputException("no terminal to ask at; give the password with --password-stdin");
    }
    var first = console.readPassword("Password of %s: ", name);
    var again = console.readPassword("The same again: ");
    if (first == null || !Arrays.equals(first, again)) {
      throw new InputException("the two passwords differ; nothing was changed");
    }
    return new String(first);
  }
}
