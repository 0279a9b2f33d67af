// A page comes quickly to an old phone on a slow line, and stands still once it is there.

import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { served } from '../support/server.js';
import { inOneLanguage, languages, pages } from '../support/site.js';
import { none, onEachPage } from '../support/visit.js';

const kilobyte = 1024;
const common = { requests: 6, blocking: 2 };
const ordinary = { ...common, bytes: 50 * kilobyte, elements: 800 };
const withIndicators = { ...common, bytes: 60 * kilobyte, elements: 1400 };

/** What a page may weigh. The whole plan in one file is as long as the plan. */
function limitsOf(page) {
  if (page.endsWith('/plan.html')) return common;
  return /\/indicators\.html$|\/(pillar|sdg|\d[^/]*)\/(?!index\.html)/.test(page) ? withIndicators : ordinary;
}

/** Runs in the page: its elements, and the files that the first picture waits for. A place where a line may break is no burden. */
function burden() {
  return {
    elements: document.querySelectorAll('*:not(wbr)').length,
    blocking: performance.getEntriesByType('resource').filter((entry) => entry.renderBlockingStatus === 'blocking').length,
  };
}

/** A page with all that it loads before anybody touches it. */
async function weigh(tab) {
  const answers = [];
  const listen = (answer) => answers.push(answer);
  tab.on('response', listen);
  await tab.reload({ waitUntil: 'networkidle' });
  tab.off('response', listen);
  // A picture in the page's own text is no request.
  const files = await Promise.all(answers.filter((answer) => !answer.url().startsWith('data:')).map((answer) => answer.body()));
  const bytes = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
  return { bytes, requests: files.length, ...(await tab.evaluate(burden)) };
}

test('every page with all that it loads is light, asks for few files and waits for fewer', async () => {
  const most = {};
  const look = async (tab, page) => {
    const limits = limitsOf(page);
    const figures = Object.entries(await weigh(tab)).filter(([figure]) => figure in limits);
    for (const [figure, value] of figures) if (!(value < most[figure]?.value)) most[figure] = { value, page };
    return figures.filter(([figure, value]) => value > limits[figure]).map(([figure, value]) => `${value} ${figure}, at most ${limits[figure]}`);
  };
  const problems = await served((base) => onEachPage(look, { base }));
  for (const [figure, { value, page }] of Object.entries(most)) console.log(`          at most ${value} ${figure}: ${page}`);
  none(problems);
});

/** Runs in the page before anything of it: adds up how far things moved by themselves. */
function watchShifts() {
  globalThis.moved = [];
  const name = ({ node }) => (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.outerHTML?.slice(0, 80) ?? 'something';
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.moved.push(`${entry.sources.map(name).join(', ')} moved by ${entry.value.toFixed(4)}`);
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page: goes down to its end in a few steps. */
async function readOn() {
  const frame = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  const steps = 6;
  for (let step = 0; step <= steps; step += 1) {
    scrollTo(0, (document.documentElement.scrollHeight * step) / steps);
    await frame();
  }
  return globalThis.moved;
}

// On a slow line a script comes long after the page has been drawn.
async function withLateScripts(room) {
  await room.addInitScript(watchShifts);
  await room.route('**/*.js', async (route) => {
    await new Promise((over) => setTimeout(over, 150));
    await route.continue();
  });
}

const readsOn = (width, place) =>
  onEachPage((tab) => tab.evaluate(readOn), { viewport: { width, height: 844 }, prepare: withLateScripts, ...place });

test('nothing on a page moves by itself while it loads and is read, on a phone and from the web', async () => {
  none(await served((base) => readsOn(390, { base })));
});

test('nothing on a page moves by itself while it loads and is read, on a desktop and from disk', async () => {
  // The languages share their templates and style; their longer words have been seen on the phone.
  none(await readsOn(1280, { pages: inOneLanguage }));
});
