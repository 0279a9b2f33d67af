// What staff meet while they edit: the page they look at follows the files, and says what is wrong with them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from '../support/axe.js';
import { whileServing } from '../support/program.js';
import { inTab } from '../support/tab.js';

const section = '3-administration/1-efficient-administration';
const file = `content/${section}.md`;
const page = `ja/${section}.html`;

const retitled = (title) => (text) => text.replace(/^title: .*$/m, `title: ${title}`);
const titled = (title) => [(title) => document.title.startsWith(title), title];

test('a served page follows its file, and the reader stays at the place and with what they opened', async () => {
  await whileServing(async (address, save) => {
    await inTab(async (tab) => {
      await tab.goto(address + page);
      const top = await tab.evaluate(() => {
        document.querySelector('details').open = true;
        scrollTo(0, 1500);
        return scrollY;
      });
      assert.ok(top > 1000, `${top}`);
      save(file, retitled('新しい題'));
      await tab.waitForFunction(...titled('新しい題'));
      await tab.waitForLoadState();
      assert.deepEqual(await tab.evaluate(() => [scrollY, document.querySelector('details').open]), [top, true]);
    });
  });
});

test('a mistake is shown over the last good page as text, until somebody closes it or mends the file', async () => {
  await whileServing(async (address, save) => {
    await inTab(async (tab) => {
      await tab.goto(address + page);
      const title = await tab.title();
      const notice = tab.getByRole('alert');
      save(file, (text) => text.replace('title:', '<b>titel</b>:'));
      await notice.waitFor();
      const said = await notice.innerText();
      for (const part of ['エラー[K0203]', `${file}:2:1`, '<b>titel</b>: ', 'つづりを確認してください']) assert.ok(said.includes(part), `${part}: ${said}`);
      assert.equal(await tab.title(), title);
      for (const colorScheme of ['light', 'dark']) {
        await tab.emulateMedia({ colorScheme });
        assert.deepEqual(await violations(tab, [320, 1280]), []);
      }
      await tab.getByRole('button', { name: '閉じる' }).click();
      assert.equal(await notice.count(), 0);

      // Another mistake is news; the file as it was is none.
      save(file, (text) => text.replace('kpi:', 'kpl:'));
      await notice.getByText('kpl').first().waitFor();
      save(file, (text) => text);
      await notice.waitFor({ state: 'detached' });
      assert.equal(await tab.title(), title);
    });
  });
});
