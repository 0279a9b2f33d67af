// A browser takes nothing of a page's own text for a program: each page says so before all else, and lives by it.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { served } from '../support/server.js';
import { inOneLanguage, languages, onDisk } from '../support/site.js';
import { inTab } from '../support/tab.js';
import { none, onEachPage } from '../support/visit.js';

/** Runs in the page: its policy, what stands before it, and what in it could run. */
function read() {
  const own = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  const before = [];
  for (let other = own?.previousElementSibling; other; other = other.previousElementSibling) before.push(other.outerHTML);
  const elements = [...document.querySelectorAll('*'), ...[...document.querySelectorAll('template')].flatMap(({ content }) => [...content.querySelectorAll('*')])];
  const isScript = (element) => element.localName === 'script' && element.type !== 'application/ld+json';
  return {
    policy: own?.content ?? '',
    isInHead: own?.parentElement === document.head,
    before,
    scripts: elements.filter((element) => isScript(element) && !element.src).map((element) => element.textContent),
    styles: document.querySelectorAll('style, [style]').length,
    handlers: elements.flatMap((element) => element.getAttributeNames().filter((name) => /^on/.test(name))),
    programs: elements.flatMap((element) => ['href', 'src', 'action', 'formaction'].map((name) => element.getAttribute(name)).filter((address) => /^\s*(javascript|vbscript):/i.test(address))),
  };
}

/** Runs in the page: tries each way in which a text could become a program, and says which worked. */
async function attack() {
  globalThis.ran = [];
  const ways = {
    script: '<script>ran.push("script")</script>',
    handler: '<img src="x:" onerror="ran.push(\'handler\')">',
    address: '<a href="javascript:ran.push(\'address\')">a</a>',
    frame: '<iframe srcdoc="<script>parent.ran.push(\'frame\')</script>"></iframe>',
    host: '<script src="https://attack.invalid/x.js" onload="ran.push(\'host\')"></script>',
    data: '<script src="data:text/javascript,ran.push(\'data\')"></script>',
  };
  for (const html of Object.values(ways)) document.body.append(document.createRange().createContextualFragment(html));
  document.querySelector('a[href^="javascript:"]').click();
  // Later, and by the page itself: what a test asks for may always run.
  setTimeout(() => Function('ran.push("eval")')());
  await new Promise((over) => setTimeout(over, 50));
  return globalThis.ran;
}

const directives = (policy) => Object.fromEntries(policy.split(';').map((part) => part.trim().split(/\s+/)).map(([name, ...values]) => [name, values]));

async function problemsOf(tab, page) {
  const { policy, isInHead, before, scripts, styles, handlers, programs } = await tab.evaluate(read);
  const alone = page.endsWith('/plan.html');
  const said = directives(policy);
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [
    ...(isInHead ? [] : ['has no policy']),
    ...before.filter((html) => !/^<(meta charset|base href)=/.test(html)).map((html) => `${html} stands before the policy`),
    ...(`${said['default-src']}` === "'none'" && `${said['base-uri']}` === "'none'" ? [] : [`allows by default: ${policy}`]),
    ...(said['script-src'] ?? ['*']).filter((source) => !["'self'", 'file:', ...(alone ? hashes : [])].includes(source)).map((source) => `runs scripts of ${source}`),
    ...(said['style-src'] ?? ['*']).filter((source) => !["'self'", 'file:', ...(alone ? ["'unsafe-inline'"] : [])].includes(source)).map((source) => `takes styles of ${source}`),
    ...(alone || scripts.length + styles === 0 ? [] : [`${scripts.length} scripts and ${styles} styles in its text`]),
    ...handlers.map((name) => `an element has ${name}`),
    ...programs.map((address) => `leads to ${address}`),
  ];
}

test('every page forbids the programs in its text, before there can be one', async () => {
  none(await onEachPage(problemsOf));
});

test('what comes into a page as a program does not run, from the web as from disk', async () => {
  const look = async (tab) => (await tab.evaluate(attack)).map((way) => `ran by ${way}`);
  const pages = inOneLanguage.filter((page) => /^[^/]+\/(index|search|plan|indicators)\.html$/.test(page));
  none([...(await onEachPage(look, { pages })), ...(await served((base) => onEachPage(look, { pages, base })))]);
});

test('the file that stands alone prints itself by its button, which a browser without scripts does not show', async () => {
  const page = `${onDisk}${languages[0]}/plan.html`;
  await inTab(async (tab) => {
    await tab.addInitScript(() => { globalThis.print = () => { globalThis.printed = true; }; });
    await tab.goto(page);
    await tab.locator('button.print').click();
    assert.equal(await tab.evaluate(() => globalThis.printed), true);
  });
  await inTab(async (tab) => {
    await tab.goto(page);
    assert.equal(await tab.locator('button.print').isVisible(), false);
  }, { javaScriptEnabled: false });
});
