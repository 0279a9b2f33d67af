// No link leads nowhere, from a folder on disk as on the web.

import { test } from 'node:test';
import { facts } from '../support/facts.js';
import { served } from '../support/server.js';
import { isFileOfSite, languageOf, languages, onDisk, pages, pathInLanguage } from '../support/site.js';
import { none } from '../support/visit.js';

/** The page or file of the site that a link names, and the place in it; nothing for another site. */
function target(url) {
  if (!url.startsWith(onDisk)) return undefined;
  const { pathname, hash } = new URL(url);
  const path = decodeURIComponent(pathname.slice(new URL(onDisk).pathname.length));
  return { path, id: decodeURIComponent(hash.slice(1)) };
}

// A link may leave the site by these; an image, a style sheet or a script may not. An icon or an image may be part of the page.
const mayLeave = ({ element, rel, url }) =>
  ((rel === 'icon' || /^img(#|$)/.test(element)) && url.startsWith('data:image/')) ||
  (/^a(#|$)/.test(element) && /^(https?|mailto|tel):/.test(url)) ||
  (/^link(#|$)/.test(element) && /^(canonical|alternate|license)$/.test(rel) && /^https?:/.test(url));

function problemOf(link, all) {
  const place = target(link.url);
  if (!place) return mayLeave(link) ? undefined : 'leads out of the site';
  if (!isFileOfSite(place.path)) return 'names no file of the site';
  if (place.id && all.has(place.path) && !all.get(place.path).ids.includes(place.id)) return 'names no place on its page';
  return undefined;
}

test('every link, image, style and script names a file of the site, and every anchor a place in it', async () => {
  const all = await facts();
  const problems = [...all].flatMap(([page, { links }]) =>
    links.flatMap((link) => {
      const problem = problemOf(link, all);
      return problem ? [`${page}: ${link.element} “${link.written}” ${problem}`] : [];
    }),
  );
  none(problems);
});

test('a web server finds the file behind every link, and says so where there is none', async () => {
  const written = new Map();
  for (const [page, { links }] of await facts()) {
    for (const link of links.filter(({ url }) => url.startsWith(onDisk))) written.set(new URL(link.written, new URL(page, 'http://site/')).pathname, page);
  }
  const problems = await served(async (base) => {
    const status = async (path) => (await fetch(new URL(path, base), { method: 'HEAD' })).status;
    const found = (await status('no-such-page.html')) === 404 ? [] : ['site: a page that is not there is not answered with 404'];
    for (const [path, page] of written) {
      const answer = await status(path.slice(1));
      if (answer !== 200) found.push(`${page}: ${path} is answered with ${answer}`);
    }
    return found;
  });
  if (written.size === 0) problems.push('site: has no links');
  none(problems);
});

test('no id stands twice on a page', async () => {
  const twice = [...(await facts())].flatMap(([page, { ids }]) =>
    ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `${page}: #${id}`),
  );
  none(twice);
});

test('every page can be reached from the first one', async () => {
  const all = await facts();
  const reached = new Set(['index.html']);
  for (const page of reached) {
    for (const { url } of all.get(page)?.links ?? []) {
      const place = target(url);
      if (place && all.has(place.path)) reached.add(place.path);
    }
  }
  // Web servers show this one by themselves.
  none(pages.filter((page) => !reached.has(page) && page !== '404.html'));
});

test('the language links lead to the same page in every other language', async () => {
  const all = await facts();
  const problems = [];
  for (const page of pages.filter(languageOf)) {
    const { lang, languageLinks } = all.get(page);
    const others = pages.filter((other) => languageOf(other) && other !== page && pathInLanguage(other) === pathInLanguage(page));
    const led = languageLinks.map(({ url }) => target(url)?.path);
    for (const other of others) if (!led.includes(other)) problems.push(`${page}: no link to ${other}`);
    for (const [place, path] of led.entries()) {
      if (!others.includes(path)) problems.push(`${page}: leads to ${path}`);
      else if (all.get(path).lang !== languageLinks[place].lang) problems.push(`${page}: ${path} is not in ${languageLinks[place].lang}`);
    }
    if ((others.length === 0 && languages.length > 1) || !lang) problems.push(`${page}: stands in one language only, or in none`);
  }
  none(problems);
});
