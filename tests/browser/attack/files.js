// Files of a plan with places that hold attacks. What the program refuses there is taken out, and remembered.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `text` as YAML holds any text. */
export const quoted = (text) => JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** `text` as Markdown that says it, and nothing else. */
export const literal = (text) => text.replace(/\s+/g, ' ').trim().replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** `text` as Markdown that says it by the numbers of its characters. */
export const numbered = (text) => [...text].map((sign) => `&#${sign.codePointAt(0)};`).join('');

/**
 * A place for an attack: `field` says which kind of place, `vector` which attack, and `forms` how it is tried
 * there, one after the other until the program takes it; the last is harmless.
 */
export const place = (field, vector, forms) => ({ field, vector, forms });

/** The files of a plan, each a list of lines: text, or a place inside a line as `{ before, place, after }`. */
export class Files {
  #files = new Map();
  /** Where the places of each file stand since it was last written: `[from, to, place]`. */
  #stands = new Map();
  /** How often each place was refused. */
  #refused = new Map();

  add(path, lines) {
    this.#files.set(path, lines);
  }

  /** Every place. */
  get places() {
    return [...this.#files.values()].flat().flatMap((line) => line.place ?? []);
  }

  /** How `one` is written: after every refusal in its next form. */
  form(one) {
    return Math.min(this.#refused.get(one) ?? 0, one.forms.length - 1);
  }

  isRefused(one) {
    return this.form(one) === one.forms.length - 1;
  }

  write(root) {
    for (const [path, lines] of this.#files) {
      const stands = [];
      let text = '';
      let at = 1;
      for (const line of lines) {
        const written = line.place ? `${line.before}${line.place.forms[this.form(line.place)]}${line.after ?? ''}` : line;
        const more = written.split('\n').length;
        if (line.place) stands.push([at, at + more - 1, line.place]);
        at += more;
        text += `${written}\n`;
      }
      this.#stands.set(path, stands);
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }

  /** Takes what the errors among `findings` are about out of the files; those that are about no place. */
  refuse(findings) {
    const hit = new Set();
    const others = [];
    for (const finding of findings.filter(({ severity }) => severity === 'error')) {
      const stands = this.#stands.get(finding.file) ?? [];
      const found = stands.filter(([from, to]) => from <= (finding.end_line ?? finding.line) && finding.line <= to);
      if (found.length === 0) others.push(finding);
      for (const [, , one] of found) hit.add(one);
    }
    for (const one of hit) this.#refused.set(one, this.form(one) + 1);
    return others;
  }
}
