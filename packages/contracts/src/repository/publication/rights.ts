import { z } from 'zod';
import { Instant } from '../../shapes.js';

/** The version of a network's terms of publication that whoever writes has read and accepts. */
export const TermsVersion = z.int().min(1).max(1_000_000);

/** Which terms were accepted when what is published was handed in; null of what was not handed in, or before there were any. */
export const AcceptedTerms = z.strictObject({ version: TermsVersion, acceptedAt: Instant }).nullable();
export type AcceptedTerms = z.infer<typeof AcceptedTerms>;
