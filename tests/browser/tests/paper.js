// A page can be printed from a button, and its paper holds what the screen folds away.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages, onDisk, pages } from '../support/site.js';
import { inTab } from '../support/tab.js';
import { none, onEachPage } from '../support/visit.js';

const withButton = pages.filter((page) => page.endsWith('/plan.html') || page.endsWith('/1-efficient-administration.html'));

test('a section and the whole plan can be printed from a button, which is not on the paper', async () => {
  assert.equal(withButton.length, 2 * languages.length);
  for (const page of withButton) {
    await inTab(async (tab) => {
      await tab.addInitScript(() => {
        globalThis.printed = 0;
        globalThis.print = () => (globalThis.printed += 1);
      });
      await tab.goto(onDisk + page);
      const button = tab.locator('button.print');
      await button.focus();
      await tab.keyboard.press('Enter');
      assert.equal(await tab.evaluate(() => globalThis.printed), 1, page);
      await tab.emulateMedia({ media: 'print' });
      assert.equal(await button.isVisible(), false, page);
    });
  }
});

test('without a script there is no button to print', async () => {
  const look = async (tab) => ((await tab.locator('button.print').isVisible()) ? ['shows a button that does nothing'] : []);
  none(await onEachPage(look, { pages: withButton, javaScriptEnabled: false }));
});

test('what is folded away on the screen is on the paper', async () => {
  const look = async (tab) => {
    const folded = tab.locator('main details > p');
    await tab.locator('main').evaluate((main) => main.insertAdjacentHTML('beforeend', '<details><summary>more</summary><p>folded away</p></details>'));
    const shows = () => folded.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }));
    await tab.emulateMedia({ media: 'screen' });
    const screen = await shows();
    await tab.emulateMedia({ media: 'print' });
    return [...(screen ? ['is not folded on the screen'] : []), ...((await shows()) ? [] : ['is not on the paper'])];
  };
  none(await onEachPage(look, { pages: withButton }));
});
