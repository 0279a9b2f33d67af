// What a reader meets, tested on a built site in a real Chromium.
//
//     npm ci && [SITE=folder] npm test
//     node --test-name-pattern=chart --test-reporter=./support/reporter.js run.js
//
// One process, so that the tests share one browser and one reading of the pages.

import { after } from 'node:test';
import { closeBrowser } from './support/chromium.js';
import './tests/opening.js';
import './tests/policy.js';
import './tests/attack.js';
import './tests/links.js';
import './tests/accessibility.js';
import './tests/reflow.js';
import './tests/weight.js';
import './tests/charts.js';
import './tests/languages.js';
import './tests/topics.js';
import './tests/filter.js';
import './tests/keyboard.js';
import './tests/contents.js';
import './tests/notes.js';
import './tests/anchors.js';
import './tests/paper.js';
import './tests/search.js';
import './tests/media.js';
import './tests/editions.js';
import './tests/serve.js';

after(closeBrowser);
