import { z } from 'zod';
import { accentOf } from '../brand/accent.js';
import { baseCalendarIds } from '../calendars/base-calendars.js';
import { defineEvent } from '../event.js';
import { defineOperation } from '../operation.js';
import { Id, Instant, Language, line, localized, PortalLanguage, prose } from '../shapes.js';

/** First segments of an address that no network may have as its code. */
export const reservedSegments: readonly string[] = [
  'api',
  'oai',
  'files',
  'realms',
  'resources',
  'assets',
  'me',
  'networks',
  'salud',
  '_correo',
  'robots.txt',
  'sitemap.xml',
  '.well-known',
  'internal',
  'operacion',
  'en',
  'es',
];

export const Network = z.strictObject({
  id: Id,
  code: z.string(),
  name: z.string(),
  acronym: z.string(),
  /** One sentence for the public home. */
  claim: z.string(),
  description: z.string(),
  /** Who convenes it, for the foot of its pages. */
  convener: z.string(),
  /** How an organisation can take part, in the network's order. One that ended is held by who had it, and given to nobody else. */
  categories: z.array(z.strictObject({ code: z.string(), label: z.string(), ended: z.boolean() })),
  languages: z.array(PortalLanguage),
  zone: z.string(),
  demo: z.boolean(),
  /** Null where it looks as the product does. The mark is at `/files/marks/{network}/{hash}/{width}.webp`, pixels of its largest form. */
  brand: z.strictObject({
    accent: z.strictObject({ light: z.string(), dark: z.string() }).nullable(),
    mark: z.strictObject({ hash: z.string(), width: z.int(), height: z.int() }).nullable(),
  }),
  /** The privacy notice in force: what somebody who accepts it accepts. */
  privacy: z.strictObject({ version: z.int(), publishedAt: Instant }),
});
export type Network = z.infer<typeof Network>;

export const listNetworks = defineOperation({
  id: 'membership.networks.list',
  summary: 'List the public networks of this installation',
  method: 'GET',
  path: '/networks',
  access: 'public',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(Network) }),
  example: { input: {} },
});

export const getNetwork = defineOperation({
  id: 'membership.networks.get',
  summary: 'Read what a network says of itself',
  method: 'GET',
  path: '/{network}',
  access: 'public',
  input: z.strictObject({}),
  output: Network,
  example: { input: {} },
});

const unrepeated = (values: readonly string[]): boolean => new Set(values).size === values.length;

export const Category = z.strictObject({
  code: z
    .string()
    .max(60)
    .regex(/^[a-z][a-z0-9-]*$/),
  label: localized(line(60)),
  /** Given to nobody any more. */
  ended: z.boolean().default(false),
});

/** That can be given at once. */
const mostCategories = 20;

/** What can be said again afterwards; localised texts are stored whole. */
export const settings = {
  name: localized(line(120)),
  acronym: line(20),
  claim: localized(line(200)),
  description: localized(prose(1000)),
  convener: localized(prose(600)),
  categories: z
    .array(Category)
    .min(1)
    .max(200)
    // Those that ended stay in the list for ever: they are not what is too many.
    .refine((all) => all.filter(({ ended }) => !ended).length <= mostCategories, { message: 'too-many-open' })
    .refine((all) => unrepeated(all.map(({ code }) => code)), { message: 'repeated-code' })
    .refine((all) => all.some(({ ended }) => !ended), { message: 'all-ended' }),
  /** The first is the one it falls back to. */
  languages: z.array(PortalLanguage).min(1).max(2).refine(unrepeated, { message: 'repeated-code' }),
  zone: line(60).refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), { message: 'unknown-zone' }),
  calendar: z.enum(baseCalendarIds).default('mon-fri'),
  /** `#5a2a6b`, readable on light paper; null for the product's own. What stands for it on dark paper follows from it. */
  accent: z
    .string()
    .length(7)
    .regex(/^#[0-9a-f]{6}$/)
    .refine((colour) => !/^#[0-9a-f]{6}$/.test(colour) || accentOf(colour) !== null, { message: 'faint-colour' })
    .nullable()
    .default(null),
};

/** What an operator says when opening a network. Its code never changes. */
const Settings = z.strictObject({
  code: z
    .string()
    .max(20)
    .regex(/^[a-z][a-z0-9-]*$/)
    .refine((code) => !reservedSegments.includes(code), { message: 'reserved' }),
  ...settings,
  demo: z.boolean(),
});
export type NetworkSettings = z.infer<typeof Settings>;

export const openNetwork = defineOperation({
  id: 'membership.networks.open',
  summary: 'Open a network; the same code again changes nothing',
  method: 'POST',
  path: '/networks',
  access: 'operator',
  input: Settings,
  output: z.strictObject({ id: Id, opened: z.boolean() }),
  example: {
    input: {
      code: 'red-muestra',
      name: { original: 'es', es: 'Red Muestra (ficticia)' },
      acronym: 'RM',
      claim: { original: 'es', es: 'Una red para probar' },
      description: { original: 'es', es: 'Una red que no existe.' },
      convener: { original: 'es', es: 'Nadie la convoca.' },
      categories: [
        { code: 'member', label: { original: 'es', es: 'Integrante', en: 'Member' } },
        { code: 'guest', label: { original: 'es', es: 'Invitada' } },
      ],
      languages: ['es', 'en'],
      zone: 'America/Mexico_City',
      demo: true,
    },
  },
});

/** For the edge, which must know each network's id and default language before it asks anything else, and for whoever asks which day it is there. */
export const listNetworkIds = defineOperation({
  id: 'membership.networks.ids',
  summary: 'Codes, ids, languages and zones of all networks',
  method: 'GET',
  path: '/internal/networks',
  access: { internal: ['gateway', 'repository', 'notifications', 'audit'] },
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(z.strictObject({ id: Id, code: z.string(), languages: z.array(PortalLanguage), zone: z.string() })),
  }),
  example: { input: {} },
});

/** What whoever keeps a copy of a network needs to know of it. */
const state = z.object({
  code: z.string(),
  name: localized(z.string()),
  languages: z.array(Language),
  zone: z.string(),
  demo: z.boolean(),
});
/** A network opens with the product's terms of publication of that day; before this was told there was the first edition alone. */
const terms = z.object({ version: z.int(), edition: z.int() }).default({ version: 1, edition: 1 });
export const networkOpened = defineEvent({ subject: 'ev.membership.network.opened.v1', data: state.extend({ terms }) });
export const networkChanged = defineEvent({ subject: 'ev.membership.network.changed.v1', data: state });
