interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Value and name. */
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChoose: (value: string) => void;
  /** How many are shown, of how many. */
  readonly said: string;
}

/** Which part of a queue is shown. */
export function QueueFilter({ id, label, value, options, onChoose, said }: Props) {
  return (
    <div className="filters">
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
      <p className="downloads" role="status">
        {said}
      </p>
    </div>
  );
}
