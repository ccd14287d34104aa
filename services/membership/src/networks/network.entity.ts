import { defineEntity, p } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { Network as NetworkView, NetworkSettings } from '@alianza/contracts/membership/networks';
import type { Localized, PortalLanguage } from '@alianza/contracts/shapes';
import { resolve } from '@alianza/platform/data/localized';
import { published } from '@alianza/platform/data/tenancy';

export type NetworkContent = Pick<NetworkSettings, 'name' | 'acronym' | 'claim' | 'description' | 'convener' | 'categories'>;

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
  },
});

/** A network and what it says of itself in public: nothing here is private. */
export class Network extends NetworkSchema.class {
  /** Refuses a category by which nobody can take part here. */
  expectCategory(code: string): void {
    if (this.content.categories.some((category) => category.code === code)) return;
    throw new DomainError(generalErrors['input-invalid'], {}, [{ pointer: '/category', reason: 'not-allowed' }]);
  }
}
NetworkSchema.setClass(Network);

export type NetworkRow = Pick<Network, 'id' | 'code' | 'content' | 'languages' | 'zone' | 'demo'>;

/** The first language is the one it falls back to. */
export const defaultLanguage = ({ languages }: Pick<NetworkRow, 'languages'>): PortalLanguage => languages[0] ?? 'es';

export function viewNetwork(network: NetworkRow, lang: PortalLanguage): NetworkView {
  const { code, content, languages, zone, demo } = network;
  const { acronym, name, claim, description, convener, categories } = content;
  const say = (text: Localized) => resolve(text, { lang, fallback: defaultLanguage(network) }).text;
  const texts = { name: say(name), claim: say(claim), description: say(description), convener: say(convener) };
  const named = categories.map((category) => ({ code: category.code, label: say(category.label) }));
  return { code, acronym, ...texts, categories: named, languages, zone, demo };
}
