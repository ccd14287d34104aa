import { z } from 'zod';
import { Country, Email, Id, line, PortalLanguage, prose, Secret, Web } from '../shapes.js';
import { Sector } from '../vocabularies.js';
import { ConsentField } from './directory/profiles.js';

/** Of what the form asks, what the public may read once the organisation takes part; the rest it decides on its own page. */
export const applicationConsents = ['country', 'region', 'work', 'website'] as const satisfies readonly ConsentField[];
export const Consented = ConsentField.extract(applicationConsents);
export type ApplicationConsent = z.infer<typeof Consented>;

/** The letter is a text or a file that was uploaded for the purpose `application-letter`, one of both. */
export const ApplicationForm = z
  .strictObject({
    organization: line(200),
    acronym: line(30).optional(),
    sector: Sector,
    country: Country,
    website: Web.optional(),
    email: Email,
    work: prose(1500),
    motivation: prose(1500),
    letterText: prose(6000).optional(),
    letterUploadId: Id.optional(),
    /** Of the link by which an actor of the map was invited; one that is not good any more changes nothing. */
    invitation: Secret.optional(),
    language: PortalLanguage,
    /** The version of the network's privacy notice that was shown; pages from before it was asked send none. */
    notice: z.int().min(1).optional(),
    /** What the public may read once it takes part, each by itself: none where the list is empty. Left out, nothing was asked, and nothing becomes public by it. */
    shows: z.array(Consented).max(applicationConsents.length).optional(),
  })
  .refine((form) => (form.letterText === undefined) !== (form.letterUploadId === undefined), {
    message: 'letter-text-or-file',
    path: ['letterText'],
  });
