// A reader opens the site from a folder, a USB stick or the web, with script or without.

import { test } from 'node:test';
import { served } from '../support/server.js';
import { none, onEachPage } from '../support/visit.js';

const complaints = (tab, page, noticed) => noticed;

test('every page opens from disk without a complaint or a request to another host', async () => {
  none(await onEachPage(complaints));
});

test('every page opens from disk with script turned off, and shows its heading', async () => {
  none(
    await onEachPage(
      async (tab, page, noticed) => {
        const heading = (await tab.locator('h1').allInnerTexts()).join('').trim();
        return heading ? noticed : [...noticed, 'no h1 to read'];
      },
      { javaScriptEnabled: false },
    ),
  );
});

test('every page opens from a web server under a path that the site was not built for', async () => {
  none(await served((base) => onEachPage(complaints, { base })));
});
