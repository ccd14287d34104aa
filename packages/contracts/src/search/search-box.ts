import { z } from 'zod';
import { services } from '../access.js';
import { defineOperation } from '../operation.js';
import { boxInput, FoundGroup } from './found.js';

const part = {
  method: 'GET',
  access: 'member',
  input: boxInput,
  output: z.strictObject({ groups: z.array(FoundGroup) }),
  example: { given: 'organization', input: { q: 'cuidados' } },
} as const;

export const findInRepository = defineOperation({
  ...part,
  id: 'repository.search-box.find',
  summary: 'Practices that are published, and those in the making that whoever asks may see',
  path: '/{network}/search/repository',
});

export const findInMembership = defineOperation({
  ...part,
  id: 'membership.search-box.find',
  summary: 'Organisations, the map of actors, people and applications, as far as whoever asks may see them',
  path: '/{network}/search/membership',
});

/** The part of each service; a new one is one line here. */
export const searchParts = [findInRepository, findInMembership] as const;

export const searchEverything = defineOperation({
  ...part,
  id: 'gateway.search-box.find',
  summary: 'What every service finds, gathered within a moment; says which of them did not answer in time',
  path: '/{network}/search',
  output: part.output.extend({ missing: z.array(z.enum(services)) }),
});
