// Opens the glossary entry of a note mark in place. Without this script the mark is a link to the glossary.
(() => {
  if (!HTMLElement.prototype.showPopover) return;
  const gap = 8;
  const notes = new Map([...document.querySelectorAll('.note')].map((note) => [note.querySelector('.note-more a').href, note]));

  /** Says where the note stands on a wide screen: below its mark, or above it where only there is room. */
  function place(note, mark) {
    const { left, top, bottom } = mark.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = note;
    const above = bottom + gap + height > innerHeight && top - gap - height >= 0;
    const room = document.documentElement.clientWidth - gap - width;
    note.style.setProperty('--note-top', `${scrollY + (above ? top - gap - height : bottom + gap)}px`);
    note.style.setProperty('--note-left', `${Math.max(gap, Math.min(left, room))}px`);
  }

  function open(note, mark) {
    mark.setAttribute('aria-expanded', 'true');
    note.showPopover({ source: mark });
    place(note, mark);
    note.focus();
    note.addEventListener('toggle', function closed({ newState }) {
      if (newState !== 'closed') return;
      note.removeEventListener('toggle', closed);
      mark.setAttribute('aria-expanded', 'false');
      // Back to the mark, unless the reader has gone on to another link or entry.
      const { activeElement } = document;
      if (activeElement.tabIndex < 0 && !activeElement.closest(':popover-open')) mark.focus({ preventScroll: true });
    });
  }

  for (const mark of document.querySelectorAll('.note-mark')) {
    const note = notes.get(mark.href);
    if (!note) continue;
    mark.setAttribute('aria-haspopup', 'dialog');
    mark.setAttribute('aria-expanded', 'false');
    mark.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open(note, mark);
    });
  }

  for (const note of notes.values()) {
    note.querySelector('.note-close').addEventListener('click', () => note.hidePopover());
    // Who goes on with the Tab key does not leave it lying over the text.
    note.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget && !note.contains(relatedTarget)) note.hidePopover();
    });
  }

  // Another width of the window moves the mark.
  new ResizeObserver(() => {
    const mark = document.querySelector('.note-mark[aria-expanded="true"]');
    if (mark) place(notes.get(mark.href), mark);
  }).observe(document.body);

  // On paper it is one of the notes at the end.
  addEventListener('beforeprint', () => document.querySelector('.note:popover-open')?.hidePopover());
})();
