import type { HeldRole, OrganizationPeople } from '@alianza/contracts/membership/representation/roles';
import { dateInWords } from '../../../shared/format/dates.js';
import { dueQueue, dueSource, type Due, type DueSource } from '../../../shared/queue/due-source.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useRead } from '../../../shared/session/queries.js';
import { useMayAct, useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { letterDue, offering, represents, titularIn, vacantIn } from './letters-due.js';

function useLetterDue(): (role: HeldRole) => Due[] {
  const text = useText();
  const to = useAddress()('miembro/personas');
  return (role) => {
    const due = represents(role) ? letterDue(role) : null;
    if (due === null) return [];
    const { why, date, reason } = due;
    const said = { person: role.name, role: role.role, reason, date: date === null ? '' : dateInWords(text.lang, date) };
    const words = { title: text(`people.due.${why}`, said), why: text(`people.due.${why}Why`, said), press: text('people.due.press') };
    return [{ to, since: role.since, ...words, ...(date !== null && { until: date }) }];
  };
}

/** Who was asked and has not answered; whoever asked them may ask anew. */
function useInvited(): (people: OrganizationPeople) => Due[] {
  const text = useText();
  const may = useMayAct();
  const { zone } = useNetwork();
  const to = useAddress()('miembro/personas');
  return ({ invitations }) => {
    const open = invitations.filter(({ expired }) => !expired).toSorted((one, other) => one.expiresAt.localeCompare(other.expiresAt));
    const [first] = open;
    if (first === undefined || !may('representatives:write')) return [];
    const said = { count: open.length, whom: first.email ?? first.person ?? '', date: dateInWords(text.lang, first.expiresAt, zone) };
    const words = {
      title: text('people.due.invited', said),
      why: text(first.handover ? 'people.due.handoverWhy' : 'people.due.invitedWhy', said),
      press: text('people.due.people'),
    };
    return [{ to, since: first.issuedAt, ...words }];
  };
}

/** A handover that nobody accepted in time, until it is offered anew or taken back, as long as there is somebody to take over from. */
function useUntaken(): (people: OrganizationPeople) => Due[] {
  const text = useText();
  const may = useMayAct();
  const { zone } = useNetwork();
  const to = useAddress()(`miembro/personas?${offering.key}=${offering.value}`);
  return ({ items, invitations }) => {
    if (!may('representatives:write') || titularIn(items) === undefined) return [];
    return invitations
      .filter(({ handover, expired }) => handover && expired)
      .map(({ email, person, expiresAt }) => {
        const said = { whom: email ?? person ?? '', date: dateInWords(text.lang, expiresAt, zone) };
        const words = { title: text('people.due.handoverOver'), why: text('people.due.handoverOverWhy', said) };
        return { to, since: expiresAt, ...words, press: text('people.due.handoverAgain') };
      });
  };
}

/** What the organisation acted for has to do about its own people: letters to file, answers to wait for, a titular to find. */
function useOwnPeople(): DueSource {
  const text = useText();
  const may = useMayAct();
  const to = useAddress()('miembro/personas');
  const { acting } = useSession();
  const read = useRead('membership.roles.list', { ended: 'without' }, { enabled: acting !== null && may('organizations:edit') });
  const [letters, invited, untaken] = [useLetterDue(), useInvited(), useUntaken()];
  const { data } = read;
  const vacant = { to, title: text('people.due.vacant'), why: text('people.due.vacantWhy'), press: text('people.due.people') };
  const found =
    data === undefined ? [] : [...(vacantIn(data) ? [vacant] : []), ...data.items.flatMap(letters), ...untaken(data), ...invited(data)];
  return dueSource(text('member.due.unread.people'), read, found);
}

/** Letters that wait for whoever accredits, and what one's own organisation has to do about its people. */
export function useDuePeople(): DueSource[] {
  const text = useText();
  const may = useMayAct();
  const address = useAddress();
  const own = useOwnPeople();
  const read = useRead('membership.letters.list', { limit: 1 }, { enabled: may('letters:accredit') });
  const letters = dueQueue(text('member.due.unread.letters'), read, ({ organization, filedAt }, count) => ({
    to: address('secretaria/oficios'),
    title: text('people.due.letters', { count }),
    why: text('people.due.lettersWhy', { organization }),
    press: text('people.due.open'),
    since: filedAt,
  }));
  return [letters, own];
}
