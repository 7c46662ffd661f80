// <drop-ad limit="BYTES">: takes a video that is dropped anywhere on the page or chosen, plays it at
// once from the user's disk, sends it with progress, and goes to the page of the ad that it became.
import { leave } from './handover.js';
import { say } from './navigation.js';
import { phrase } from './phrases.js';

class DropAd extends HTMLElement {
  #request = null;
  #depth = 0;

  connectedCallback() {
    this.#part('file').addEventListener('change', (event) => {
      const [file] = event.target.files;
      event.target.value = '';
      this.#take(file);
    });
    this.#part('cancel').addEventListener('click', () => this.#cancel());
    window.addEventListener('dragenter', this.#onDragEnter);
    window.addEventListener('dragleave', this.#onDragLeave);
    window.addEventListener('dragover', this.#onDragOver);
    window.addEventListener('drop', this.#onDrop);
  }

  disconnectedCallback() {
    window.removeEventListener('dragenter', this.#onDragEnter);
    window.removeEventListener('dragleave', this.#onDragLeave);
    window.removeEventListener('dragover', this.#onDragOver);
    window.removeEventListener('drop', this.#onDrop);
    this.#request?.abort();
  }

  #onDragEnter = () => {
    this.#depth++;
    this.classList.add('over');
  };

  #onDragLeave = () => {
    this.#depth = Math.max(0, this.#depth - 1);
    this.classList.toggle('over', this.#depth > 0);
  };

  #onDragOver = (event) => event.preventDefault();

  #onDrop = (event) => {
    event.preventDefault();
    this.#depth = 0;
    this.classList.remove('over');
    this.#take(event.dataTransfer?.files?.[0]);
  };

  #take(file) {
    if (!file || this.#request) {
      return;
    }
    this.#fail('');
    const limit = Number(this.getAttribute('limit'));
    if (file.size === 0) {
      this.#fail(phrase('fileEmpty', file.name));
    } else if (file.size > limit) {
      this.#fail(phrase('fileTooLarge', file.name, Math.floor(limit / 1e6)));
    } else {
      this.#send(file);
    }
  }

  #send(file) {
    const startedAt = performance.now();
    const url = URL.createObjectURL(file);
    const video = this.#part('video');
    video.src = url;
    video.play().catch(() => {});
    this.#part('name').textContent = file.name;
    this.#progress(0);
    this.#showUpload(true);
    say(phrase('fileSending', file.name));

    const request = new XMLHttpRequest();
    this.#request = request;
    request.open('POST', `/api/v1/ads?name=${encodeURIComponent(file.name)}`);
    request.responseType = 'json';
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.addEventListener('progress', (event) => this.#progress(event.loaded / event.total));
    request.addEventListener('load', () => {
      this.#request = null;
      const uploadSeconds = (performance.now() - startedAt) / 1000;
      if (request.status < 300) {
        leave(request.response.id, { url, at: video.currentTime, startedAt, uploadSeconds });
        this.#open(`/recommend/${request.response.id}`);
      } else {
        this.#refused(request.response?.detail ?? phrase('answered', request.status), url);
      }
    });
    request.addEventListener('error', () => {
      this.#refused(phrase('fileUnanswered'), url);
    });
    request.addEventListener('abort', () => this.#refused('', url));
    request.send(file);
  }

  #open(address) {
    window.htmx
      .ajax('GET', address, { target: '#page', select: '#page', swap: 'outerHTML show:window:top' })
      .then(() => {
        history.pushState({ htmx: true }, '', address);
        document.dispatchEvent(new CustomEvent('htmx:pushedIntoHistory'));
      });
  }

  #refused(reason, url) {
    this.#request = null;
    URL.revokeObjectURL(url);
    this.#part('video').removeAttribute('src');
    this.#showUpload(false);
    this.#fail(reason);
  }

  #cancel() {
    this.#request?.abort();
  }

  #fail(reason) {
    this.#part('reason').textContent = reason;
    this.#part('failure').hidden = reason === '';
  }

  #progress(share) {
    this.#part('progress').value = share;
    this.#part('percent').textContent = share < 1 ? phrase('percent', Math.floor(share * 100)) : phrase('fileChecking');
  }

  #showUpload(shown) {
    this.#part('area').hidden = shown;
    this.#part('upload').hidden = !shown;
  }

  #part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }
}

customElements.define('drop-ad', DropAd);
