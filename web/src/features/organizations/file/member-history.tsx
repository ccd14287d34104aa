import type { mostFacts, OrganizationFact } from '@alianza/contracts/membership/directory/members';
import type { Text } from '@alianza/texts/text';
import { momentInWords } from '../../../shared/format/dates.js';
import { listOf } from '../../../shared/format/lists.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';

/** As many as are read at once; of those before, only what was decided. */
const most: typeof mostFacts = 100;

type Label = (category: string | null) => string;

function whatInWords(text: Text, { what, changes }: OrganizationFact, label: Label): string {
  const [change] = changes;
  if (what === 'category-changed')
    return text('members.fact.category-changed', { before: label(change?.before ?? null), after: label(change?.after ?? null) });
  if (what !== 'edited') return text(`members.fact.${what}`);
  const fields = changes.map(({ field }) => text(`members.field.${field}`));
  return text('members.fact.edited', { fields: listOf(text.lang, fields) });
}

type SaidBy = (text: Text, fact: OrganizationFact) => string;

const byName: SaidBy = (text, { by, own, what }) => {
  if (by === null) return text(own ? 'members.fact.byOwnUnnamed' : 'members.fact.byCommand');
  if (what === 'edited' && !own) return text('members.fact.byHere', { name: by });
  return text(own ? 'members.fact.byOwn' : 'members.fact.by', { name: by });
};

/** As the organisation itself reads it, which is told of nobody of the network. */
export const byOwnOrNetwork: SaidBy = (text, fact) => (fact.own ? byName(text, fact) : text('members.fact.byNetwork'));

/** What it was called, where that changed. */
const formerOf = ({ what, changes }: OrganizationFact): string[] =>
  what === 'edited' ? changes.flatMap(({ field, before }) => (['name', 'acronym'].includes(field) && before !== null ? [before] : [])) : [];

/** What happened to it, who did it, when and why; the newest first. */
export function MemberHistory({ history, saidBy = byName }: { history: readonly OrganizationFact[]; saidBy?: SaidBy }) {
  const text = useText();
  const { zone, categories } = useNetwork();
  const label: Label = (code) => categories.find((category) => category.code === code)?.label ?? code ?? text('members.unsaid');
  return (
    <>
      <ol className="history-list">
        {history.map((fact) => (
          <li key={fact.id}>
            <time dateTime={fact.at}>{momentInWords(text.lang, fact.at, zone)}</time>
            <p>{whatInWords(text, fact, label)}</p>
            {formerOf(fact).map((before) => (
              <p key={before}>{text('members.fact.formerly', { before })}</p>
            ))}
            <p className="quiet-text">{saidBy(text, fact)}</p>
            {fact.reason !== null && <p>{text('members.fact.reason', { reason: fact.reason })}</p>}
            {fact.reference !== null && <p>{text('members.file.reference', { reference: fact.reference })}</p>}
          </li>
        ))}
      </ol>
      {history.length >= most && <p className="quiet-text">{text('members.fact.newest', { count: most })}</p>}
    </>
  );
}
