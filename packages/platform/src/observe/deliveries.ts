import { AsyncLocalStorage } from 'node:async_hooks';
import type { Tally } from './instruments.js';
import { linkTo } from './tracing.js';
import type { Watch } from './watch.js';

/** Counts what the consumer at work had done before. */
export const skipping = new AsyncLocalStorage<Tally>();

/** Deliveries to one durable consumer. */
export class Deliveries {
  constructor(
    private readonly watch: Watch,
    private readonly skipped: Tally,
  ) {}

  /**
   * Those that are taken together: each goes on with the trace that its event was recorded in. The work is one, so it runs in the first that
   * has a trace, which names the others.
   */
  async take<T>(traceparents: readonly (string | undefined)[], work: () => Promise<T>): Promise<T> {
    const leading = Math.max(0, traceparents.findIndex(Boolean));
    const links = traceparents.flatMap((traceparent, at) => (at === leading ? [] : linkTo(traceparent)));
    const all = traceparents.map((traceparent, at) => this.watch.join(traceparent, at === leading ? { links } : undefined));
    let code = 'failed';
    try {
      const counted = () => skipping.run(this.skipped, work);
      const done = await (all[leading]?.run(counted) ?? counted());
      code = 'ok';
      return done;
    } finally {
      for (const begun of all) begun.end(code);
    }
  }
}
