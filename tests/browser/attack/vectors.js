// The attacks of vectors.txt.

import { readFileSync } from 'node:fs';

const signs = { t: '\t', n: '\n', r: '\r', f: '\f', 0: '\0' };

function read(line) {
  return line.replace(/\\(?:([tnrf0])|u([\da-fA-F]{4}))/g, (_, sign, code) => (code ? String.fromCharCode(parseInt(code, 16)) : signs[sign]));
}

/** Each attack, as the text that it is. */
export const vectors = readFileSync(new URL('vectors.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('# '))
  .map(read);
