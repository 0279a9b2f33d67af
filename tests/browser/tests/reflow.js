// Nothing but a table in its own scroller ever needs scrolling sideways (WCAG 1.4.4, 1.4.10, 1.4.12).

import { test } from 'node:test';
import { none, onEachPage } from '../support/visit.js';

/** Runs in the page: the page's overflow, and the elements that cause it. */
function overflow() {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const scrolls = (element) => element && (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const wide = [...document.body.querySelectorAll('*')].filter(
    (element) => element.getBoundingClientRect().right > room + 0.5 && !scrolls(element.parentElement),
  );
  const names = wide.slice(0, 3).map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
  return [`${document.documentElement.scrollWidth} px wide in ${room} px: ${names.join(', ')}`];
}

const narrow = { width: 320, height: 800 };

test('no page scrolls sideways at 320 px', async () => {
  none(await onEachPage((tab) => tab.evaluate(overflow), { viewport: narrow }));
});

test('no page scrolls sideways with text at 200%', async () => {
  const look = async (tab) => {
    await tab.addStyleTag({ content: 'html { font-size: 200% !important }' });
    return tab.evaluate(overflow);
  };
  for (const width of [640, 1280]) none(await onEachPage(look, { viewport: { width, height: 800 } }));
});

test('no page scrolls sideways at 320 px with the letters, words and lines set apart', async () => {
  const look = async (tab) => {
    await tab.addStyleTag({
      content: '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    });
    return tab.evaluate(overflow);
  };
  none(await onEachPage(look, { viewport: narrow }));
});
