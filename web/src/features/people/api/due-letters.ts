import { dateInWords } from '../../../shared/format/dates.js';
import { dueSource, type Due, type DueSource } from '../../../shared/queue/due-source.js';
import { useAddress } from '../../../shared/session/place.js';
import { useRead } from '../../../shared/session/queries.js';
import { useMay, useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { noteOn } from './titulars-letter.js';

/** The letter that the organisation acted for has to file. */
function useOwnLetter(): DueSource {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const { acting } = useSession();
  const read = useRead('membership.roles.list', { ended: 'without' }, { enabled: acting !== null && may('organizations:edit') });
  const { data } = read;
  const source = (...found: Due[]) => dueSource(text('member.due.unread.people'), read, found);
  const titular = data?.items.find(({ role }) => role === 'titular');
  const note = noteOn(data?.items ?? []);
  if (titular === undefined || note === null || note.key === 'people.note.waiting') return source();
  const shared = { to: address('miembro/personas'), press: text('people.due.press'), since: titular.since };
  if (note.date === null) return source({ ...shared, title: text('people.due.missing'), why: text('people.due.missingWhy') });
  const why = text('people.due.soonWhy', { date: dateInWords(text.lang, note.date) });
  return source({ ...shared, title: text('people.due.soon'), why, until: note.date });
}

/** Letters that wait for whoever accredits, and the one that one's own organisation has to file. */
export function useDueLetters(): DueSource[] {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const own = useOwnLetter();
  const read = useRead('membership.letters.list', { limit: 1 }, { enabled: may('letters:accredit') });
  const { data } = read;
  const [first] = data?.items ?? [];
  const source = (...found: Due[]) => [dueSource(text('member.due.unread.letters'), read, found), own];
  if (first === undefined) return source();
  const here = {
    to: address('secretaria/oficios'),
    title: text('people.due.letters', { count: data?.total ?? 0 }),
    why: text('people.due.lettersWhy', { organization: first.organization }),
    press: text('people.due.open'),
    since: first.filedAt,
  };
  return source(here);
}
