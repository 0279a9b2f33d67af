// Headings have links to themselves, which copy their address.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { served } from '../support/server.js';
import { languages, onDisk, pages } from '../support/site.js';
import { inTab } from '../support/tab.js';
import { none, onEachPage } from '../support/visit.js';

const wide = { width: 1280, height: 900 };
const path = (language) => `${language}/3-administration/1-efficient-administration.html`;
const anchored = pages.filter((page) => /\/(glossary|indicators)\.html$/.test(page) || page.includes('/3-administration/'));

const clipboard = (tab) => tab.evaluate(() => navigator.clipboard.readText());
const said = (tab) => tab.waitForFunction(() => document.querySelector('.anchor-status').textContent);

test('every link of a heading says which heading it leads to, and the heading is still called by its own words', async () => {
  const look = async (tab, page) => {
    const found = await tab.locator('main a.anchor').evaluateAll((links) =>
      links.map((link) => {
        const [words, heading] = link.getAttribute('aria-labelledby').split(' ').map((id) => document.getElementById(id));
        return { hash: link.hash, words: words?.textContent.trim(), heading: heading?.textContent.trim(), isHeading: heading?.matches('h2, h3, h4'), inside: Boolean(link.closest('h2, h3, h4')), there: Boolean(document.getElementById(link.hash.slice(1))) };
      }),
    );
    const wrong = found.filter(({ words, heading, isHeading, inside, there }) => !words || !heading || !isHeading || inside || !there);
    return [...(found.length || page.endsWith('/index.html') ? [] : ['has none']), ...wrong.map((link) => JSON.stringify(link))];
  };
  none(await onEachPage(look, { pages: anchored }));
});

test('without a script there are none, and the headings stand as they are', async () => {
  const look = async (tab) => ((await tab.locator('a.anchor').count()) ? ['has some'] : []);
  none(await onEachPage(look, { pages: anchored, javaScriptEnabled: false }));
});

for (const language of languages) {
  test(`the keyboard copies the full address of a heading, which is said aloud and shown (${language})`, async () => {
    await inTab(
      async (tab) => {
        await tab.context().grantPermissions(['clipboard-read', 'clipboard-write']);
        const address = `${onDisk}${path(language)}`;
        await tab.goto(address);
        const link = tab.locator('#policy + a.anchor');
        await link.focus();
        assert.equal(await link.evaluate((element) => getComputedStyle(element).opacity), '1');
        await tab.keyboard.press('Enter');
        await said(tab);
        assert.equal(await clipboard(tab), `${address}#policy`);
        assert.equal(tab.url(), `${address}#policy`);
        const status = tab.locator('.anchor-status');
        assert.equal(await status.innerText(), await status.getAttribute('data-copied'));
        assert.equal(await status.getAttribute('role'), 'status');
        assert.ok(await link.evaluate((element) => element === document.activeElement));
      },
      { viewport: wide },
    );
  });
}

test('an indicator’s link leads to its card, in its section and in the list of all', async () => {
  await inTab(
    async (tab) => {
      await tab.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const section = `${onDisk}${path('ja')}`;
      await tab.goto(section);
      await tab.locator('#online-application-rate .anchor').click();
      await said(tab);
      assert.equal(await clipboard(tab), `${section}#online-application-rate`);
      const list = `${onDisk}ja/indicators.html`;
      await tab.goto(list);
      assert.equal(await tab.locator('.indicator .anchor').count(), 0);
      await tab.locator('#online-application-rate .indicator-link').click();
      await said(tab);
      assert.equal(await clipboard(tab), `${list}#online-application-rate`);
    },
    { viewport: wide },
  );
});

test('where a page may not use the clipboard it copies as pages did before', async () => {
  await served((base) =>
    inTab(
      async (tab) => {
        await tab.context().grantPermissions(['clipboard-read']);
        await tab.addInitScript(() => Object.defineProperty(navigator.clipboard, 'writeText', { value: undefined }));
        await tab.goto(`${base}${path('en')}`);
        await tab.locator('#policy + a.anchor').click();
        await said(tab);
        assert.equal(await clipboard(tab), `${base}${path('en')}#policy`);
        assert.equal(await tab.locator('textarea').count(), 0);
      },
      { viewport: wide },
    ),
  );
});

test('a heading’s link is always seen on a touch screen, stands in the line of its heading and covers no word', async () => {
  const look = async (tab) =>
    tab.locator('main a.anchor').evaluateAll((links) =>
      links.flatMap((link) => {
        const { opacity } = getComputedStyle(link);
        const [, id] = link.getAttribute('aria-labelledby').split(' ');
        const heading = document.getElementById(id);
        const range = document.createRange();
        range.selectNodeContents(heading);
        const own = link.getBoundingClientRect();
        const covers = [...range.getClientRects()].some((line) => own.left < line.right && line.left < own.right && own.top < line.bottom && line.top < own.bottom);
        const place = (link.closest('.indicator-head') ?? heading).getBoundingClientRect();
        const middle = (own.top + own.bottom) / 2;
        return [
          ...(opacity === '1' ? [] : [`${id} is not seen`]),
          ...(covers ? [`${id} covers the words of its heading`] : []),
          ...(middle > place.top && middle < place.bottom ? [] : [`${id} stands ${middle - place.top} px below the top of a heading of ${place.height} px`]),
          ...(own.width >= 24 && own.height >= 24 ? [] : [`${id} is small`]),
          ...(own.left >= 0 && own.right <= innerWidth ? [] : [`${id} is cut off`]),
        ];
      }),
    );
  for (const width of [320, 390, 1100]) {
    none(await onEachPage(look, { pages: anchored, viewport: { width, height: 844 }, hasTouch: true, isMobile: true }));
  }
});
