import type { HopTime } from '@alianza/platform/observe/hops';
import type { Line } from './lines.js';
import type { Stage } from './stage/stage.js';

/** Where the time of a line's requests goes, while nothing waits for a processor. */
export interface Split {
  readonly line: string;
  readonly hops: readonly HopTime[];
}

const split: readonly string[] = ['slug-plain', 'list-plain', 'signed-in', 'command'];
/** Slow enough that requests do not stand in line. */
const perSecond = 40;

/** Of one request of each kind, on a product of its own that traces every request. */
export async function splitByHop(lines: readonly Line[], stage: Stage, seconds: number): Promise<Split[]> {
  const wanted = lines.filter(({ name }) => split.includes(name));
  if (wanted.length === 0) return [];
  const product = await stage.observedProduct();
  const done: Split[] = [];
  for (const { name, product: subject, settled } of wanted) {
    const task = { port: subject.port, requests: await subject.requests(), pace: { perSecond } };
    const warmed = await stage.load.measure({ ...task, seconds: Math.min(2, seconds) });
    await settled?.(warmed.answered);
    await product.ask({ hops: true });
    const { answered } = await stage.load.measure({ ...task, seconds });
    const hops = await product.ask<HopTime[] | string>({ hops: true });
    if (typeof hops === 'string') throw new Error(hops);
    done.push({ line: name, hops });
    await settled?.(answered);
  }
  return done;
}
