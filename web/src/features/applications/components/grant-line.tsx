import type { Grant } from '@alianza/contracts/membership/applications';
import { dateInWords } from '../../../shared/format/dates.js';
import { useText } from '../../../shared/texts/use-text.js';

/** The agreement behind an acceptance, with its day where it has one. */
export function GrantLine({ grant: { reference, on } }: { grant: Grant }) {
  const text = useText();
  return on === null ? reference : text('application.follow.grantOn', { reference, date: dateInWords(text.lang, on) });
}
