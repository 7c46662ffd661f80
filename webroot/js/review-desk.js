// <review-desk queue="3">: one item after the other, judged by keys or buttons. A decision is sent
// and stored before the next item appears; while it is under way nothing else is taken, and when it
// fails everything stays on the screen with a way to try again.
import { say } from './navigation.js';
import { phrase } from './phrases.js';
import { forgetKeys, keyName, keyOf, labelKeys, remap } from './review-keys.js';

const TOAST_MS = 10_000;
// Well within the lease of five minutes; whoever has gone home with the page open gives the item back.
const RENEW_MS = 120_000;
const LONGEST_LOOK_MS = 1_800_000;

class ReviewDesk extends HTMLElement {
  #busy = false;
  #shownAt = 0;
  #toastTimer = 0;
  #renewTimer = 0;
  #asking = null;

  connectedCallback() {
    // Before the stage hears of a key, so that a key with a new meaning loses the old one.
    document.addEventListener('keydown', this.#onKey, true);
    this.addEventListener('submit', this.#onSubmit);
    this.addEventListener('click', this.#onClick);
    this.addEventListener('input', this.#onInput);
    this.addEventListener('htmx:afterSettle', this.#arrive);
    this.#renewTimer = setInterval(() => this.#renewLease(), RENEW_MS);
    this.#arrive();
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#onKey, true);
    clearTimeout(this.#toastTimer);
    clearInterval(this.#renewTimer);
  }

  /** Looking at the item again keeps it from others; what comes back is what is shown already. */
  #renewLease() {
    const looks = document.visibilityState === 'visible' && this.#form && !this.#busy;
    if (looks && performance.now() - this.#shownAt < LONGEST_LOOK_MS) {
      fetch(`/review/${this.getAttribute('queue')}/item`, { headers: { 'HX-Request': 'true' } }).catch(() => {});
    }
  }

  #arrive = () => {
    this.#shownAt = performance.now();
    this.#labelKeys();
  };

  // ---------- deciding ----------

  #onSubmit = (event) => {
    if (event.target !== this.#form) {
      return;
    }
    event.preventDefault();
    const form = this.#form;
    form.elements.seconds.value = ((performance.now() - this.#shownAt) / 1000).toFixed(1);
    const body = new URLSearchParams(new FormData(form, event.submitter));
    const told = event.submitter?.querySelector('span')?.textContent ?? '';
    this.#send(form.action, body, phrase('reviewDecided', told));
  };

  #send(address, body, told) {
    if (this.#busy) {
      return;
    }
    this.#setBusy(true);
    const plays = Boolean(this.querySelector('.stage.plays'));
    fetch(address, { method: 'POST', body, headers: { 'HX-Request': 'true', Accept: 'text/html' } })
      .then(async (answer) => {
        const piece = await answer.text();
        if (answer.status === 401) {
          location.assign(answer.headers.get('HX-Redirect'));
          return;
        }
        if (!answer.ok) {
          this.#fail(piece, () => this.#send(address, body, told));
          return;
        }
        this.#show(piece, plays);
        this.#toast(told);
      })
      .catch(() => this.#fail('', () => this.#send(address, body, told)))
      .finally(() => this.#setBusy(false));
  }

  #show(piece, plays) {
    const place = this.#part('piece');
    this.#part('failure').replaceChildren();
    place.innerHTML = piece;
    window.htmx.process(place);
    place.focus({ preventScroll: true });
    this.#arrive();
    say(this.#part('question')?.textContent ?? place.querySelector('.empty-lead')?.textContent ?? '');
    if (plays) {
      place.querySelector('[data-part="play"]')?.click();
    }
  }

  /** Everything stays as it is, with the reason and a way to try again. */
  #fail(piece, again) {
    const place = this.#part('failure');
    if (piece) {
      place.innerHTML = piece;
    } else {
      const notice = document.createElement('div');
      notice.className = 'notice bad';
      notice.textContent = phrase('reviewNotStored');
      place.replaceChildren(notice);
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button small';
    button.textContent = phrase('tryAgain');
    button.addEventListener('click', again);
    place.firstElementChild.append(button);
  }

  #setBusy(busy) {
    this.#busy = busy;
    this.classList.toggle('busy', busy);
    this.#part('piece').setAttribute('aria-busy', String(busy));
  }

  #undo() {
    const address = `/api/v1/review/${this.getAttribute('queue')}/undo`;
    this.#send(address, new URLSearchParams(), phrase('reviewUndone'));
  }

  #skip() {
    if (this.#form) {
      this.#send(this.#form.dataset.skip, new URLSearchParams(), phrase('reviewSkipped'));
    }
  }

  #toast(told) {
    const toast = this.#part('toast');
    this.#part('told').textContent = told;
    this.#part('take-back').hidden = told === phrase('reviewUndone') || told === phrase('reviewSkipped');
    toast.hidden = false;
    clearTimeout(this.#toastTimer);
    this.#toastTimer = setTimeout(() => {
      toast.hidden = true;
    }, TOAST_MS);
  }

  // ---------- keys and clicks ----------

  #onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (this.#asking) {
      this.#takeKey(event);
      return;
    }
    if (this.#part('keys').open || this.#writes(event)) {
      return;
    }
    const ownKey = event.key === ' ' || event.key === 'Enter';
    if (ownKey && event.target.closest?.('a, button, summary')) {
      return;
    }
    const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const element = this.#actions.find((one) => keyOf(one) === pressed && !one.disabled);
    if (element) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!event.repeat) {
        this.#act(element);
      }
    } else if (pressed === ' ' || pressed === 'o') {
      event.stopImmediatePropagation(); // the stage's own key, which has another one here
    }
  };

  /** Whether somebody writes; then only the ways out of the field are keys. */
  #writes(event) {
    if (!event.target.matches?.('textarea, input[type="search"], input[type="text"], input:not([type])')) {
      return false;
    }
    const first = event.target.matches('[type="search"]') && event.key === 'Enter';
    if (first) {
      event.preventDefault();
      this.querySelector('.review-choice:not([hidden])')?.click();
    } else if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
      event.preventDefault();
      event.target.blur();
    }
    return true;
  }

  #act(element) {
    if (element.matches('textarea, input')) {
      element.focus();
      return;
    }
    const radio = element.querySelector('input[type="radio"]');
    if (radio?.checked && radio.name !== 'candidate' && radio.name !== 'sound') {
      radio.checked = false;
    } else if (element.dataset.action === 'original' && radio.checked) {
      this.querySelector('input[name="sound"][value="candidate"]')?.click();
    } else {
      (radio ?? element).click();
    }
  }

  #onClick = (event) => {
    const button = event.target.closest('button');
    const part = button?.dataset.part;
    if (button?.dataset.action === 'undo' || part === 'take-back') {
      this.#undo();
    } else if (button?.dataset.action === 'skip') {
      this.#skip();
    } else if (part === 'change-keys') {
      this.#listKeys();
      this.#part('keys').showModal();
    } else if (part === 'close-keys') {
      this.#part('keys').close();
    } else if (part === 'usual-keys') {
      forgetKeys();
      this.#listKeys();
    }
  };

  #onInput = (event) => {
    if (event.target.dataset.part === 'find') {
      const wanted = event.target.value.trim().toLowerCase();
      for (const choice of this.querySelectorAll('.review-choice')) {
        choice.hidden = !choice.value.toLowerCase().includes(wanted);
      }
    }
  };

  // ---------- choosing keys ----------

  #listKeys() {
    const rows = this.#actions.map((element) => {
      const row = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button small';
      button.textContent = keyName(keyOf(element));
      const name = element.dataset.name ?? element.querySelector('span')?.textContent ?? '';
      button.setAttribute('aria-label', `${name}: ${button.textContent}`);
      button.addEventListener('click', () => {
        this.#asking = element;
        button.textContent = phrase('pressKey');
      });
      row.append(name, button);
      return row;
    });
    this.#part('key-list').replaceChildren(...rows);
    this.#labelKeys();
  }

  #takeKey(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key !== 'Escape' && event.key !== 'Tab' && event.key !== 'Shift') {
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      remap(this.#actions, this.#asking, key);
    }
    if (event.key !== 'Shift') {
      this.#asking = null;
      this.#listKeys();
    }
  }

  #labelKeys() {
    labelKeys(this.#actions);
    this.#part('undo-key').textContent = keyName(this.#undoKey);
  }

  get #undoKey() {
    const undo = this.#actions.find((element) => element.dataset.action === 'undo');
    return undo ? keyOf(undo) : 'z';
  }

  get #actions() {
    return [...this.querySelectorAll('[data-action]')];
  }

  get #form() {
    return this.#part('form');
  }

  #part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }
}

customElements.define('review-desk', ReviewDesk);
