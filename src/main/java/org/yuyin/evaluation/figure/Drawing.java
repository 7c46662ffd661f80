package org.yuyin.evaluation.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws panels: quiet axes, and the eight colours of Okabe and Ito that everyone can tell apart.
 */
final class Drawing {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 560;
  private static final int MARKER = 4;
  private static final float LINE = 2f;
  private static final int MANY_BARS = 6;
  private static final int MANY_SERIES = 4;
  private static final Marker[] MARKERS = {SeriesMarkers.CIRCLE, SeriesMarkers.TRIANGLE_UP};
  private static final Color[] COLOURS = {
    new Color(0xE69F00),
    new Color(0x56B4E9),
    new Color(0x009E73),
    new Color(0xCC79A7),
    new Color(0x0072B2),
    new Color(0xD55E00),
    new Color(0xF0E442),
    new Color(0x777777),
  };

  private Drawing() {}

  static Chart<?, ?> of(Panel panel) {
    return switch (panel) {
      case Panel.Scatter scatter -> scatter(scatter);
      case Panel.Curves curves -> curves(curves);
      case Panel.Bars bars -> bars(bars);
    };
  }

  private static Chart<?, ?> scatter(Panel.Scatter panel) {
    var chart = plane(panel.title(), "", "");
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    chart.getStyler().setMarkerSize(MARKER);
    chart.getStyler().setAxisTicksVisible(false); // t-SNE's coordinates mean nothing by themselves
    var categories = panel.series().stream().map(Panel.Points::category).distinct().toList();
    var kinds = panel.series().stream().map(Panel.Points::kind).distinct().toList();
    for (var points : panel.series()) {
      chart
          .addSeries(points.label(), column(points.places(), 0), column(points.places(), 1))
          .setMarker(MARKERS[kinds.indexOf(points.kind()) % MARKERS.length])
          .setMarkerColor(COLOURS[categories.indexOf(points.category()) % COLOURS.length]);
    }
    if (panel.series().size() > MANY_SERIES) {
      chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
      chart.getStyler().setLegendLayout(Styler.LegendLayout.Vertical);
    }
    return chart;
  }

  private static Chart<?, ?> curves(Panel.Curves panel) {
    var chart = plane(panel.title(), panel.axis(), "density");
    chart.getStyler().setXAxisDecimalPattern("0.00");
    var shown = Shown.of(panel);
    chart.getStyler().setXAxisMin(shown.from()).setXAxisMax(shown.to());
    panel
        .series()
        .forEach(
            (label, heights) ->
                chart
                    .addSeries(label, panel.x(), heights)
                    .setMarker(SeriesMarkers.NONE)
                    .setLineStyle(new BasicStroke(LINE)));
    return chart;
  }

  /**
   * The stretch of an axis where a curve can be told from the axis itself.
   *
   * @param from first place
   * @param to last place
   */
  private record Shown(double from, double to) {
    private static final double LEAST = 0.002; // of the highest point

    static Shown of(Panel.Curves panel) {
      double highest =
          panel.series().values().stream().flatMapToDouble(Arrays::stream).max().orElse(0);
      var places =
          IntStream.range(0, panel.x().length)
              .filter(i -> panel.series().values().stream().anyMatch(h -> h[i] > LEAST * highest))
              .mapToDouble(i -> panel.x()[i])
              .summaryStatistics();
      return places.getCount() < 2
          ? new Shown(panel.x()[0], panel.x()[panel.x().length - 1])
          : new Shown(places.getMin(), places.getMax());
    }
  }

  private static Chart<?, ?> bars(Panel.Bars panel) {
    CategoryChart chart =
        new CategoryChartBuilder().width(WIDTH).height(HEIGHT).title(panel.title()).build();
    quiet(chart.getStyler());
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setLabelsVisible(true);
    chart.getStyler().setXAxisLabelRotation(panel.counts().size() > MANY_BARS ? 45 : 0);
    List<String> names = new ArrayList<>(panel.counts().keySet());
    List<Integer> counts = new ArrayList<>(panel.counts().values());
    chart.addSeries("ads", names, counts);
    return chart;
  }

  private static XYChart plane(String title, String x, String y) {
    var chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    quiet(chart.getStyler());
    return chart;
  }

  private static void quiet(Styler styler) {
    styler.setSeriesColors(COLOURS);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendPosition(Styler.LegendPosition.OutsideS);
    styler.setLegendLayout(Styler.LegendLayout.Horizontal);
  }

  private static double[] column(double[][] places, int axis) {
    return Arrays.stream(places).mapToDouble(place -> place[axis]).toArray();
  }
}
