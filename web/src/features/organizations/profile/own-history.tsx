import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { MemberCategories } from '../file/member-categories.js';
import { byOwnOrNetwork, MemberHistory } from '../file/member-history.js';

/** How the organisation takes part since when, and what happened to it: read whatever its standing. */
export function OwnHistory() {
  const text = useText();
  const history = useRead('membership.profiles.history', {});
  return (
    <section className="stack" aria-labelledby="historia">
      <h2 id="historia">{text('members.own.history')}</h2>
      <Loaded query={history} failed={text('members.own.historyFailed')} skeleton={<RowsSkeleton />}>
        {({ categories, facts, formerNames }) => (
          <>
            {formerNames.length > 0 && <p className="quiet-text">{text('members.file.formerly', { names: formerNames.join(', ') })}</p>}
            <h3>{text('members.file.categories')}</h3>
            <MemberCategories categories={categories} />
            <h3>{text('members.own.happened')}</h3>
            <MemberHistory history={facts} saidBy={byOwnOrNetwork} />
          </>
        )}
      </Loaded>
    </section>
  );
}
