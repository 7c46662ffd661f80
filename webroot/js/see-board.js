// <see-board>: what the pictures beside one another share: the stretch in view, which categories and
// sides are shown, and what is selected. The legend is the filter; a selection opens the tray.
import { savePicture } from './charts.js';
import { say } from './navigation.js';
import { phrase } from './phrases.js';

const COLOURS = 8;
const MOST_IN_TRAY = 60;
const SIDES = [
  ['video', 0],
  ['music', 1],
];

class SeeBoard extends HTMLElement {
  #plots = new Set();
  #hidden = new Set();
  #hiddenSides = new Set();
  view = { x: 0, y: 0, zoom: 1 };
  selection = new Set();
  links = true;

  connectedCallback() {
    this.addEventListener('click', this.#onClick);
    document.addEventListener('keydown', this.#onKey);
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.#onClick);
    document.removeEventListener('keydown', this.#onKey);
  }

  /** A picture has its points. */
  join(plot) {
    this.#plots.add(plot);
    this.#showLegend();
    this.#plots.forEach((each) => each.refresh());
  }

  leave(plot) {
    this.#plots.delete(plot);
  }

  shows(category, side) {
    return !this.#hidden.has(category) && !this.#hiddenSides.has(side);
  }

  move(view) {
    this.view = view;
    this.#plots.forEach((plot) => plot.paint());
  }

  /** Selects rows of the dataset; whose picture it was done in tells what they are. */
  select(plot, rows) {
    this.selection = new Set(rows);
    this.#plots.forEach((each) => each.refresh());
    this.#showTray(plot);
  }

  #onKey = (event) => {
    if (event.key === 'Escape' && this.selection.size > 0) {
      this.select(null, []);
    }
  };

  #onClick = (event) => {
    const button = event.target.closest('button');
    if (!button) {
      return;
    }
    if (button.dataset.category !== undefined) {
      toggle(this.#hidden, button.dataset.category, button);
    } else if (button.dataset.side !== undefined) {
      toggle(this.#hiddenSides, Number(button.dataset.side), button);
    } else if (button.dataset.do === 'links') {
      this.links = !this.links;
      button.setAttribute('aria-pressed', String(this.links));
    } else if (button.dataset.do === 'whole') {
      this.move({ x: 0, y: 0, zoom: 1 });
    } else if (button.dataset.do === 'picture') {
      this.#plots.forEach((plot) => savePicture(plot.canvas, `common-space-${plot.projection}`));
    } else if (button.dataset.do === 'clear') {
      this.select(null, []);
    } else {
      return;
    }
    this.#plots.forEach((plot) => plot.refresh());
  };

  #showLegend() {
    const [first] = this.#plots;
    const { data } = first;
    const counts = new Array(data.categories.length).fill(0);
    data.category.forEach((category) => counts[category]++);
    const parts = data.categories
      .map((name, at) => ({ name, at, count: counts[at] }))
      .filter(({ count }) => count > 0)
      .map(({ name, at, count }) => {
        const button = pressed(!this.#hidden.has(name), `${name} `, { category: name });
        button.classList.add('chip', `cat-${(at % COLOURS) + 1}`);
        const number = document.createElement('span');
        number.className = 'figures faint';
        number.textContent = count.toLocaleString();
        button.append(number);
        return button;
      });
    if (data.paired) {
      for (const [side, number] of SIDES) {
        parts.push(pressed(!this.#hiddenSides.has(number), phrase(side), { side: number }));
      }
      parts.push(pressed(this.links, phrase('links'), { do: 'links' }));
    }
    const whole = plain(phrase('whole'), { do: 'whole' });
    whole.classList.add('first-tool');
    parts.push(whole, plain('PNG', { do: 'picture' }));
    this.querySelector('[data-part="legend"]').replaceChildren(...parts);
  }

  async #showTray(plot) {
    const tray = this.querySelector('[data-part="tray"]');
    const rows = [...this.selection];
    tray.hidden = rows.length === 0;
    if (tray.hidden) {
      return;
    }
    const head = document.createElement('div');
    head.className = 'card-head';
    const title = document.createElement('h2');
    title.textContent =
      rows.length > MOST_IN_TRAY
        ? phrase('selectedSome', rows.length.toLocaleString(), String(MOST_IN_TRAY))
        : phrase('selected', rows.length.toLocaleString());
    head.append(title, plain(phrase('clear'), { do: 'clear' }));
    tray.replaceChildren(head);
    say(title.textContent);
    const wanted = rows.slice(0, MOST_IN_TRAY).join(',');
    const answer = await fetch(`/see/tray?projection=${plot.projection}&rows=${wanted}`);
    if (answer.ok && rows.length === this.selection.size) {
      const list = document.createElement('div');
      list.innerHTML = await answer.text();
      tray.append(...list.children);
      window.htmx?.process(tray);
    }
  }
}

function toggle(set, value, button) {
  if (!set.delete(value)) {
    set.add(value);
  }
  button.setAttribute('aria-pressed', String(!set.has(value)));
}

function plain(text, data) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button small';
  button.textContent = text;
  Object.assign(button.dataset, data);
  return button;
}

function pressed(on, text, data) {
  const button = plain(text, data);
  button.setAttribute('aria-pressed', String(on));
  return button;
}

customElements.define('see-board', SeeBoard);
