import type { MemberFile, OrganizationFact } from '@alianza/contracts/membership/directory/members';
import type { Text } from '@alianza/texts/text';
import { momentInWords } from '../../../shared/format/dates.js';
import { listOf } from '../../../shared/format/lists.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';

type Label = (category: string | null) => string;

function whatInWords(text: Text, { what, changes }: OrganizationFact, label: Label): string {
  const [change] = changes;
  if (what === 'category-changed')
    return text('members.fact.category-changed', { before: label(change?.before ?? null), after: label(change?.after ?? null) });
  if (what !== 'edited') return text(`members.fact.${what}`);
  const fields = changes.map(({ field }) => text(`members.field.${field}`));
  return text('members.fact.edited', { fields: listOf(text.lang, fields) });
}

function byInWords(text: Text, { by, own }: OrganizationFact): string {
  if (by === null) return text('members.fact.byCommand');
  return text(own ? 'members.fact.byOwn' : 'members.fact.by', { name: by });
}

/** What happened to it, who did it, when and why; the newest first. */
export function MemberHistory({ member: { history } }: { member: MemberFile }) {
  const text = useText();
  const { zone, categories } = useNetwork();
  const label: Label = (code) => categories.find((category) => category.code === code)?.label ?? code ?? text('members.unsaid');
  return (
    <ol className="history-list">
      {history.map((fact) => (
        <li key={fact.id}>
          <time dateTime={fact.at}>{momentInWords(text.lang, fact.at, zone)}</time>
          <p>{whatInWords(text, fact, label)}</p>
          <p className="quiet-text">{byInWords(text, fact)}</p>
          {fact.reason !== null && <p>{text('members.fact.reason', { reason: fact.reason })}</p>}
          {fact.reference !== null && <p>{text('members.file.reference', { reference: fact.reference })}</p>}
        </li>
      ))}
    </ol>
  );
}
