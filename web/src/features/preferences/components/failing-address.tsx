import { dateInWords } from '../../../shared/format/dates.js';
import { Failure } from '../../../shared/page/failure.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useRead, useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

/** Where mails to this account come back: since when, what that means, and how to have them tried again. */
export function FailingAddress() {
  const text = useText();
  const { zone } = useNetwork();
  const mail = useRead('membership.recipients.mine', {});
  const retry = useWrite('membership.recipients.retry');
  if (mail.error)
    return <Failure error={mail.error} title={text('member.preferences.failing.unknown')} onRetry={() => void mail.refetch()} />;
  const failing = mail.data?.failing;
  if (!failing) return null;
  return (
    <section className="errors" aria-labelledby="failing-address">
      <h2 id="failing-address">{text('member.preferences.failing.title')}</h2>
      <p>{text('member.preferences.failing.text', { date: dateInWords(text.lang, failing.since, zone) })}</p>
      <p>
        <button className="button second" type="button" disabled={retry.isPending} onClick={() => retry.mutate({ input: {} })}>
          {text('member.preferences.failing.press')}
        </button>
      </p>
      {retry.error && <Failure error={retry.error} title={text('member.preferences.failing.failed')} />}
    </section>
  );
}
