// What a spec imports as `@jest/globals`: whatever the runner lent for the file at hand. Bindings are live, since helpers are loaded once and used by many.
export let [afterAll, afterEach, beforeAll, beforeEach, describe, it, test, expect, jest] = [];

/** Hands these out to what is loaded already and to what is loaded next. */
export function lend(given) {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, it, test, expect, jest } = given);
}
