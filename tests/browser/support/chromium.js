// One Chromium for all tests. Starting it takes longer than most tests do.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

function findOnPath() {
  const candidates = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((directory) => names.map((name) => join(directory, name)));
  return candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const executablePath = process.env.CHROMIUM ?? findOnPath();

if (!executablePath) {
  console.error(`None of ${names.join(', ')} is on the PATH. Install one, or name its file in CHROMIUM.`);
  process.exit(1);
}

const args = [
  // The browser's own calls home; the site itself is watched page by page.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  // Whatever still asks for another host gets no answer.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** A browser of its own, with more arguments; without a sandbox, which neither root nor most containers allow. */
export const launch = (...more) => chromium.launch({ executablePath, args: [...args, ...more] });

let launched;

/** The browser of all tests, started at its first use. */
export function browser() {
  launched ??= launch();
  return launched;
}

export async function closeBrowser() {
  await (await launched)?.close();
}
