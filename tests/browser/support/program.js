// The program itself, serving a copy of this repository's plan that a test may change.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { repository } from './site.js';

/** As `cargo build --release` leaves it. */
const program = join(resolve(repository, process.env.CARGO_TARGET_DIR ?? 'target'), 'release', 'keikaku');

/** Runs the program in English: its exit code, and what it said. */
export function run(...words) {
  const env = { ...process.env, LC_ALL: 'en_US.UTF-8' };
  const { status, stdout, stderr } = spawnSync(program, words, { env, encoding: 'utf8', maxBuffer: 1 << 30 });
  return { status, stdout, stderr };
}

/**
 * Runs `use` while the program serves the plan: with the site's address, and with what saves `change` of the text at
 * `path` in place of it, as editors do that write a new file first.
 */
export async function whileServing(use) {
  const root = mkdtempSync(join(tmpdir(), 'keikaku-'));
  ['content', 'locales'].forEach((folder) => cpSync(join(repository, folder), join(root, folder), { recursive: true }));
  const env = { ...process.env, LC_ALL: 'ja_JP.UTF-8' };
  const serving = spawn(program, ['serve', '--root', root, '--port', '0'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const [said] = await once(serving.stdout, 'data');
    const [address] = /http:\/\/[\d.:]+\//.exec(said);
    serving.stdout.resume();
    await use(address, (path, change) => {
      const text = readFileSync(join(repository, path), 'utf8');
      writeFileSync(join(root, `${path}.new~`), change(text));
      renameSync(join(root, `${path}.new~`), join(root, path));
    });
  } finally {
    serving.kill();
    rmSync(root, { recursive: true });
  }
}
