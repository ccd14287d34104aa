import type { AuditFormat } from '@alianza/contracts/audit/entries';
import { numberIn } from '../../../shared/format/numbers.js';
import { Failure } from '../../../shared/page/failure.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { filterOf } from '../api/audit-query.js';
import type { AuditSource } from '../api/audit-source.js';

const formats = ['xlsx', 'csv', 'jsonl'] as const satisfies readonly AuditFormat[];

/** What is found as a file; afterwards says what went into it and where the chain ended, which is what it can be checked against. */
export function Take({ source, filter }: { source: AuditSource; filter: ReturnType<typeof filterOf> }) {
  const text = useText();
  const take = useWrite(source.export);
  const said = (value: number | null) => (value === null ? '' : numberIn(text.lang, value));
  const done = take.data && {
    entries: take.data.entries,
    first: said(take.data.first),
    last: said(take.data.last),
    head: said(take.data.head.position),
    hash: take.data.head.hash.slice(0, 16),
  };
  const download = (format: AuditFormat) => take.mutate({ input: { ...filter, format } }, { onSuccess: ({ url }) => location.assign(url) });
  return (
    <>
      <div className="table-tools">
        {formats.map((format) => (
          <button key={format} className="button second" type="button" disabled={take.isPending} onClick={() => download(format)}>
            {text('auditLog.take.press', { format: format.toUpperCase() })}
          </button>
        ))}
        <p role="status">{done && text('auditLog.take.done', done)}</p>
      </div>
      {take.error && <Failure error={take.error} title={text('auditLog.take.failed')} />}
    </>
  );
}
