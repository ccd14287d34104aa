import { openOrm } from '@alianza/platform/data/dialect';
import { openLog } from '@alianza/platform/run/log';
import { rebuildSearch } from '@alianza/repository/search/rebuild/rebuild';
import { definition } from '@alianza/repository/service';
import pg from 'pg';
import { median, type Result } from './measure.js';
import { isWanted, type BenchOptions } from './options.js';
import type { Stage } from './stage/stage.js';

const least = 3000;

/** Everything that the search keeps of a network of ten thousand records, when each names other concepts than before; the median of several turns. */
export async function measureRebuild({ corpus, databaseUrl, mightyUrl }: Stage, options: BenchOptions): Promise<Result[]> {
  if (!corpus || !isWanted(options, 'search-rebuild')) return [];
  const { id } = corpus.network;
  const orm = await openOrm(definition.orm, databaseUrl, openLog('repository', 'silent'), 4);
  const mighty = new pg.Client(mightyUrl('repository'));
  await mighty.connect();
  try {
    const each: number[] = []; // milliseconds of one record, by turn
    for (let turn = 0; turn < options.runs; turn++) {
      await mighty.query(`update published_practice set named = '' where network_id = $1`, [id]);
      await mighty.query('vacuum analyze published_practice');
      const began = performance.now();
      const { records } = await rebuildSearch(orm, id);
      each.push((performance.now() - began) / records);
    }
    const [p50, p99] = [median(each), Math.max(...each)];
    const perSecond = 1000 / p50;
    const product = {
      subject: 'records',
      perSecond,
      p50,
      p99,
      processor: NaN,
      answered: options.runs,
      failed: 0,
      firstFailure: null,
      load: 0,
    };
    return [
      { line: 'search-rebuild', goal: { kind: 'rate', least }, product, reference: null, reached: perSecond, holds: perSecond >= least },
    ];
  } finally {
    await mighty.end();
    await orm.close();
  }
}
