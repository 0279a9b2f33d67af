// The page follows the reader's own settings: dark colours, and paper.

import { test } from 'node:test';
import { none, onEachPage } from '../support/visit.js';

/** Runs in the page: how light surface and text are, from 0 to 1, and which navigation shows. */
function look() {
  const { backgroundColor, color } = getComputedStyle(document.documentElement);
  const lightness = (written) => {
    const [red, green, blue, alpha = 1] = written.match(/[\d.]+/g).map(Number);
    // A page without a colour of its own shows the canvas: white on paper.
    return alpha === 0 ? 1 : (red + green + blue) / 765;
  };
  const shows = (element) => element.checkVisibility() && element.getClientRects().length > 0;
  return {
    surface: lightness(backgroundColor),
    text: lightness(color),
    navigation: [...document.querySelectorAll('nav, .skip-link')].filter(shows).map((element) => element.className),
    main: shows(document.querySelector('main h1')),
  };
}

test('a reader who prefers dark colours gets a dark page, and everyone else a light one', async () => {
  none(
    await onEachPage(async (tab) => {
      await tab.emulateMedia({ colorScheme: 'light' });
      const light = await tab.evaluate(look);
      await tab.emulateMedia({ colorScheme: 'dark' });
      const dark = await tab.evaluate(look);
      return [
        ...(light.surface > 0.9 && light.text < 0.4 ? [] : [`light: surface ${light.surface}, text ${light.text}`]),
        ...(dark.surface < 0.2 && dark.text > 0.8 ? [] : [`dark: surface ${dark.surface}, text ${dark.text}`]),
      ];
    }),
  );
});

test('paper shows the content without navigation, dark on white whatever the screen shows', async () => {
  none(
    await onEachPage(async (tab) => {
      await tab.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const paper = await tab.evaluate(look);
      return [
        ...paper.navigation.map((name) => `navigation “${name}” is printed`),
        ...(paper.main ? [] : ['the heading is not printed']),
        ...(paper.surface > 0.9 && paper.text < 0.4 ? [] : [`surface ${paper.surface}, text ${paper.text}`]),
      ];
    }),
  );
});
