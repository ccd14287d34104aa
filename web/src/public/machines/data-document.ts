import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import type { Document, NetworkVisit } from '../visit.js';
import { practiceData } from './practice-data.js';
import { linkedData } from './record-types.js';

/** A record as JSON-LD. */
export const dataDocument = (practice: PublishedPractice, visit: NetworkVisit): Document => ({
  type: linkedData,
  body: `${JSON.stringify(practiceData(practice, visit), null, 2)}\n`,
});
