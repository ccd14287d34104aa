import { NextPage } from '../../../shared/page/next-page.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { PageTitle } from '../../../shared/page/page.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useList } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { News } from '../components/news.js';

/** Every notice, the newest first. */
export function Component() {
  const text = useText();
  const { name } = useNetwork();
  const notices = useList('notifications.notices.list', {});
  return (
    <>
      <div className="intro">
        <PageTitle title={text('member.news.title')} of={name} />
      </div>
      <Loaded query={notices} failed={text('member.news.failed')} skeleton={<RowsSkeleton />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? <p>{text('member.news.none')}</p> : <News items={items} />;
        }}
      </Loaded>
      <NextPage list={notices} />
    </>
  );
}
