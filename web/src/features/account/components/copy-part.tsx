import type { OwnAccount } from '@alianza/contracts/membership/account/account';
import { momentInWords } from '../../../shared/format/dates.js';
import { Failure } from '../../../shared/page/failure.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { Part } from './part.js';

function Ready({ until }: { until: string }) {
  const text = useText();
  const { zone } = useNetwork();
  const download = useWrite('membership.personal-data.download');
  const fetchFile = () => download.mutate({ input: {} }, { onSuccess: ({ url }) => location.assign(url) });
  return (
    <>
      <p>{text('myAccount.copy.ready', { date: momentInWords(text.lang, until, zone) })}</p>
      <p className="buttons">
        <button className="button" type="button" disabled={download.isPending} onClick={fetchFile}>
          {text('myAccount.copy.download')}
        </button>
      </p>
      {download.error && <Failure error={download.error} title={text('myAccount.copy.downloadFailed')} />}
    </>
  );
}

/** Everything kept of oneself, as a file. */
export function CopyPart({ account: { copy } }: { account: OwnAccount }) {
  const text = useText();
  const ask = useWrite('membership.personal-data.ask', { alsoChanges: ['membership.account'] });
  return (
    <Part title={text('myAccount.copy.title')}>
      <p>{text('myAccount.copy.text')}</p>
      <div role="status">{copy?.state === 'waiting' && <p>{text('myAccount.copy.waiting')}</p>}</div>
      {copy?.state === 'ready' && <Ready until={copy.expiresAt ?? copy.askedAt} />}
      {copy === null && (
        <p className="buttons">
          <button className="button second" type="button" disabled={ask.isPending} onClick={() => ask.mutate({ input: {} })}>
            {text('myAccount.copy.press')}
          </button>
        </p>
      )}
      {ask.error && <Failure error={ask.error} title={text('myAccount.copy.failed')} />}
    </Part>
  );
}
