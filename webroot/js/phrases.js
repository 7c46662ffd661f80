// What scripts say, in the reader's language: the page brings it along.
const phrases = JSON.parse(document.body.dataset.phrases || '{}');

/** The phrase with its values in place of {0}, {1} …; see templates/words. */
export function phrase(key, ...values) {
  const text = phrases[key] ?? key;
  return text.replace(/\{(\d)\}/g, (place, index) => values[index] ?? place);
}
