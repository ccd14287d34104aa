import { defineEntity, p } from '@mikro-orm/postgresql';
import { accentOf } from '@alianza/contracts/brand/accent';
import type { BaseCalendarId } from '@alianza/contracts/calendars/base-calendars';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { Network as NetworkView, NetworkSettings } from '@alianza/contracts/membership/networks';
import { keptStatement, versionInForce, type KeptStatement, type StatementPage } from '@alianza/contracts/privacy/editions';
import type { Localized, PortalLanguage } from '@alianza/contracts/shapes';
import { resolve } from '@alianza/platform/data/localized';
import { published } from '@alianza/platform/data/tenancy';
import { isSameJson } from '../data/same-json.js';

export interface KeptCategory {
  readonly code: string;
  readonly label: Localized;
  /** Missing in what was written before categories could end. */
  readonly ended?: boolean;
}
export type NetworkContent = Pick<NetworkSettings, 'name' | 'acronym' | 'claim' | 'description' | 'convener'> & {
  readonly categories: readonly KeptCategory[];
};

/** A picture by which it is known: where its bytes are, and what of it is told. */
export interface KeptMark {
  readonly key: string;
  readonly hash: string;
  readonly width: number;
  readonly height: number;
}

/** What can be said again of a network that is there. */
export type Described = Pick<NetworkSettings, 'languages' | 'zone' | 'calendar' | 'accent'> & { readonly content: NetworkContent };

const NetworkSchema = defineEntity({
  name: 'Network',
  tableName: 'network',
  ...published,
  uniques: [{ name: 'network_code', properties: ['code'] }],
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    content: p.json<NetworkContent>(),
    languages: p.json<PortalLanguage[]>(),
    zone: p.text(),
    demo: p.boolean(),
    openedAt: p.datetime(),
    calendar: p.text().$type<BaseCalendarId>(),
    /** Which list of days holds: grows with every change of the calendar. */
    calendarRevision: p.integer().default(1),
    /** `#5a2a6b`; null for the product's own. */
    accent: p.text().nullable(),
    mark: p.json<KeptMark>().nullable(),
    statements: p.json<Readonly<Partial<Record<StatementPage, KeptStatement>>>>(),
    version: p.integer().version(),
  },
});

/** A network and what it says of itself in public: nothing here is private. */
export class Network extends NetworkSchema.class {
  /** Refuses a category by which nobody can take part here, or nobody any more. */
  expectCategory(code: string): void {
    if (this.content.categories.some((category) => category.code === code && category.ended !== true)) return;
    throw new DomainError(generalErrors['input-invalid'], {}, [{ pointer: '/category', reason: 'not-allowed' }]);
  }

  describe({ content, languages, zone, calendar, accent }: Described): void {
    if (calendar !== this.calendar) this.calendarRevision += 1;
    if (!isSameJson(content, this.content)) this.content = content;
    this.languages = languages;
    this.zone = zone;
    this.calendar = calendar;
    this.accent = accent;
  }

  bear(mark: KeptMark | null): void {
    this.mark = mark;
  }

  /** A page of law in other words than before, from now on. */
  publish(page: StatementPage, { own, edition }: Pick<KeptStatement, 'own' | 'edition'>, at: Date): KeptStatement {
    const version = versionInForce(page, keptStatement(this.statements, page)).version + 1;
    const kept = { version, publishedAt: at.toISOString(), own, edition };
    this.statements = { ...this.statements, [page]: kept };
    return kept;
  }
}
NetworkSchema.setClass(Network);

export type NetworkRow = Pick<Network, 'id' | 'code' | 'content' | 'languages' | 'zone' | 'demo' | 'accent' | 'mark' | 'statements'>;

/** The first language is the one it falls back to. */
export const defaultLanguage = ({ languages }: Pick<NetworkRow, 'languages'>): PortalLanguage => languages[0] ?? 'es';

const viewMark = ({ hash, width, height }: KeptMark) => ({ hash, width, height });

export function viewNetwork(network: NetworkRow, lang: PortalLanguage): NetworkView {
  const { id, code, content, languages, zone, demo, accent, mark, statements } = network;
  const { acronym, name, claim, description, convener, categories } = content;
  const say = (text: Localized) => resolve(text, { lang, fallback: defaultLanguage(network) }).text;
  const texts = { name: say(name), claim: say(claim), description: say(description), convener: say(convener) };
  const named = categories.map((category) => ({ code: category.code, label: say(category.label), ended: category.ended === true }));
  const brand = { accent: accent ? accentOf(accent) : null, mark: mark ? viewMark(mark) : null };
  const { version, publishedAt } = versionInForce('privacy', keptStatement(statements, 'privacy'));
  return { id, code, acronym, ...texts, categories: named, languages, zone, demo, brand, privacy: { version, publishedAt } };
}
