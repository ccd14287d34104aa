import { useText } from '../../shared/texts/use-text.js';
import type { NetworkVisit } from '../visit.js';
import type { RecordUse } from './record-use.js';

/** Of a withdrawn record: that who repeated it can still be read. */
export function KeptReplications({ slug, visit, use: { replications } }: { slug: string; visit: NetworkVisit; use: RecordUse }) {
  const text = useText();
  const count = replications?.total ?? 0;
  if (count === 0) return null;
  return (
    <p>
      <a href={`${visit.addressOf('replicas')}?practica=${slug}`}>{text('replications.record.kept', { count })}</a>
    </p>
  );
}
