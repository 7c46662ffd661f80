package org.yuyin.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes copies of media that every browser plays: AAC in M4A, H.264 and AAC in MP4. */
final class PreviewEncoder {
  private static final Set<String> PICTURES_IN_MP4 = Set.of("h264");
  private static final Set<String> SOUND_IN_MP4 = Set.of("aac", "mp3");
  private static final String SOUND_BIT_RATE = "160k";
  // Even sides, as 4:2:0 wants them, and no more pixels than a screen beside a list shows.
  private static final String SCALE =
      "scale='trunc(min(1,1280/max(iw,ih))*iw/2)*2':'trunc(min(1,1280/max(iw,ih))*ih/2)*2'";

  private static final List<String> PICTURES =
      List.of("-vf", SCALE, "-pix_fmt", "yuv420p", "-c:v", "libopenh264", "-b:v", "2500k");
  private static final String CLIP_BIT_RATE = "192k";
  private static final double FADE_SECONDS = 1.5;

  private final MediaPrograms programs = MediaPrograms.bundled();
  private final MediaLimits limits;
  private final LimitedProcess child;
  private final ContainerSniffer sniffer;

  PreviewEncoder(MediaLimits limits) {
    this.limits = limits;
    this.child =
        new LimitedProcess(limits.wallClock(), limits.memoryBytes(), limits.maxOutputBytes());
    this.sniffer = new ContainerSniffer(limits.maxFileBytes());
  }

  /** Whether browsers play the file as it is. */
  static boolean playsEverywhere(MediaInfo info) {
    return info.container().equals("mp4")
        && info.picture().map(picture -> PICTURES_IN_MP4.contains(picture.codec())).orElse(false)
        && info.sound().map(sound -> SOUND_IN_MP4.contains(sound.codec())).orElse(true);
  }

  /** The first sound track alone; AAC is taken over as it is. */
  void sound(Path media, MediaInfo info, Path target) {
    var form = new ArrayList<>(List.of("-map", "0:a:0", "-vn", "-sn", "-dn"));
    if (info.sound().map(sound -> sound.codec().equals("aac")).orElse(false)) {
      form.addAll(List.of("-c:a", "copy"));
    } else {
      form.addAll(List.of("-ac", "2", "-c:a", "aac", "-b:a", SOUND_BIT_RATE));
    }
    form.addAll(List.of("-f", "ipod"));
    write(media, form, target);
  }

  /**
   * The pictures with other music: from its start, again where it is shorter, faded out at the end.
   * Pictures that browsers play are taken over as they are.
   *
   * @param info of the pictures' file
   * @param gainDb what the music is made louder by
   */
  void clip(Path pictures, MediaInfo info, Path music, double gainDb, Path target) {
    double seconds = info.durationSeconds();
    var fade = Math.min(FADE_SECONDS, seconds / 4);
    var form = new ArrayList<>(List.of("-stream_loop", "-1"));
    form.addAll(InputOptions.of(music, sniffer.sniff(music), limits));
    form.addAll(List.of("-map", "0:v:0", "-map", "1:a:0", "-sn", "-dn"));
    form.addAll(
        List.of(
            "-af",
            String.format(
                Locale.ROOT,
                "volume=%.2fdB,afade=t=out:st=%.3f:d=%.3f",
                gainDb,
                seconds - fade,
                fade)));
    form.addAll(List.of("-t", String.format(Locale.ROOT, "%.3f", seconds)));
    form.addAll(playsEverywhere(info) ? List.of("-c:v", "copy") : PICTURES);
    form.addAll(List.of("-ac", "2", "-ar", "48000", "-c:a", "aac", "-b:a", CLIP_BIT_RATE));
    form.addAll(List.of("-f", "mp4"));
    write(pictures, form, target);
  }

  /** Pictures and sound; slow, some seconds for an ad. */
  void video(Path media, Path target) {
    var form = new ArrayList<>(List.of("-map", "0:v:0", "-map", "0:a:0?", "-sn", "-dn"));
    form.addAll(PICTURES);
    form.addAll(List.of("-ac", "2", "-c:a", "aac", "-b:a", SOUND_BIT_RATE, "-f", "mp4"));
    write(media, form, target);
  }

  private void write(Path media, List<String> form, Path target) {
    var command = new ArrayList<String>();
    command.add(programs.ffmpeg().toString());
    command.addAll(List.of("-v", "error", "-nostdin", "-y"));
    command.addAll(InputOptions.of(media, sniffer.sniff(media), limits));
    command.addAll(form);
    command.addAll(List.of("-map_metadata", "-1", "-movflags", "+faststart"));
    command.add(target.toString());
    try {
      child.read(command, output -> output.readAllBytes().length);
    } catch (ChildFailedException e) {
      throw FfmpegFailures.about(media, e);
    }
  }
}
