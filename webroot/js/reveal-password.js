// <reveal-password>: a password field with a button that shows what was typed.
class RevealPassword extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector('input');
    const button = this.querySelector('button');
    button.hidden = false; // of no use without this script
    button.addEventListener('click', () => {
      const shown = field.type === 'password';
      field.type = shown ? 'text' : 'password';
      button.setAttribute('aria-pressed', String(shown));
    });
  }
}

customElements.define('reveal-password', RevealPassword);
