// Gives headings a link to themselves, which copies its address.
(() => {
  const status = document.querySelector('.anchor-status');
  if (!status) return;
  const shape = document.querySelector('.anchor-template').content.firstElementChild;
  let fading;

  function say(words) {
    clearTimeout(fading);
    status.textContent = words;
    if (words) fading = setTimeout(say, 5000, '');
  }

  /** Copies as pages could before, where a browser keeps the clipboard from a page that came without encryption. */
  function copyByCommand(text) {
    const field = document.createElement('textarea');
    const { activeElement } = document;
    field.value = text;
    status.before(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    activeElement.focus();
    return done;
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyByCommand(text);
    }
  }

  async function follow(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.currentTarget;
    event.preventDefault();
    history.replaceState(null, '', link.hash);
    say('');
    if (await copy(link.href)) say(status.dataset.copied);
    else location.replace(link.href);
  }

  for (const heading of document.querySelectorAll('main :is(h2, h3, h4)[id]')) {
    if (heading.closest('nav, .glance')) continue;
    const card = heading.closest('.indicator, .term');
    let link = card?.querySelector('.indicator-link');
    if (!link) {
      link = shape.cloneNode(true);
      link.href = `#${(card ?? heading).id}`;
      link.setAttribute('aria-labelledby', `anchor_words ${heading.id}`);
      heading.after(link);
    }
    link.addEventListener('click', follow);
  }
})();
