import type { MemberFile } from '@alianza/contracts/membership/directory/members';
import { dateInWords, lastMoment } from '../../../shared/format/dates.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';

/** Who acts for it, as what, since when, and until when their letter is valid. */
export function MemberPeople({ member: { people } }: { member: MemberFile }) {
  const text = useText();
  const { zone } = useNetwork();
  if (people.length === 0) return <p className="quiet-text">{text('members.file.noPeople')}</p>;
  const letterOf = ({ role, letterValidUntil }: MemberFile['people'][number]) => {
    if (letterValidUntil !== null)
      return text('members.file.letterUntil', { date: dateInWords(text.lang, lastMoment(letterValidUntil), zone) });
    return ['titular', 'suplente'].includes(role) ? text('members.file.noLetter') : null;
  };
  return (
    <ul className="history-list">
      {people.map((person) => {
        const { personId, name, role, since, disabled, unreachable } = person;
        const said = [
          text('members.file.personSince', { role: text(`taxonomy.role.${role}`), date: dateInWords(text.lang, since, zone) }),
          letterOf(person),
          disabled ? text('members.file.disabled') : null,
          unreachable ? text('members.file.unreachable') : null,
        ];
        return (
          <li key={personId + role}>
            <b>{name}</b>
            <p className="quiet-text">{said.filter((part) => part !== null).join(' · ')}</p>
          </li>
        );
      })}
    </ul>
  );
}
