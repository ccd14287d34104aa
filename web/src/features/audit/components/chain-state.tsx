import type { AuditChain } from '@alianza/contracts/audit/chains';
import { useState } from 'react';
import { momentInWords } from '../../../shared/format/dates.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { Failure } from '../../../shared/page/failure.js';
import { State } from '../../../shared/parts/state.js';
import { useRead, useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { AuditSource } from '../api/audit-source.js';

type Verification = NonNullable<AuditChain['verified']>;

function Verdict({ verified, zone }: { verified: Verification | null; zone: string }) {
  const text = useText();
  if (verified === null)
    return (
      <p>
        <State kind="still">{text('auditLog.chain.never')}</State> · {text('auditLog.chain.neverText')}
      </p>
    );
  const { at, entries, broken } = verified;
  const read = text('auditLog.chain.text', { at: momentInWords(text.lang, at, zone), entries });
  if (broken === null)
    return (
      <p>
        <State kind="done">{text('auditLog.chain.holds')}</State> · {read}
      </p>
    );
  return (
    <p role="alert">
      <State kind="late">{text('auditLog.chain.broken')}</State>{' '}
      {text(`auditLog.chain.reason.${broken.reason}`, { position: numberIn(text.lang, broken.position) })}{' '}
      {text('auditLog.chain.reasonText')} {read}
    </p>
  );
}

/** Whether the chain held when it was last read from its beginning, and where it ends now. */
export function ChainState({ source, zone }: { source: AuditSource; zone: string }) {
  const text = useText();
  const [asked, ask] = useState<string | null>(null);
  const verify = useWrite(source.verify);
  const chain = useRead(source.chain, {}, { every: asked === null ? 60_000 : 1500 });
  const verified = chain.data?.verified ?? null;
  const waiting = asked !== null && asked === (verified?.at ?? '');
  if (asked !== null && !waiting && chain.data) ask(null);
  if (chain.error) return <Failure error={chain.error} title={text('auditLog.chain.failed')} onRetry={() => void chain.refetch()} />;
  if (!chain.data) return null;
  const { head } = chain.data;
  return (
    <section className="chain-state" aria-labelledby="chain">
      <h2 id="chain" className="sr">
        {text('auditLog.chain.title')}
      </h2>
      <Verdict verified={verified} zone={zone} />
      <p>
        {text('auditLog.chain.head', { position: numberIn(text.lang, head.position) })}{' '}
        <code className="code">{head.hash.slice(0, 16)}</code>{' '}
        <button
          className="link"
          type="button"
          disabled={verify.isPending || waiting}
          onClick={() => verify.mutate({ input: {} }, { onSuccess: () => ask(verified?.at ?? '') })}
        >
          {text(waiting ? 'auditLog.chain.verifying' : 'auditLog.chain.verify')}
        </button>
      </p>
      {verify.error && <Failure error={verify.error} title={text('auditLog.chain.verifyFailed')} />}
    </section>
  );
}
