// <run-comparison src="/api/v1/compare?runs=…">: curves of several runs over one another, and
// Recall@K against K with the random line.
import { colour, lineChart, loadChart, savePicture } from './charts.js';
import { phrase } from './phrases.js';

const COLOURS = 8;
const WAYS = ['video-to-music', 'music-to-video'];

class RunComparison extends HTMLElement {
  #lines = [];
  #charts = [];

  connectedCallback() {
    this.addEventListener('click', this.#onClick);
    this.#start();
  }

  disconnectedCallback() {
    document.removeEventListener('themechange', this.#redraw);
    this.removeEventListener('click', this.#onClick);
    this.#forget();
  }

  async #start() {
    try {
      const [answer] = await Promise.all([fetch(this.getAttribute('src')), loadChart()]);
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      this.#lines = (await answer.json()).lines;
    } catch (failure) {
      this.querySelector('[data-part="status"]').textContent = phrase('curvesFailed', failure.message);
      return;
    }
    if (this.isConnected) {
      document.addEventListener('themechange', this.#redraw);
      this.#redraw();
    }
  }

  #onClick = (event) => {
    const button = event.target.closest('[data-save]');
    const canvas = button && this.querySelector(`[data-curve="${button.dataset.save}"] canvas`);
    if (canvas) {
      savePicture(canvas, button.dataset.save);
    }
  };

  #redraw = () => {
    this.#forget();
    const epoch = { x: phrase('epoch'), title: (at) => `${phrase('epoch')} ${at}` };
    this.#draw('loss', { ...epoch, datasets: this.#overEpochs((it) => it.evaluationLoss) });
    this.#draw('train', { ...epoch, datasets: this.#overEpochs((it) => it.trainLoss) });
    this.#draw('learning', { ...epoch, percent: true, datasets: this.#overEpochs((it) => it.recall) });
    for (const way of WAYS) {
      this.#draw(way, {
        x: 'K',
        percent: true,
        title: (k) => `Recall@${k}`,
        datasets: [...this.#againstK(way), ...this.#random(way)],
      });
    }
  };

  #draw(part, settings) {
    const holder = this.querySelector(`[data-curve="${part}"]`);
    const empty = settings.datasets.length === 0;
    holder.closest('.card').hidden = empty;
    if (empty) {
      return;
    }
    const canvas = document.createElement('canvas');
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', holder.getAttribute('aria-label'));
    holder.replaceChildren(canvas);
    this.#charts.push(new window.Chart(canvas, lineChart(settings)));
  }

  #overEpochs(value) {
    return this.#sets((line) =>
      line.epochs
        .filter((epoch) => value(epoch) !== undefined)
        .map((epoch) => ({ x: epoch.epoch, y: value(epoch) })),
    );
  }

  #againstK(way) {
    return this.#sets((line) => (line.recall[way] ?? []).map((share, at) => ({ x: at + 1, y: share })));
  }

  #sets(points) {
    return this.#lines
      .map((line, at) => ({
        label: line.label,
        data: points(line),
        borderColor: colour(`--cat-${(at % COLOURS) + 1}`),
        backgroundColor: colour(`--cat-${(at % COLOURS) + 1}`),
        // Colours come round again after eight lines; dashes keep them apart.
        borderDash: [[], [6, 3], [2, 2]][Math.floor(at / COLOURS) % 3],
        borderWidth: 2,
        pointRadius: 0,
        pointHitRadius: 12,
      }))
      .filter((set) => set.data.length > 0);
  }

  /** One line for each size of pool. */
  #random(way) {
    const seen = new Map();
    for (const line of this.#lines) {
      const random = line.random[way];
      if (random) {
        seen.set(random.map((share) => share.toFixed(4)).join(), random);
      }
    }
    return [...seen.values()].map((random) => ({
      label: phrase('random'),
      data: random.map((share, at) => ({ x: at + 1, y: share })),
      borderColor: colour('--text-faint'),
      backgroundColor: colour('--text-faint'),
      borderDash: [4, 3],
      borderWidth: 1.5,
      pointRadius: 0,
    }));
  }

  #forget() {
    this.#charts.forEach((chart) => chart.destroy());
    this.#charts = [];
  }
}

customElements.define('run-comparison', RunComparison);
