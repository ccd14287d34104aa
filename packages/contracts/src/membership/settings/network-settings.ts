import { z } from 'zod';
import { defineErrors, generalErrors } from '../../errors.js';
import { defineOperation } from '../../operation.js';
import { Id, PortalLanguage } from '../../shapes.js';
import { Category, Network, settings } from '../networks.js';

export const networkErrors = defineErrors({
  'category-stays': 'conflict',
  'language-in-use': 'conflict',
  'mark-not-found': 'not-found',
});

const { calendar, accent, ...facts } = settings;

/** A network as those who answer for it see it: every language of its texts. */
const Kept = z.strictObject({
  code: z.string(),
  ...facts,
  /** With how many organisations hold it. */
  categories: z.array(Category.extend({ ended: z.boolean(), held: z.int() })),
  calendar: calendar.unwrap(),
  accent: z.string().nullable(),
  mark: Network.shape.brand.shape.mark,
  demo: z.boolean(),
  version: z.int(),
});
export type KeptNetwork = z.infer<typeof Kept>;

const access = { permission: 'network:configure' } as const;

export const getSettings = defineOperation({
  id: 'membership.networks.settings',
  summary: 'What a network says of itself, whole, to be changed',
  method: 'GET',
  path: '/{network}/settings',
  access,
  input: z.strictObject({}),
  output: Kept,
  example: { input: {} },
});

export const editSettings = defineOperation({
  id: 'membership.networks.edit',
  summary: 'Say anew what a network is; its code stays, and a category that was ends instead of going',
  method: 'PUT',
  path: '/{network}/settings',
  access,
  input: z.strictObject({
    ...facts,
    calendar: calendar.unwrap(),
    accent: accent.unwrap(),
    /** A picture uploaded to be its mark, or null for none; left out, it stays as it is. */
    markUploadId: Id.nullable().optional(),
    /** Languages whose leaving was seen: without it, none goes. */
    leaving: z.array(PortalLanguage).max(2).default([]),
  }),
  output: Kept,
  errors: [networkErrors['category-stays'], networkErrors['language-in-use'], generalErrors['upload-not-found']],
  edits: true,
  example: {
    given: 'settings',
    input: {
      name: { original: 'es', es: 'Red Muestra de Cuidados (ficticia)', en: 'Sample Network of Care (fictitious)' },
      acronym: 'RMC',
      claim: { original: 'es', es: 'Una red para probar de nuevo' },
      description: { original: 'es', es: 'Una red que todavía no existe.' },
      convener: { original: 'es', es: 'Nadie la convoca.' },
      categories: [
        { code: 'member', label: { original: 'es', es: 'Integrante', en: 'Member' }, ended: false },
        { code: 'guest', label: { original: 'es', es: 'Invitada' }, ended: false },
      ],
      languages: ['es', 'en'],
      zone: 'America/Mexico_City',
      calendar: 'mx-lfpa-28',
      accent: '#0b4f6b',
    },
  },
});

export const locateMark = defineOperation({
  id: 'membership.networks.locate-mark',
  summary: 'Where the bytes of the mark of a network are kept',
  method: 'GET',
  path: '/internal/marks/{hash}',
  access: { internal: ['gateway'] },
  input: z.strictObject({
    hash: z
      .string()
      .length(32)
      .regex(/^[0-9a-f]{32}$/),
  }),
  output: z.strictObject({ key: z.string(), width: z.int() }),
  errors: [networkErrors['mark-not-found']],
  example: { input: { hash: '00000000000000000000000000000000' } },
});
