import type { MemberFile } from '@alianza/contracts/membership/directory/members';
import { useAddress } from '../../../shared/session/place.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

type Props = { readonly member: MemberFile };

/** As records may spell it, today or before. */
const namesOf = ({ called, acronym, formerNames }: MemberFile): string[] => [
  ...new Set([...[called.es, called.en].filter((name) => name !== undefined), ...(acronym === null ? [] : [acronym]), ...formerNames]),
];

/** What it published and what was repeated, counted; each count leads to where it is told. */
export function MemberDeeds({ member }: Props) {
  const text = useText();
  const address = useAddress();
  const { id } = member;
  const records = useRead('repository.practices.of-organization', { id, name: namesOf(member), limit: 5 });
  const made = useRead('repository.replications.list', { organization: id, limit: 1 });
  const got = useRead('repository.replications.list', { origin: id, limit: 1 });
  if (records.error) return <p className="quiet-text">{text('members.file.recordsFailed')}</p>;
  if (!records.data) return null;
  const { own, naming } = records.data;
  return (
    <>
      <p>{text('members.file.recordsOwn', { count: own.total })}</p>
      {own.items.length > 0 && (
        <ul className="ways">
          {own.items.map(({ slug, title }) => (
            <li key={slug}>
              <a href={address(`practicas/${slug}`)}>{title}</a>
            </li>
          ))}
        </ul>
      )}
      <p>{text('members.file.recordsNaming', { count: naming.total })}</p>
      {made.data && <p>{text('members.file.replicationsMade', { count: made.data.total })}</p>}
      {got.data && <p>{text('members.file.replicationsGot', { count: got.data.total })}</p>}
      <p>
        <a href={`${address('replicas')}?organizacion=${id}`}>{text('replications.register.title')}</a>
      </p>
    </>
  );
}
