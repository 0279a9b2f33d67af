// The contents of a page follow the reader; without a script they are a list of links.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages, onDisk, pages } from '../support/site.js';
import { inTab } from '../support/tab.js';
import { none, onEachPage } from '../support/visit.js';

const phone = { width: 390, height: 844 };
const wide = { width: 1280, height: 900 };
const section = (language) => `${onDisk}${language}/3-administration/1-efficient-administration.html`;

/** Runs in the page: its contents as a reader sees them. */
function contents() {
  const links = [...document.querySelectorAll('.contents a')];
  return { shown: links.filter((link) => link.checkVisibility({ contentVisibilityAuto: true })).map(({ hash }) => hash), all: links.map(({ hash }) => hash) };
}

const marked = (tab) => tab.locator('.contents [aria-current]').evaluateAll((links) => links.map(({ hash }) => hash));

/** Waits until the contents mark `hash`: `''` for none. */
const reads = (tab, hash) => tab.waitForFunction((place) => (document.querySelector('.contents [aria-current]')?.hash ?? '') === place, hash);

/** Brings what `selector` names to the top of the window without following a link. */
const bring = (tab, selector) => tab.locator(selector).evaluate((element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - 20));

test('the contents lead to every part of a section in order, and to nothing else', async () => {
  for (const language of languages) {
    await inTab(async (tab) => {
      await tab.goto(section(language));
      const headings = await tab.locator('.section-body h2').evaluateAll((all) => all.map(({ id }) => `#${id}`));
      assert.deepEqual((await tab.evaluate(contents)).all, headings);
    });
  }
});

for (const javaScriptEnabled of [true, false]) {
  test(`on a phone the contents are closed and open at a touch, on a wide screen always open, ${javaScriptEnabled ? 'with' : 'without'} a script`, async () => {
    await inTab(
      async (tab) => {
        await tab.goto(section('ja'));
        assert.deepEqual((await tab.evaluate(contents)).shown, []);
        await tab.locator('.contents summary').tap();
        const { shown, all } = await tab.evaluate(contents);
        assert.deepEqual(shown, all);
      },
      { viewport: phone, hasTouch: true, javaScriptEnabled },
    );
    await inTab(
      async (tab) => {
        await tab.goto(section('ja'));
        const { shown, all } = await tab.evaluate(contents);
        assert.ok(all.length > 3);
        assert.deepEqual(shown, all);
        assert.equal(await tab.locator('.contents summary').isVisible(), false);
      },
      { viewport: wide, javaScriptEnabled },
    );
  });
}

for (const [name, viewport] of Object.entries({ phone, wide })) {
  test(`the contents mark the part that is being read, down, up and after a leap (${name})`, async () => {
    await inTab(
      async (tab) => {
        await tab.goto(section('pt'));
        assert.deepEqual(await marked(tab), []);
        for (const id of ['situation', 'policy', 'kpi', 'policy']) {
          await bring(tab, `#${id}`);
          await reads(tab, `#${id}`);
        }
        await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
        await reads(tab, '#terms');
        await tab.evaluate(() => scrollTo(0, 0));
        await reads(tab, '');
      },
      { viewport },
    );
  });
}

test('a link of the contents, followed with the keyboard, leads to its part and is marked', async () => {
  await inTab(
    async (tab) => {
      await tab.goto(section('ja'));
      await tab.locator('.contents a[href="#initiatives"]').focus();
      await tab.keyboard.press('Enter');
      await reads(tab, '#initiatives');
      assert.match(tab.url(), /#initiatives$/);
    },
    { viewport: wide },
  );
});

for (const forcedColors of ['none', 'active']) {
  test(`the mark in the contents is a bar, moves no word, and is seen with forced colours ${forcedColors}`, async () => {
    await inTab(
      async (tab) => {
        await tab.goto(section('en'));
        const link = tab.locator('.contents a[href="#kgi"]');
        const looks = () => link.evaluate((element) => {
          const { borderInlineStartWidth, borderInlineStartStyle } = getComputedStyle(element);
          const range = document.createRange();
          range.selectNodeContents(element);
          const { left, width } = range.getBoundingClientRect();
          return { words: [left, width, element.offsetHeight].join(' '), bar: borderInlineStartStyle === 'solid' ? parseFloat(borderInlineStartWidth) : 0 };
        });
        const before = await looks();
        await bring(tab, '#kgi');
        await reads(tab, '#kgi');
        const after = await looks();
        assert.equal(before.bar, 0);
        assert.ok(after.bar >= 4, `${after.bar}`);
        assert.equal(after.words, before.words);
      },
      { viewport: wide, forcedColors },
    );
  });
}

test('nothing moves while a section page loads and is read', async () => {
  await inTab(
    async (tab) => {
      await tab.addInitScript(() => {
        globalThis.moved = 0;
        new PerformanceObserver((list) => {
          for (const shift of list.getEntries()) globalThis.moved += shift.value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await tab.goto(section('pt'));
      for (const id of ['situation', 'policy', 'kpi']) {
        await bring(tab, `#${id}`);
        await reads(tab, `#${id}`);
      }
      assert.ok((await tab.evaluate(() => globalThis.moved)) < 0.01);
    },
    { viewport: wide },
  );
});

test('the page of all indicators has contents: each chapter, and its sections below it', async () => {
  const look = async (tab) => {
    const { all } = await tab.evaluate(contents);
    const headings = await tab.locator('.indicator-chapters :is(h2, h3)[id]').evaluateAll((found) => found.map(({ id }) => `#${id}`));
    return all.length > 1 && all.join() === headings.join() ? [] : [`${all} for ${headings}`];
  };
  none(await onEachPage(look, { pages: pages.filter((page) => page.endsWith('/indicators.html')) }));
});

test('changing the language leads to the same place: that of the address, or that which was read last', async () => {
  const japanese = 'nav.languages a[hreflang="ja"]';
  await inTab(
    async (tab) => {
      await tab.goto(section('pt'));
      await tab.locator(japanese).focus();
      await tab.keyboard.press('Enter');
      await tab.waitForURL(section('ja'));
      await tab.goto(section('pt'));
      await bring(tab, '#policy');
      await tab.waitForFunction(() => document.querySelector('.contents').dataset.read === '#policy');
      // On the way to the top other parts are only passed.
      await bring(tab, '#situation');
      await reads(tab, '#situation');
      await tab.locator(japanese).focus();
      await tab.keyboard.press('Enter');
      await tab.waitForURL(`${section('ja')}#policy`);
      await tab.goto(`${section('pt')}#online-application-rate`);
      await tab.locator(japanese).click();
      await tab.waitForURL(`${section('ja')}#online-application-rate`);
    },
    { viewport: wide },
  );
});

test('without a script the language leads to the same page', async () => {
  await inTab(
    async (tab) => {
      await tab.goto(`${section('pt')}#policy`);
      await tab.locator('nav.languages a[hreflang="en"]').click();
      await tab.waitForURL(section('en'));
    },
    { viewport: wide, javaScriptEnabled: false },
  );
});
