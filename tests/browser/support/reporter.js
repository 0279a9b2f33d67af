// How the results read: a line a test, what was found once and below its test, the sum at the end.

import { EOL } from 'node:os';

export default async function* report(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    // A test that did not run, such as one that --test-name-pattern leaves out, has passed nothing.
    if ((type !== 'test:pass' && type !== 'test:fail') || data.skip !== undefined) continue;
    const seconds = (data.details.duration_ms / 1000).toFixed(1);
    if (type === 'test:pass') {
      passed += 1;
      yield `  ok      ${data.name} (${seconds} s)${EOL}`;
    } else {
      failed += 1;
      const { error } = data.details;
      const found = String(error.cause?.stack ?? error.cause ?? error).replaceAll('\n', `${EOL}          `);
      yield `  FAILED  ${data.name} (${seconds} s)${EOL}          ${found}${EOL}`;
    }
  }
  yield `browser tests: ${passed} passed, ${failed} failed${EOL}`;
}
