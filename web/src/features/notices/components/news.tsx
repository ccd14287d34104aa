import type { Notice } from '@alianza/contracts/notifications/notices';
import { dateInWords } from '../../../shared/format/dates.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useMarkRead, useNoticeAddress } from './use-notices.js';

function Told({ notice }: { notice: Notice }) {
  const { markRead } = useMarkRead();
  const href = useNoticeAddress()(notice);
  const leave = () => !notice.read && markRead(notice.id);
  return (
    <div className="told">
      <p>
        {href === null ? (
          <b>{notice.title}</b>
        ) : (
          <a href={href} onClick={leave}>
            {notice.title}
          </a>
        )}
      </p>
      <p>{notice.text}</p>
    </div>
  );
}

function MarkRead({ notice }: { notice: Notice }) {
  const text = useText();
  const { busy, markRead } = useMarkRead();
  if (notice.read) return null;
  return (
    <button className="link" type="button" disabled={busy} onClick={() => markRead(notice.id)}>
      {text('member.news.markRead')}
      <span className="sr"> {notice.title}</span>
    </button>
  );
}

/** Notices as lines with their day; what was not read yet says so. */
export function News({ items }: { items: readonly Notice[] }) {
  const text = useText();
  const { zone } = useNetwork();
  return (
    <ul className="news">
      {items.map((notice) => (
        <li key={notice.id} className={notice.read ? undefined : 'is-unread'}>
          <div>
            <time dateTime={notice.at}>{dateInWords(text.lang, notice.at, zone)}</time>
            {!notice.read && <span className="new">{text('member.news.unread')}</span>}
          </div>
          <Told notice={notice} />
          <MarkRead notice={notice} />
        </li>
      ))}
    </ul>
  );
}
