// Opens pages, a few at a time, and gathers what a test finds wrong on each.

import { browser } from './chromium.js';
import { onDisk, pages as allPages } from './site.js';

// Two cores draw about as fast as three tabs ask.
const tabs = 3;

/** Notes what a browser complains about and what leaves the site. */
function watch(tab, base) {
  const noticed = [];
  tab.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) noticed.push(`console: ${message.text()} ${message.location().url}`);
  });
  tab.on('pageerror', (error) => noticed.push(`script error: ${error.message}`));
  tab.on('request', (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:')) {
      noticed.push(`request that leaves the site: ${request.url()}`);
    }
  });
  tab.on('requestfailed', (request) => noticed.push(`failed request: ${request.url()}`));
  tab.on('response', (response) => {
    if (response.status() >= 400) noticed.push(`${response.status()}: ${response.url()}`);
  });
  return noticed;
}

/**
 * Opens each page and asks `look(tab, page, noticed)` for the problems on it, as lines of text.
 * `prepare` gets the browser context before any page opens. `context` holds Playwright's options for it: viewport,
 * colour scheme, script on or off.
 */
export async function onEachPage(look, { pages = allPages, base = onDisk, prepare = () => {}, ...context } = {}) {
  const room = await (await browser()).newContext({ reducedMotion: 'reduce', ...context });
  await prepare(room);
  const waiting = [...pages];
  const problems = [];
  async function work() {
    const tab = await room.newPage();
    const noticed = watch(tab, base);
    for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
      noticed.length = 0;
      await tab.goto(new URL(page, base).href);
      for (const problem of (await look(tab, page, noticed)) ?? []) problems.push(`${page}: ${problem}`);
    }
  }
  try {
    await Promise.all(Array.from({ length: tabs }, work));
  } finally {
    await room.close();
  }
  return problems.sort();
}

const shown = 20;

/** Fails with a readable list where anything was found. Each line: the page, a colon, the problem. */
export function none(problems) {
  if (problems.length === 0) return;
  const places = new Map();
  for (const line of problems) {
    const [, page, problem] = /^(.+?): ([^]*)$/.exec(line) ?? [line, line, ''];
    places.set(problem, [...(places.get(problem) ?? []), page]);
  }
  // A mistake in a template stands on every page; once is enough to mend it.
  const lines = [...places].map(([problem, [first, ...others]]) =>
    `${first}${others.length ? ` (and ${others.length} more)` : ''}: ${problem}`,
  );
  const rest = lines.length > shown ? [`… and ${lines.length - shown} more problems`] : [];
  const error = new Error([`${problems.length} found`, ...lines.slice(0, shown), ...rest].join('\n'));
  // Where in a test file the list was checked helps nobody.
  error.stack = error.message;
  throw error;
}
