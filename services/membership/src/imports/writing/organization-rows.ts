import type { EntityClass, EntityManager } from '@mikro-orm/postgresql';
import type { Localized } from '@alianza/contracts/shapes';
import { whole, type RowPlan } from '@alianza/platform/imports/import-rows';
import type { Done, Planned } from '@alianza/platform/imports/import-tables';
import type { Written } from '@alianza/platform/imports/sheet-kind';
import { nameKeyOf } from '../../organizations/names.js';
import { Organization } from '../../organizations/organization.entity.js';
import { findKnown, meant, type KeptIdentity } from '../rows/known.js';
import { rememberIn } from './identities.queries.js';

/** What every plan of an organisation says, whatever the kind of sheet. */
export interface OrganizationPlan extends RowPlan {
  /** Null where nothing is written. */
  readonly content: { readonly name: Localized } | null;
  /** By what nobody else may be called; null where nothing is written. */
  readonly nameKey: string | null;
  /** What a member comes in by; an actor by nothing. */
  readonly granted?: object | null;
}

/** What a row became: what its kind keeps of it, and the organisation behind that. */
export interface Became {
  readonly recordId: string;
  readonly organizationId: string;
}
type ByRow = readonly (readonly [number: number, became: Became])[];

/** A row that is about an organisation which is still what was checked. */
export interface Standing<Plan> {
  readonly row: Planned<Plan>;
  readonly recordId: string;
  readonly organization: Organization;
}

interface Changed {
  readonly changed: ByRow;
  /** Rows whose name another organisation holds. */
  readonly refused: ReadonlySet<number>;
}

/** Does what a check of organisations showed, for some rows at once. */
export abstract class OrganizationRows<
  Plan extends OrganizationPlan,
  Begun extends { readonly networkId: string },
  One extends Standing<Plan> = Standing<Plan>,
> {
  /** Where identities of the kind are kept, beside the table of its imports. */
  protected abstract readonly identities: EntityClass<KeptIdentity>;
  protected abstract readonly table: string;

  constructor(protected readonly em: EntityManager) {}

  /** What became of new rows, in their order. */
  protected abstract create(rows: readonly Planned<Plan>[], begun: Begun): Promise<readonly Became[]>;
  protected abstract standing(rows: readonly Planned<Plan>[], begun: Begun): Promise<readonly One[]>;
  protected abstract change(rows: readonly One[], begun: Begun): Promise<void>;

  protected async writeRows(rows: readonly Planned<Plan>[], begun: Begun): Promise<Written<Plan>> {
    const created = await this.createFree(rows, begun);
    const { changed, refused } = await this.changeStanding(rows, begun);
    const written = new Map([...created, ...changed]);
    const remembered = rows.flatMap((row) => identitiesOf(row, written.get(row.number)));
    await rememberIn(this.em, this.table, begun.networkId, remembered);
    return {
      done: rows.filter(({ number }) => !refused.has(number)).map((row) => doneBy(row, written.get(row.number))),
      replanned: rows.filter(({ number }) => refused.has(number)).map(({ number, plan }) => ({ number, plan: nameTaken(plan) })),
    };
  }

  /** Whether somebody made one of these meanwhile, besides those that are known by name or key. */
  protected isTakenOtherwise(_rows: readonly Planned<Plan>[], _begun: Begun): Promise<(row: Planned<Plan>) => boolean> {
    return Promise.resolve(() => false);
  }

  /** Those that nobody made meanwhile. */
  private async createFree(rows: readonly Planned<Plan>[], begun: Begun): Promise<ByRow> {
    const creating = rows.filter(({ outcome }) => outcome === 'create');
    if (creating.length === 0) return [];
    const asked = { networkId: begun.networkId, identities: [...new Set(creating.flatMap(({ plan }) => plan.identities))] };
    const known = await findKnown(this.em, this.identities, asked);
    const isTaken = await this.isTakenOtherwise(creating, begun);
    const free = creating.filter((row) => meant(row.plan.identities, known).length === 0 && !isTaken(row));
    const made = await this.create(free, begun);
    return free.flatMap(({ number }, place) => (made[place] ? [[number, made[place]] as const] : []));
  }

  /** Those that are still what was checked; a name that somebody else took since is refused, as the check would have. */
  private async changeStanding(rows: readonly Planned<Plan>[], begun: Begun): Promise<Changed> {
    const changing = rows.filter(({ outcome, plan }) => outcome === 'change' && plan.target !== null && plan.content !== null);
    if (changing.length === 0) return { changed: [], refused: new Set() };
    const standing = await this.standing(changing, begun);
    const isFree = await this.namesFree(standing, begun.networkId);
    const free = standing.filter(isFree);
    await this.change(free, begun);
    const refused = standing.filter((each) => !free.includes(each));
    return {
      changed: free.map(({ row, recordId, organization }) => [row.number, { recordId, organizationId: organization.id }] as const),
      refused: new Set(refused.map(({ row }) => row.number)),
    };
  }

  /** Who holds a name now, or takes it by an earlier row, keeps it. */
  private async namesFree(standing: readonly Standing<Plan>[], networkId: string): Promise<(each: Standing<Plan>) => boolean> {
    const keyOf = ({ row: { plan } }: Standing<Plan>) => (plan.content === null ? '' : nameKeyOf(plan.content));
    const held = await this.em.find(Organization, { networkId, nameKey: { $in: standing.map(keyOf) } }, { fields: ['nameKey'] });
    const holders = new Map(held.map(({ id, nameKey }) => [nameKey, id]));
    return (each) => {
      const key = keyOf(each);
      if (!holders.has(key)) holders.set(key, each.organization.id);
      return holders.get(key) === each.organization.id;
    };
  }
}

/** A row as the check would tell it now that somebody else is called so. */
const nameTaken = <Plan extends OrganizationPlan>(plan: Plan): Plan =>
  ({
    ...plan,
    outcome: 'error' as const,
    changes: [],
    problems: [whole('name-taken')],
    content: null,
    nameKey: null,
    granted: null,
    invites: null,
  }) satisfies OrganizationPlan;

/** A key, an address or a name in a sheet stays whom it meant, a name as long as nobody else is called so; a web domain may change hands. */
const identitiesOf = ({ plan }: Planned<RowPlan>, became: Became | undefined) =>
  plan.identities
    .filter((identity) => became !== undefined && /^(?:ref|slug|name):/.test(identity))
    .map((identity) => ({ identity, id: became?.organizationId ?? '' }));

const doneBy = ({ number, outcome }: Planned<RowPlan>, became: Became | undefined): Done => ({
  number,
  applied: became === undefined ? 'skipped' : outcome === 'create' ? 'created' : 'changed',
  recordId: became?.recordId ?? null,
});
