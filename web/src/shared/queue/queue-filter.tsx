export interface FilterSelect {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Value and name. */
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChoose: (value: string) => void;
}

function Select({ id, label, value, options, onChoose }: FilterSelect) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface Props extends FilterSelect {
  /** By what else it is filtered. */
  readonly second?: FilterSelect | false;
  /** How many are shown, of how many. */
  readonly said: string;
}

/** Which part of a queue is shown. */
export function QueueFilter({ second = false, said, ...first }: Props) {
  return (
    <div className="filters">
      <Select {...first} />
      {second && <Select {...second} />}
      <p className="downloads" role="status">
        {said}
      </p>
    </div>
  );
}
