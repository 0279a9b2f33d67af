// The whole site works from the keyboard, and the reader sees where they are.

import { test } from 'node:test';
import { inOneLanguage, languageOf, pages } from '../support/site.js';
import { none, onEachPage } from '../support/visit.js';

/** Runs in the page: what has the focus, and whether it stands on the screen. */
function focused() {
  const element = document.activeElement;
  const { top, left, bottom, right, width, height } = element.getBoundingClientRect();
  return {
    skipLink: element.matches('a.skip-link[href^="#"]'),
    inMain: Boolean(element.closest('main')),
    isMain: element.matches('main'),
    visible: width > 1 && height > 1 && top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth,
  };
}

test('the first stop of the Tab key is a link that skips to the content', async () => {
  const look = async (tab) => {
    await tab.keyboard.press('Tab');
    const first = await tab.evaluate(focused);
    if (!first.skipLink) return ['the first stop is no skip link'];
    const problems = first.visible ? [] : ['the skip link does not show itself'];
    await tab.keyboard.press('Enter');
    if (!(await tab.evaluate(focused)).isMain) problems.push('the skip link leaves the focus outside main');
    await tab.keyboard.press('Tab');
    if (!(await tab.evaluate(focused)).inMain) problems.push('the stop after it is outside main');
    return problems;
  };
  // The two pages in every language begin with their content: nothing stands there to skip.
  none(await onEachPage(look, { pages: pages.filter(languageOf) }));
});

/**
 * Runs in the page: lists what the keyboard should reach, and notes of all that it does reach whether it comes in the
 * order of the page, is outlined, and can be seen (WCAG 2.4.3, 2.4.7, 2.4.11).
 */
function watchFocus() {
  const luminance = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const transparent = (colour) => /^rgba\(.*, 0\)$/.test(colour);
  const surface = (element) => {
    const colour = element ? getComputedStyle(element).backgroundColor : 'rgb(255, 255, 255)';
    return transparent(colour) ? surface(element.parentElement) : colour;
  };
  const outlined = (element) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2 || transparent(outlineColor)) return false;
    const [dark, light] = [luminance(outlineColor), luminance(surface(element.parentElement))].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05) >= 3;
  };
  const stops = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex="0"]';
  globalThis.unreached = new Set([...document.querySelectorAll(stops)].filter((element) => element.checkVisibility({ visibilityProperty: true })));
  globalThis.complaints = [];
  const complain = (problem, element) => globalThis.complaints.push(`${problem} ${element.outerHTML.slice(0, 100)}`);

  // A link of several lines is seen where one of them is, and what is larger than the screen where it is on it.
  const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
  const seen = (element) =>
    [...element.getClientRects()].some(({ left, right, top, bottom }) =>
      element.contains(document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight))),
    );

  let last;
  document.addEventListener('focusin', ({ target }) => {
    globalThis.unreached.delete(target);
    if (!outlined(target)) complain('no visible outline around', target);
    const back = last && target.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING;
    // After the last stop Tab begins anew.
    if (back && globalThis.unreached.size === 0) globalThis.around = true;
    else if (back) complain('Tab goes back to', target);
    last = target;
  });
  // By the next key the page has scrolled to what has the focus.
  document.addEventListener('keydown', () => {
    const element = document.activeElement;
    if (element !== document.body && !seen(element)) complain('something covers', element);
  }, { capture: true });
  return globalThis.unreached.size;
}

async function everyStop(tab) {
  const stops = await tab.evaluate(watchFocus);
  // Chromium may stop at a scrolling region of its own accord: a few presses more than stops.
  for (let pressed = 0; pressed < stops + 5; pressed += 1) await tab.keyboard.press('Tab');
  return tab.evaluate(() => [
    ...[...globalThis.unreached].map((element) => `Tab does not reach ${element.outerHTML.slice(0, 100)}`),
    ...globalThis.complaints,
    ...(globalThis.around || document.activeElement === document.body ? [] : ['Tab does not come out at the end of the page']),
  ]);
}

const ways = {
  'in light colours': { colorScheme: 'light' },
  // The order is the same in every language, and so is what moves on a phone.
  'in dark colours on a phone': { colorScheme: 'dark', viewport: { width: 360, height: 640 }, pages: inOneLanguage },
  // Only the outline is another one, and it is the same in every language.
  'in forced colours': { colorScheme: 'dark', forcedColors: 'active', pages: inOneLanguage },
};

for (const [way, context] of Object.entries(ways)) {
  test(`the Tab key reaches every link and control in order, each outlined and nothing covers it, ${way}`, async () => {
    none(await onEachPage(everyStop, context));
  });
}
