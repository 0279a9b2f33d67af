// A note mark opens its glossary entry where it stands; without a script it leads to the glossary.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from '../support/axe.js';
import { languageOf, languages, onDisk, pages } from '../support/site.js';
import { inTab } from '../support/tab.js';
import { none, onEachPage } from '../support/visit.js';

const phone = { width: 390, height: 844 };
const wide = { width: 1280, height: 900 };
const section = (language) => `${onDisk}${language}/3-administration/1-efficient-administration.html`;
const mark = '#note-ref-9';

const opened = (tab) => tab.locator('.note:popover-open');
const focused = (tab) => tab.evaluate(() => document.activeElement.id);

/** Opens the note of `mark` on a section page with a click. */
async function open(tab, language = 'ja') {
  await tab.goto(section(language));
  await tab.locator(mark).click();
  await opened(tab).waitFor();
}

test('a click on a mark opens its entry in place: the term, its reading, what it means and the way to the glossary', async () => {
  for (const language of languages) {
    await inTab(
      async (tab) => {
        await open(tab, language);
        assert.equal(tab.url(), section(language));
        const note = await opened(tab).innerText();
        const more = await opened(tab).locator('.note-more a').getAttribute('href');
        assert.equal(more, '../glossary.html#note-9');
        await tab.goto(new URL(more, section(language)).href);
        const lines = await tab.locator('#note-9 > :is(.term-title, .term-reading), #note-9 .prose').allInnerTexts();
        for (const line of lines) assert.ok(note.replace(/\s/g, '').includes(line.replace(/\s/g, '')), line);
      },
      { viewport: wide },
    );
  }
});

test('Enter opens the entry and moves into it; Escape closes it and leads back to the mark', async () => {
  await inTab(
    async (tab) => {
      await tab.goto(section('pt'));
      await tab.locator(mark).focus();
      assert.equal(await tab.locator(mark).getAttribute('aria-expanded'), 'false');
      await tab.keyboard.press('Enter');
      await opened(tab).waitFor();
      assert.equal(await tab.locator(mark).getAttribute('aria-expanded'), 'true');
      assert.ok(await opened(tab).evaluate((note) => note === document.activeElement));
      await tab.keyboard.press('Escape');
      await opened(tab).waitFor({ state: 'detached' });
      assert.equal(await focused(tab), mark.slice(1));
      await tab.waitForFunction((id) => document.querySelector(id).getAttribute('aria-expanded') === 'false', mark);
    },
    { viewport: wide },
  );
});

test('the Tab key goes through the entry and on in the text, and does not leave it open', async () => {
  await inTab(
    async (tab) => {
      await tab.goto(section('ja'));
      await tab.locator(mark).focus();
      await tab.keyboard.press('Enter');
      await opened(tab).waitFor();
      const stops = [];
      for (let pressed = 0; pressed < 3; pressed += 1) {
        await tab.keyboard.press('Tab');
        stops.push(await tab.evaluate(() => document.activeElement.className || document.activeElement.parentElement.className));
      }
      assert.deepEqual(stops, ['note-close', 'note-more', 'anchor']);
      await opened(tab).waitFor({ state: 'detached' });
      assert.equal(await tab.evaluate(() => document.activeElement.hash), '#initiatives');
    },
    { viewport: wide },
  );
});

for (const [way, close] of [
  ['its button', (tab) => opened(tab).locator('.note-close').click()],
  ['a click beside it', (tab) => tab.mouse.click(5, 5)],
  ['a click into the text', async (tab) => {
    const { y, height } = await opened(tab).boundingBox();
    await tab.mouse.click(380, y > 100 ? y - 30 : y + height + 30);
  }],
]) {
  test(`${way} closes the entry, and the focus returns to the mark`, async () => {
    await inTab(
      async (tab) => {
        await open(tab);
        await close(tab);
        await opened(tab).waitFor({ state: 'detached' });
        await tab.waitForFunction((id) => document.activeElement.id === id, mark.slice(1));
      },
      { viewport: wide },
    );
  });
}

test('another mark opens its own entry instead', async () => {
  await inTab(
    async (tab) => {
      await open(tab);
      await tab.locator('#note-ref-8').focus();
      await tab.keyboard.press('Enter');
      await tab.waitForFunction(() => document.querySelector('.note:popover-open [id]')?.id === 'note_8');
      assert.equal(await opened(tab).count(), 1);
      // However quickly one follows the other.
      const still = await tab.evaluate(async () => {
        for (const id of ['note-ref-9', 'note-ref-10']) {
          const link = document.getElementById(id);
          link.focus();
          link.click();
        }
        await new Promise((settled) => setTimeout(settled, 300));
        return document.querySelector('.note:popover-open [id]')?.id;
      });
      assert.equal(still, 'note_10');
      assert.equal(await tab.locator(mark).getAttribute('aria-expanded'), 'false');
    },
    { viewport: wide },
  );
});

test('a click with the control key, or with the middle button, follows the link to the glossary', async () => {
  await inTab(
    async (tab) => {
      await tab.goto(section('en'));
      for (const click of [{ modifiers: ['Control'] }, { button: 'middle' }]) {
        const [other] = await Promise.all([tab.context().waitForEvent('page'), tab.locator(mark).click(click)]);
        await other.waitForURL(/glossary\.html#note-9$/);
        await other.close();
        assert.equal(await opened(tab).count(), 0);
      }
    },
    { viewport: wide },
  );
});

test('without a script no entry shows, and the mark leads to the glossary', async () => {
  await inTab(
    async (tab) => {
      await tab.goto(section('ja'));
      assert.equal(await tab.locator('.note').first().isVisible(), false);
      await tab.locator(mark).click();
      await tab.waitForURL(/glossary\.html#note-9$/);
    },
    { javaScriptEnabled: false },
  );
});

/** Waits until the open entry stands just above or below its mark, inside the window. */
const standsByMark = (tab) =>
  tab.waitForFunction(
    (id) => {
      const note = document.querySelector('.note:popover-open').getBoundingClientRect();
      const at = document.querySelector(id).getBoundingClientRect();
      const gap = note.top > at.top ? note.top - at.bottom : at.top - note.bottom;
      return gap >= 0 && gap < 24 && note.left >= 0 && note.right <= innerWidth;
    },
    mark,
    { timeout: 5000 },
  );

test('on a wide screen the entry stands by its mark, wherever that is, and goes along with it', async () => {
  await inTab(
    async (tab) => {
      await tab.goto(section('pt'));
      for (const block of ['start', 'end']) {
        await tab.locator(mark).evaluate((link, place) => link.scrollIntoView({ block: place }), block);
        await tab.locator(mark).click();
        await standsByMark(tab);
        const { y, height } = await opened(tab).boundingBox();
        assert.ok(y >= 0 && y + height <= wide.height, block);
        await tab.mouse.wheel(0, 50);
        await tab.setViewportSize({ width: 800, height: 700 });
        await standsByMark(tab);
        await tab.setViewportSize(wide);
        await tab.keyboard.press('Escape');
      }
    },
    { viewport: wide },
  );
});

test('on a phone the entry stands at the foot of the screen', async () => {
  for (const viewport of [phone, { width: 320, height: 640 }]) {
    await inTab(
      async (tab) => {
        await open(tab, 'pt');
        const { x, y, width, height } = await opened(tab).boundingBox();
        assert.deepEqual([x, width], [0, viewport.width]);
        assert.ok(y >= 0 && Math.abs(y + height - viewport.height) < 2, `${y} and ${height}`);
      },
      { viewport },
    );
  }
});

/** Runs in the page: opens each note in turn and says what is wrong with it. */
async function everyMark() {
  const wrong = [];
  for (const link of document.querySelectorAll('main a.note-mark:not(.note a)')) {
    link.click();
    const note = document.querySelector('.note:popover-open');
    if (note?.querySelector('.note-more a').href !== link.href) wrong.push(`${link.textContent} does not open its entry`);
    note?.hidePopover();
  }
  for (const note of document.querySelectorAll('.note')) {
    const { href } = note.querySelector('.note-more a');
    if (![...document.querySelectorAll('a.note-mark')].some((link) => link.href === href)) wrong.push(`no mark opens ${href}`);
  }
  return wrong;
}

test('every mark on every page opens its entry, except where the glossary is on the page itself', async () => {
  let notes = 0;
  const look = async (tab, page) => {
    const number = await tab.locator('.note').count();
    notes += number;
    const own = /(glossary|plan)\.html$/.test(page);
    return own ? (number ? ['brings the entries twice'] : []) : tab.evaluate(everyMark);
  };
  none(await onEachPage(look, { pages: pages.filter(languageOf) }));
  assert.ok(notes >= 4 * languages.length, `${notes} entries`);
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [320, 1280]) {
    test(`axe finds nothing while an entry is open in ${colorScheme} colours, ${width} px wide`, async () => {
      const look = async (tab) => {
        await tab.locator(mark).click();
        await opened(tab).waitFor();
        return violations(tab);
      };
      const chosen = languages.map((language) => `${language}/3-administration/1-efficient-administration.html`);
      none(await onEachPage(look, { pages: chosen, colorScheme, viewport: { width, height: 800 } }));
    });
  }
}

test('on paper the entries follow the text as notes, and the links to them do not', async () => {
  await inTab(
    async (tab) => {
      await open(tab);
      await tab.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await tab.emulateMedia({ media: 'print' });
      assert.deepEqual(await tab.locator('.note-term').evaluateAll((terms) => terms.filter((term) => term.checkVisibility()).map(({ id }) => id)), ['note_8', 'note_9', 'note_10', 'note_11']);
      assert.ok(await tab.locator('.notes-title').isVisible());
      assert.equal(await tab.locator('.terms').isVisible(), false);
      const tops = await tab.locator('.notes-title, .note').evaluateAll((all) => all.map((element) => element.getBoundingClientRect().top));
      assert.deepEqual(tops, [...tops].sort((one, two) => one - two));
      assert.equal(new Set(tops).size, tops.length);
    },
    { viewport: wide },
  );
});

test('the glossary leads back to the mark itself, which shows that it is meant', async () => {
  await inTab(
    async (tab) => {
      for (const language of languages) {
        await tab.goto(`${onDisk}${language}/glossary.html`);
        await tab.locator('#note-9 .term-uses a').click();
        await tab.waitForURL(`${section(language)}${mark}`);
        assert.equal(await tab.locator(mark).evaluate((link) => getComputedStyle(link).outlineStyle), 'solid');
        const { y } = await tab.locator(mark).boundingBox();
        assert.ok(y >= 0 && y < wide.height, `${y}`);
      }
    },
    { viewport: wide },
  );
});
