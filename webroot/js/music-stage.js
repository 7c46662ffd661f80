// <music-stage ad="12">: an ad on a screen, candidates beside it. Choosing a candidate exchanges the
// music under the running picture: the new sound is started at the picture's place while the old
// one still plays, and only then is the old one faded out. The picture never stops.
import { pickUp } from './handover.js';
import { say } from './navigation.js';
import { phrase } from './phrases.js';
import { claimSound, clock, keepVolume, onSoundLost, volume } from './sound.js';
import { setIcon } from './track-player.js';

const FADE_MS = 60;
const TOLERATED_DRIFT_SECONDS = 0.08;
const KEPT_DECKS = 8;

class MusicStage extends HTMLElement {
  #decks = new Map();
  #current = null;
  #originalChosen = false;
  #stopListening = null;
  #sync = 0;
  #frame = 0;

  connectedCallback() {
    this.#video.volume = volume();
    this.#part('volume').value = String(volume());
    this.#originalChosen = Boolean(this.querySelector('input[name="sound"][value="original"]:checked'));
    this.#takeOver();
    this.#listen();
    this.#stopListening = onSoundLost(this, () => this.#video.pause());
    document.addEventListener('keydown', this.#onKey);
    this.addEventListener('htmx:afterSettle', this.#onRanking);
    this.#sync = setInterval(() => this.#keepTogether(), 400);
    this.#onRanking();
  }

  disconnectedCallback() {
    clearInterval(this.#sync);
    cancelAnimationFrame(this.#frame);
    this.#stopListening?.();
    document.removeEventListener('keydown', this.#onKey);
    for (const deck of this.#decks.values()) {
      deck.pause();
      deck.removeAttribute('src');
      deck.load();
    }
    this.#decks.clear();
  }

  /** Plays the user's own copy of an ad that was just dropped, from where it was. */
  #takeOver() {
    const handover = pickUp(this.getAttribute('ad'));
    if (handover) {
      this.#video.src = handover.url;
      this.#video.currentTime = handover.at;
      this.#video.play().catch(() => {});
    }
  }

  #listen() {
    const video = this.#video;
    this.#part('play').addEventListener('click', () => this.#toggle());
    this.#part('screen').addEventListener('click', () => this.#toggle());
    this.#part('seek').addEventListener('input', (event) => {
      video.currentTime = Number(event.target.value);
    });
    this.#part('volume').addEventListener('input', (event) => this.#setVolume(Number(event.target.value)));
    this.addEventListener('change', (event) => {
      if (event.target.name === 'candidate') {
        this.#choose(event.target);
      } else if (event.target.name === 'sound') {
        this.#chooseOriginal(event.target.value === 'original');
      }
    });
    this.addEventListener('click', (event) => {
      // A click on the chosen candidate starts it; choosing another has done so already.
      if (event.target.matches?.('input[name="candidate"]') && video.paused) {
        this.#play();
      }
    });
    video.addEventListener('play', () => this.#showState());
    video.addEventListener('pause', () => {
      this.#current?.pause();
      this.#showState();
    });
    video.addEventListener('seeked', () => this.#keepTogether());
    video.addEventListener('durationchange', () => this.#showState());
    video.addEventListener('waiting', () => this.#current?.pause());
    video.addEventListener('playing', () => this.#resumeSound());
    this.#showState();
  }

  /** The ranking has arrived, or another one has. */
  #onRanking = () => {
    const chosen = this.querySelector('input[name="candidate"]:checked');
    const ready = this.querySelector('[data-part="ready"]');
    const handover = pickUp(this.getAttribute('ad'));
    if (ready && handover && !handover.told) {
      handover.told = true;
      const seconds = (performance.now() - handover.startedAt) / 1000;
      ready.textContent = phrase('dropToMusic', seconds.toFixed(1));
      say(phrase('musicReady', seconds.toFixed(1)));
    }
    if (chosen && chosen.dataset.audio !== this.#current?.dataset.address) {
      this.#choose(chosen);
    }
  };

  #choose(radio) {
    if (this.#originalChosen) {
      this.#originalChosen = false;
      this.querySelector('input[name="sound"][value="candidate"]').checked = true;
      this.#video.muted = true;
    }
    const next = this.#deck(radio.dataset.audio);
    const previous = this.#current;
    this.#current = next;
    this.#part('now').textContent = radio.dataset.title;
    this.#offerClip(radio.value);
    if (this.#video.paused && radio.matches(':focus')) {
      this.#play();
    } else if (!this.#video.paused) {
      this.#exchange(previous, next);
    }
    this.#preloadNear(radio);
    this.#showState();
  }

  /** The ad with the chosen music under it, to take away. */
  #offerClip(track) {
    const link = this.#part('clip');
    if (!link) {
      return; // a stage where nobody takes clips away
    }
    link.href = `/media/ads/${this.getAttribute('ad')}/clip?track=${track}`;
    link.hidden = false;
  }

  /** Starts one sound at the picture's place, then fades the other out. */
  #exchange(previous, next) {
    claimSound(this);
    this.#place(next);
    next.volume = previous && !previous.paused ? 0 : this.#level;
    next
      .play()
      .then(() => {
        this.#place(next);
        this.#fade(previous === next ? null : previous, next);
      })
      .catch((failure) => this.#notAllowed(failure));
  }

  #fade(previous, next) {
    const from = performance.now();
    const level = this.#level;
    const step = () => {
      const share = Math.min(1, (performance.now() - from) / FADE_MS);
      if (this.#current === next && !this.#originalChosen) {
        next.volume = level * share;
      }
      if (previous) {
        previous.volume = level * (1 - share);
      }
      if (share < 1) {
        setTimeout(step, 8);
      } else {
        this.#silenceOthers();
      }
    };
    step();
  }

  #silenceOthers() {
    for (const deck of this.#decks.values()) {
      if (deck !== this.#current || this.#originalChosen) {
        deck.pause();
      }
    }
  }

  #chooseOriginal(original) {
    this.#originalChosen = original;
    this.#video.muted = !original;
    this.#video.volume = volume();
    if (original) {
      this.#silenceOthers();
    } else if (!this.#video.paused) {
      this.#resumeSound();
    }
    this.#showState();
  }

  #toggle() {
    if (this.#video.paused) {
      this.#play();
    } else {
      this.#video.pause();
    }
  }

  #play() {
    claimSound(this);
    this.#video.play().catch(() => this.#showState());
  }

  #resumeSound() {
    if (!this.#current || this.#originalChosen || this.#video.paused) {
      return;
    }
    this.#current.volume = this.#level;
    this.#place(this.#current);
    this.#current.play().catch((failure) => this.#notAllowed(failure));
  }

  /** Browsers refuse sound before the first click: stop, so that the play button asks for one. */
  #notAllowed(failure) {
    if (failure.name === 'NotAllowedError') {
      this.#video.pause();
    } else if (failure.name !== 'AbortError') {
      this.#part('now').textContent = phrase('trackUnplayable');
    }
  }

  /** Where the sound stands when the picture stands where it does; a short track starts over. */
  #due(deck) {
    const length = deck.duration;
    const at = this.#video.currentTime;
    return Number.isFinite(length) && length > 0 ? at % length : at;
  }

  #place(deck) {
    const due = this.#due(deck);
    if (Math.abs(deck.currentTime - due) > TOLERATED_DRIFT_SECONDS) {
      deck.currentTime = due;
    }
  }

  #keepTogether() {
    const deck = this.#current;
    if (deck && !deck.paused && !deck.seeking && !this.#video.paused) {
      this.#place(deck);
    }
  }

  #deck(address) {
    let deck = this.#decks.get(address);
    if (!deck) {
      deck = new Audio();
      deck.preload = 'auto';
      deck.loop = true;
      deck.dataset.address = address;
      deck.src = address;
      this.#decks.set(address, deck);
      this.#forgetOldest();
    }
    return deck;
  }

  #forgetOldest() {
    for (const [address, deck] of this.#decks) {
      if (this.#decks.size <= KEPT_DECKS) {
        return;
      }
      if (deck !== this.#current && deck.paused) {
        deck.removeAttribute('src');
        deck.load();
        this.#decks.delete(address);
      }
    }
  }

  /** The candidates that an arrow key reaches next are loaded before they are asked for. */
  #preloadNear(radio) {
    const all = this.#candidates;
    const at = all.indexOf(radio);
    for (const near of [at + 1, at - 1, at + 2]) {
      if (all[near]) {
        this.#deck(all[near].dataset.audio);
      }
    }
  }

  #onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || this.#keyBelongsTo(event)) {
      return;
    }
    const action = {
      ' ': () => this.#toggle(),
      ArrowDown: () => this.#step(1),
      ArrowUp: () => this.#step(-1),
      o: () => this.#flipSound(),
      O: () => this.#flipSound(),
    }[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  };

  /** Whether the control that has the focus makes something of the key itself. */
  #keyBelongsTo({ target, key }) {
    if (target.matches?.('textarea, select, input:not([type="radio"], [type="range"])')) {
      return true;
    }
    if (target.matches?.('input[type="range"]')) {
      return key.startsWith('Arrow');
    }
    return key === ' ' && Boolean(target.closest?.('a, button, summary'));
  }

  #step(by) {
    const all = this.#candidates;
    const at = all.findIndex((radio) => radio.checked);
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    if (next && !next.checked) {
      next.checked = true;
      next.focus();
      next.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }

  #flipSound() {
    const wanted = this.#originalChosen ? 'candidate' : 'original';
    const radio = this.querySelector(`input[name="sound"][value="${wanted}"]`);
    if (radio && !radio.disabled) {
      radio.checked = true;
      this.#chooseOriginal(wanted === 'original');
    }
  }

  #setVolume(value) {
    keepVolume(value);
    this.#video.volume = value;
    if (this.#current) {
      this.#current.volume = value;
    }
  }

  #showState() {
    const video = this.#video;
    const plays = !video.paused;
    this.classList.toggle('plays', plays);
    for (const name of ['play', 'screen']) {
      this.#part(name).setAttribute('aria-label', plays ? phrase('pause') : phrase('play'));
      setIcon(this.#part(name), plays ? 'pause' : 'play');
    }
    if (Number.isFinite(video.duration)) {
      this.#part('seek').max = String(video.duration);
    }
    this.#showTime();
  }

  #showTime = () => {
    cancelAnimationFrame(this.#frame);
    const video = this.#video;
    this.#part('seek').value = String(video.currentTime);
    this.#part('seek').setAttribute('aria-valuetext', phrase('timeOf', clock(video.currentTime), clock(video.duration)));
    this.#part('clock').textContent = `${clock(video.currentTime)} / ${clock(video.duration)}`;
    this.#showWave();
    if (!video.paused) {
      this.#frame = requestAnimationFrame(this.#showTime);
    }
  };

  #showWave() {
    for (const radio of this.#candidates) {
      const wave = radio.closest('label').querySelector('wave-form');
      const deck = this.#decks.get(radio.dataset.audio);
      wave.progress = radio.checked && deck?.duration > 0 ? this.#due(deck) / deck.duration : 0;
    }
  }

  get #level() {
    return volume();
  }

  get #video() {
    return this.#part('video');
  }

  get #candidates() {
    return [...this.querySelectorAll('input[name="candidate"]')];
  }

  #part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }
}

customElements.define('music-stage', MusicStage);
