// Who changes the language stays at the same place: ids are the same in every language.
(() => {
  // The address says it, or the contents say what was read last.
  const place = () => location.hash || (document.querySelector('.contents')?.dataset.read ?? '');

  function carry({ target }) {
    const link = target.closest?.('.languages a, .notice a[hreflang]');
    if (link) link.hash = place();
  }

  // Before the link is followed, opened elsewhere or copied.
  for (const kind of ['pointerdown', 'focusin', 'click']) document.addEventListener(kind, carry);
})();
