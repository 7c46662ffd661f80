// <drop-music limit="BYTES">: takes music files and folders that are dropped anywhere on the page or
// chosen, sends one after the other with its progress, and the tables (CSV) that came with them last.
import { phrase } from './phrases.js';

const SOUND = /\.(mp3|wav|flac|ogg|m4a|aac)$/i;
const TABLE = /\.csv$/i;

class DropMusic extends HTMLElement {
  #waiting = [];
  #busy = false;
  #taken = 0;
  #refused = 0;

  connectedCallback() {
    for (const part of ['files', 'folder']) {
      this.#part(part).addEventListener('change', (event) => {
        this.#take([...event.target.files]);
        event.target.value = '';
      });
    }
    this.#part('folder-button').hidden = false;
    window.addEventListener('dragover', this.#onDragOver);
    window.addEventListener('dragleave', this.#onDragLeave);
    window.addEventListener('drop', this.#onDrop);
  }

  disconnectedCallback() {
    window.removeEventListener('dragover', this.#onDragOver);
    window.removeEventListener('dragleave', this.#onDragLeave);
    window.removeEventListener('drop', this.#onDrop);
    this.#waiting = [];
  }

  #onDragOver = (event) => {
    event.preventDefault();
    this.classList.add('over');
  };

  #onDragLeave = (event) => {
    if (!event.relatedTarget) {
      this.classList.remove('over');
    }
  };

  #onDrop = async (event) => {
    event.preventDefault();
    this.classList.remove('over');
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    this.#take(entries.length ? (await Promise.all(entries.map(filesOf))).flat() : [...event.dataTransfer.files]);
  };

  /** What a folder holds besides sound and tables is passed over; a file that was chosen is not. */
  #take(files) {
    const wanted = files.length > 1 ? files.filter((file) => SOUND.test(file.name) || TABLE.test(file.name)) : files;
    const tablesLast = (file) => (TABLE.test(file.name) ? 1 : 0);
    this.#waiting.push(...wanted.map((file) => ({ file, row: this.#row(file) })));
    this.#waiting.sort((a, b) => tablesLast(a.file) - tablesLast(b.file));
    this.#part('card').hidden = this.#part('list').childElementCount === 0;
    if (files.length && !wanted.length) {
      this.#part('card').hidden = false;
      this.#part('summary').textContent = phrase('musicNone');
    }
    this.#next();
  }

  #row(file) {
    const row = document.createElement('li');
    const name = document.createElement('span');
    name.className = 'incoming-name';
    name.textContent = file.name;
    const state = document.createElement('span');
    state.className = 'small soft';
    state.textContent = phrase('musicWaiting');
    row.append(name, state);
    this.#part('list').append(row);
    return row;
  }

  async #next() {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    for (let one = this.#waiting.shift(); one; one = this.#waiting.shift()) {
      await this.#send(one.file, one.row);
      this.#part('summary').textContent = phrase('musicSummary', this.#taken, this.#refused);
    }
    this.#busy = false;
  }

  #send(file, row) {
    const limit = Number(this.getAttribute('limit'));
    if (file.size === 0 || file.size > limit) {
      const why =
        file.size === 0 ? phrase('fileEmpty', file.name) : phrase('fileTooLarge', file.name, Math.floor(limit / 1e6));
      this.#refuse(row, why);
      return Promise.resolve();
    }
    const table = TABLE.test(file.name);
    const address = table ? '/api/v1/music-table' : '/api/v1/tracks';
    return new Promise((done) => {
      const request = new XMLHttpRequest();
      request.open('POST', `${address}?name=${encodeURIComponent(file.name)}`);
      request.responseType = 'json';
      request.setRequestHeader('Accept', 'application/json');
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.upload.addEventListener('progress', (event) => {
        const share = event.loaded / event.total;
        state(row, share < 1 ? phrase('percent', Math.floor(share * 100)) : phrase('musicMeasuring'));
      });
      request.addEventListener('load', () => {
        if (request.status >= 300) {
          this.#refuse(row, request.response?.detail ?? phrase('answered', request.status));
        } else if (table) {
          this.#accept(row, tableTold(request.response));
        } else {
          this.#accept(row, request.response.isNew ? phrase('musicTaken') : phrase('musicKnown'), request.response);
        }
        done();
      });
      request.addEventListener('error', () => {
        this.#refuse(row, phrase('fileUnanswered'));
        done();
      });
      request.send(file);
    });
  }

  #accept(row, told, track) {
    this.#taken++;
    state(row, told, 'good');
    if (track) {
      const link = document.createElement('a');
      link.href = track.page;
      link.textContent = track.title;
      row.firstElementChild.replaceChildren(link);
    }
  }

  #refuse(row, why) {
    this.#refused++;
    state(row, why, 'bad');
  }

  #part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }
}

function state(row, text, kind = 'soft') {
  row.lastElementChild.textContent = text;
  row.lastElementChild.className = `small ${kind}`;
}

function tableTold({ changed, unknown }) {
  const told = phrase('musicTable', changed);
  return unknown.length ? `${told} ${phrase('musicTableUnknown', unknown.join(', '))}` : told;
}

/** Every file under an entry of a drop. */
async function filesOf(entry) {
  if (entry.isFile) {
    return [await new Promise((done, failed) => entry.file(done, failed))];
  }
  const reader = entry.createReader();
  const files = [];
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed)); // at most 100 at a time
    if (!some.length) {
      return files;
    }
    files.push(...(await Promise.all(some.map(filesOf))).flat());
  }
}

customElements.define('drop-music', DropMusic);
