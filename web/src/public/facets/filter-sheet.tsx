import type { ReactNode } from 'react';
import { useText } from '../../shared/texts/use-text.js';

interface Props {
  readonly formId: string;
  /** Closes the sheet: "Ver los 12 registros". */
  readonly see: string;
  /** The list without filters; null where none is in use. */
  readonly clearHref: string | null;
  readonly children: ReactNode;
}

const sheetId = 'filtros';

/** Filters beside a list; on a phone a sheet. Without a script a button applies them; with it they apply themselves and the button closes the sheet. */
export function FilterSheet({ formId, see, clearHref, children }: Props) {
  const text = useText();
  return (
    <div>
      <button className="button second menu-button" type="button" popoverTarget={sheetId}>
        {text('results.filter')}
      </button>
      <section className="facets sheet" id={sheetId} popover="auto" aria-label={text('results.filters')}>
        <div className="sheet-head">
          <h2>{text('results.filter')}</h2>
          <button className="menu-button" type="button" popoverTarget={sheetId} popoverTargetAction="hide">
            {text('frame.close')}
          </button>
        </div>
        <div data-live="facets">
          {clearHref !== null && (
            <a className="menu-button clear" href={clearHref}>
              {text('results.removeAll')}
            </a>
          )}
          {children}
        </div>
        <button className="button second apply" type="submit" form={formId}>
          {text('results.apply')}
        </button>
        <button className="button menu-button see" type="button" popoverTarget={sheetId} popoverTargetAction="hide" data-live="see">
          {see}
        </button>
      </section>
    </div>
  );
}
