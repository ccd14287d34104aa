import { dateInWords } from '../../../shared/format/dates.js';
import { useAddress } from '../../../shared/session/place.js';
import { useRead } from '../../../shared/session/queries.js';
import { useMay, useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { noteOn } from './titulars-letter.js';

interface Due {
  readonly to: string;
  readonly title: string;
  readonly why: string;
  readonly press: string;
  readonly since: string;
  /** The last day, where there is one. */
  readonly until?: string;
}

/** The letter that the organisation acted for has to file. */
function useOwnLetter(): Due[] {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const { acting } = useSession();
  const { data } = useRead('membership.roles.list', { ended: 'without' }, { enabled: acting !== null && may('organizations:edit') });
  const titular = data?.items.find(({ role }) => role === 'titular');
  const note = noteOn(data?.items ?? []);
  if (titular === undefined || note === null || note.key === 'people.note.waiting') return [];
  const shared = { to: address('miembro/personas'), press: text('people.due.press'), since: titular.since };
  if (note.date === null) return [{ ...shared, title: text('people.due.missing'), why: text('people.due.missingWhy') }];
  const why = text('people.due.soonWhy', { date: dateInWords(text.lang, note.date) });
  return [{ ...shared, title: text('people.due.soon'), why, until: note.date }];
}

/** Letters that wait for whoever accredits, and the one that one's own organisation has to file. */
export function useDueLetters(): Due[] {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const own = useOwnLetter();
  const { data } = useRead('membership.letters.list', { limit: 1 }, { enabled: may('letters:accredit') });
  const [first] = data?.items ?? [];
  if (first === undefined) return own;
  const here = {
    to: address('secretaria/oficios'),
    title: text('people.due.letters', { count: data?.total ?? 0 }),
    why: text('people.due.lettersWhy', { organization: first.organization }),
    press: text('people.due.open'),
    since: first.filedAt,
  };
  return [here, ...own];
}
