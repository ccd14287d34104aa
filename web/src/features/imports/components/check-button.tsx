import { useText } from '../../../shared/texts/use-text.js';

/** Not before the sheet says what no record can do without. */
export function CheckButton({ needed, missing, busy }: { needed: boolean; missing: string; busy: boolean }) {
  const text = useText();
  return (
    <>
      {!needed && (
        <p className="error" id="needed">
          {missing}
        </p>
      )}
      <div className="buttons">
        <button className="button" type="submit" disabled={!needed || busy} aria-describedby={needed ? undefined : 'needed'}>
          {busy ? text('imports.mapping.checking') : text('imports.mapping.check')}
        </button>
      </div>
    </>
  );
}
