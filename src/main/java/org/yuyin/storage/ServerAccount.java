package org.yuyin.storage;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who runs the database server. PostgreSQL refuses root, so root starts its programs through a
 * command that gives the privileges up.
 *
 * @param prefix what stands before each program; empty for an ordinary user
 * @param uid numeric owner that the cluster's files must have
 */
record ServerAccount(List<String> prefix, int uid) {
  private static final Logger LOG = LoggerFactory.getLogger(ServerAccount.class);
  private static final int ROOT = 0;
  private static final int NOBODY = 65534;
  private static final Duration PROBE = Duration.ofSeconds(20);

  /**
   * In order of preference. In a user namespace the files stay root's own, so that it also works
   * below folders which no other user may enter; containers often forbid namespaces, and then
   * another user has to do.
   */
  private static final List<ServerAccount> INSTEAD_OF_ROOT =
      List.of(
          new ServerAccount(List.of("unshare", "--user"), ROOT),
          new ServerAccount(
              List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
              NOBODY),
          new ServerAccount(List.of("runuser", "-u", "nobody", "--"), NOBODY));

  /** Decides who runs the server, given its programs and a scratch folder in the data folder. */
  @FunctionalInterface
  interface Choice {
    /** Refused when nobody can. */
    ServerAccount choose(PostgresPrograms programs, Path temporary);
  }

  /** The first way that works here. */
  static ServerAccount find(PostgresPrograms programs, Path temporary) {
    int uid = (int) new UnixSystem().getUid();
    return uid == ROOT
        ? instead(INSTEAD_OF_ROOT, programs, temporary)
        : new ServerAccount(List.of(), uid);
  }

  /** The first of the candidates that works here. */
  static ServerAccount instead(
      List<ServerAccount> candidates, PostgresPrograms programs, Path temporary) {
    for (var candidate : candidates) {
      if (candidate.works(programs, temporary)) {
        LOG.debug("the database server runs through {}", candidate.prefix());
        return candidate;
      }
    }
    throw new InputException(
        "the embedded database refuses to run as root, and neither unshare nor setpriv nor runuser"
            + " works here with %s; run as an ordinary user or give --database-url"
                .formatted(temporary.getParent()));
  }

  /** The command line of one of PostgreSQL's programs. */
  List<String> command(String program, List<String> arguments) {
    var command = new ArrayList<>(prefix);
    command.add(program);
    command.addAll(arguments);
    return command;
  }

  /** Hands a folder over when it belongs to another user, as after a change of the way. */
  void own(Path folder) throws IOException {
    if (!Files.getAttribute(folder, "unix:uid").equals(uid)) {
      Folders.giveTo(folder, uid);
    }
  }

  /** Whether the programs can be started and a file written below the data folder. */
  private boolean works(PostgresPrograms programs, Path temporary) {
    var script = "test \"$(id -u)\" != 0 && \"$1\" --version && : > \"$2/written\"";
    try {
      var folder = Files.createTempDirectory(temporary, "account-");
      try {
        own(folder);
        var arguments =
            List.of("-c", script, "sh", programs.program("postgres"), folder.toString());
        var outcome = ChildProgram.run(command("sh", arguments), temporary, PROBE);
        LOG.debug("{}: {} {}", prefix, outcome.exitCode(), outcome.output());
        return outcome.succeeded();
      } finally {
        Folders.delete(folder);
      }
    } catch (IOException e) {
      LOG.debug("{} does not work", prefix, e);
      return false;
    }
  }
}
