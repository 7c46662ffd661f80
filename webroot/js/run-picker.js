// <run-picker>: the list of runs. Lines open to show their runs, and chosen ones are compared. What
// is open and chosen outlives the list's own refresh, which exchanges everything inside.
class RunPicker extends HTMLElement {
  #chosen = new Set();
  #open = new Set();

  connectedCallback() {
    this.addEventListener('change', this.#onChange);
    this.addEventListener('click', this.#onClick);
    this.addEventListener('htmx:afterSettle', this.#show);
    this.#show();
  }

  disconnectedCallback() {
    this.removeEventListener('change', this.#onChange);
    this.removeEventListener('click', this.#onClick);
    this.removeEventListener('htmx:afterSettle', this.#show);
  }

  #onChange = (event) => {
    const box = event.target.closest('input[data-runs]');
    if (!box) {
      return;
    }
    for (const run of box.dataset.runs.split(',')) {
      if (box.checked) {
        this.#chosen.add(run);
      } else {
        this.#chosen.delete(run);
      }
    }
    this.#show();
  };

  #onClick = (event) => {
    const opener = event.target.closest('button[aria-controls]');
    if (!opener) {
      return;
    }
    const key = opener.getAttribute('aria-controls');
    if (!this.#open.delete(key)) {
      this.#open.add(key);
    }
    this.#show();
  };

  #show = () => {
    for (const opener of this.querySelectorAll('button[aria-controls]')) {
      const key = opener.getAttribute('aria-controls');
      opener.setAttribute('aria-expanded', String(this.#open.has(key)));
      const members = document.getElementById(key);
      members.hidden = !this.#open.has(key);
      if (!members.hidden) {
        window.htmx?.trigger(members, 'opened'); // fetches the runs, the first time
      }
    }
    for (const box of this.querySelectorAll('input[data-runs]')) {
      const runs = box.dataset.runs.split(',');
      const count = runs.filter((run) => this.#chosen.has(run)).length;
      box.checked = count === runs.length;
      box.indeterminate = count > 0 && count < runs.length;
    }
    const bar = this.querySelector('[data-part="bar"]');
    bar.hidden = this.#chosen.size === 0;
    bar.querySelector('[data-part="count"]').textContent = String(this.#chosen.size);
    bar.querySelector('a').href = `/compare?runs=${[...this.#chosen].join(',')}`;
  };
}

customElements.define('run-picker', RunPicker);
