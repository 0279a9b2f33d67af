// A plan that holds each attack in each of its texts. Some attacks share a chapter with one section, so that there
// are fewer pages to open: what a page has once holds them one after the other.

import { literal, numbered, place, quoted } from './files.js';
import { vectors } from './vectors.js';

const harmless = '字';
const inLine = (text) => text.replace(/[\r\n]+/g, ' ');

/** A value of YAML. */
const value = (before, field, vector, forms = [vector], instead = harmless) => ({
  before,
  place: place(field, vector, [...forms, instead].map(quoted)),
});

/** A text of Markdown, as the attack is and then letter for letter. */
const text = (before, field, vector, after = '') => ({
  before,
  place: place(field, vector, [vector, literal(vector), harmless]),
  after,
});

/** A part of Markdown in which the attack is `written` in one way. */
const fixed = (before, field, vector, written, after = '', instead = harmless) => ({
  before,
  place: place(field, vector, [written, instead]),
  after,
});

/** The text of a section for the attack `vector`, a block a field. */
function body(vector, number) {
  const line = inLine(vector);
  const cell = line.replaceAll('|', '\\|');
  const target = line.replace(/[<>\\]/g, '\\$&');
  const fence = '``````';
  const blocks = [
    text('', 'paragraph', vector),
    fixed('', 'paragraph of numbered characters', vector, numbered(vector)),
    fixed('**太', 'strong text', vector, literal(vector), '**'),
    fixed('*斜', 'emphasised text', vector, literal(vector), '*'),
    text('- ', 'list item', line),
    text('1. ', 'numbered list item', line),
    text('> ', 'quotation', line),
    fixed(`${fence}\n`, 'code block', vector, vector, `\n${fence}`),
    fixed(`${fence}`, 'language of a code block', vector, line.replaceAll('`', ''), `\nx\n${fence}`),
    fixed(`文${fence} `, 'code', vector, line, ` ${fence}`),
    fixed('[', 'words of a link', vector, literal(vector), '](https://example.jp/)'),
    fixed('[字](<', 'address of a link', vector, target, '>)', `#end-${number}`),
    fixed('[字](<', 'address of a link in numbered characters', vector, numbered(inLine(vector)), '>)', `#end-${number}`),
    fixed('[字](<https://example.jp/?q=', 'end of a link', vector, target, '>)'),
    fixed('[字](<#', 'place of a link', vector, target, '>)', `end-${number}`),
    fixed('[字](https://example.jp/ "', 'title of a link', vector, line.replaceAll('"', '\\"'), '")'),
    fixed('<', 'link in angle brackets', vector, line, '>', 'https://example.jp/'),
    fixed(`[字][r${number}]\n\n[r${number}]: <`, 'address of a link further down', vector, target, '>', 'https://example.jp/'),
    fixed('![', 'words of a picture', vector, literal(vector), '](map.svg)'),
    fixed('![字](<', 'address of a picture', vector, target, '>)', 'map.svg'),
    fixed('![字](map.svg "', 'title of a picture', vector, line.replaceAll('"', '\\"'), '")'),
    fixed('{', 'base of ruby', vector, line, '|かんじ}'),
    fixed('{漢字|', 'reading of ruby', vector, line, '}'),
    fixed('【※', 'number of a note', vector, line, '】', '1'),
    fixed('', 'attribute of HTML', vector, `<div title="${vector}">`),
    fixed('', 'comment of HTML', vector, `<!-- ${vector} -->`),
    fixed('', 'attribute of a line break', vector, `<br ${line}>`),
    fixed('| 表 |\n|---|\n| ', 'cell of a table', vector, literal(cell), ' |'),
    fixed('| ', 'head of a table', vector, literal(cell), ' |\n|---|\n| 表 |'),
    text('## ', 'heading', line, ` {#heading-${number}}`),
    fixed('## 題 {#', 'id of a heading', vector, line, '}', `other-${number}`),
    `## 終わり {#end-${number}}`,
  ];
  return blocks.flatMap((block) => ['', block]);
}

const indicators = (vector, number) => [
  `  - id: figures-${number}`,
  value('    name: ', 'name of an indicator', vector),
  '    baseline: 10',
  '    target: 20',
  value('    unit: ', 'unit', vector, [vector], '件'),
  '    goal: at-least',
  '    actuals:',
  '      2025: 12',
  value('      2026: ', 'actual', vector, [vector], '13'),
  value('    source: ', 'source of an indicator', vector),
  value('    note: ', 'remark on an indicator', vector),
  `  - id: words-${number}`,
  '    name: 指標',
  value('    baseline: ', 'baseline', vector),
  value('    target: ', 'target', vector),
  '    benchmark:',
  value('      name: ', 'name of a benchmark', vector),
  '      actuals:',
  value('        2025: ', 'figure of a benchmark', vector, [vector], '10件'),
];

/** How many attacks share a chapter. */
const together = 5;

/** The attacks of each chapter, with their numbers. */
export const chapters = Array.from({ length: Math.ceil(vectors.length / together) }, (_, at) =>
  vectors.map((vector, place) => [vector, place + 1]).slice(at * together, (at + 1) * together),
);

export const folderOf = (at) => `${at + 1}-chapter`;

const pillar = (at) => `柱${at + 1}`;

const joined = (some) => some.map(([vector]) => vector).join(' ');

function addChapter(files, some, at) {
  const all = joined(some);
  const folder = `content/${folderOf(at)}`;
  files.add(`${folder}/chapter.md`, [
    '---',
    value('numeral: ', 'numeral of a chapter', all),
    value('title: ', 'title of a chapter', all),
    '---',
    ...some.flatMap(([vector]) => ['', text('', 'text of a chapter', vector)]),
  ]);
  files.add(`${folder}/1-section.md`, [
    '---',
    value('title: ', 'title of a section', all),
    value('pillars:\n  - ', 'pillar of a section', all, [all], pillar(at)),
    'sdgs: [6]',
    value('contact: ', 'contact of a section', all),
    value('source_pages: ', 'pages of a section', all),
    'kpi:',
    ...some.flatMap(([vector, number]) => indicators(vector, number)),
    '---',
    ...some.flatMap(([vector, number]) => ['', `印【※${number}】`, ...body(vector, number)]),
  ]);
}

function addTerm(files, vector, number) {
  files.add(`content/glossary/${number}-term.md`, [
    '---',
    `number: ${number}`,
    value('term: ', 'term', vector),
    value('reading: ', 'reading of a term', vector, [vector], 'じ'),
    '---',
    '',
    text('', 'text of a term', vector),
  ]);
}

/** Adds the parts of the plan that there may be many of to `files`. */
export function addParts(files) {
  files.add('content/plan.yml', [
    'title: 計画',
    'town: 町',
    'languages: [ja, pt]',
    'baseline_year: 2024',
    'target_year: 2029',
    'pillars:',
    ...chapters.map((some, at) => value(`  p${at + 1}: `, 'word of a pillar', joined(some), [joined(some)], pillar(at))),
  ]);
  chapters.forEach((some, at) => addChapter(files, some, at));
  vectors.forEach((vector, at) => addTerm(files, vector, at + 1));
}
