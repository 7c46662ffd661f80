// <ad-preview src="/media/ads/3/video"> in the poster of an ad's card: plays the ad there without its
// sound while the pointer rests on the poster, or the keyboard on the card's link. One plays at a
// time, and none where nothing can hover, or where people asked for little movement or little data.

const REST_MS = 200;
const HOVERS = window.matchMedia('(hover: hover)');
const STILL = window.matchMedia('(prefers-reduced-motion: reduce)');
let playing = null;

class AdPreview extends HTMLElement {
  #poster = null;
  #card = null;
  #video = null;
  #rest = 0;

  connectedCallback() {
    this.#poster = this.closest('.poster');
    this.#card = this.closest('.ad');
    this.#poster.addEventListener('pointerenter', this.#onPointer);
    this.#poster.addEventListener('pointerleave', this.#stop);
    this.#card.addEventListener('focusin', this.#onFocus);
    this.#card.addEventListener('focusout', this.#stop);
    this.#card.addEventListener('keydown', this.#onKey);
  }

  disconnectedCallback() {
    this.#stop();
    this.#poster.removeEventListener('pointerenter', this.#onPointer);
    this.#poster.removeEventListener('pointerleave', this.#stop);
    this.#card.removeEventListener('focusin', this.#onFocus);
    this.#card.removeEventListener('focusout', this.#stop);
    this.#card.removeEventListener('keydown', this.#onKey);
  }

  #onPointer = (event) => {
    if (event.pointerType !== 'touch') {
      this.#playSoon();
    }
  };

  #onFocus = (event) => {
    if (event.target.matches('.ad-name:focus-visible')) {
      this.#playSoon();
    }
  };

  #onKey = (event) => {
    if (event.key === 'Escape') {
      this.#stop();
    }
  };

  #playSoon() {
    clearTimeout(this.#rest);
    if (HOVERS.matches && !STILL.matches && !navigator.connection?.saveData) {
      this.#rest = setTimeout(() => this.#play(), REST_MS);
    }
  }

  #play() {
    if (playing === this) {
      return;
    }
    playing?.#stop();
    playing = this;
    const video = document.createElement('video');
    video.muted = true;
    video.loop = true;
    video.playsInline = true;
    // The poster stays to be seen until there is something in its place.
    video.addEventListener('playing', () => video.classList.add('seen'));
    video.addEventListener('error', this.#stop);
    video.src = this.getAttribute('src');
    this.append(video);
    this.#video = video;
    video.play().catch(() => {}); // stopped before it began
  }

  #stop = () => {
    clearTimeout(this.#rest);
    const video = this.#video;
    this.#video = null;
    if (playing === this) {
      playing = null;
    }
    if (video) {
      video.removeEventListener('error', this.#stop);
      video.remove();
      // Without an address the browser also ends the request that it has under way.
      video.removeAttribute('src');
      video.load();
    }
  };
}

customElements.define('ad-preview', AdPreview);
