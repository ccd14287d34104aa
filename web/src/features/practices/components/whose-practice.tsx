import { useEffect } from 'react';
import { Ask, AskGroup } from '../../../shared/forms/ask.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useList } from '../../../shared/session/queries.js';
import { useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';

/** Null for who is acted for; else the id of an organisation, empty until it is chosen. */
export type Whose = string | null;

interface Props {
  readonly whose: Whose;
  readonly missing: boolean;
  readonly onChoose: (whose: Whose) => void;
}

/** All of them, page after page: whoever is not in the list cannot be chosen. */
function useMembers() {
  const list = useList('membership.members.list', { status: ['active'], limit: 100 });
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && error === null) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, error, fetchNextPage]);
  const items = hasNextPage ? undefined : data?.pages.flatMap((page) => page.items);
  return { data: items, error, isPending: items === undefined && error === null, refetch };
}

function Organizations({ whose, missing, onChoose }: Props) {
  const text = useText();
  const { acting } = useSession();
  const members = useMembers();
  return (
    <Loaded query={members} failed={text('practiceForm.begin.organizationsFailed')} skeleton={<RowsSkeleton rows={1} />}>
      {(items) => (
        <Ask
          id="organization"
          label={text('practiceForm.begin.organization')}
          help={text('practiceForm.begin.organizationHelp')}
          error={missing ? text('practiceForm.begin.organizationMissing') : undefined}
        >
          {(control) => (
            <select className="input" {...control} value={whose ?? ''} onChange={({ target }) => onChoose(target.value)}>
              <option value="">{text('practiceForm.begin.choose')}</option>
              {items
                .filter(({ id }) => id !== acting?.id)
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
            </select>
          )}
        </Ask>
      )}
    </Loaded>
  );
}

/** Asked of the secretariat alone: whether it writes for itself or in the name of an organisation. */
export function WhosePractice(props: Props) {
  const { whose, onChoose } = props;
  const text = useText();
  const network = useNetwork();
  const { acting } = useSession();
  const choices: readonly (readonly [Whose, string])[] = [
    [null, text('practiceForm.begin.ours', { name: acting?.name ?? network.name })],
    ['', text('practiceForm.begin.others')],
  ];
  return (
    <>
      <AskGroup id="whose" legend={text('practiceForm.begin.whose')} help={text('practiceForm.begin.whoseHelp')}>
        {choices.map(([value, label]) => (
          <label className="option" key={label}>
            <input type="radio" name="whose" checked={(whose === null) === (value === null)} onChange={() => onChoose(value)} /> {label}
          </label>
        ))}
      </AskGroup>
      {whose !== null && <Organizations {...props} />}
    </>
  );
}
