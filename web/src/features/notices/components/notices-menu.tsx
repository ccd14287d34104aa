import type { Notice } from '@alianza/contracts/notifications/notices';
import { use } from 'react';
import { Button, DialogTrigger, OverlayTriggerStateContext, Popover } from 'react-aria-components';
import { Link } from 'react-router';
import { dateInWords } from '../../../shared/format/dates.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useLatestNotices, useMarkRead, useNoticeAddress } from './use-notices.js';

function Line({ notice }: { notice: Notice }) {
  const text = useText();
  const { zone } = useNetwork();
  const { markRead } = useMarkRead();
  const href = useNoticeAddress()(notice);
  const name = notice.read ? notice.title : <b>{notice.title}</b>;
  return (
    <li>
      {href === null ? (
        name
      ) : (
        <a href={href} onClick={() => !notice.read && markRead(notice.id)}>
          {name}
        </a>
      )}
      {/* several notices share a title: which record it is of stands in the text */}
      <small>{notice.text}</small>
      <small>
        {dateInWords(text.lang, notice.at, zone)}
        {!notice.read && `, ${text('member.news.unread')}`}
      </small>
    </li>
  );
}

const titleId = 'latest-notices';

/** The popover is the dialog itself, so that its own hidden buttons are part of it. */
function Latest({ items }: { items: readonly Notice[] }) {
  const text = useText();
  const popover = use(OverlayTriggerStateContext);
  const address = useAddress();
  return (
    <div className="notices-menu">
      <h2 id={titleId}>{text('member.news.title')}</h2>
      {items.length === 0 ? (
        <p className="quiet-text">{text('member.news.none')}</p>
      ) : (
        <ul>
          {items.map((notice) => (
            <Line key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
      <p>
        <Link to={address('miembro/avisos')} onClick={() => popover?.close()}>
          {text('member.news.all')}
        </Link>
      </p>
    </div>
  );
}

/** In the head of every workspace page: how many notices were not read, and the latest of them. */
export function NoticesMenu() {
  const text = useText();
  const { data } = useLatestNotices(5);
  const unread = data?.unread ?? 0;
  return (
    <DialogTrigger>
      <Button className="link" aria-label={text('member.news.button', { unread })}>
        {text('member.news.short')} {unread > 0 && <span className="badge">{numberIn(text.lang, unread)}</span>}
      </Button>
      <Popover className="menu-popover" placement="bottom end" aria-labelledby={titleId}>
        <Latest items={data?.items ?? []} />
      </Popover>
    </DialogTrigger>
  );
}
