// A tab of its own for one story.

import assert from 'node:assert/strict';
import { browser } from './chromium.js';

/** Runs `use` with a tab of its own, which must hear no complaint but the `expected` ones. */
export async function inTab(use, { expected = [], ...options } = {}) {
  const room = await (await browser()).newContext({ reducedMotion: 'reduce', ...options });
  const complaints = [];
  try {
    const tab = await room.newPage();
    tab.on('console', (message) => complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(error.message));
    await use(tab);
    assert.deepEqual(complaints, expected);
  } finally {
    await room.close();
  }
}
