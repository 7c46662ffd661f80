// <scatter-plot src="/api/v1/projections/ID">: one picture of a common space. Wheel and drag move it,
// shift and drag select, the arrow keys, + and - do the same; hovering shows the ad and plays 3 s.
import { colour } from './charts.js';
import { phrase } from './phrases.js';
import { ScatterData } from './scatter-data.js';
import { painterFor } from './scatter-painter.js';
import { claimSound, volume } from './sound.js';

const COLOURS = 8;
const HOVER_MS = 250;
const HEAR_SECONDS = 3;
const REACH = 9; // pixels around a point that count as on it
const [LEAST_ZOOM, MOST_ZOOM] = [0.5, 200];
const SLOW_MS = 30; // a painting that takes longer cannot follow a hand
const REST_MS = 120;

class ScatterPlot extends HTMLElement {
  data = null;
  canvas = null;
  #painter = null;
  #look = null;
  #frame = 0;
  #rest = 0;
  #slow = null; // whether painting is, known once it was done
  #painted = { x: 0, y: 0, zoom: 1 };
  #drag = null;
  #under = -1;
  #hover = 0;
  #known = new Map();
  #sound = new Audio();
  #quiet = 0;
  #sizes = new ResizeObserver(() => this.paint());

  get projection() {
    return this.getAttribute('projection');
  }

  get #board() {
    return this.closest('see-board');
  }

  connectedCallback() {
    document.addEventListener('themechange', this.refresh);
    this.#start();
  }

  disconnectedCallback() {
    document.removeEventListener('themechange', this.refresh);
    this.#sizes.disconnect();
    this.#left?.leave(this);
    this.#painter?.release();
    this.#sound.pause();
    clearTimeout(this.#hover);
    clearTimeout(this.#rest);
    cancelAnimationFrame(this.#frame);
  }

  #left = null; // the board, still known once the element has gone from it

  async #start() {
    try {
      const source = this.getAttribute('src');
      const [about, points] = await Promise.all([fetch(source), fetch(`${source}/points`)]);
      if (!about.ok || !points.ok) {
        throw new Error(String(about.ok ? points.status : about.status));
      }
      this.data = new ScatterData(await points.arrayBuffer(), (await about.json()).categories);
    } catch (failure) {
      this.textContent = phrase('pictureFailed', failure.message);
      return;
    }
    if (this.isConnected) {
      this.#build();
    }
  }

  #build() {
    this.canvas = document.createElement('canvas');
    const over = document.createElement('canvas');
    over.className = 'over';
    const card = document.createElement('div');
    card.className = 'point-card';
    card.hidden = true;
    this.replaceChildren(this.canvas, over, card);
    this.#painter = painterFor(this.canvas, this.data);
    this.#look = new Uint8Array(4 * this.data.size);
    this.addEventListener('wheel', this.#onWheel, { passive: false });
    this.addEventListener('pointerdown', this.#onDown);
    this.addEventListener('pointermove', this.#onMove);
    this.addEventListener('pointerup', this.#onUp);
    this.addEventListener('pointercancel', this.#onUp);
    this.addEventListener('pointerleave', () => this.#showPoint(-1));
    this.addEventListener('keydown', this.#onKey);
    this.#sizes.observe(this);
    this.#left = this.#board;
    this.#board.join(this);
    this.dataset.ready = '';
  }

  #shown = (i) => this.#board.shows(this.data.categories[this.data.category[i]], this.data.modality[i]);

  /** What points look like has changed. */
  refresh = () => {
    if (!this.#painter) {
      return;
    }
    const colours = Array.from({ length: COLOURS }, (_, at) => rgb(colour(`--cat-${at + 1}`)));
    const { selection } = this.#board;
    for (let i = 0; i < this.data.size; i++) {
      const chosen = selection.size === 0 || selection.has(this.data.rows[i]);
      this.#look.set(colours[this.data.category[i] % COLOURS], 4 * i);
      this.#look[4 * i + 3] = this.#shown(i) ? (chosen ? 215 : 38) : 0;
    }
    this.#painter.setLook(this.#look);
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.paintNow());
  };

  /** At the next frame, once however often it is asked for. */
  paint() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => (this.#slow ? this.#shift() : this.paintNow()));
  }

  /** What was painted moves along with the view, and is painted anew once that rests. */
  #shift() {
    const { x, y, zoom } = this.#board.view;
    const was = this.#painted;
    const unit = this.#unit(zoom);
    const moved = `translate(${(was.x - x) * unit}px, ${(y - was.y) * unit}px) scale(${zoom / was.zoom})`;
    this.canvas.style.transform = moved;
    this.#paintOver(window.devicePixelRatio || 1);
    clearTimeout(this.#rest);
    if (x !== was.x || y !== was.y || zoom !== was.zoom || this.canvas.clientWidth !== this.#width) {
      this.#rest = setTimeout(() => this.paintNow(), REST_MS);
    }
  }

  #width = 0; // that was painted

  paintNow() {
    if (!this.#painter) {
      return;
    }
    const begun = performance.now();
    this.canvas.style.transform = '';
    const dense = window.devicePixelRatio || 1;
    for (const canvas of this.querySelectorAll('canvas')) {
      const [width, height] = [Math.round(this.clientWidth * dense), Math.round(this.clientHeight * dense)];
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
      }
    }
    const { x, y, zoom } = this.#board.view;
    const size = this.data.size > 20_000 ? 2.5 : this.data.size > 4_000 ? 4 : 7;
    const links = this.data.paired && this.#board.links;
    this.#painter.paint(
      { x, y, zoom: this.#unit(zoom) * dense },
      Math.min(18, size * Math.max(1, zoom ** 0.4)) * dense,
      links,
    );
    this.#painted = { x, y, zoom };
    this.#width = this.canvas.clientWidth;
    if (this.#slow === null) {
      this.#painter.finish();
      this.#slow = performance.now() - begun > SLOW_MS;
    }
    this.#paintOver(dense);
  }

  /** The line around a selection, and a ring around the point under the mouse. */
  #paintOver(dense) {
    const pen = this.querySelector('.over').getContext('2d');
    pen.setTransform(dense, 0, 0, dense, 0, 0);
    pen.clearRect(0, 0, this.clientWidth, this.clientHeight);
    pen.strokeStyle = colour('--accent');
    pen.fillStyle = pen.strokeStyle;
    pen.lineWidth = 1.5;
    if (this.#drag?.line) {
      pen.beginPath();
      for (let i = 0; i < this.#drag.line.length; i += 2) {
        pen.lineTo(...this.#onScreen(this.#drag.line[i], this.#drag.line[i + 1]));
      }
      pen.closePath();
      pen.stroke();
      pen.globalAlpha = 0.08;
      pen.fill();
      pen.globalAlpha = 1;
    }
    if (this.#under >= 0) {
      const [across, down] = this.#onScreen(this.data.places[2 * this.#under], this.data.places[2 * this.#under + 1]);
      pen.beginPath();
      pen.arc(across, down, REACH, 0, 2 * Math.PI);
      pen.stroke();
    }
  }

  /** Pixels for a unit; the square from -1 to 1 fills the smaller side at zoom 1. */
  #unit(zoom) {
    return (Math.min(this.clientWidth, this.clientHeight) / 2) * zoom;
  }

  #onScreen(x, y) {
    const { view } = this.#board;
    const unit = this.#unit(view.zoom);
    return [this.clientWidth / 2 + (x - view.x) * unit, this.clientHeight / 2 - (y - view.y) * unit];
  }

  #inPlane(event) {
    const box = this.getBoundingClientRect();
    const { view } = this.#board;
    const unit = this.#unit(view.zoom);
    return [
      view.x + (event.clientX - box.left - this.clientWidth / 2) / unit,
      view.y - (event.clientY - box.top - this.clientHeight / 2) / unit,
    ];
  }

  #onWheel = (event) => {
    event.preventDefault();
    const [x, y] = this.#inPlane(event);
    this.#zoomBy(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), x, y);
  };

  /** The place given stays where it is. */
  #zoomBy(factor, x, y) {
    const { view } = this.#board;
    const zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, view.zoom * factor));
    const kept = view.zoom / zoom;
    this.#board.move({ x: x + (view.x - x) * kept, y: y + (view.y - y) * kept, zoom });
  }

  #onDown = (event) => {
    this.focus({ preventScroll: true });
    this.setPointerCapture(event.pointerId);
    const [x, y] = this.#inPlane(event);
    this.#drag = event.shiftKey ? { line: [x, y] } : { x, y, far: 0, from: [event.clientX, event.clientY] };
    this.#showPoint(-1);
  };

  #onMove = (event) => {
    const [x, y] = this.#inPlane(event);
    if (this.#drag?.line) {
      this.#drag.line.push(x, y);
      this.paint();
    } else if (this.#drag) {
      const { view } = this.#board;
      this.#drag.far = Math.hypot(event.clientX - this.#drag.from[0], event.clientY - this.#drag.from[1]);
      this.#board.move({ ...view, x: view.x + this.#drag.x - x, y: view.y + this.#drag.y - y });
    } else {
      this.#showPoint(this.data.nearest(x, y, REACH / this.#unit(this.#board.view.zoom), this.#shown));
    }
  };

  #onUp = (event) => {
    const drag = this.#drag;
    this.#drag = null;
    if (drag?.line) {
      const found = this.data.inside(drag.line, this.#shown);
      this.#board.select(this, found.map((i) => this.data.rows[i]));
    } else if (drag && drag.far < 4) {
      const [x, y] = this.#inPlane(event);
      const i = this.data.nearest(x, y, REACH / this.#unit(this.#board.view.zoom), this.#shown);
      this.#board.select(this, i < 0 ? [] : [this.data.rows[i]]);
    }
  };

  #onKey = (event) => {
    const { view } = this.#board;
    const step = 0.2 / view.zoom;
    const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
    if (moves[event.key]) {
      const [x, y] = moves[event.key];
      this.#board.move({ ...view, x: view.x + x, y: view.y + y });
    } else if (event.key === '+' || event.key === '=') {
      this.#zoomBy(1.25, view.x, view.y);
    } else if (event.key === '-') {
      this.#zoomBy(0.8, view.x, view.y);
    } else if (event.key === '0') {
      this.#board.move({ x: 0, y: 0, zoom: 1 });
    } else if (event.key === 'Enter') {
      this.#selectInView();
    } else {
      return;
    }
    event.preventDefault();
  };

  /** What the keyboard has zoomed in on. */
  #selectInView() {
    const { view } = this.#board;
    const [wide, high] = [this.clientWidth, this.clientHeight].map((size) => size / 2 / this.#unit(view.zoom));
    const corners = [-1, -1, 1, -1, 1, 1, -1, 1].map((sign, at) =>
      at % 2 === 0 ? view.x + sign * wide : view.y + sign * high,
    );
    this.#board.select(this, this.data.inside(corners, this.#shown).map((i) => this.data.rows[i]));
  }

  #showPoint(i) {
    if (i === this.#under) {
      return;
    }
    this.#under = i;
    clearTimeout(this.#hover);
    this.#sound.pause();
    this.querySelector('.point-card').hidden = true;
    this.paint();
    if (i >= 0) {
      this.#hover = setTimeout(() => this.#tell(i), HOVER_MS);
    }
  }

  async #tell(i) {
    const row = this.data.rows[i];
    if (!this.#known.has(row)) {
      const answer = await fetch(`${this.getAttribute('src')}/rows/${row}`);
      if (!answer.ok) {
        return;
      }
      this.#known.set(row, await answer.json());
    }
    if (i === this.#under) {
      this.#showCard(i, this.#known.get(row));
      this.#hear(this.#known.get(row));
    }
  }

  #showCard(i, about) {
    const card = this.querySelector('.point-card');
    const name = document.createElement('strong');
    name.textContent = about.name ?? about.id;
    const category = document.createElement('span');
    category.className = `chip cat-${(this.data.category[i] % COLOURS) + 1}`;
    category.textContent = about.category;
    card.replaceChildren(name, category);
    if (about.poster) {
      const poster = new Image(160, 100);
      poster.alt = '';
      poster.src = about.poster;
      card.prepend(poster);
    }
    const [across, down] = this.#onScreen(this.data.places[2 * i], this.data.places[2 * i + 1]);
    card.classList.toggle('left', across > this.clientWidth / 2);
    card.classList.toggle('above', down > this.clientHeight / 2);
    card.hidden = false;
    // The policy forbids style attributes in pages, not what a script sets.
    card.style.setProperty('--across', `${across}px`);
    card.style.setProperty('--down', `${down}px`);
  }

  /** Browsers are silent until something was clicked; then so is this. */
  #hear({ audio }) {
    if (!audio) {
      return;
    }
    claimSound(this);
    this.#sound.src = audio;
    this.#sound.volume = volume();
    this.#sound.play().catch(() => {});
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#sound.pause(), HEAR_SECONDS * 1000);
  }
}

/** "#e69f00" is 230, 159, 0. */
function rgb(hex) {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

customElements.define('scatter-plot', ScatterPlot);
