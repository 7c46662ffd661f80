// <theme-choice> around the form of the themes: changes the theme where the page stands, so that
// music plays on. Whatever paints with the colours of the tokens listens for "themechange" on the
// document, which also comes when the system turns dark or light.
import { say } from './navigation.js';
import { phrase } from './phrases.js';

class ThemeChoice extends HTMLElement {
  connectedCallback() {
    this.addEventListener('submit', this.#onSubmit);
  }

  disconnectedCallback() {
    this.removeEventListener('submit', this.#onSubmit);
  }

  #onSubmit = async (event) => {
    event.preventDefault();
    const chosen = event.submitter;
    try {
      // The answer keeps the choice in a cookie; the page it leads to is this one.
      const answer = await fetch(event.target.action, {
        method: 'POST',
        body: new URLSearchParams({ theme: chosen.value }),
        redirect: 'manual',
      });
      if (answer.type !== 'opaqueredirect') {
        throw new Error(String(answer.status));
      }
    } catch {
      say(phrase('unreachable'));
      return;
    }
    show(chosen);
  };
}

/** The same as the server writes into the head and the buttons of the next page. */
function show({ value, dataset }) {
  document.querySelector('meta[name="color-scheme"]').content = dataset.scheme;
  document.querySelector('link[data-dark]').media = dataset.darkMedia;
  for (const button of document.querySelectorAll('theme-choice button')) {
    button.setAttribute('aria-pressed', String(button.value === value));
  }
  tell();
}

function tell() {
  document.dispatchEvent(new CustomEvent('themechange'));
}

window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tell);

customElements.define('theme-choice', ThemeChoice);
