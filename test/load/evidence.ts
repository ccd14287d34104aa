import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';

const git = (...args: string[]): string =>
  (spawnSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).stdout as string | null)?.trim() ?? '';

/** Of which code and machine the figures of a run are; asked when it begins, so that the load is that of its neighbours. */
export interface Evidence {
  readonly at: string;
  /** As Git names it, and whether files differ from it. */
  readonly commit: string;
  /** Load: processes at work or waiting for a processor, on average over one, five and fifteen minutes. */
  readonly machine: { readonly processor: string; readonly processors: number; readonly load: readonly number[]; readonly node: string };
}

export function evidence(): Evidence {
  const [commit, changed] = [git('rev-parse', '--short', 'HEAD'), git('status', '--porcelain') !== ''];
  return {
    at: new Date().toISOString(),
    commit: commit === '' ? 'unknown' : `${commit}${changed ? ' + changes' : ''}`,
    machine: { processor: cpus()[0]?.model ?? '', processors: cpus().length, load: loadavg(), node: process.version },
  };
}

/** For the head of a printed table. */
export const evidenceLine = ({ at, commit, machine: { processor, processors, load } }: Evidence): string =>
  `${at}, code ${commit}, ${processors} × ${processor}, load ${load.map((mean) => mean.toFixed(1)).join(' ')}`;
