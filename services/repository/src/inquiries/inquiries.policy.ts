import { isSecretariat, mayEdit, type Standing } from '../practices/practices.policy.js';

interface Addressed {
  /** None where the secretariat is asked. */
  readonly organizationId?: string | null | undefined;
  /** Whether it was settled in place of the organisation. */
  readonly stoodIn: boolean;
}

/** An inquiry is its addressee's as a record is its owner's; the secretariat answers in place of who is away, and reads again what it answered so. */
export const mayAnswer = (standing: Standing, inquiry: Addressed, away: boolean): boolean =>
  mayEdit(standing, inquiry) || (isSecretariat(standing) && (away || inquiry.stoodIn));
