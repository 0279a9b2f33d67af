// Every chart can be read: by eye, by ear, and as a table.

import { test } from 'node:test';
import { inOneLanguage, languageOf, languages, pages, pathInLanguage } from '../support/site.js';
import { none, onEachPage } from '../support/visit.js';

/** Runs in the page: what each chart says of itself, and what stands beside it. */
function describe() {
  // Words wait for their translation where those that the card shows beside the chart do, and both say so.
  const waits = (chart, article, part) => {
    const lang = chart.querySelector(`:scope > ${part}[lang]`)?.getAttribute('lang');
    return lang !== undefined && article?.querySelector(`.indicator-body [lang="${lang}"], :is(h3, h4, h5) [lang="${lang}"]`) !== null;
  };
  return [...document.querySelectorAll('svg.chart')].map((chart) => {
    const article = chart.closest('article');
    const table = article?.querySelector('table');
    const named = (chart.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id));
    return {
      id: article?.id ?? '(no article)',
      role: chart.getAttribute('role'),
      title: chart.querySelector(':scope > title')?.textContent.trim() ?? '',
      desc: chart.querySelector(':scope > desc')?.textContent.trim() ?? '',
      waits: { title: waits(chart, article, 'title'), desc: waits(chart, article, 'desc') },
      namesItself: named.length > 0 && named.every((element) => chart.contains(element)),
      lang: chart.closest('[lang]').lang === document.documentElement.lang,
      followed: Boolean(table && chart.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING),
      figures: table?.querySelectorAll('tbody tr').length ?? 0,
    };
  });
}

test('every chart is an image with a title and a description, and its figures follow in a table', async () => {
  none(
    await onEachPage(async (tab) =>
      (await tab.evaluate(describe)).flatMap((chart) =>
        [
          chart.role !== 'img' && 'is no image to a screen reader',
          !chart.title && 'has no title',
          !chart.desc && 'has no description',
          !chart.namesItself && 'is not labelled by its title and description',
          !chart.lang && 'stands in another language than the page',
          !chart.followed && 'is not followed by a table of its figures',
          !chart.figures && 'has a table without figures',
        ].flatMap((problem) => (problem ? [`the chart ${chart.id} ${problem}`] : [])),
      ),
    ),
  );
});

test('every chart is described in the language of its page', async () => {
  const said = new Map();
  const problems = await onEachPage(
    async (tab, page) => {
      const charts = await tab.evaluate(describe);
      for (const { id, title, desc, waits } of charts) {
        const key = `${pathInLanguage(page)}: ${id}`;
        said.set(key, [...(said.get(key) ?? []), { title, desc, waits }]);
      }
    },
    { pages: pages.filter(languageOf) },
  );
  if (said.size === 0) problems.push('no page: has a chart');
  for (const [chart, inLanguages] of said) {
    if (inLanguages.length < languages.length) problems.push(`${chart}: stands in ${inLanguages.length} of ${languages.length} languages`);
    for (const part of ['title', 'desc']) {
      const own = inLanguages.filter(({ waits }) => !waits[part]).map((words) => words[part]);
      const different = new Set(own).size;
      if (different < own.length || own.length === 0) problems.push(`${chart}: ${own.length} languages, ${different} wordings of its ${part}`);
    }
  }
  none(problems);
});

/**
 * Runs in the page: the lines of text of each chart as boxes in the chart's own units. A box is
 * the letters' em square; the font's own height would count the empty room between lines.
 */
function textBoxes() {
  const linesOf = (text) => {
    const lines = new Map();
    for (let place = 0; place < text.getNumberOfChars(); place += 1) {
      const start = text.getStartPositionOfChar(place);
      const end = text.getEndPositionOfChar(place);
      const line = lines.get(start.y) ?? { left: Infinity, right: -Infinity };
      lines.set(start.y, { left: Math.min(line.left, start.x), right: Math.max(line.right, end.x) });
    }
    const em = parseFloat(getComputedStyle(text).fontSize);
    return [...lines].map(([y, { left, right }]) => ({ words: text.textContent, left, right, top: y - 0.88 * em, bottom: y + 0.12 * em, em }));
  };
  return [...document.querySelectorAll('svg.chart')].map((chart) => {
    const { width, height } = chart.viewBox.baseVal;
    const scale = chart.getScreenCTM().a;
    return { id: chart.closest('article')?.id, width, height, scale, boxes: [...chart.querySelectorAll('text')].flatMap(linesOf) };
  });
}

// Anti-aliasing and rounding; less than a hair on any screen.
const slack = 0.5;

function collisions({ id, width, height, boxes }) {
  const outside = boxes.filter((box) => box.left < -slack || box.top < -slack || box.right > width + slack || box.bottom > height + slack);
  const meeting = boxes.flatMap((one, place) =>
    boxes
      .slice(place + 1)
      .filter((two) => Math.min(one.right, two.right) - Math.max(one.left, two.left) > slack && Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) > slack)
      .map((two) => [one, two]),
  );
  return [
    ...outside.map(({ words, left, right, top, bottom }) => `“${words}” leaves the chart ${id}: ${[left, right, top, bottom].map(Math.round)} in ${width} × ${height}`),
    ...meeting.map(([one, two]) => `“${one.words}” meets “${two.words}” in the chart ${id}`),
  ];
}

test('no text of a chart leaves it or meets another text', async () => {
  none(await onEachPage(async (tab) => (await tab.evaluate(textBoxes)).flatMap(collisions)));
});

test('text in a chart is at least 11 px from 320 px on, however many cards stand side by side', async () => {
  const small = ({ id, scale, boxes }) =>
    boxes.filter(({ em }) => em * scale < 11).map(({ words, em }) => `“${words}” is ${(em * scale).toFixed(1)} px in the chart ${id}`);
  const look = async (tab) => {
    const found = [];
    // A column is narrowest where one more has just found room.
    for (const width of [320, 520, 680, 820, 1040, 1280]) {
      await tab.setViewportSize({ width, height: 800 });
      found.push(...(await tab.evaluate(textBoxes)).flatMap(small).map((problem) => `${problem}, ${width} px wide`));
    }
    return found;
  };
  // A chart is as wide and its letters are as high in every language: one is enough.
  none(await onEachPage(look, { pages: inOneLanguage }));
});
