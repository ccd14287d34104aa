import type { Observer } from '../../observe/observer.js';
import { statementSpan } from '../../observe/statements.js';
import { Lane, type Plans, type Step } from './lane.js';
import type { NamedQuery } from '../queries.js';

const many = 4;

/** Milliseconds; as long as the edge waits. */
export const patience = 5000;

interface ReadsOptions {
  readonly connectionString: string;
  /** As the database lists the connections. */
  readonly name: string;
  readonly observer: Observer;
  /** Of what is not `replanned`; where nothing is said, the database chooses. */
  readonly plans?: Plans;
}

/** Prepared statements that only read, without a transaction around them, on connections of their own. */
export class Reads {
  private readonly lanes: readonly Lane[];
  private readonly replanned: readonly Lane[];
  private readonly observer: Observer;

  constructor({ connectionString, name, observer, plans: usual }: ReadsOptions) {
    const open = (plans?: Plans) =>
      Array.from({ length: many }, () => new Lane({ connectionString, name, patience, readOnly: true, plans }));
    [this.lanes, this.replanned] = [open(usual), open('each-time')];
    this.observer = observer;
  }

  /** On the connection where fewest wait: a slow one delays only what was sent right behind it. `before` is said in the same breath. */
  async rows<Row>(
    { name, text, replanned }: NamedQuery,
    values: readonly unknown[],
    { left = patience, before = [] as readonly Step[] },
  ): Promise<Row[]> {
    const lane = (replanned ? this.replanned : this.lanes).reduce((best, other) => (other.waiting < best.waiting ? other : best));
    const started = performance.now();
    const span = statementSpan(text, name);
    let outcome = 'failed';
    try {
      const rows = await lane.rowsOfLast<Row>([...before, { statement: { name, text }, values }], left);
      outcome = 'ok';
      return rows;
    } finally {
      this.observer.database.reads.since(started);
      span?.end(outcome);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.lanes, ...this.replanned].map((lane) => lane.close()));
  }
}
