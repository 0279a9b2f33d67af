// The page of all indicators: complete without a script, and with one it shows what the reader asks for.

import { test } from 'node:test';
import { languageOf, onDisk, pages } from '../support/site.js';
import { none, onEachPage } from '../support/visit.js';

const lists = pages.filter((page) => languageOf(page) && page.endsWith('/indicators.html'));
const onEachList = (look, context) => onEachPage(look, { pages: lists, ...context });

/** Runs in the page: what it shows, and what its filter says. */
function state() {
  const shows = (element) => element.checkVisibility();
  const articles = [...document.querySelectorAll('.indicator')];
  const form = document.querySelector('form.filter');
  const status = form?.querySelector('[role="status"]');
  const shown = articles.filter(shows);
  const groups = [...document.querySelectorAll('.indicator-section, .indicator-chapter')];
  return {
    all: articles.map(({ id }) => id),
    shown: shown.map(({ id }) => id),
    kinds: [...new Set(shown.map((article) => article.querySelector('.indicator-head .chip').textContent.trim()))],
    sections: [...new Set(shown.map((article) => article.closest('.indicator-section').querySelector('h3').textContent.trim()))],
    emptyGroups: groups.filter((group) => shows(group) && !shown.some((article) => group.contains(article))).length,
    hasForm: Boolean(form && shows(form)),
    values: form ? Object.fromEntries([...form.querySelectorAll('select')].map(({ name, value }) => [name, value])) : {},
    status: status?.textContent ?? '',
    words: { ...status?.dataset },
    lang: document.documentElement.lang,
  };
}

/** Runs in the page: every choice of every filter. */
function choices() {
  return [...document.querySelectorAll('form.filter select')].flatMap((select) =>
    [...select.options].filter(({ value }) => value).map(({ value, label }) => ({ name: select.name, value, label: label.trim() })),
  );
}

const same = (one, two) => one.join(' ') === two.join(' ');

// By script, since a hundred choices by hand take minutes; the last tests choose and clear as a reader does.
const choose = (tab, choice) =>
  tab.evaluate(({ name, value }) => {
    const select = document.querySelector(`form.filter select[name="${name}"]`);
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, choice);
const clear = (tab) => tab.evaluate(() => document.querySelector('form.filter .filter-reset').click());
const chooseByHand = (tab, { name, value }) => tab.selectOption(`form.filter select[name="${name}"]`, value);

/** What is wrong in any state of the page: a group without indicators, or words that say another number. */
function wrong({ all, shown, emptyGroups, status, words, lang }) {
  const form = new Intl.PluralRules(lang).select(shown.length);
  const expected = shown.length === 0 ? words.none : (words[form] ?? words.other).replace('%{n}', new Intl.NumberFormat(lang).format(shown.length));
  return [
    ...(emptyGroups ? [`${emptyGroups} groups without an indicator still show`] : []),
    ...(status === expected && !/%\{/.test(status) ? [] : [`says “${status}” for “${expected}”`]),
    ...(shown.length === 0 || status.includes(String(all.length)) ? [] : [`says “${status}”, not of how many`]),
  ];
}

let gathered;

/** The indicators on the page of each pillar and goal, by the page's path: what a filter must show of them. */
function topics() {
  gathered ??= (async () => {
    const all = new Map();
    const look = async (tab, page) => {
      all.set(page, await tab.evaluate(() => [...document.querySelectorAll('.indicator')].map(({ id }) => id)));
    };
    await onEachPage(look, { pages: pages.filter((page) => languageOf(page) && /\/(pillar|sdg)\//.test(page)) });
    return all;
  })();
  return gathered;
}

async function problemsOfChoice(tab, page, choice) {
  await choose(tab, choice);
  const now = await tab.evaluate(state);
  await clear(tab);
  const cleared = await tab.evaluate(state);
  const count = Number(/\d+(?=\D*$)/.exec(choice.label)?.[0]);
  const folder = { pillars: 'pillar', sdgs: 'sdg' }[choice.name];
  const topic = folder && (await topics()).get(`${languageOf(page)}/${folder}/${choice.value}.html`);
  const problems = [
    ...wrong(now),
    count !== now.shown.length && `shows ${now.shown.length} indicators`,
    choice.name === 'kind' && now.kinds.join() !== choice.value.toUpperCase() && `shows ${now.kinds}`,
    choice.name === 'section' && !(now.sections.length === 1 && choice.label.startsWith(now.sections[0])) && `shows ${now.sections}`,
    folder && !same(topic ?? [], now.shown) && `shows ${now.shown}, but its own page ${topic}`,
    !same(cleared.shown, cleared.all) && 'is not cleared by the button',
    Object.values(cleared.values).some(Boolean) && 'stays chosen',
  ];
  return problems.filter(Boolean).map((problem) => `“${choice.label}” ${problem}`);
}

test('each choice of a filter shows the indicators that it names and counts, and the button shows all again', async () => {
  const look = async (tab, page) => {
    const problems = [];
    const every = await tab.evaluate(choices);
    if (every.length === 0 && (await tab.evaluate(state)).all.length > 0) problems.push('there is nothing to choose');
    for (const choice of every) problems.push(...(await problemsOfChoice(tab, page, choice)));
    return problems;
  };
  none(await onEachList(look));
});

test('several choices show what all of them show, and say so where that is nothing', async () => {
  const look = async (tab) => {
    const every = await tab.evaluate(choices);
    const alone = new Map();
    for (const choice of every) {
      await choose(tab, choice);
      alone.set(choice, (await tab.evaluate(state)).shown);
      await clear(tab);
    }
    const problems = [];
    // Each section with the last choice of every other filter: some have such indicators, some have none.
    const others = [...new Map(every.filter(({ name }) => name !== 'section').map((choice) => [choice.name, choice])).values()];
    for (const section of every.filter(({ name }) => name === 'section')) {
      const chosen = [section];
      await choose(tab, section);
      for (const other of others) {
        chosen.push(other);
        await choose(tab, other);
        const now = await tab.evaluate(state);
        const expected = now.all.filter((id) => chosen.every((choice) => alone.get(choice).includes(id)));
        const labels = chosen.map(({ label }) => label).join(', ');
        if (!same(expected, now.shown)) problems.push(`“${labels}” show ${now.shown}, not ${expected}`);
        problems.push(...wrong(now).map((problem) => `“${labels}”: ${problem}`));
      }
      await clear(tab);
    }
    return problems;
  };
  none(await onEachList(look));
});

test('without a script the page shows every indicator and no filter, and leads to each pillar and goal', async () => {
  const look = async (tab, page) => {
    const { all, shown, hasForm } = await tab.evaluate(state);
    const led = await tab.evaluate(() => [...document.querySelectorAll('.chips a')].map((link) => link.href));
    const own = pages.filter((topic) => /\/(pillar|sdg)\//.test(topic) && languageOf(topic) === languageOf(page));
    return [
      ...(hasForm ? ['shows a filter that does nothing'] : []),
      ...(same(all, shown) ? [] : [`shows ${shown.length} of ${all.length} indicators`]),
      ...own.filter((topic) => !led.includes(new URL(topic, onDisk).href)).map((topic) => `does not lead to ${topic}`),
    ];
  };
  none(await onEachList(look, { javaScriptEnabled: false }));
});

/** Runs in the page: whether the reader sees the indicator `id` without scrolling. */
function inSight(id) {
  const { top } = document.getElementById(id).querySelector('.indicator-head').getBoundingClientRect();
  return top >= 0 && top < innerHeight;
}

test('the address of an indicator shows it, also where a filter had hidden it', async () => {
  const look = async (tab, page) => {
    const address = new URL(page, onDisk).href;
    const { all } = await tab.evaluate(state);
    const problems = [];
    for (const id of all) {
      await tab.goto('about:blank');
      await tab.goto(`${address}#${id}`);
      if (!(await tab.evaluate(inSight, id))) problems.push(`#${id} is not in sight`);
    }
    // A choice that hides some of them: the first of those is asked for.
    for (const choice of await tab.evaluate(choices)) {
      await choose(tab, choice);
      const { shown } = await tab.evaluate(state);
      const hidden = all.find((id) => !shown.includes(id));
      if (hidden === undefined) continue;
      await tab.goto(`${address}#${hidden}`);
      await tab.waitForFunction(() => document.querySelector(':target').checkVisibility());
      if (!(await tab.evaluate(inSight, hidden))) problems.push(`#${hidden} is not in sight after “${choice.label}”`);
      break;
    }
    return problems;
  };
  none(await onEachList(look));
});

test('who comes back to the page finds what the choices say', async () => {
  const look = async (tab) => {
    const [choice] = await tab.evaluate(choices);
    if (!choice) return [];
    await chooseByHand(tab, choice);
    await tab.click('.indicator:not([hidden]) .indicator-remark a');
    await tab.goBack();
    const { values, all, shown, ...now } = await tab.evaluate(state);
    const filtered = Object.values(values).some(Boolean);
    return [
      ...wrong({ all, shown, ...now }),
      ...(filtered === shown.length < all.length ? [] : [`shows ${shown.length} of ${all.length} with ${JSON.stringify(values)}`]),
    ];
  };
  none(await onEachList(look));
});

test('paper shows the indicators that the screen shows, until the reader clears the filter', async () => {
  const look = async (tab) => {
    const [choice] = await tab.evaluate(choices);
    if (!choice) return [];
    await chooseByHand(tab, choice);
    const { all, shown } = await tab.evaluate(state);
    await tab.emulateMedia({ media: 'print' });
    const printed = (await tab.evaluate(state)).shown;
    const controls = await tab.locator('form.filter :is(select, button)').filter({ visible: true }).count();
    await tab.emulateMedia({ media: 'screen' });
    await tab.click('form.filter .filter-reset');
    const cleared = (await tab.evaluate(state)).shown;
    return [
      ...(same(shown, printed) ? [] : [`prints ${printed}`]),
      ...(controls ? [`prints ${controls} controls`] : []),
      ...(same(cleared, all) ? [] : ['the button leaves some hidden']),
    ];
  };
  none(await onEachList(look));
});
