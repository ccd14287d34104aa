import type { ReactNode } from 'react';
import { useText } from '../../shared/texts/use-text.js';

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly checked: boolean;
  readonly mark?: ReactNode;
}

interface Props {
  /** Of the form that the boxes belong to. */
  readonly formId: string;
  readonly name: string;
  readonly title: string;
  readonly options: readonly FacetOption[];
  /** Text that names how many are folded away; without it none is. */
  readonly more?: string;
  /** Only its name is in sight until it is pressed, unless something of it is chosen. */
  readonly folded?: boolean;
}

const mostShown = 6;

function Option({ formId, name, option }: { formId: string; name: string; option: FacetOption }) {
  return (
    <label>
      <input type="checkbox" name={name} value={option.value} defaultChecked={option.checked} form={formId} />
      {option.mark}
      <span>{option.label}</span> <span className="n">{option.count}</span>
    </label>
  );
}

/** The chosen ones and the most frequent are in sight, the rest one press away. */
function split(options: readonly FacetOption[], folded: boolean): { shown: FacetOption[]; hidden: FacetOption[] } {
  if (!folded || options.length <= mostShown + 2) return { shown: [...options], hidden: [] };
  const shown = options.filter((option, index) => option.checked || index < mostShown);
  return { shown, hidden: options.filter((option) => !shown.includes(option)) };
}

type Boxes = Pick<Props, 'formId' | 'name' | 'options' | 'more'>;

function Values({ formId, name, options, more }: Boxes) {
  const text = useText();
  const { shown, hidden } = split(options, more !== undefined);
  const boxOf = (option: FacetOption) => <Option key={option.value} formId={formId} name={name} option={option} />;
  return (
    <>
      {shown.map(boxOf)}
      {more !== undefined && hidden.length > 0 && (
        <details data-fold={`${name} more`}>
          <summary>{text(more, { count: hidden.length })}</summary>
          {hidden.map(boxOf)}
        </details>
      )}
    </>
  );
}

/** One filter: its values with how many records each would leave. */
export function FacetGroup({ title, folded = false, ...boxes }: Props) {
  if (boxes.options.length === 0) return null;
  if (!folded)
    return (
      <fieldset>
        <legend>{title}</legend>
        <Values {...boxes} />
      </fieldset>
    );
  return (
    <details className="group" data-fold={boxes.name} open={boxes.options.some(({ checked }) => checked)}>
      <summary>{title}</summary>
      <div role="group" aria-label={title}>
        <Values {...boxes} />
      </div>
    </details>
  );
}
