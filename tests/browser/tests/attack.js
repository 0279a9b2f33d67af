// Texts that were written to run as programs do not, in any place where a plan or a translation has a text: the
// program refuses them, or they stand on the page as text. The pages' own policy is put out of force for this.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chapters, folderOf } from '../attack/plan.js';
import { withFacts, withParts } from '../attack/site.js';
import { vectors } from '../attack/vectors.js';
import { browser } from '../support/chromium.js';
import { served } from '../support/server.js';
import { none, onEachPage } from '../support/visit.js';

/** Every element that a page is made of; in a drawing, too. */
const elements = new Set(
  `html head meta title link style script body template noscript header nav main footer section div p span h1 h2 h3 h4 h5 h6
   ul ol li dl dt dd a em strong code pre br wbr hr blockquote ruby rp rt img mark time details summary button form label
   input select option table caption thead tbody tr th td figure figcaption svg g path circle rect line polygon polyline text
   tspan desc article optgroup`.split(/\s+/),
);

/** Attributes that run something, load something, or hold a page of their own. No page has them. */
const never = /^(on|srcdoc$|formaction$|background$|ping$|style$|xlink:|accesskey$|autofocus$|contenteditable$|is$|srcset$|http-equiv$)/;

/** Runs in the page: what in it could run, is not from the site, or is no part of any page. */
function inspect({ known, never, base }) {
  const names = new Set(known);
  const found = [];
  const parts = (root) => [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.localName === 'template' ? parts(element.content) : [])]);
  for (const element of parts(document)) {
    const { localName: name } = element;
    const told = () => element.outerHTML.slice(0, 150).replace(/\s+/g, ' ');
    if (!names.has(name)) found.push(`an element ${name}: ${told()}`);
    for (const attribute of element.getAttributeNames()) {
      const isPolicy = name === 'meta' && element.content.startsWith("default-src 'none'");
      // Where a script puts a note.
      const isPlace = attribute === 'style' && element.className === 'note' && /^[-\w: .;]*$/.test(element.getAttribute(attribute));
      if (new RegExp(never).test(attribute) && !isPolicy && !isPlace) found.push(`an attribute ${attribute}: ${told()}`);
    }
    for (const attribute of ['href', 'src', 'action', 'data', 'poster', 'cite']) {
      const written = element.getAttribute(attribute);
      if (written === null) continue;
      const url = URL.parse(written, document.baseURI);
      const isOurs = url?.href.startsWith(base);
      const leads = attribute === 'href' && ['a', 'link'].includes(name) && /^(https?|mailto|tel):$/.test(url?.protocol) && !(name === 'link' && /stylesheet|icon/.test(element.rel));
      const holds = /^data:image\/(svg\+xml|png)[,;]/.test(written) && (name === 'img' || element.rel === 'icon');
      if (!isOurs && !leads && !holds) found.push(`an address ${written}: ${told()}`);
    }
    if (name === 'script' && element.type === 'application/ld+json') JSON.parse(element.textContent);
    else if (name === 'script' && !element.src && !/^\(\(\{ previousElementSibling: button \}\)/.test(element.textContent)) found.push(`a script: ${told()}`);
    else if (name === 'style' && !document.body.matches('.page-plan') && !element.closest('svg')) found.push(`a style: ${told()}`);
  }
  return found;
}

/** Runs in the page: touches what a reader can, of each kind the first. What no script waits for does nothing. */
function touch() {
  const first = (kind) => [...document.querySelectorAll(kind)].slice(0, 20);
  for (const element of ['summary', '.note-mark', '.anchor', 'button'].flatMap(first)) element.click();
  for (const select of document.querySelectorAll('select')) {
    select.selectedIndex = select.options.length - 1;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** Runs in the page before anything of it: tells of each attack that works. */
function listen() {
  for (const name of ['alert', 'confirm', 'prompt']) globalThis[name] = () => console.error(`fired: ${name} at ${location.href}`);
  globalThis.print = () => {};
}

const inspected = { known: [...elements], never: never.source };

/** What is wrong with the page to which a touch led, such as a mark in a glossary of several pages: it may be another
    of the site, and no other. */
async function arrived(tab, base) {
  await tab.waitForLoadState();
  return tab.url().startsWith(base) ? tab.evaluate(inspect, { ...inspected, base }) : [`leads to ${tab.url()}`];
}

/** What is wrong with the page in `tab`, after all of it has been touched. */
async function problemsOf(tab, base, noticed) {
  const found = await tab.evaluate(inspect, { ...inspected, base });
  await tab.evaluate(touch);
  found.push(...(await tab.evaluate(inspect, { ...inspected, base }).catch(() => arrived(tab, base))));
  // Whoever goes on to the next page waits for no picture.
  return [...new Set([...found, ...noticed.filter((line) => !line.startsWith(`failed request: ${base}`))])];
}

const filesOf = (folder, ending) => readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(ending)).map((path) => path.split(sep).join('/'));

/** Opens `pages` of the site in `folder` at `base`, with no policy to help. */
const opened = (pages, base) => onEachPage((tab, page, noticed) => problemsOf(tab, base, noticed), { pages, base, bypassCSP: true, prepare: (room) => room.addInitScript(listen) });

/** Says what became of the attacks in `places`, each with the files it stands in. */
function tell(places) {
  const forms = places.map(([files, one]) => (files.isRefused(one) ? 'refused' : files.form(one) > 0 ? 'changed' : 'taken'));
  const count = (form) => forms.filter((other) => other === form).length;
  const kinds = new Set(places.map(([, { field }]) => field)).size;
  console.log(`          ${places.length} attacks in texts of ${kinds} kinds: ${count('taken')} on the pages as they were, ${count('changed')} after a refusal in another form, ${count('refused')} refused`);
}

const squeezed = (text) => text.replace(/[\s\p{Cc}\ufeff]/gu, '');
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

/** Attacks that the page of their chapter's section does not show as text. */
function lost(folder) {
  return chapters.flatMap((some, at) => {
    const path = `ja/${folderOf(at)}/1-section.html`;
    const page = squeezed(readFileSync(join(folder, path), 'utf8'));
    return some.filter(([vector]) => !page.includes(squeezed(escaped(vector)))).map(([vector]) => `${path}: does not show ${vector}`);
  });
}

/** Looks for every attack on the search page of `language`, and touches what is found. */
async function searched(folder, language, base) {
  const look = async (tab, page, noticed) => {
    const found = await tab.evaluate(async (queries) => {
      const box = document.querySelector('.search-box');
      const status = document.querySelector('.search-status');
      const ask = (query) => {
        box.value = query;
        box.dispatchEvent(new Event('input', { bubbles: true }));
      };
      ask('指標');
      while (status.textContent === document.querySelector('form.search').dataset.loading) await new Promise((over) => setTimeout(over, 20));
      let answers = 0;
      for (const query of queries) {
        ask(query);
        answers += document.querySelectorAll('.search-results a').length;
        for (const strange of document.querySelectorAll('form.search :not(a, div, form, input, label, li, mark, p, span, ul)')) return [`${query} makes ${strange.outerHTML}`];
      }
      return answers > queries.length ? [] : [`only ${answers} answers`];
    }, vectors);
    return [...found, ...(await problemsOf(tab, base, noticed))];
  };
  const prepare = (room) => room.addInitScript(listen);
  const asked = vectors.filter((_, at) => at % 50 === 0).map((vector) => `${language}/search.html?q=${encodeURIComponent(vector)}`);
  return [...(await onEachPage(look, { pages: [`${language}/search.html`], base, bypassCSP: true, prepare })), ...(await opened(asked, base))];
}

/** What a spreadsheet program would run in the tables of `folder`. */
function formulas(folder) {
  return filesOf(folder, '.csv').flatMap((path) => {
    const cells = readFileSync(join(folder, path), 'utf8').slice(1).matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g);
    const runs = (cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell) && !/^[+\-－＋]?[\d０-９.,]*%?$/.test(cell);
    return [...cells].map(([, quoted, bare]) => quoted ?? bare).filter(runs).map((cell) => `${path}: ${cell}`);
  });
}

/** Runs in a page: what is wrong with documents of XML, each a path and a text, or could run in them. */
function readXml(documents) {
  const isStrange = (element) =>
    /^(script|foreignObject|iframe|image|use|animate|set|a|handler)$/i.test(element.localName) ||
    element.getAttributeNames().some((name) => /^on/.test(name) || (/href$/.test(name) && !/^https?:/.test(element.getAttribute(name))));
  return documents.flatMap(([path, text]) => {
    const tree = new DOMParser().parseFromString(text, 'application/xml');
    const broken = tree.querySelector('parsererror');
    if (broken) return [`${path}: ${broken.textContent.slice(0, 200)}`];
    const others = [...tree.childNodes].filter(({ nodeType }) => [Node.PROCESSING_INSTRUCTION_NODE, Node.DOCUMENT_TYPE_NODE].includes(nodeType));
    return [...[...tree.querySelectorAll('*')].filter(isStrange).map(({ outerHTML }) => outerHTML.slice(0, 150)), ...others.map(({ nodeName }) => nodeName)].map((problem) => `${path}: ${problem}`);
  });
}

/** What is wrong with the files of `folder` that are made for programs. */
async function misread(folder) {
  const problems = filesOf(folder, '.json').concat(filesOf(folder, '.jsonld')).flatMap((path) => {
    try {
      JSON.parse(readFileSync(join(folder, path), 'utf8'));
      return [];
    } catch (error) {
      return [`${path}: ${error.message}`];
    }
  });
  const documents = ['.svg', '.xml'].flatMap((ending) => filesOf(folder, ending)).map((path) => [path, readFileSync(join(folder, path), 'utf8')]);
  const read = async (tab) => {
    problems.push(...(await tab.evaluate(readXml, documents)));
  };
  await onEachPage(read, { pages: ['index.html'], base: pathToFileURL(folder + sep).href });
  return problems;
}

test('no attack in a text of the plan or of its translation runs, in a chapter, a section, an indicator or a term', async () => {
  await withParts(async (folder, files) => {
    tell(files.places.map((one) => [files, one]));
    const onDisk = pathToFileURL(folder + sep).href;
    const [inPortuguese, others] = [true, false].map((wanted) => filesOf(folder, '.html').filter((page) => page.startsWith('pt/') === wanted));
    none(lost(folder));
    none(await misread(folder));
    none(formulas(folder));
    none(await searched(folder, 'ja', onDisk));
    none(await opened(others, onDisk));
    // A drawing opened by itself is a page of its own.
    const drawings = filesOf(folder, '.svg').filter((path) => /^ja\/charts\/(figures|words)-\d*5\.svg$/.test(path));
    none(await onEachPage((tab, page, noticed) => noticed, { pages: drawings, base: onDisk, prepare: (room) => room.addInitScript(listen) }));
    none(await served(async (base) => [...(await searched(folder, 'pt', base)), ...(await opened(inPortuguese, base))], folder));
  });
});

test('no attack in a fact of the plan, at the foot of the pages or in their words runs', async () => {
  const places = [];
  const problems = [];
  await withFacts(async (folder, files) => {
    places.push(...files.places.map((one) => [files, one]));
    const pages = filesOf(folder, '.html').filter((page) => /^(pt\/)?[^/]*\.html$|^ja\/(index|about|plan)\.html$|1-section/.test(page) && page !== '404.html');
    problems.push(...(await opened(pages, pathToFileURL(folder + sep).href)), ...(await misread(folder)), ...formulas(folder));
  });
  tell(places);
  none(problems);
});

test('an attack that nothing holds back is noticed', async () => {
  const room = await (await browser()).newContext({ bypassCSP: true });
  try {
    await room.addInitScript(listen);
    const tab = await room.newPage();
    const heard = [];
    tab.on('console', (message) => heard.push(message.text()));
    await tab.setContent('<title>a</title><img src="x:" onerror="alert(1)"><svg onload=alert(2)></svg><iframe srcdoc="<script>alert(3)</script>"></iframe>');
    await tab.waitForTimeout(300);
    assert.equal(heard.filter((text) => text.startsWith('fired: ')).length, 3, heard.join('\n'));
    assert.ok((await tab.evaluate(inspect, { ...inspected, base: 'https://example.jp/' })).length >= 4);
  } finally {
    await room.close();
  }
});
