// <wave-form src="/media/tracks/3/peaks"> draws a sound's loudness from the peaks that the server
// worked out: two signed bytes for each slice, its least and its largest sample. The sound itself is
// never decoded here.

const HEIGHT = 40;
const BAR = 3;
const GAP = 1;
const LOUDEST = 127;
const FEWEST_BARS = 75;
const MOST_BARS = 500;
const loaded = new Map();
let drawn = 0;

function peaksOf(address) {
  if (!loaded.has(address)) {
    const request = fetch(address)
      .then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(new Error(answer.status))))
      .then((buffer) => new Int8Array(buffer));
    request.catch(() => loaded.delete(address));
    loaded.set(address, request);
  }
  return loaded.get(address);
}

function outline(peaks, bars) {
  const slices = peaks.length / 2;
  let path = '';
  for (let bar = 0; bar < bars; bar++) {
    const from = Math.floor((bar * slices) / bars);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * slices) / bars));
    const part = peaks.subarray(2 * from, 2 * to);
    const top = ((LOUDEST - Math.max(1, ...part)) / LOUDEST) * (HEIGHT / 2);
    const bottom = ((LOUDEST - Math.min(-1, ...part)) / LOUDEST) * (HEIGHT / 2);
    path += `M${bar * (BAR + GAP)} ${top}h${BAR}V${bottom}h-${BAR}z`;
  }
  return path;
}

class WaveForm extends HTMLElement {
  static observedAttributes = ['src'];
  #share = 0;
  #width = 0;
  #clip = null;

  connectedCallback() {
    this.setAttribute('aria-hidden', 'true');
    this.#draw();
  }

  attributeChangedCallback() {
    if (this.isConnected) {
      this.#draw();
    }
  }

  /** How much of the sound has been played, 0 to 1. */
  set progress(share) {
    this.#share = Number.isFinite(share) ? share : 0;
    this.#clip?.setAttribute('width', String(this.#share * this.#width));
  }

  async #draw() {
    const address = this.getAttribute('src');
    this.replaceChildren();
    this.#clip = null;
    if (!address) {
      return;
    }
    try {
      const peaks = await peaksOf(address);
      // As many bars as there is room for, so that wide ones are not coarse.
      const bars = Math.min(MOST_BARS, Math.max(FEWEST_BARS, Math.floor(this.clientWidth / (BAR + GAP))));
      this.#width = bars * (BAR + GAP);
      const path = outline(peaks, bars);
      if (address === this.getAttribute('src')) {
        this.#show(path);
      }
    } catch {
      // Without peaks the place stays empty; the music can still be heard.
    }
  }

  #show(path) {
    const id = `played-${++drawn}`;
    this.innerHTML =
      `<svg viewBox="0 0 ${this.#width} ${HEIGHT}" preserveAspectRatio="none">` +
      `<clipPath id="${id}"><rect width="0" height="${HEIGHT}"/></clipPath>` +
      `<path class="whole" d="${path}"/><path class="past" d="${path}" clip-path="url(#${id})"/></svg>`;
    this.#clip = this.querySelector('rect');
    this.progress = this.#share;
  }
}

customElements.define('wave-form', WaveForm);
