// <wave-form src="/media/tracks/3/peaks"> draws a sound's loudness from the peaks that the server
// worked out: one byte for each slice, so the sound itself is never decoded here.

const WIDTH = 300;
const HEIGHT = 40;
const BAR = 3;
const GAP = 1;
const loaded = new Map();
let drawn = 0;

function peaksOf(address) {
  if (!loaded.has(address)) {
    const request = fetch(address)
      .then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(new Error(answer.status))))
      .then((buffer) => new Uint8Array(buffer));
    request.catch(() => loaded.delete(address));
    loaded.set(address, request);
  }
  return loaded.get(address);
}

function outline(peaks) {
  const bars = Math.floor(WIDTH / (BAR + GAP));
  let path = '';
  for (let bar = 0; bar < bars; bar++) {
    const from = Math.floor((bar * peaks.length) / bars);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / bars));
    const loudest = Math.max(...peaks.subarray(from, to));
    const height = Math.max(2, (loudest / 255) * HEIGHT);
    path += `M${bar * (BAR + GAP)} ${(HEIGHT - height) / 2}h${BAR}v${height}h-${BAR}z`;
  }
  return path;
}

class WaveForm extends HTMLElement {
  static observedAttributes = ['src'];
  #share = 0;
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
    this.#clip?.setAttribute('width', String(this.#share * WIDTH));
  }

  async #draw() {
    const address = this.getAttribute('src');
    this.replaceChildren();
    this.#clip = null;
    if (!address) {
      return;
    }
    try {
      const path = outline(await peaksOf(address));
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
      `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">` +
      `<clipPath id="${id}"><rect width="0" height="${HEIGHT}"/></clipPath>` +
      `<path class="whole" d="${path}"/><path class="past" d="${path}" clip-path="url(#${id})"/></svg>`;
    this.#clip = this.querySelector('rect');
    this.progress = this.#share;
  }
}

customElements.define('wave-form', WaveForm);
