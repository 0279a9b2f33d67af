// Sites in which every text is an attack, as the program builds them.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { run } from '../support/program.js';
import { repository } from '../support/site.js';
import { Files, literal, place, quoted } from './files.js';
import { addParts, chapters, folderOf } from './plan.js';
import { addTranslations } from './translation.js';
import { vectors } from './vectors.js';

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>\n';

/** More rounds than any text has forms, since some mistakes are found only where there is none of another kind,
    and of one kind only so many are told of a file at once. */
const rounds = 40;

/** Writes `files` under `root` until the program has nothing against them. */
function settle(files, root) {
  for (let round = 1; ; round += 1) {
    files.write(root);
    const { stdout, stderr } = run('check', '--format', 'json', '--root', root);
    const { counts, findings } = JSON.parse(stdout || `{ "counts": {}, "findings": [{ "severity": "error", "message": ${JSON.stringify(stderr)} }] }`);
    if (counts.error === 0) return;
    const others = files.refuse(findings);
    assert.deepEqual(others.slice(0, 5), [], 'an error is about no place of an attack');
    assert.ok(round < rounds, `after ${rounds} rounds there are still errors: ${JSON.stringify(findings.find(({ severity }) => severity === 'error'))}`);
  }
}

function build(root) {
  const out = join(root, 'public');
  const { status, stderr } = run('build', '--root', root, '--out', out);
  assert.equal(status, 0, stderr);
  return out;
}

/** Runs `use` with a folder of its own. */
async function inFolder(use) {
  const root = mkdtempSync(join(tmpdir(), 'keikaku-attack-'));
  try {
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The plan with chapters, sections and so on for all attacks: `use` gets the site's folder and its files. */
export const withParts = (use) =>
  inFolder((root) => {
    const files = new Files();
    addParts(files);
    for (const at of chapters.keys()) {
      mkdirSync(join(root, 'content', folderOf(at)), { recursive: true });
      writeFileSync(join(root, 'content', folderOf(at), 'map.svg'), picture);
    }
    settle(files, root);
    const { status, stderr } = run('translate', 'sync', '--root', root);
    assert.equal(status, 0, stderr);
    addTranslations(files, root, 'locales/plan/pt');
    settle(files, root);
    return use(build(root), files);
  });

/** Words that decide how others are written, and no page shows as they are. */
const isRule = (key) => /^language\.(tag|locale)$|^number\.|^_/.test(key);

/** The words of the pages, each with one of the attacks `some` behind it. */
function words(some) {
  const tree = parse(readFileSync(join(repository, 'locales/ui/pt.yml'), 'utf8'));
  const lines = [];
  const walk = (branch, path) => {
    for (const [name, value] of Object.entries(branch)) {
      const key = [...path, name].join('.');
      const margin = '  '.repeat(path.length);
      if (isRule(key) || /^(message|detail|done|exchange|ask|schema|command-line|help)\./.test(`${key}.`)) continue;
      if (typeof value === 'object') {
        lines.push(`${margin}${quoted(name)}:`);
        walk(value, [...path, name]);
      } else {
        const attack = some[lines.length % some.length];
        lines.push({ before: `${margin}${quoted(name)}: `, place: place('word of the pages', attack, [`${value} ${attack}`, value].map(quoted)) });
      }
    }
  };
  walk(tree, []);
  return lines;
}

/** A plan whose own facts, lines at the foot and words of the pages hold the attacks `some`, one after the other. */
function addFacts(files, some) {
  const all = some.join(' ');
  const fact = (before, field, forms) => ({ before, place: place(field, all, forms.map(quoted)) });
  const [first] = some;
  files.add('content/plan.yml', [
    fact('title: ', 'title of the plan', [all, '計画']),
    fact('town: ', 'town', [all, '町']),
    'languages: [ja, pt]',
    'baseline_year: 2024',
    'target_year: 2029',
    fact('publisher: ', 'publisher', [all, '町']),
    fact('contact: ', 'contact', [all, '町']),
    fact('licence: ', 'licence', [all, '町']),
    fact('revision: ', 'revision', [all, '町']),
    fact('base_url: ', 'address of the site', [first, `https://example.jp/${first}`, 'https://example.jp/plan/']),
    'theme: town',
  ]);
  files.add('content/1-chapter/chapter.md', ['---', 'title: 章', '---']);
  files.add('content/1-chapter/1-section.md', ['---', 'title: 節', 'kpi:', '  - id: only', '    name: 指標', '    baseline: 1件', '    target: 2件', '---', '', '## 題 {#one}', '', '文']);
  files.add('themes/town/theme.yml', [
    fact('colour: ', 'colour', [first, '#197a4b']),
    'footer:',
    fact('  - text: ', 'line at the foot', [all, '町']),
    ...some.flatMap((attack) => ['  - text: 町', { before: '    href: ', place: place('address at the foot', attack, [attack, `https://example.jp/${attack}`, 'https://example.jp/'].map(quoted)) }]),
  ]);
  files.add('locales/plan/pt/plan.yml', [
    '_version: 2',
    ...['title', 'town', 'publisher', 'contact', 'licence'].flatMap((key) => [`${key}:`, { before: '  pt: ', place: place(`translation of ${key}`, all, [quoted(all), '']) }]),
  ]);
  files.add('locales/ui/pt.yml', words(some));
}

/** How many attacks stand in one fact. */
const together = 55;

/** Plans whose single facts hold some attacks each: `use` gets the site's folder and its files, one plan after the other. */
export async function withFacts(use) {
  for (let at = 0; at < vectors.length; at += together) {
    await inFolder((root) => {
      const files = new Files();
      addFacts(files, vectors.slice(at, at + together));
      settle(files, root);
      return use(build(root), files);
    });
  }
}
