// The built site under test: its pages, its languages, and a copy in a folder with a difficult name.

import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** The built site: the folder that the variable SITE names, or the repository's own `public`. */
export const folder = resolve(process.env.SITE ?? join(repository, 'public'));

if (!existsSync(join(folder, 'index.html'))) {
  console.error(`No site stands in ${folder}. Build one first: cargo run --release -- build`);
  process.exit(1);
}

function files(under) {
  return readdirSync(under, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(under, entry.name)) : [join(under, entry.name)],
  );
}

// A server shows the 404 page at any address. On a site that knows its own address, this page therefore
// names its style and links in full, and is none to open from a folder.
const isOnlyForServer = (page) =>
  page === '404.html' && /<link rel="stylesheet" href="https?:/.test(readFileSync(join(folder, page), 'utf8'));

const chosen = new RegExp(process.env.PAGES ?? '');

/** Every page by its path in the site, such as `en/about.html`; those that the pattern PAGES matches, where it is given. */
export const pages = files(folder)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.slice(folder.length + 1).split(sep).join('/'))
  .filter((page) => !isOnlyForServer(page) && chosen.test(page))
  .sort();

/** The languages' folders: those that hold a home page. */
export const languages = pages.filter((page) => /^[^/]+\/index\.html$/.test(page)).map((page) => page.split('/')[0]);

/** The folder of the language in which a page stands; nothing for the two pages in every language. */
export function languageOf(page) {
  return languages.find((language) => page.startsWith(`${language}/`));
}

/** The pages of one language, for what is the same in every one. */
export const inOneLanguage = pages.filter((page) => languageOf(page) === languages[0]);

/** The path of a page without its language: equal for the same page of two languages. */
export function pathInLanguage(page) {
  return page.slice(page.indexOf('/') + 1);
}

// Residents unpack the site anywhere: a space, Japanese and brackets in the path must not matter.
const parent = mkdtempSync(join(tmpdir(), 'keikaku-'));
const copy = join(parent, '計画 2029 (試し)');
cpSync(folder, copy, { recursive: true });
process.on('exit', () => rmSync(parent, { recursive: true, force: true }));

/** The address of the site's folder on disk, ending in `/`. */
export const onDisk = pathToFileURL(copy + sep).href;

export function isFileOfSite(path) {
  return existsSync(join(folder, path)) && !path.endsWith('/') && path !== '';
}
