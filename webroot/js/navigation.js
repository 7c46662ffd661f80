// What lies outside of the part that a navigation exchanges: the mark in the menu, the focus.
import { phrase } from './phrases.js';

function markMenu() {
  const path = location.pathname;
  for (const link of document.querySelectorAll('.rail li a, .more-menu a')) {
    const own = link.getAttribute('href');
    const here = own === path || (own !== '/' && path.startsWith(`${own}/`));
    if (here) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  }
}

// The rest of the menu closes as soon as one of its entries is chosen.
document.addEventListener('click', (event) => {
  event.target.closest('[popover] a')?.closest('[popover]').hidePopover();
});

document.addEventListener('htmx:pushedIntoHistory', markMenu);
document.addEventListener('htmx:historyRestore', markMenu);

// A new page is announced by moving the focus to it, as a browser's own navigation would.
document.addEventListener('htmx:afterSettle', (event) => {
  markMenu();
  if (event.detail.boosted) {
    document.getElementById('page')?.focus({ preventScroll: true });
  }
});

// The server cannot be reached: say so where the user looks, keep the page.
document.addEventListener('htmx:sendError', () => {
  say(phrase('unreachable'));
});

/** Tells screen readers, and nobody else. */
export function say(text) {
  document.getElementById('said').textContent = text;
}

// A filter that is a form applies as soon as one of its choices changes.
document.addEventListener('change', (event) => {
  const form = event.target.closest('form[data-apply-at-once]');
  form?.requestSubmit();
});
