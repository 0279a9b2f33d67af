// Marks in a page's contents the part that is being read.
(() => {
  const contents = document.querySelector('.contents');
  if (!contents) return;
  const links = [...contents.querySelectorAll('a')];
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const footer = document.querySelector('body > footer');
  // What begins above the line that the reader's eyes rest on.
  const begun = new Set();
  let staying;

  // The last part may be too short to come up to the line.
  function current() {
    const ends = begun.has(footer) && scrollY > 0;
    return ends ? links.at(-1) : links.findLast((_, place) => begun.has(headings[place]));
  }

  function mark() {
    const now = current();
    const before = contents.querySelector('[aria-current]');
    if (now === before) return;
    before?.removeAttribute('aria-current');
    now?.setAttribute('aria-current', 'location');
    // Who stays has read there, and not only passed on the way to the top of the page.
    clearTimeout(staying);
    if (now) staying = setTimeout(() => (contents.dataset.read = now.hash), 1500);
    // In a column with more parts than it has room for.
    if (now && contents.scrollHeight > contents.clientHeight) contents.scrollTop = now.offsetTop - contents.clientHeight / 2;
  }

  /** Follows `elements` over a line that is `below` from the bottom: all above it counts, however far. */
  function follow(elements, below) {
    const note = (entries) => {
      for (const { target, isIntersecting } of entries) begun[isIntersecting ? 'add' : 'delete'](target);
      mark();
    };
    const observer = new IntersectionObserver(note, { rootMargin: `10000000px 0px ${below} 0px` });
    for (const element of elements) if (element) observer.observe(element);
  }

  follow(headings, '-70%');
  follow([footer], '0px');

  // Where the style sheet cannot open it in a wide window.
  const wide = matchMedia('(min-width: 62em)');
  const unfold = () => (contents.querySelector('details').open = wide.matches);
  if (wide.matches) unfold();
  wide.addEventListener('change', unfold);
})();
