// The translation files of such a plan, in which each text is an attack.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { literal, place, quoted } from './files.js';
import { chapters } from './plan.js';
import { vectors } from './vectors.js';

/** What a key of a translation file is about, without the ids in it. */
const fieldOf = (key) => `translation of ${key.replace(/^"|"$/g, '').replace(/\d+/g, 'n')}`;

/** Which attack a text of the file at `path` holds under `key`: one of the chapter's, or the entry's own. */
function vectorOf(path, key, at) {
  const number = Number(/\d+/.exec(path)?.[0] ?? /\d+/.exec(key)?.[0] ?? 1) - 1;
  const some = path.startsWith('glossary/') ? [vectors[number]] : chapters[number].map(([vector]) => vector);
  return some[at % some.length];
}

/** Adds the files under `folder`, as `keikaku translate sync` makes them, to `files` with an attack for each text. */
export function addTranslations(files, root, folder) {
  for (const path of readdirSync(join(root, folder), { recursive: true }).filter((name) => name.endsWith('.yml'))) {
    let key = '';
    let count = 0;
    const lines = readFileSync(join(root, folder, path), 'utf8').split('\n').map((line) => {
      key = /^(\S.*):$/.exec(line)?.[1] ?? key;
      if (line.trim() !== 'pt:') return line;
      const vector = vectorOf(path, key, count);
      count += 1;
      const isProse = !/^"?(title|numeral|contact|source_pages|indicators|term|town|pillars|publisher|licence)/.test(key);
      const forms = isProse ? [vector, literal(vector)] : [vector];
      return { before: '  pt: ', place: place(fieldOf(key), vector, [...forms.map(quoted), '']) };
    });
    files.add(`${folder}/${path}`, lines);
  }
}
