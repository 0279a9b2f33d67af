// A page speaks one language, and every language gives the same figures.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { facts } from '../support/facts.js';
import { languageOf, languages, pages, pathInLanguage, repository } from '../support/site.js';
import { none } from '../support/visit.js';

// Letters, and the marks and full-width forms that only Japanese text uses.
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\u3000-\u303f\uff00-\uffef※]/u;

const japaneseRuns = new RegExp(`${japanese.source}+`, 'gu');

/** Whether the text stands where nothing can be marked, and repeats what the page marks. */
function repeats({ where, text }, words) {
  if (!/^(title$|meta\[)/.test(where)) return false;
  const marked = words.filter(({ lang }) => lang.startsWith('ja')).map(({ text }) => text.replace(/\s/g, '')).join('');
  return text.match(japaneseRuns).every((run) => marked.includes(run.replace(/\s/g, '')));
}

test('a page in another language holds Japanese words only where they are marked as Japanese', async () => {
  const problems = [...(await facts())].flatMap(([page, { lang, words }]) =>
    lang.startsWith('ja')
      ? []
      : words
          .filter((word) => !word.lang.startsWith('ja') && japanese.test(word.text) && !repeats(word, words))
          .map(({ where, text }) => `${page}: ${where} “${text}”`),
  );
  none(problems);
});

function keysOf(value, path = []) {
  if (typeof value !== 'object' || value === null) return [path.join('.')];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, [...path, key]));
}

test('no page shows the key of a word, or the place of a value, for the word or the value', async () => {
  const keys = new Set(keysOf(parse(readFileSync(join(repository, 'locales/ui/ja.yml'), 'utf8'))));
  const problems = [...(await facts())].flatMap(([page, { words }]) =>
    words.flatMap(({ where, text }) => {
      const dotted = text.match(/[a-z0-9-]+(?:\.[a-z0-9-]+)+/g) ?? [];
      const places = text.match(/%\{|\{\{|\{%/g) ?? [];
      return [...dotted.filter((word) => keys.has(word)), ...places].map((found) => `${page}: ${where} shows “${found}”`);
    }),
  );
  none(problems);
});

// The mark between whole and part, once a text is read in its language: a mark of no language.
const point = '·';

/** The powers of ten that Japanese has signs for; the other languages write them out. */
const powers = { 万: 4, 億: 8, 兆: 12 };

const writtenOut = (_, whole, part = '', sign) => String(BigInt(whole + part) * 10n ** BigInt(powers[sign] - part.length));

/** What a language writes between thousands and before decimals, for a regular expression. */
function marks(language) {
  const parts = new Intl.NumberFormat(language).formatToParts(12345.6);
  return ['group', 'decimal'].map((type) => `[${parts.find((part) => part.type === type).value.normalize('NFKC')}]`);
}

/** The numbers in a text, written alike in every language: `70.709 mil ienes` and `70,709千円` give 70709. */
function numbers(text, language) {
  const [grouping, decimal] = marks(language);
  const plain = text
    .normalize('NFKC')
    .replace(new RegExp(`(?<=\\d)${grouping}(?=\\d{3}(?!\\d))`, 'g'), '')
    .replace(new RegExp(`(?<=\\d)${decimal}(?=\\d)`, 'g'), point)
    .replace(/(\d+)(?:·(\d+))?([万億兆])/g, writtenOut);
  // A comma or a dot that is left stands where this language writes none, and differs from the others.
  return plain.match(/\d+([·.,]\d+)?/g) ?? [];
}

const numbersIn = (parts) => parts.flatMap(({ text, lang }) => numbers(text, lang));

const words = (parts) => parts.map(({ text }) => text).join(' | ');

/** Compares with the Japanese page what `read` takes from its facts: a list of texts and, in each, its numbers. */
async function compareNumbers(read, order = (list) => list) {
  const all = await facts();
  const same = (one, two) => order(one).join(' ') === order(two).join(' ');
  const problems = [];
  let compared = 0;
  for (const source of pages.filter((page) => languageOf(page) === 'ja')) {
    const texts = read(all.get(source));
    for (const language of languages.filter((language) => language !== 'ja')) {
      const page = `${language}/${pathInLanguage(source)}`;
      const theirs = read(all.get(page) ?? { rows: [], charts: [] });
      if (theirs.length !== texts.length) problems.push(`${page}: has ${theirs.length} for ${texts.length}`);
      for (const [place, text] of theirs.entries()) {
        compared += 1;
        if (!same(numbersIn(text), numbersIn(texts[place] ?? []))) problems.push(`${page}: “${words(text)}” for “${words(texts[place] ?? [])}”`);
      }
    }
  }
  if (compared === 0 && languages.length > 1) problems.push('every page: has nothing to compare');
  none(problems);
}

test('tables give the same numbers in every language, row by row', () => compareNumbers(({ rows }) => rows));

test('charts and their descriptions give the same numbers in every language', () =>
  // A sentence may name target and baseline in another order.
  compareNumbers(({ charts }) => charts, (list) => [...list].sort()));
