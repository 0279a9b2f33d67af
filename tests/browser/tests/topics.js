// From a section to its pillars and Sustainable Development Goals, and back.

import { test } from 'node:test';
import { languageOf, onDisk, pages } from '../support/site.js';
import { none, onEachPage } from '../support/visit.js';

const withLanguage = pages.filter(languageOf);
const isTopic = (page) => /^[^/]+\/(pillar|sdg)\/[^/]+\.html$/.test(page);

/** Runs in the page: its chips, with the section that each stands for where it stands in a door. */
function chips() {
  return [...document.querySelectorAll('main a.chip-pillar, main a.sdg')].map((chip) => {
    const { left, right, top, bottom } = chip.getBoundingClientRect();
    chip.scrollIntoView({ block: 'center' });
    const now = chip.getBoundingClientRect();
    const hit = document.elementFromPoint((now.left + now.right) / 2, (now.top + now.bottom) / 2);
    return {
      href: chip.href,
      words: (chip.querySelector('.sdg-title') ?? chip).textContent.trim(),
      door: chip.closest('.door')?.querySelector('.door-title').href,
      size: Math.min(right - left, bottom - top),
      reached: chip.contains(hit),
    };
  });
}

/** Runs on the page of a pillar or goal: its heading and the sections it lists. */
function listed() {
  return {
    heading: document.querySelector('main h1').textContent.trim(),
    doors: [...document.querySelectorAll('main a.door-title')].map((door) => door.href),
  };
}

test('each chip leads to the page of its pillar or goal, and that page lists the section', async () => {
  const topics = new Map();
  const found = [];
  await onEachPage(
    async (tab, page) => {
      if (isTopic(page)) topics.set(new URL(page, onDisk).href, await tab.evaluate(listed));
      for (const chip of await tab.evaluate(chips)) found.push({ page, ...chip });
    },
    { pages: withLanguage },
  );
  const problems = found.flatMap(({ page, href, words, door, size, reached }) => {
    const topic = topics.get(href);
    // In a door the chip stands for that section; elsewhere for the page, where it is one.
    const isSection = /^[^/]+\/\d[^/]*\/(?!index\.html)/.test(page);
    const section = door ?? (isSection ? new URL(page, onDisk).href : undefined);
    return [
      !reached && 'cannot be clicked',
      size < 24 && `is ${size} px high or wide`,
      !topic && 'leads to no page of a pillar or goal',
      topic && !topic.heading.endsWith(words) && `leads to “${topic.heading}”`,
      topic && section && !topic.doors.includes(section) && 'leads to a page that does not list its section',
    ].flatMap((problem) => (problem ? [`${page}: the chip “${words}” ${problem}`] : []));
  });
  const led = new Set(found.map(({ href }) => href));
  none([...problems, ...[...topics.keys()].filter((topic) => !led.has(topic)).map((topic) => `${topic}: no chip leads here`)]);
});

test('the page of a pillar or goal names the sections of its indicators, which lead back to them', async () => {
  const look = (tab) =>
    tab.evaluate(() => {
      const doors = [...document.querySelectorAll('main a.door-title')].map((door) => door.href);
      return [...document.querySelectorAll('.indicator')].flatMap((indicator) => {
        const led = [...indicator.querySelectorAll('.indicator-remark a')].map((link) => link.href);
        return doors.some((door) => led.includes(`${door}#${indicator.id}`)) ? [] : [`the indicator ${indicator.id} does not lead to its section`];
      });
    });
  none(await onEachPage(look, { pages: withLanguage.filter(isTopic) }));
});
