import { Link } from 'react-router';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { useAddress } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';
import { News } from './news.js';
import { useLatestNotices } from './use-notices.js';

/** What is new, the latest ten, and the way to all the rest. */
export function LatestNews() {
  const text = useText();
  const address = useAddress();
  const notices = useLatestNotices(10);
  return (
    <section className="whats-new" aria-labelledby="news">
      <h2 id="news">{text('member.news.title')}</h2>
      <Loaded query={notices} failed={text('member.news.failed')} skeleton={<RowsSkeleton rows={3} />}>
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 ? <p className="quiet-text">{text('member.news.none')}</p> : <News items={items} />}
            {nextCursor !== null && (
              <p className="more">
                <Link to={address('miembro/avisos')}>{text('member.news.all')}</Link>
              </p>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
