interface Props {
  readonly action: string;
  readonly label: string;
  readonly button: string;
  readonly id: string;
  readonly formId?: string;
  readonly value?: string;
  readonly focused?: boolean;
  /** What a list that follows the typing says where it gets no answer. */
  readonly unanswered?: string;
  /** Titles stand under it while somebody writes: where they are asked for, and what is said of none, of one and of each number more. */
  readonly suggest?: { readonly from: string; readonly named: string; readonly said: readonly string[] };
}

/** One field and one button; works without a script. Filters elsewhere on the page join it by `formId`. */
export function SearchField({ action, label, button, id, formId, value, focused = false, unanswered, suggest }: Props) {
  return (
    <search>
      <form
        className="search"
        action={action}
        id={formId}
        data-unanswered={unanswered}
        data-suggest={suggest?.from}
        data-said={suggest && JSON.stringify(suggest.said)}
      >
        <label htmlFor={id}>{label}</label>
        <div className="field">
          <input
            id={id}
            name="q"
            type="search"
            maxLength={200}
            defaultValue={value}
            autoComplete="off"
            data-focused={focused || undefined}
          />
          <button className="button" type="submit">
            {button}
          </button>
        </div>
        {suggest && (
          <>
            <ul className="suggested" aria-label={suggest.named} hidden />
            <p className="sr" role="status" />
          </>
        )}
      </form>
    </search>
  );
}
