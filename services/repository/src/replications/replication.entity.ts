import { defineEntity, p } from '@mikro-orm/postgresql';
import type {
  ReplicationContent,
  ReplicationDeed,
  ReplicationField,
  ReplicationStatus,
  ReplicationStep,
} from '@alianza/contracts/repository/replications';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import { ReplicationAskedAlreadyError, ReplicationIncompleteError, ReplicationStatusFixedError } from './replications.errors.js';

const own = {
  name: 'replication_own',
  expression: 'create index replication_own on replication (network_id, organization_id, changed_at desc, id desc)',
};

const ReplicationSchema = defineEntity({
  name: 'Replication',
  tableName: 'replication',
  ...tenant,
  indexes: [
    own,
    { name: 'replication_queue', properties: ['networkId', 'status', 'toldAt', 'id'] },
    { name: 'replication_practice', properties: ['networkId', 'practiceId', 'status'] },
  ],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    practiceId: p.uuid(),
    /** The organisation whose practice it is; null for the network's own records. */
    originId: p.uuid().nullable(),
    /** Who repeated it. */
    organizationId: p.uuid(),
    status: p.text().$type<ReplicationStatus>(),
    content: p.json<ReplicationContent>(),
    /** Every step with what was said, never shortened. */
    history: p.json<ReplicationStep[]>(),
    createdBy: p.uuid(),
    /** When it was told last: since then it waits. */
    toldAt: p.datetime().nullable(),
    confirmedAt: p.datetime().nullable(),
    changedAt: p.datetime(),
    version: p.integer().version(),
  },
});

interface Transition {
  readonly from: readonly ReplicationStatus[];
  /** Null where the status stays. */
  readonly to: ReplicationStatus | null;
}

/** Which act leads from where to where. */
export const transitions: Readonly<Record<ReplicationDeed | 'end', Transition>> = {
  edit: { from: ['draft', 'asked'], to: null },
  tell: { from: ['draft', 'asked'], to: 'told' },
  ask: { from: ['told'], to: 'asked' },
  confirm: { from: ['told'], to: 'confirmed' },
  refuse: { from: ['told'], to: 'refused' },
  withdraw: { from: ['draft', 'told', 'asked', 'confirmed'], to: 'withdrawn' },
  end: { from: ['draft', 'told', 'asked'], to: 'ended' },
};

const needed: readonly ReplicationField[] = ['startYear', 'adaptation', 'result', 'source'];

/** What is left out before others may hear of it. */
export const missingIn = (content: ReplicationContent): ReplicationField[] => needed.filter((field) => content[field] === null);

export class Replication extends ReplicationSchema.class {
  edit(content: ReplicationContent, at: Date): void {
    this.expect('edit');
    this.content = content;
    this.changedAt = at;
  }

  tell(answer: string | null, at: Date): void {
    this.expect('tell');
    const missing = missingIn(this.content);
    if (missing.length > 0) throw new ReplicationIncompleteError(missing);
    this.step('tell', answer, at);
    this.toldAt = at;
  }

  /** Once: whoever is told a second time decides. */
  ask(question: string, at: Date): void {
    this.expect('ask');
    if (this.wasAsked()) throw new ReplicationAskedAlreadyError();
    this.step('ask', question, at);
  }

  confirm(at: Date): void {
    this.step('confirm', null, at);
    this.confirmedAt = at;
  }

  refuse(reason: string, at: Date): void {
    this.step('refuse', reason, at);
  }

  withdraw(at: Date): void {
    this.step('withdraw', null, at);
  }

  /** The practice is no longer public: nothing is left to decide. */
  end(at: Date): void {
    this.step('end', null, at);
  }

  wasAsked(): boolean {
    return this.history.some(({ status }) => status === 'asked');
  }

  /** Whether the one who told it and the one who answers are done with it: asked back, it may be told again. */
  isOver(): boolean {
    return !transitions.end.from.includes(this.status);
  }

  /** Whether the act leads anywhere from here, whoever asks. */
  admits(deed: ReplicationDeed): boolean {
    return transitions[deed].from.includes(this.status) && !(deed === 'ask' && this.wasAsked());
  }

  private expect(deed: ReplicationDeed | 'end'): Transition {
    const transition = transitions[deed];
    if (!transition.from.includes(this.status)) throw new ReplicationStatusFixedError(this.status);
    return transition;
  }

  private step(deed: ReplicationDeed | 'end', text: string | null, at: Date): void {
    this.status = this.expect(deed).to ?? this.status;
    this.history = [...this.history, { status: this.status, at: at.toISOString(), text }];
    this.changedAt = at;
  }
}
ReplicationSchema.setClass(Replication);
