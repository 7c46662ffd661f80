// The keys of the review page: each element with data-action has its usual key in data-key; another
// one that the reviewer chose is kept in this browser.

const STORE = 'yuyin.review.keys';

function chosen() {
  try {
    return JSON.parse(localStorage.getItem(STORE) ?? '{}') ?? {};
  } catch {
    return {};
  }
}

/** The key of an element's action now. */
export function keyOf(element) {
  return chosen()[element.dataset.action] ?? element.dataset.key;
}

/** How a key is called on a button. */
export function keyName(key) {
  const names = { ' ': '␣', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };
  return names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** Gives an action another key; whatever had that key gets the old one in exchange. */
export function remap(elements, element, key) {
  const old = keyOf(element);
  const keys = chosen();
  for (const other of elements) {
    if (other !== element && keyOf(other) === key) {
      keys[other.dataset.action] = old;
    }
  }
  keys[element.dataset.action] = key;
  localStorage.setItem(STORE, JSON.stringify(keys));
}

/** Back to the usual keys. */
export function forgetKeys() {
  localStorage.removeItem(STORE);
}

/** Writes the keys on their buttons. */
export function labelKeys(elements) {
  for (const element of elements) {
    const label = element.matches('input, textarea')
      ? element.closest('.review-field, .review-find')?.querySelector('kbd')
      : element.querySelector('kbd');
    if (label) {
      label.textContent = keyName(keyOf(element));
      label.hidden = label.textContent === element.querySelector('span')?.textContent; // "1 1"
    }
  }
}
