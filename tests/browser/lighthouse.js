// Lighthouse gives full marks, on its own settings for a phone, from a plain web server.
//
//     npm ci && [SITE=folder] npm run lighthouse
//
// By itself and not among the tests of run.js: it measures time, and wants the machine at rest. With TIMES=told, as
// `tests/run` asks on machines that may be busy, it prints what depends on time and holds the rest.

import { createServer } from 'node:net';
import { after, test } from 'node:test';
import lighthouse from 'lighthouse';
import { launch } from './support/chromium.js';
import { served } from './support/server.js';
import { languages, pages } from './support/site.js';
import { none } from './support/visit.js';

const onlyCategories = ['performance', 'accessibility', 'best-practices', 'seo'];

// What the pages were designed to stay under, in milliseconds and in Lighthouse's measure of movement.
const limits = { 'largest-contentful-paint': 1500, 'total-blocking-time': 50, 'cumulative-layout-shift': 0.01 };

// The times are simulated from what was observed: a busy machine can spoil some of them. A page that is slow stays so.
const tries = 5;

function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

const port = await freePort();
const chromium = await launch(`--remote-debugging-port=${port}`);
after(() => chromium.close());

const dependsOnTime = new Set(['performance', 'largest-contentful-paint', 'total-blocking-time']);
const isHeld = (id) => process.env.TIMES !== 'told' || !dependsOnTime.has(id);

/** What Lighthouse takes marks off for, and the figures over their limits. */
function complaints({ categories, audits }) {
  const marks = Object.values(categories).filter(({ id, score }) => score !== 1 && isHeld(id));
  const lost = ({ auditRefs }) => auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 1).map(({ id }) => id);
  const over = Object.entries(limits).filter(([id, limit]) => isHeld(id) && !(audits[id].numericValue <= limit));
  return [
    ...marks.map((category) => `${Math.round(category.score * 100)} for ${category.id}: ${lost(category).join(', ')}`),
    ...over.map(([id, limit]) => `${id} is ${audits[id].numericValue}, at most ${limit}`),
  ];
}

function told(page, { categories, audits }) {
  const scores = Object.values(categories).map(({ score }) => Math.round(score * 100));
  const figures = ['first-contentful-paint', ...Object.keys(limits)].map((id) => `${id} ${Number(audits[id].numericValue?.toFixed(3))}`);
  return `          ${page}: ${scores.join(' ')}; ${figures.join(', ')}`;
}

async function judge(page, address) {
  let found;
  for (let left = tries; left > 0; left -= 1) {
    const { lhr } = await lighthouse(address, { port, onlyCategories, logLevel: 'error', disableFullPageScreenshot: true });
    console.log(told(page, lhr));
    found = complaints(lhr);
    if (found.length === 0) break;
  }
  return found.map((problem) => `${page}: ${problem}`);
}

// The first page of the first chapter that is a section of it.
const section = (language) => pages.find((page) => page.startsWith(`${language}/`) && /^[^/]+\/\d[^/]*\/(?!index\.html)/.test(page));

for (const language of languages) {
  test(`Lighthouse gives full marks to the main pages in ${language}`, async () => {
    const chosen = [...['index', 'indicators', 'glossary'].map((name) => `${language}/${name}.html`), section(language)];
    const problems = [];
    await served(async (base) => {
      for (const page of chosen) problems.push(...(await judge(page, new URL(page, base).href)));
    });
    none(problems);
  });
}
