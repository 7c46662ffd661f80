// Chart.js for whoever draws, loaded when first wanted, and the colours of the tokens.
import { phrase } from './phrases.js';

const CHART = '/webjars/chart.js/dist/chart.umd.js';
let library = null;

export function loadChart() {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = CHART;
    script.onload = () => {
      Object.assign(window.Chart.defaults.font, { family: getComputedStyle(document.body).fontFamily, size: 12 });
      resolve(window.Chart);
    };
    script.onerror = () => reject(new Error(phrase('chartMissing')));
    document.head.append(script);
  });
  return library;
}

export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Saves what a canvas shows on the page's own ground, since a picture is seen elsewhere. */
export function savePicture(canvas, name) {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  const pen = copy.getContext('2d');
  pen.fillStyle = colour('--surface');
  pen.fillRect(0, 0, copy.width, copy.height);
  pen.drawImage(canvas, 0, 0);
  const link = document.createElement('a');
  link.download = `${name}.png`;
  link.href = copy.toDataURL('image/png');
  link.click();
}

/** What line charts of the studio have in common. */
export function lineChart({ datasets, x, y, percent, title }) {
  const grid = { color: colour('--line') };
  const ticks = { color: colour('--text-faint') };
  return {
    type: 'line',
    data: { datasets },
    options: {
      animation: false,
      parsing: false,
      maintainAspectRatio: false,
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: {
        x: {
          type: 'linear',
          title: { display: true, text: x, color: ticks.color },
          grid: { display: false },
          border: { color: grid.color },
          ticks,
        },
        y: {
          beginAtZero: percent === true,
          title: { display: Boolean(y), text: y, color: ticks.color },
          grid,
          border: { display: false },
          ticks: percent ? { ...ticks, callback: (value) => `${Math.round(value * 100)} %` } : ticks,
        },
      },
      plugins: {
        legend: {
          align: 'start',
          labels: { color: colour('--text-soft'), usePointStyle: true, pointStyle: 'line', pointStyleWidth: 24 },
        },
        tooltip: {
          callbacks: {
            title: ([item]) => (item ? title(item.parsed.x) : ''),
            label: (item) =>
              `${item.dataset.label}: ${
                percent ? `${(item.parsed.y * 100).toFixed(1)} %` : item.parsed.y.toFixed(4)
              }`,
          },
        },
      },
    },
  };
}
