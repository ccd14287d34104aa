import { fiveRs, practiceTypes } from '@alianza/contracts/taxonomy';
import { FiveR, PracticeType } from '@alianza/contracts/vocabularies';
import { OaiError } from './oai-error.js';

/** What of the repository is asked for. */
export interface Wanted {
  readonly type?: PracticeType;
  readonly fiveR?: FiveR;
}

export const setSpecs: readonly string[] = [...practiceTypes.map((type) => `type:${type}`), ...fiveRs.map((one) => `fiveR:${one}`)];

export const setsOf = ({ type, fiveRs: touched }: { type: PracticeType; fiveRs: readonly FiveR[] }): string[] => [
  `type:${type}`,
  ...touched.map((one) => `fiveR:${one}`),
];

/** A set that is not there is met by no record. */
export function wantedIn(set: string | undefined): Wanted {
  if (set === undefined) return {};
  const [kind, value] = set.split(':', 2);
  const type = PracticeType.safeParse(value);
  const fiveR = FiveR.safeParse(value);
  if (setSpecs.includes(set) && kind === 'type' && type.success) return { type: type.data };
  if (setSpecs.includes(set) && kind === 'fiveR' && fiveR.success) return { fiveR: fiveR.data };
  throw new OaiError('noRecordsMatch', 'there is no such set: ListSets names them');
}
