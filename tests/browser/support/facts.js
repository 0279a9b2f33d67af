// What stands on each page, read once: ids, links, words with their language, rows of tables
// and what charts say.

import { onEachPage } from './visit.js';

/** Runs in the page. */
function read() {
  const addressAttributes = ['href', 'src', 'poster', 'action', 'data'];
  const wordAttributes = ['alt', 'title', 'aria-label', 'aria-description', 'aria-roledescription', 'placeholder'];
  // An element of SVG has the attribute, and no property for it.
  const languageOf = (element) => element.closest('[lang]')?.getAttribute('lang') ?? '';
  const name = (element) => element.tagName.toLowerCase() + (element.id ? `#${element.id}` : '');

  const links = [];
  const words = [];
  const add = (text, element, attribute) => {
    if (text.trim()) words.push({ text: text.trim(), lang: languageOf(element), where: name(element) + attribute });
  };

  for (const element of document.querySelectorAll('*')) {
    for (const attribute of addressAttributes) {
      const written = element.getAttribute(attribute);
      if (written === null) continue;
      links.push({ written, url: new URL(written, document.baseURI).href, element: name(element), rel: element.rel ?? '' });
    }
    for (const attribute of wordAttributes) {
      if (element.hasAttribute(attribute)) add(element.getAttribute(attribute), element, `[${attribute}]`);
    }
    if (element.matches('meta[name="description"], meta[property^="og:"]')) add(element.content, element, '[content]');
  }

  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!element.matches('script, style')) add(walker.currentNode.data, element, '');
  }

  // Words that have no translation yet write their numbers in their own language.
  const inLanguage = (element) => ({ text: element.textContent, lang: languageOf(element.querySelector(':scope > [lang]:only-child') ?? element) });
  const said = (element, parts) => [...element.querySelectorAll(parts)].map(inLanguage);

  // The name of an indicator may count differently in words ("fiscal year 2029" for 令和11年度);
  // its figures may not.
  const rows = [...document.querySelectorAll('main tr')].map((row) => said(row, 'td, thead th, .figures th'));

  return {
    lang: document.documentElement.lang,
    ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
    links,
    words,
    rows,
    charts: [...document.querySelectorAll('main svg.chart')].map((chart) => said(chart, 'text, desc')),
    languageLinks: [...document.querySelectorAll('nav.languages a')].map((link) => ({ url: link.href, lang: link.hreflang })),
  };
}

let gathered;

/** The facts of every page, by the page's path. */
export function facts() {
  gathered ??= (async () => {
    const all = new Map();
    await onEachPage(async (tab, page) => {
      all.set(page, await tab.evaluate(read));
    });
    return all;
  })();
  return gathered;
}
