import { useText } from '../texts/use-text.js';

interface Props {
  readonly list: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; readonly fetchNextPage: () => unknown };
}

/** Brings what comes after the rows already here. */
export function NextPage({ list }: Props) {
  const text = useText();
  if (!list.hasNextPage) return null;
  return (
    <p className="more">
      <button className="button second" type="button" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {text('states.more')}
      </button>
    </p>
  );
}
