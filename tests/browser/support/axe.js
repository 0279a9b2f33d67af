// What axe finds wrong with a page as it stands in a tab.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Violations of WCAG 2.2 AA and of axe's best practices, as lines of text. */
export async function violations(tab) {
  await tab.evaluate(axe);
  const found = await tab.evaluate(async (values) => {
    const options = { runOnly: { type: 'tag', values }, resultTypes: ['violations'] };
    return (await globalThis.axe.run(document, options)).violations;
  }, tags);
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`));
}
