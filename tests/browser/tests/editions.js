// The plan to keep: one file on paper and by mail, and the whole site unpacked from its archive.

import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { browser } from '../support/chromium.js';
import { folder, languages, onDisk, pages } from '../support/site.js';
import { unzip } from '../support/unzip.js';
import { none, onEachPage } from '../support/visit.js';

const parent = mkdtempSync(join(tmpdir(), 'keikaku-editions-'));
after(() => rmSync(parent, { recursive: true, force: true }));

const whole = pages.filter((page) => page.endsWith('/plan.html'));

/** Runs in the page: where its links and pictures lead. */
const addresses = () => [...document.querySelectorAll('[href], [src]')].map((element) => element.href || element.src);

test('the archive, unpacked into a folder with a difficult name, is the whole site, and no link of it leads nowhere', async () => {
  const unpacked = join(parent, '計画 2029 (試し)');
  const names = unzip(join(folder, 'download/plan.zip'), unpacked);
  const base = pathToFileURL(unpacked + sep).href;
  const missing = pages.filter((page) => !names.includes(page)).map((page) => `${page}: is not in the archive`);
  const dead = await onEachPage(
    async (tab, page, noticed) => {
      const inside = (await tab.evaluate(addresses)).filter((address) => address.startsWith('file:'));
      const lost = inside.filter((address) => !address.startsWith(base) || !existsSync(new URL(address)));
      return [...noticed, ...new Set(lost.map((address) => `${address} is not there`))];
    },
    { base, pages: pages.filter((page) => names.includes(page)) },
  );
  none([...missing, ...dead]);
});

/** Runs in the page: follows each entry of the contents, which leads to the heading of the same words. */
function followContents() {
  const words = (element) => element?.innerText.replace(/\s/g, '');
  const links = [...document.querySelectorAll('.plan-contents a')];
  const astray = links.flatMap((link) => {
    location.hash = link.hash;
    const heading = words(document.querySelector(':target'));
    return heading === words(link) ? [] : [`“${words(link)}” leads to “${heading}”`];
  });
  return links.length > 1 ? astray : ['has no contents'];
}

test('the file of the whole plan needs no other file, and its contents lead to every part', async () => {
  const alone = join(parent, 'mail');
  const problems = [];
  for (const page of whole) {
    const copy = `${alone}-${page.replace('/', '-')}`;
    copyFileSync(join(folder, page), copy);
    const look = async (tab, name, noticed) => [...noticed, ...(await tab.evaluate(followContents))];
    const base = pathToFileURL(parent + sep).href;
    problems.push(...(await onEachPage(look, { base, pages: [copy.slice(parent.length + 1)] })));
  }
  if (whole.length !== languages.length) problems.push(`site: ${whole.length} files for ${languages.length} languages`);
  none(problems);
});

/** The text of each sheet of paper, as it would be printed. */
async function sheets(page) {
  const tab = await (await browser()).newPage();
  const file = join(parent, 'paper.pdf');
  try {
    await tab.goto(new URL(page, onDisk).href);
    const words = await tab.evaluate(() => {
      const text = (selector) => [...document.querySelectorAll(selector)].map((element) => element.innerText);
      return { title: text('h1'), contents: text('.plan-contents a'), chapters: text('.plan-chapter > h2'), glossary: text('.plan-end > h2') };
    });
    writeFileSync(file, await tab.pdf({ preferCSSPageSize: true }));
    const paper = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    return { words, paper: paper.split('\f').slice(0, -1) };
  } finally {
    await tab.close();
  }
}

const flat = (text) => text.normalize('NFKC').replace(/\s/g, '');

test('on paper the whole plan has a cover, contents, chapters that begin a sheet, and numbers of its sheets', async () => {
  const problems = [];
  for (const page of whole) {
    const { words, paper } = await sheets(page);
    const holds = (at, text) => flat(paper[at] ?? '').includes(flat(text));
    const numbered = (at) => new RegExp(`${at + 1}/${paper.length}$`).test(flat(paper[at]));
    const begins = (text) => paper.some((sheet) => flat(sheet).startsWith(flat(text)));
    problems.push(
      ...words.title.filter((title) => !holds(0, title)).map((title) => `${page}: the cover lacks “${title}”`),
      ...words.contents.filter((entry) => !holds(1, entry)).map((entry) => `${page}: the contents lack “${entry}”`),
      ...[...words.chapters, words.glossary[0]].filter((title) => !begins(title)).map((title) => `${page}: no sheet begins with “${title}”`),
      ...(numbered(0) ? [`${page}: the cover has a number`] : []),
      ...[...paper.keys()].slice(1).filter((at) => !numbered(at)).map((at) => `${page}: sheet ${at + 1} has no number`),
    );
  }
  none(problems);
});

test('nothing of the whole plan is wider than the paper', async () => {
  // A4 less its margins, 174 mm, in pixels.
  const viewport = { width: 657, height: 900 };
  const look = async (tab) => {
    await tab.emulateMedia({ media: 'print' });
    const wide = await tab.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5 && !element.closest('.visually-hidden'))
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    return wide.slice(0, 5).map((markup) => `${markup} is wider than the paper`);
  };
  none(await onEachPage(look, { pages: whole, viewport }));
});
