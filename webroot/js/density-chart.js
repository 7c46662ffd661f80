// <density-chart curves='{"x": […], "series": [{"label", "y"}]}'>: smooth densities over an axis.
import { colour, lineChart, loadChart, savePicture } from './charts.js';
import { phrase } from './phrases.js';

const SHADES = ['--accent', '--text-faint'];
const LEAST = 0.002; // of the highest point: less cannot be told from the axis

class DensityChart extends HTMLElement {
  #chart = null;

  connectedCallback() {
    this.addEventListener('click', this.#onClick);
    loadChart().then(this.#begin);
  }

  disconnectedCallback() {
    document.removeEventListener('themechange', this.#draw);
    this.#chart?.destroy();
  }

  #onClick = (event) => {
    if (event.target.closest('[data-save]')) {
      savePicture(this.querySelector('canvas'), 'similarity');
    }
  };

  #begin = () => {
    if (this.isConnected) {
      document.addEventListener('themechange', this.#draw);
      this.#draw();
    }
  };

  #draw = () => {
    this.#chart?.destroy();
    const { x, series } = JSON.parse(this.getAttribute('curves'));
    const highest = Math.max(...series.flatMap(({ y }) => y));
    const shown = x.map((_, at) => series.some(({ y }) => y[at] > LEAST * highest));
    const datasets = series.map(({ y }, at) => ({
      label: phrase(at === 0 ? 'truePairs' : 'wrongPairs'),
      data: y.map((height, i) => ({ x: x[i], y: height })).filter((_, i) => shown[i]),
      borderColor: colour(SHADES[at]),
      backgroundColor: `color-mix(in srgb, ${colour(SHADES[at])} 18%, transparent)`,
      fill: 'origin',
      borderWidth: 2,
      pointRadius: 0,
    }));
    const canvas = document.createElement('canvas');
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', this.getAttribute('aria-label'));
    this.querySelector('.curve').replaceChildren(canvas);
    this.#chart = new window.Chart(
      canvas,
      lineChart({ datasets, x: phrase('cosine'), y: phrase('density'), title: (at) => at.toFixed(2) }),
    );
  };
}

customElements.define('density-chart', DensityChart);
