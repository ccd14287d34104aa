import type { Place } from '@alianza/local/processes/fleet';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../eventually.js';
import type { Setting } from '../setting.js';
import type { Ledger } from './ledger.js';
import { Load } from './load.js';
import type { Processes } from './processes.js';

export interface SoakOptions {
  readonly kills: number;
  readonly seed: number;
  /** Told of each kill. */
  readonly tell?: (killed: string, so: { far: number; ledger: Ledger }) => void;
}

export interface Shaken {
  /** Kills of each service. */
  readonly kills: Readonly<Record<string, number>>;
  readonly ledger: Ledger;
}

/** Numbers between 0 and 1, the same again for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Milliseconds between two kills. */
const [shortest, longest] = [100, 1500];
/** Processes that start at the same time: more would leave nothing to the work itself. */
const starting = 3;

/** Kills processes at random under a mixed load, never the last one of a service, and starts each again. */
export async function shake(world: Processes, setting: Setting, { kills, seed, tell }: SoakOptions): Promise<Shaken> {
  const random = numbersFrom(seed);
  const killed: Record<string, number> = {};
  const starts = new Set<Promise<void>>();
  const kill = async (load: Load, far: number) => {
    await pause(shortest + random() * (longest - shortest));
    const place = await eventually(() => (starts.size < starting ? victimOf(world, random) : null), 60_000);
    await world.crash(place.name);
    killed[place.service] = (killed[place.service] ?? 0) + 1;
    const start = place.start().finally(() => starts.delete(start));
    start.catch(() => undefined); // told in the end
    starts.add(start);
    tell?.(place.name, { far, ledger: load.ledger });
  };
  const load = await Load.start(setting);
  for (let far = 1; far <= kills; far++) await kill(load, far);
  await Promise.all(starts);
  return { kills: killed, ledger: await load.stop() };
}

/** Somebody who does not stand alone. */
function victimOf(world: Processes, random: () => number): Place | null {
  const standing = world.fleet.places.filter(({ process }) => process !== null);
  const candidates = standing.filter(({ service }) => standing.filter((other) => other.service === service).length > 1);
  return candidates[Math.floor(random() * candidates.length)] ?? null;
}
