import { z } from 'zod';
import { defineEvent } from '../event.js';
import { defineOperation } from '../operation.js';
import { Id, Language, line, localized, PortalLanguage, prose } from '../shapes.js';

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
  'en',
  'es',
];

export const Network = z.strictObject({
  code: z.string(),
  name: z.string(),
  acronym: z.string(),
  /** One sentence for the public home. */
  claim: z.string(),
  description: z.string(),
  /** Who convenes it, for the foot of its pages. */
  convener: z.string(),
  /** How an organisation can take part, in the network's order. */
  categories: z.array(z.strictObject({ code: z.string(), label: z.string() })),
  languages: z.array(PortalLanguage),
  zone: z.string(),
  demo: z.boolean(),
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

const Category = z.strictObject({
  code: z
    .string()
    .max(60)
    .regex(/^[a-z][a-z0-9-]*$/),
  label: localized(line(60)),
});

/** What an operator says when opening a network; localised texts are stored whole. */
const Settings = z.strictObject({
  code: z
    .string()
    .max(20)
    .regex(/^[a-z][a-z0-9-]*$/)
    .refine((code) => !reservedSegments.includes(code), { message: 'reserved' }),
  name: localized(line(120)),
  acronym: line(20),
  claim: localized(line(200)),
  description: localized(prose(1000)),
  convener: localized(prose(600)),
  categories: z
    .array(Category)
    .min(1)
    .max(20)
    .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, { message: 'repeated-code' }),
  languages: z.array(PortalLanguage).min(1).max(2),
  zone: line(60).refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), { message: 'unknown-zone' }),
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

export const networkOpened = defineEvent({
  subject: 'ev.membership.network.opened.v1',
  data: z.object({ code: z.string(), name: localized(z.string()), languages: z.array(Language), zone: z.string(), demo: z.boolean() }),
});
