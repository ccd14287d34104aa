import { z } from 'zod';
import { generalErrors } from '../../errors.js';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { Country, Id, Instant, localized, prose, Ticket, Web } from '../../shapes.js';
import { Region, Sector } from '../../vocabularies.js';
import { Logo, organizationErrors, OrganizationLink, organizationState, OrganizationStatus } from '../organizations.js';

/** What an organisation may show in public or not, each by itself. Its name, sector and category are the network's to tell. */
export const consentFields = ['country', 'region', 'languages', 'work', 'website', 'links', 'logo'] as const;
export const ConsentField = z.enum(consentFields);
export type ConsentField = z.infer<typeof ConsentField>;

const LanguageCode = z
  .string()
  .max(3)
  .regex(/^[a-z]{2,3}$/);

const facts = {
  sector: Sector,
  country: Country.nullable(),
  /** Null where it follows from the country. */
  region: Region.nullable(),
  languages: z.array(LanguageCode).max(12),
  work: localized(prose(2000)).nullable(),
  website: Web.nullable(),
  links: z.array(OrganizationLink).max(8),
  /** What of it the public reads. */
  shows: z.array(ConsentField).max(consentFields.length),
  /** Whether it stands in the public directory at all. */
  listed: z.boolean(),
};

/** An organisation as it is kept, with what of it the public reads. */
export const Profile = z.strictObject({
  id: Id,
  slug: z.string(),
  name: z.string(),
  acronym: z.string().nullable(),
  category: z.string().nullable(),
  categorySince: Instant.nullable(),
  status: OrganizationStatus,
  ...facts,
  logo: Logo.nullable(),
  version: z.int(),
});
export type Profile = z.infer<typeof Profile>;

const own = { access: { permission: 'organizations:edit' }, errors: [organizationErrors['organization-not-found']] } as const;

export const getProfile = defineOperation({
  ...own,
  id: 'membership.profiles.get',
  summary: 'What the organisation acted for says of itself, and what of it the public reads',
  method: 'GET',
  path: '/{network}/own-organization',
  input: z.strictObject({}),
  output: Profile,
  example: { input: {} },
});

export const editProfile = defineOperation({
  ...own,
  id: 'membership.profiles.edit',
  summary: 'Say what the organisation acted for is and does, and what of it the public may read',
  method: 'PUT',
  path: '/{network}/own-organization',
  input: z.strictObject({
    ...facts,
    /** A picture uploaded to be its logo, or null for none; left out, the logo stays as it is. */
    logoUploadId: Id.nullable().optional(),
  }),
  output: Profile,
  errors: [...own.errors, generalErrors['upload-not-found']],
  edits: true,
  example: {
    given: 'own-organization',
    input: {
      sector: 'civil-society',
      country: 'MX',
      region: null,
      languages: ['es'],
      work: { original: 'es', es: 'Acompaña a quienes cuidan en casa (ficticio).' },
      website: 'https://red-ejemplo.example.org/',
      links: [{ title: 'Informe de actividades', url: 'https://red-ejemplo.example.org/informe' }],
      shows: ['country', 'work'],
      listed: true,
    },
  },
});

export const openLogo = defineOperation({
  ...own,
  id: 'membership.profiles.logo',
  summary: 'Look at the logo of the organisation acted for, whether the public sees it or not',
  method: 'GET',
  path: '/{network}/own-organization/logo',
  input: z.strictObject({}),
  output: Ticket,
  errors: [...own.errors, organizationErrors['logo-not-found']],
  example: { given: 'organization-with-logo', input: {} },
});

export const locateLogo = defineOperation({
  id: 'membership.profiles.locate-logo',
  summary: 'Where the bytes of a logo that an organisation shows are kept',
  method: 'GET',
  path: '/internal/logos/{hash}',
  access: { internal: ['gateway'] },
  input: z.strictObject({
    hash: z
      .string()
      .length(32)
      .regex(/^[0-9a-f]{32}$/),
  }),
  output: z.strictObject({ key: z.string(), width: z.int() }),
  errors: [organizationErrors['logo-not-found']],
  example: { given: 'organization', input: { hash: '00000000000000000000000000000000' } },
});

export const organizationEdited = defineEvent({ subject: 'ev.membership.organization.edited.v1', data: organizationState });
