// The one player at the foot of the studio. It stands outside of the part that navigation
// exchanges, so music goes on from page to page. Any button with data-track starts it:
//   data-track="/media/tracks/3/audio" data-peaks="…" data-title="…" data-from="…" data-href="…"
import { phrase } from './phrases.js';
import { claimSound, clock, onSoundLost, volume } from './sound.js';

class TrackPlayer extends HTMLElement {
  #audio = new Audio();
  #stopListening = null;

  connectedCallback() {
    this.#audio.preload = 'auto';
    this.#part('play').addEventListener('click', () => this.#toggle());
    this.#part('close').addEventListener('click', () => this.#close());
    this.#part('seek').addEventListener('input', (event) => this.#seek(Number(event.target.value)));
    for (const name of ['play', 'pause', 'timeupdate', 'durationchange', 'ended', 'error']) {
      this.#audio.addEventListener(name, () => this.#show());
    }
    this.#stopListening = onSoundLost(this, () => this.#audio.pause());
    document.addEventListener('click', this.#onClick);
    document.addEventListener('htmx:afterSettle', this.#onNewPage);
  }

  disconnectedCallback() {
    this.#audio.pause();
    this.#stopListening?.();
    document.removeEventListener('click', this.#onClick);
    document.removeEventListener('htmx:afterSettle', this.#onNewPage);
  }

  #onNewPage = () => this.#show();

  #onClick = (event) => {
    const button = event.target.closest('[data-track]');
    if (!button) {
      return;
    }
    if (this.#plays(button)) {
      this.#toggle();
    } else {
      this.#load(button.dataset);
    }
  };

  #plays(button) {
    return this.#audio.getAttribute('src') === button.dataset.track;
  }

  #load({ track, peaks, title, from, href }) {
    this.#audio.src = track;
    this.#part('wave').setAttribute('src', peaks ?? '');
    this.#part('title').textContent = title;
    const origin = this.#part('from');
    origin.textContent = from ?? '';
    origin.href = href ?? '#';
    this.hidden = false;
    document.body.classList.add('playing-along');
    this.#start();
  }

  #toggle() {
    if (this.#audio.paused) {
      this.#start();
    } else {
      this.#audio.pause();
    }
  }

  #start() {
    claimSound(this);
    this.#audio.volume = volume();
    this.#audio.play().catch(() => this.#show());
  }

  #seek(share) {
    if (Number.isFinite(this.#audio.duration)) {
      this.#audio.currentTime = (share / 1000) * this.#audio.duration;
    }
  }

  #close() {
    this.#audio.pause();
    this.#audio.removeAttribute('src');
    this.hidden = true;
    document.body.classList.remove('playing-along');
    this.#show();
  }

  #show() {
    const { currentTime, duration, paused, error } = this.#audio;
    const share = duration > 0 ? currentTime / duration : 0;
    this.#part('wave').progress = share;
    this.#part('seek').value = String(Math.round(share * 1000));
    this.#part('seek').setAttribute('aria-valuetext', phrase('timeOf', clock(currentTime), clock(duration)));
    this.#part('clock').textContent =
      error && !this.hidden ? phrase('unplayable') : `${clock(currentTime)} / ${clock(duration)}`;
    this.#part('play').setAttribute('aria-label', paused ? phrase('play') : phrase('pause'));
    setIcon(this.#part('play'), paused ? 'play' : 'pause');
    for (const button of document.querySelectorAll('[data-track]')) {
      const sounds = this.#plays(button) && !paused;
      button.setAttribute('aria-pressed', String(sounds));
      setIcon(button, sounds ? 'pause' : 'play');
    }
  }

  #part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }
}

/** Exchanges the symbol of a button. */
export function setIcon(button, name) {
  button.querySelector('use')?.setAttribute('href', `/assets/icons.svg#${name}`);
}

customElements.define('track-player', TrackPlayer);
