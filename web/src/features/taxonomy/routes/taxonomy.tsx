import { useState } from 'react';
import { civilDate } from '../../../shared/format/dates.js';
import { now } from '../../../shared/now.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { Void } from '../../../shared/parts/void.js';
import { useFilter, useOpenRow } from '../../../shared/queue/open-row.js';
import { QueueFilter } from '../../../shared/queue/queue-filter.js';
import { QueueHead } from '../../../shared/queue/queue-head.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { isOpenScheme, schemes, type Concept, type Scheme } from '../api/concept-values.js';
import { AddDialog } from '../components/add-dialog.js';
import { AsOf, useDay } from '../components/as-of.js';
import { ConceptFile } from '../components/concept-file.js';
import { ConceptTable } from '../components/concept-table.js';

interface Props {
  readonly scheme: Scheme;
  readonly concepts: readonly Concept[];
  readonly day: string;
  readonly isPast: boolean;
  readonly onStale: () => void;
}

function List({ scheme, concepts, day, isPast }: Props) {
  const text = useText();
  if (concepts.length > 0)
    return (
      <ConceptTable
        caption={text('concepts.caption', { scheme: text(`concepts.scheme.${scheme}`) })}
        concepts={concepts}
        day={day}
        isPast={isPast}
      />
    );
  return (
    <Void title={text('concepts.none')}>
      <p>{text('concepts.noneText')}</p>
    </Void>
  );
}

/** One list of concepts, and beside it the open one. */
function Concepts(props: Props) {
  const { scheme, concepts, day, isPast, onStale } = props;
  const text = useText();
  const [adding, setAdding] = useState(false);
  const { openId, close } = useOpenRow();
  const opened = isPast ? undefined : concepts.find(({ id }) => id === openId);
  return (
    <div className="desk">
      <section aria-label={text(`concepts.scheme.${scheme}`)}>
        <List {...props} />
        {!isPast && isOpenScheme(scheme) && (
          <p className="buttons">
            <button className="button second" type="button" onClick={() => setAdding(true)}>
              {text('concepts.add.press')}
            </button>
          </p>
        )}
        {adding && isOpenScheme(scheme) && <AddDialog scheme={scheme} onClose={() => setAdding(false)} />}
      </section>
      {opened && (
        <ConceptFile
          key={`${opened.id} ${String(opened.version)}`}
          concept={opened}
          day={day}
          among={concepts}
          onClose={close}
          onStale={onStale}
        />
      )}
    </div>
  );
}

/** What the network calls its concepts, by what they are found, and which are offered. */
export function Component() {
  const text = useText();
  const [chosen, choose] = useFilter('lista', 'priorityArea');
  const scheme = schemes.find((one) => one === chosen) ?? 'priorityArea';
  const [past, choosePast] = useDay();
  const today = civilDate(now().toISOString(), useNetwork().zone);
  const taxonomy = useRead('repository.taxonomy.read', past === null ? {} : { on: past });
  const shown = { scheme, day: past ?? today, isPast: past !== null, onStale: () => void taxonomy.refetch() };
  return (
    <>
      <QueueHead title={text('concepts.title')}>
        <p className="quiet-text">{text('concepts.lede')}</p>
      </QueueHead>
      <Loaded query={taxonomy} failed={text('concepts.failed')} skeleton={<RowsSkeleton rows={8} />}>
        {({ concepts }) => {
          const listed = concepts.filter((concept) => concept.scheme === scheme);
          return (
            <>
              <div className="filter-row">
                <QueueFilter
                  id="scheme"
                  label={text('concepts.filter')}
                  value={scheme}
                  options={schemes.map((one) => [one, text(`concepts.scheme.${one}`)] as const)}
                  onChoose={choose}
                  said={text('concepts.said', { count: listed.length })}
                />
                <AsOf day={past} today={today} onChoose={choosePast} />
              </div>
              <Concepts key={`${scheme} ${past ?? ''}`} concepts={listed} {...shown} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}
