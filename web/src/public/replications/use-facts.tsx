import { useText } from '../../shared/texts/use-text.js';
import type { RecordUse } from './record-use.js';

/** In the facts of a record: how often it was repeated and read. What is nought is left out. */
export function UseFacts({ use: { replications, counts } }: { use: RecordUse }) {
  const text = useText();
  const repeated = replications?.total ?? 0;
  const { views = 0, downloads = 0 } = counts ?? {};
  const uses = [
    ...(views > 0 ? [text('replications.fact.views', { count: views })] : []),
    ...(downloads > 0 ? [text('replications.fact.downloads', { count: downloads })] : []),
  ];
  return (
    <>
      {repeated > 0 && (
        <div>
          <dt>{text('replications.fact.repeated')}</dt>
          <dd>
            <a href="#replicas">{text('replications.fact.times', { count: repeated })}</a>
          </dd>
        </div>
      )}
      {uses.length > 0 && (
        <div>
          <dt>{text('replications.fact.uses')}</dt>
          <dd>
            {uses.join(', ')}. <span className="quiet-text">{text('replications.fact.usesWhy')}</span>
          </dd>
        </div>
      )}
    </>
  );
}
