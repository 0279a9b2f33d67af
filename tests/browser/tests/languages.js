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

test('a page in another language holds Japanese words only where they are marked as Japanese', async () => {
  const problems = [...(await facts())].flatMap(([page, { lang, words }]) =>
    lang.startsWith('ja')
      ? []
      : words
          .filter((word) => !word.lang.startsWith('ja') && japanese.test(word.text))
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

/** The numbers in a text, written alike in every language: `70.709 mil ienes` and `70,709千円` give 70709. */
function numbers(text, language) {
  const [grouping, point] = language === 'pt' ? ['\\.', ','] : [',', '\\.'];
  const plain = text
    .normalize('NFKC')
    .replace(new RegExp(`(?<=\\d)${grouping}(?=\\d{3}(?!\\d))`, 'g'), '')
    .replace(new RegExp(`(?<=\\d)${point}(?=\\d)`, 'g'), '.');
  return (plain.match(/\d+(\.\d+)?/g) ?? []).join(' ');
}

test('tables give the same numbers in every language, row by row', async () => {
  const all = await facts();
  const [source, ...others] = languages.includes('ja') ? ['ja', ...languages.filter((language) => language !== 'ja')] : languages;
  const problems = [];
  let compared = 0;
  for (const page of pages.filter((page) => languageOf(page) === source)) {
    const rows = all.get(page).rows;
    for (const language of others) {
      const other = `${language}/${pathInLanguage(page)}`;
      const theirs = all.get(other)?.rows ?? [];
      if (theirs.length !== rows.length) problems.push(`${other}: ${theirs.length} rows for ${rows.length}`);
      for (const [place, row] of theirs.entries()) {
        compared += 1;
        if (numbers(row, language) !== numbers(rows[place] ?? '', source)) problems.push(`${other}: “${row}” for “${rows[place]}”`);
      }
    }
  }
  if (compared === 0) problems.push('every page: has no row to compare');
  none(problems);
});
