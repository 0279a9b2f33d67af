// axe finds nothing on any page: WCAG 2.2 AA and its best practices.

import { test } from 'node:test';
import { violations } from '../support/axe.js';
import { none, onEachPage } from '../support/visit.js';

for (const colorScheme of ['light', 'dark']) {
  for (const width of [320, 1280]) {
    test(`axe finds nothing in ${colorScheme} colours, ${width} px wide`, async () => {
      none(await onEachPage(violations, { colorScheme, viewport: { width, height: 800 } }));
    });
  }
}
