import { useState } from 'react';
import { Kept } from '../../../shared/forms/kept.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { useFilter } from '../../../shared/queue/open-row.js';
import { QueueFilter } from '../../../shared/queue/queue-filter.js';
import { QueueHead } from '../../../shared/queue/queue-head.js';
import { useAddress } from '../../../shared/session/place.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { addressOfPage, statementPages, type StatementPage } from '../api/statement-values.js';
import { StatementForm } from '../statements/statement-form.js';

interface Place {
  readonly page: StatementPage;
  readonly version: number;
}

/** As they are kept, and which the form at hand begins with. */
function useStatements(page: StatementPage) {
  const statements = useRead('membership.statements.list', {});
  const [published, setPublished] = useState<Place | null>(null);
  const [from, begin] = useState<Place>({ page, version: 0 });
  const readAgain = async (of: StatementPage) => {
    const { data } = await statements.refetch();
    begin({ page: of, version: data?.items.find((item) => item.page === of)?.version ?? 0 });
  };
  const publish = (place: Place) => {
    setPublished(place);
    begin(place);
  };
  return { statements, published, from, readAgain, publish };
}

/** Privacy notice, legal notice and accessibility statement: in the product's words, or in the network's own. */
export function Component() {
  const text = useText();
  const address = useAddress();
  const [chosen, choose] = useFilter('pagina', 'privacy');
  const page = statementPages.find((one) => one === chosen) ?? 'privacy';
  const { statements, published, from, readAgain, publish } = useStatements(page);
  return (
    <>
      <QueueHead title={text('settings.statements.title')}>
        <p className="quiet-text">{text('settings.statements.lede')}</p>
      </QueueHead>
      <Loaded query={statements} failed={text('settings.failed')} skeleton={<RowsSkeleton rows={4} />}>
        {({ items }) => {
          const kept = items.find((item) => item.page === page);
          return (
            <div className="form-col is-form">
              <QueueFilter
                id="statement"
                label={text('settings.statements.page')}
                value={page}
                options={statementPages.map((one) => [one, text(`settings.statements.of.${one}`)] as const)}
                onChoose={choose}
                said=""
              />
              <p>
                <a href={address(addressOfPage[page])}>{text('settings.statements.look')}</a>
              </p>
              {kept && (
                <Kept key={page} read={kept} from={from.page === page ? from.version : 0}>
                  {(begun) => (
                    <StatementForm
                      key={begun.version}
                      kept={begun}
                      published={published?.page === page ? published.version : null}
                      onPublished={(version) => publish({ page, version })}
                      onReadAgain={() => void readAgain(page)}
                    />
                  )}
                </Kept>
              )}
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
