// <run-curves src="…/epochs" events="…/events">: loss and recall by epoch. With events it is live:
// each epoch adds a point, and a change of state fetches the page anew.
import { colour, loadChart } from './charts.js';
import { say } from './navigation.js';
import { phrase } from './phrases.js';

/** "recall@10 video-to-music" as people read it. */
function named(part) {
  return part
    .replace('recall', 'Recall')
    .replace('video-to-music', phrase('videoToMusic'))
    .replace('music-to-video', phrase('musicToVideo'));
}

class RunCurves extends HTMLElement {
  #epochs = [];
  #charts = [];
  #events = null;

  connectedCallback() {
    this.#start();
  }

  disconnectedCallback() {
    document.removeEventListener('themechange', this.#redraw);
    this.#events?.close();
    this.#forget();
  }

  async #start() {
    try {
      const [answer] = await Promise.all([fetch(this.getAttribute('src')), loadChart()]);
      if (!answer.ok) {
        throw new Error(phrase('answered', answer.status));
      }
      this.#epochs = (await answer.json()).epochs;
    } catch (failure) {
      this.#status(phrase('curvesFailed', failure.message));
      return;
    }
    if (this.isConnected) {
      document.addEventListener('themechange', this.#redraw);
      this.#redraw();
      this.#listen();
    }
  }

  #listen() {
    const address = this.getAttribute('events');
    if (!address) {
      return;
    }
    const last = this.#epochs.at(-1)?.epoch ?? 0;
    const events = new EventSource(`${address}&after=${last}`);
    this.#events = events;
    events.addEventListener('open', () => this.#status(phrase('curvesLive')));
    events.addEventListener('error', () => this.#status(phrase('curvesReconnecting')));
    events.addEventListener('epoch', (event) => this.#add(JSON.parse(event.data)));
    events.addEventListener('state', () => {
      events.close();
      window.htmx.ajax('GET', location.pathname, { target: '#page', select: '#page', swap: 'outerHTML' });
    });
  }

  #add(epoch) {
    if (this.#epochs.some((known) => known.epoch === epoch.epoch)) {
      return;
    }
    this.#epochs.push(epoch);
    if (this.#charts.length < this.#series().length) {
      this.#redraw();
    }
    this.#series().forEach((series, index) => {
      const { data } = this.#charts[index];
      data.datasets.forEach((set, at) => {
        set.data = series.lines[at].points;
      });
      this.#charts[index].update('none');
    });
    say(phrase('epochLoss', epoch.epoch, epoch.evaluationLoss.toFixed(3)));
  }

  #redraw = () => {
    this.#forget();
    const series = this.#series();
    for (const { part, lines, percent } of series) {
      const holder = this.querySelector(`[data-curve="${part}"]`);
      const canvas = document.createElement('canvas');
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', phrase('curvesByEpoch', lines.map((line) => line.label).join(', ')));
      holder.replaceChildren(canvas);
      this.#charts.push(new window.Chart(canvas, this.#settings(lines, percent)));
    }
    const recall = this.querySelector('[data-curve="recall"]');
    recall.closest('.card').hidden = this.#epochs.length > 0 && series.length < 2;
  };

  #series() {
    const line = (label, name, dashed, value) => ({
      label,
      colour: colour(name),
      dashed,
      points: this.#epochs.map((epoch) => ({ x: epoch.epoch, y: value(epoch) })),
    });
    const series = [
      {
        part: 'loss',
        lines: [
          line(phrase('trainingLoss'), '--text-faint', true, (epoch) => epoch.trainLoss),
          line(phrase('evaluationLoss'), '--accent', false, (epoch) => epoch.evaluationLoss),
        ],
      },
    ];
    const recalls = Object.keys(this.#epochs[0]?.parts ?? {}).filter((key) => /recall/i.test(key));
    if (recalls.length > 0) {
      const shades = ['--accent', '--cat-6', '--cat-3', '--cat-4'];
      series.push({
        part: 'recall',
        percent: true,
        lines: recalls
          .slice(0, 4)
          .map((key, at) => line(named(key), shades[at], false, (epoch) => epoch.parts[key])),
      });
    }
    return series;
  }

  #settings(lines, percent) {
    const grid = { color: colour('--line') };
    const ticks = { color: colour('--text-faint') };
    const best = Number(this.getAttribute('best'));
    return {
      type: 'line',
      data: {
        datasets: lines.map((line) => ({
          label: line.label,
          data: line.points,
          borderColor: line.colour,
          backgroundColor: line.colour,
          borderWidth: 2,
          borderDash: line.dashed ? [4, 3] : [],
          pointRadius: (context) => (context.raw?.x === best || line.points.length === 1 ? 4 : 0),
          pointHitRadius: 12,
        })),
      },
      options: {
        animation: false,
        parsing: false,
        maintainAspectRatio: false,
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: {
            type: 'linear',
            title: { display: true, text: phrase('epoch'), color: ticks.color },
            grid: { display: false },
            border: { color: grid.color },
            ticks: { ...ticks, precision: 0 },
          },
          y: {
            beginAtZero: percent === true,
            grid,
            border: { display: false },
            ticks: percent
              ? { ...ticks, callback: (value) => phrase('percent', Math.round(value * 100)) }
              : ticks,
          },
        },
        plugins: {
          legend: {
            align: 'start',
            labels: { color: colour('--text-soft'), usePointStyle: true, pointStyle: 'line', pointStyleWidth: 24 },
          },
          tooltip: {
            callbacks: {
              title: ([{ parsed }]) =>
                parsed.x === best ? phrase('epochBest', parsed.x) : phrase('epochNumber', parsed.x),
              label: (item) =>
                `${item.dataset.label}: ${
                  percent ? phrase('percent', (item.parsed.y * 100).toFixed(1)) : item.parsed.y.toFixed(4)
                }`,
            },
          },
        },
      },
    };
  }

  #forget() {
    this.#charts.forEach((chart) => chart.destroy());
    this.#charts = [];
  }

  #status(text) {
    const status = this.querySelector('[data-part="status"]');
    if (status) {
      status.textContent = text;
    }
  }
}

customElements.define('run-curves', RunCurves);
