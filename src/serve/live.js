// Loads the page again when the site has changed, at the place where the reader was, and shows what stands
// in the way of the next site. The server puts it into the pages that it serves; a built site has none of it.
(() => {
  const { site } = document.currentScript.dataset;
  const details = () => [...document.querySelectorAll('details')];

  /** Notes where the reader is, in the browser's own entry for this page: a reload keeps it. */
  function keepPlace() {
    const open = details().map((one) => one.open);
    const place = { left: scrollX, top: scrollY, open, focus: document.activeElement?.id };
    history.replaceState({ ...history.state, place }, '');
  }

  /** Takes the reader back to where the page was loaded again. */
  function returnToPlace() {
    const { place, ...state } = history.state ?? {};
    if (!place) return;
    history.replaceState(state, '');
    const all = details();
    if (all.length === place.open.length) all.forEach((one, at) => { one.open = place.open[at]; });
    if (place.focus) document.getElementById(place.focus)?.focus({ preventScroll: true });
    const scroll = () => scrollTo({ left: place.left, top: place.top, behavior: 'instant' });
    scroll();
    // What is loaded after the text may move it.
    if (document.readyState !== 'complete') addEventListener('load', scroll, { once: true });
  }

  const look = `
    section { position: fixed; inset: auto 0 0; max-height: 60vh; overflow: auto; box-sizing: border-box; padding: 1rem 1.5rem;
      border-top: .4rem solid #b3261e; background: #fff; color: #1b1b1b; font: 1rem/1.6 system-ui, sans-serif; z-index: 2147483647; overflow-wrap: anywhere; }
    h2 { min-height: 2.5rem; margin: 0 7rem .5rem 0; font-size: 1.1rem; }
    button { position: absolute; top: 1rem; right: 1.5rem; min-height: 2.5rem; padding: 0 1rem; border: 2px solid; border-radius: .3rem; background: inherit; color: inherit; font: inherit; cursor: pointer; }
    :focus-visible { outline: 3px solid #1a6fd6; outline-offset: -3px; }
    ul { margin: 0; padding: 0; list-style: none; }
    li { padding: .5rem 0; border-top: 1px solid #767676; }
    p { margin: 0; }
    .what { font-weight: bold; }
    pre { margin: .3rem 0; padding: .3rem .6rem; overflow-x: auto; white-space: pre-wrap; background: #f1f1f1; font: .95rem/1.5 ui-monospace, monospace; }
    mark { background: #ffd9d6; color: #8c1d18; text-decoration: underline wavy; }
    @media (prefers-color-scheme: dark) {
      section { background: #1e1e1e; color: #eee; border-color: #f2b8b5; }
      pre { background: #2d2d2d; }
      mark { background: #5c1a16; color: #ffdad6; }
    }
    @media print { section { display: none; } }`;

  /** An element with `text`, which is never read as HTML. */
  function element(name, text, className = '') {
    const made = document.createElement(name);
    made.append(...[text].flat());
    made.className = className;
    return made;
  }

  function entry({ what, place, line, help }) {
    const excerpt = line ? [element('pre', [line[0], element('mark', line[1]), line[2]])] : [];
    return element('li', [
      element('p', what, 'what'), element('p', element('code', place)), ...excerpt, ...help.map((one) => element('p', one)),
    ]);
  }

  let told = 'null';
  let host;

  /** Shows `notice` in place of the one before. One that was closed stays closed until there is another. */
  function show(notice) {
    const now = JSON.stringify(notice);
    if (now === told) return;
    told = now;
    host?.remove();
    if (!notice) return;
    host = document.createElement('keikaku-notice');
    const close = element('button', notice.close);
    close.type = 'button';
    close.addEventListener('click', () => host.remove());
    const section = element('section', [element('h2', notice.heading), close, element('ul', notice.findings.map(entry))]);
    section.lang = notice.language;
    section.tabIndex = 0;
    section.setAttribute('role', 'alert');
    const root = host.attachShadow({ mode: 'open' });
    root.append(section);
    // A page takes no style out of its own text, and this is none.
    const style = new CSSStyleSheet();
    style.replaceSync(look);
    root.adoptedStyleSheets = [style];
    document.body.append(host);
  }

  let stream;

  /** Hears of the next site while somebody looks: a browser has only six connections for all its pages. */
  function listen() {
    stream?.close();
    if (document.hidden) return;
    stream = new EventSource('/.keikaku/events');
    stream.addEventListener('message', ({ data }) => {
      const event = JSON.parse(data);
      if (event.site === site) {
        show(event.notice);
      } else {
        stream.close();
        keepPlace();
        location.reload();
      }
    });
    stream.addEventListener('error', ({ target }) => {
      if (target === stream && target.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
    });
  }

  returnToPlace();
  document.addEventListener('visibilitychange', listen);
  listen();
})();
