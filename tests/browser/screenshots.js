// Pictures of each kind of page in every language, light and dark, on a phone and a desktop: for looking at, not for
// comparing. They stay on this machine, in a folder that git ignores; none is kept in the repository.
//
//     [SITE=folder] npm run screenshots [-- OUTPUT-FOLDER]      without a folder: tests/browser/screenshots

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browser, closeBrowser } from './support/chromium.js';
import { languages, onDisk, pages } from './support/site.js';

const output = resolve(process.argv[2] ?? fileURLToPath(new URL('screenshots', import.meta.url)));
mkdirSync(output, { recursive: true });

/** The pages of the chapters. */
const chapters = (language) => pages.filter((page) => page.startsWith(`${language}/`) && /\/\d[^/]*\/index\.html$/.test(page));

/** The first and the last section of a language. */
function sections(language) {
  const all = pages.filter((page) => page.startsWith(`${language}/`) && /\/\d[^/]*\/(?!index\.html)/.test(page));
  return [all.at(0), all.at(-1)];
}

/** The first page of a pillar and of a Sustainable Development Goal. */
function topics(language) {
  return ['pillar', 'sdg'].map((kind) => pages.find((page) => page.startsWith(`${language}/${kind}/`)));
}

const chosen = [
  'index.html',
  '404.html',
  ...languages.flatMap((language) => [
    ...pages.filter((page) => page.startsWith(`${language}/`) && page.split('/').length === 2),
    ...chapters(language).slice(0, 1),
    ...sections(language),
    ...topics(language),
  ]),
].filter((page) => pages.includes(page));

for (const colorScheme of ['light', 'dark']) {
  for (const width of [390, 1280]) {
    const context = await (await browser()).newContext({ colorScheme, viewport: { width, height: 844 } });
    const tab = await context.newPage();
    for (const page of chosen) {
      await tab.goto(new URL(page, onDisk).href);
      const name = `${page.replace('.html', '').replaceAll('/', '-')}-${colorScheme}-${width}.png`;
      await tab.screenshot({ path: join(output, name), fullPage: true });
    }
    await context.close();
  }
}
await closeBrowser();
console.log(`${chosen.length * 4} pictures: ${output}`);
