// What axe finds wrong with a page as it stands in a tab.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const all = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** Those of the rules that can find another thing in other colours. */
export const ofColours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/**
 * Runs in the page. axe takes the colour of letters from `-webkit-text-fill-color`. Where colours are forced,
 * Chromium gives the page's own colour for it, while `color` is what the reader sees. No page sets the former.
 */
function readForcedColours() {
  const { getPropertyValue } = CSSStyleDeclaration.prototype;
  CSSStyleDeclaration.prototype.getPropertyValue = function read(name) {
    return getPropertyValue.call(this, name === '-webkit-text-fill-color' ? 'color' : name);
  };
}

/** Runs in the page: axe's findings on the page as it stands. */
async function run(rules) {
  const options = { runOnly: rules, resultTypes: ['violations'] };
  return (await globalThis.axe.run(document, options)).violations;
}

const height = 800;

/** Violations of WCAG 2.2 AA and of axe's best practices, as lines of text, at each of the widths; without one, at the tab's own. */
export async function violations(tab, widths = [tab.viewportSize().width], rules = all) {
  await tab.evaluate(axe);
  if (await tab.evaluate(() => matchMedia('(forced-colors: active)').matches)) await tab.evaluate(readForcedColours);
  const lines = [];
  for (const width of widths) {
    await tab.setViewportSize({ width, height });
    const found = await tab.evaluate(run, rules);
    lines.push(
      ...found.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${width} px wide: ${id} at ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`),
      ),
    );
  }
  return lines;
}
