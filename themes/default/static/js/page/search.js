// Search, from disk as from the web. A script of data (src/render/search) is loaded when somebody first
// types, folded once, and read from end to end at every key.
(() => {
  const most = 20;
  const longest = 120;
  const before = 40;
  const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
  // What folds together: a letter with the accents and voicing marks after it.
  const cluster = /.[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*/gsu;
  // Hiragana of one or two letters is mostly a particle.
  const run = /\p{Script=Han}+|[\p{Script=Katakana}ー]+|\p{Script=Hiragana}{3,}|[\p{Script=Latin}\p{N}]+/gu;

  const form = document.querySelector('form.search');
  if (!form) return;
  const box = form.querySelector('.search-box');
  const status = form.querySelector('.search-status');
  const list = form.querySelector('.search-results');
  const indexes = new Map();
  const asked = new Set();
  // The folded forms of single letters: a passage has the same ones again and again.
  const folds = new Map();

  /** Text as it is compared: of one width, one case and one kana, without accents. */
  function fold(text) {
    const plain = text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').normalize('NFC').toLowerCase();
    return plain.replace(/[ァ-ヶヽヾ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  }

  /** Makes an entry ready: every text with its language, and its folded forms. */
  function prepare({ kind, href, title, context = '', reading = '', text }, tag) {
    const words = (written) => (Array.isArray(written) ? { text: written[0], tag: written[1] } : { text: written, tag });
    const entry = { kind, href, title: words(title), context: words(context), passages: [...text, reading].map(words) };
    entry.name = fold(`${entry.title.text}\n${reading}`);
    entry.own = fold([entry.title, ...entry.passages].map((passage) => passage.text).join('\n'));
    entry.around = fold(entry.context.text);
    return entry;
  }

  /** Called by the scripts of data. */
  globalThis.keikakuSearchIndex = ({ tag, kinds, entries }) => {
    const address = document.currentScript.getAttribute('src');
    indexes.set(address, { kinds, entries: entries.map((entry) => prepare(entry, tag)) });
  };

  function load(address) {
    if (asked.has(address)) return;
    asked.add(address);
    const script = document.createElement('script');
    script.src = address;
    script.onload = update;
    script.onerror = () => {
      asked.delete(address);
      say(form.dataset.failed);
    };
    document.head.append(script);
  }

  // By code, since it is asked a hundred thousand times at a key: a letter, a digit, or neither.
  function classOf(text, at) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) return 1;
    return code >= 48 && code <= 57 ? 2 : 0;
  }

  /** Where `term` stands in the folded `text`: a word of letters from its beginning, Japanese anywhere. */
  function find(text, term, from = 0) {
    const own = classOf(term, 0);
    let at = text.indexOf(term, from);
    while (own && at > 0 && classOf(text, at - 1) === own) at = text.indexOf(term, at + 1);
    return at;
  }

  const has = (text, term) => find(text, term) >= 0;

  /** What to look for, the strictest first: all as it is typed, its words, the parts of a Japanese word. */
  function readings(query) {
    const words = fold(query).split(/\s+/).filter(Boolean);
    const parts = japanese.test(query) ? (query.normalize('NFKC').match(run) ?? []).map(fold) : [];
    const written = (terms) => terms?.join('\n');
    // The longest first: it is the least likely to be found, and then the others are not looked for.
    const longestFirst = (terms) => [...terms].sort((one, other) => other.length - one.length);
    return [[words.join(' ')], longestFirst(words), longestFirst(parts)].filter(
      (terms, place, all) => written(terms) && written(terms) !== written(all[place - 1]),
    );
  }

  /** How well an entry answers, less being better: by its name, an indicator's or term's name, its text. */
  function rank(entry, wanted) {
    const { name, own, around } = entry;
    const named = wanted.findIndex((terms) => terms.every((term) => has(name, term)));
    if (named >= 0) return named + (entry.kind === 'indicator' || entry.kind === 'term' ? 3 : 0);
    const told = wanted.findIndex(
      (terms) => terms.some((term) => has(own, term)) && terms.every((term) => has(own, term) || has(around, term)),
    );
    return told < 0 ? Infinity : told + 6;
  }

  /** Entries that answer, the best first, of each part in every language asked: the same entries in the same order. */
  function answers(query, parts) {
    const wanted = readings(query);
    const ranked = parts.flatMap((sources) => sources[0].entries.map((entry, place) => {
      const ranks = sources.map(({ entries }) => rank(entries[place], wanted));
      const best = Math.min(...ranks);
      const found = sources[ranks.indexOf(best)]?.entries[place];
      return { entry, found, best, terms: wanted[best % 3] };
    }));
    const sorted = ranked.filter(({ best }) => best < Infinity).sort((one, other) => one.best - other.best);
    // Who looks for a term looks for what the plan says of it; its definition comes next.
    const place = sorted.findIndex(({ entry, best }) => entry.kind !== 'term' && best % 3 === 0);
    if (place > 0 && sorted[0].entry.kind === 'term') sorted.unshift(...sorted.splice(place, 1));
    return sorted;
  }

  /** Which letters of `text` belong to one of `terms`. */
  function lit(text, terms) {
    let folded = '';
    const origin = [];
    for (const { 0: letters, index } of text.matchAll(cluster)) {
      const part = folds.get(letters) ?? fold(letters);
      folds.set(letters, part);
      for (let unit = 0; unit < part.length; unit += 1) origin.push([index, index + letters.length]);
      folded += part;
    }
    const lights = new Array(text.length).fill(false);
    for (const term of terms) {
      for (let at = find(folded, term); at >= 0; at = find(folded, term, at + term.length)) {
        lights.fill(true, origin[at][0], origin[at + term.length - 1][1]);
      }
    }
    return lights;
  }

  /** An element that shows `text` with the found letters marked; `whole` or the part around the first of them. */
  function shown(name, className, { text, tag }, terms, whole = true) {
    const element = document.createElement(name);
    element.className = className;
    if (tag !== document.documentElement.lang) element.lang = tag;
    const lights = lit(text, terms);
    let [start, end] = whole ? [0, text.length] : part(text, Math.max(lights.indexOf(true), 0));
    if (start > 0) element.append('…');
    for (let at = start, next; at < end; at = next) {
      const change = lights.indexOf(!lights[at], at);
      next = change < 0 ? end : Math.min(change, end);
      const piece = lights[at] ? document.createElement('mark') : element;
      piece.append(text.slice(at, next));
      if (piece !== element) element.append(piece);
    }
    if (end < text.length) element.append('…');
    return element;
  }

  /** Where to cut `text` around the letter at `focus`: between words, and never through a letter. */
  function part(text, focus) {
    const whole = (at) => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at);
    let start = whole(Math.max(focus - before, 0));
    if (start > 0) start += /^[^\s、。]*[\s、。]/.exec(text.slice(start, focus))?.[0].length ?? 0;
    let end = whole(Math.min(start + longest, text.length));
    const space = text.lastIndexOf(' ', end);
    if (end < text.length && space > focus && end - space < before) end = space;
    return [start, end];
  }

  /** The passage that holds most of `terms`; of an entry found in another language by its title, that title. */
  function passage({ entry, found, terms }) {
    const passages = found === entry ? found.passages : [...found.passages, found.title];
    const counts = passages.map(({ text }) => terms.filter((term) => has(fold(text), term)).length);
    return passages[counts.indexOf(Math.max(...counts))];
  }

  function item(answer, kinds) {
    const { entry, terms } = answer;
    const link = document.createElement('a');
    link.className = 'search-link';
    link.href = entry.href;
    if (entry.context.text) link.append(shown('span', 'search-context', entry.context, terms), ' ');
    link.append(shown('span', 'search-title', entry.title, terms));
    const kind = document.createElement('span');
    kind.className = 'chip';
    kind.append(kinds[entry.kind]);
    const head = document.createElement('div');
    head.className = 'search-result-head';
    head.append(link, kind);
    const result = document.createElement('li');
    result.className = 'search-result';
    result.append(head);
    const text = passage(answer);
    if (text.text) result.append(shown('p', 'search-passage', text, terms, false));
    return result;
  }

  /** Screen readers say it too. */
  function say(words) {
    status.textContent = words;
  }

  function counted(number, query) {
    const tag = document.documentElement.lang;
    const plural = form.getAttribute(`data-count-${new Intl.PluralRules(tag).select(number)}`);
    const { nothing, first, countOther } = form.dataset;
    const pattern = number === 0 ? nothing : number > most ? first : (plural ?? countOther);
    const values = { n: number.toLocaleString(tag), shown: most, query };
    return pattern.replace(/%\{(\w+)\}/g, (_, name) => values[name]);
  }

  /** Shows what answers to the words in the box. */
  function update() {
    const query = box.value.trim();
    const { index, sourceIndex } = form.dataset;
    const wanted = (japanese.test(query) && sourceIndex ? [index, sourceIndex] : [index]).map((scripts) => scripts.split(' '));
    const parts = wanted[0].map((_, place) => wanted.map((scripts) => scripts[place]));
    // One part after the other: what is found in the first shows while the next is on its way.
    const loaded = parts.filter((part) => part.every((address) => indexes.has(address)));
    const missing = query ? parts.find((part) => !loaded.includes(part)) : undefined;
    if (missing) {
      say(form.dataset.loading);
      missing.forEach(load);
      if (loaded.length === 0) return;
    }
    const sources = loaded.map((part) => part.map((address) => indexes.get(address)));
    const found = query ? answers(query, sources) : [];
    list.replaceChildren(...found.slice(0, most).map((answer) => item(answer, sources[0][0].kinds)));
    list.hidden = found.length === 0;
    if (!missing) say(query ? counted(found.length, query) : '');
  }

  /** Keeps the words in the address, so that the way back from a result leads to the results. */
  function remember() {
    const address = new URL(location.href);
    address.searchParams.set('q', box.value.trim());
    history.replaceState(null, '', address);
  }

  /** Down and up go through box and results; Escape closes the results. */
  function move(event) {
    const stops = [box, ...list.querySelectorAll('a')];
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (at < 0 || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (step && stops[at + step]) stops[at + step].focus();
    else if (event.key === 'Escape') {
      box.value = '';
      box.focus();
      update();
    } else return;
    event.preventDefault();
  }

  // While a Japanese word is being composed, its letters are not yet the reader's words.
  box.addEventListener('input', (event) => event.isComposing || update());
  box.addEventListener('compositionend', update);
  form.addEventListener('keydown', move);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    remember();
  });
  list.addEventListener('click', remember);
  box.value = new URLSearchParams(location.search).get('q') ?? '';
  if (box.value) update();
})();
