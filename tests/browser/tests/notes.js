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

test('the entry stands by its mark on a wide screen, at the foot of a phone, and inside both', async () => {
  for (const viewport of [wide, phone, { width: 320, height: 640 }]) {
    await inTab(
      async (tab) => {
        await open(tab, 'pt');
        const note = await opened(tab).boundingBox();
        const at = await tab.locator(mark).boundingBox();
        assert.ok(note.x >= 0 && note.x + note.width <= viewport.width && note.y >= 0 && note.y + note.height <= viewport.height + 1, JSON.stringify(note));
        if (viewport === wide) {
          const gap = note.y > at.y ? note.y - at.y - at.height : at.y - note.y - note.height;
          assert.ok(gap >= 0 && gap < 24, `${gap} px from its mark`);
        } else assert.ok(Math.abs(note.y + note.height - viewport.height) < 2, JSON.stringify(note));
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
