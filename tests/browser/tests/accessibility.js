// axe finds nothing on any page, however it is looked at: WCAG 2.2 AA and its best practices.

import { test } from 'node:test';
import { ofColours, violations } from '../support/axe.js';
import { inOneLanguage } from '../support/site.js';
import { served } from '../support/server.js';
import { none, onEachPage } from '../support/visit.js';

// What a page says and where it stands is the same in every colour: one look at all of it is enough.
const looks = [
  { colours: 'light', widths: [320, 768, 1280], context: { colorScheme: 'light' } },
  { colours: 'dark', widths: [320, 1280], rules: ofColours, context: { colorScheme: 'dark' } },
  // The colours of a high-contrast theme, most of which are dark.
  {
    colours: 'forced',
    widths: [320, 1280],
    rules: ofColours,
    context: { colorScheme: 'dark', forcedColors: 'active' },
  },
];

for (const { colours, widths, rules, context } of looks) {
  test(`axe finds nothing in ${colours} colours, ${widths.join(', ')} px wide`, async () => {
    none(await onEachPage((tab) => violations(tab, widths, rules), context));
  });
}

/**
 * axe is a script: the page is given as it stands in a browser without any. Its own scripts are left out,
 * and what waits for such a browser is drawn.
 */
async function withoutScripts(room) {
  await room.route('**/*.html', async (route) => {
    const response = await route.fetch();
    const page = await response.text();
    const body = page.replace(/<script(?: [^>]*\bsrc=[^>]*)?>[^<]*<\/script>/g, '').replace(/<(\/?)noscript\b/g, '<$1div');
    await route.fulfill({ response, body });
  });
}

test('axe finds nothing where no script runs, on a web server', async () => {
  const look = async (tab) => {
    // Facts about a page, told to programs, do nothing.
    const runs = await tab.evaluate(() => document.querySelectorAll('script:not([type])').length);
    return [...(runs ? ['a script is left'] : []), ...(await violations(tab, [320]))];
  };
  // Languages differ in words, not in what stands in for a script.
  none(await served((base) => onEachPage(look, { pages: inOneLanguage, base, prepare: withoutScripts })));
});
