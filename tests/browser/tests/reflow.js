// Nothing but a table in its own scroller ever needs scrolling sideways, and no text is cut off or covers
// another, however narrow the screen and large the letters (WCAG 1.4.4, 1.4.10, 1.4.12).

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

// A reader's own style comes from the browser, which asks no page; a test's comes into the page.
const restyled = { bypassCSP: true };

test('no page scrolls sideways at 320 px', async () => {
  none(await onEachPage((tab) => tab.evaluate(overflow), { viewport: narrow }));
});

test('no page scrolls sideways with text at 200%', async () => {
  const look = async (tab) => {
    await tab.addStyleTag({ content: 'html { font-size: 200% !important }' });
    return tab.evaluate(overflow);
  };
  for (const width of [640, 1280]) none(await onEachPage(look, { viewport: { width, height: 800 }, ...restyled }));
});

test('no page scrolls sideways at 320 px with the letters, words and lines set apart', async () => {
  const look = async (tab) => {
    await tab.addStyleTag({
      content: '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    });
    return tab.evaluate(overflow);
  };
  none(await onEachPage(look, { viewport: narrow, ...restyled }));
});

/** Runs in the page: texts that meet, each line as high as its letters, and boxes that hide the end of what they hold. */
function unreadable() {
  const apart = '.visually-hidden, .skip-link, svg, select, script, style';
  const shows = (element) => !element.closest(apart) && element.checkVisibility({ visibilityProperty: true });
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.data.trim() || !shows(text.parentElement)) continue;
    const em = parseFloat(getComputedStyle(text.parentElement).fontSize);
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { left, right, top, bottom, width } of range.getClientRects()) {
      const middle = (top + bottom) / 2;
      if (width > 1) lines.push({ text, left, right, top: middle - 0.4 * em, bottom: middle + 0.4 * em });
    }
  }
  lines.sort((one, two) => one.top - two.top);
  const found = new Set();
  const words = (text) => text.data.trim().slice(0, 30);
  for (const [place, one] of lines.entries()) {
    for (let next = place + 1; next < lines.length && lines[next].top < one.bottom - 1; next += 1) {
      const two = lines[next];
      if (one.text !== two.text && Math.min(one.right, two.right) - Math.max(one.left, two.left) > 1) found.add(`“${words(one.text)}” meets “${words(two.text)}”`);
    }
  }
  for (const element of document.body.querySelectorAll('*')) {
    if (!/hidden|clip/.test(getComputedStyle(element).overflow) || !shows(element)) continue;
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    if (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1) found.add(`${element.outerHTML.slice(0, 80)} hides the end of its content`);
  }
  return [...found];
}

test('no text covers another or is cut off, at 320, 768 and 1280 px and with text at 200%', async () => {
  const look = async (tab) => {
    const found = [];
    const check = async (mode) => found.push(...(await tab.evaluate(unreadable)).map((problem) => `${mode}: ${problem}`));
    for (const width of [320, 768, 1280]) {
      await tab.setViewportSize({ width, height: 800 });
      await check(`${width} px`);
    }
    await tab.addStyleTag({ content: 'html { font-size: 200% !important }' });
    await check('text at 200%, 1280 px');
    await tab.setViewportSize({ width: 640, height: 800 });
    await check('text at 200%, 640 px');
    return found;
  };
  none(await onEachPage(look, restyled));
});
