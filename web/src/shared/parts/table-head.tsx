interface Props {
  /** Of the first column, where it holds numbers. */
  readonly number?: string;
  readonly heads: readonly string[];
}

/** The heads of a table's columns. */
export function TableHead({ number, heads }: Props) {
  return (
    <thead>
      <tr>
        {number !== undefined && (
          <th scope="col" className="num">
            {number}
          </th>
        )}
        {heads.map((head) => (
          <th scope="col" key={head}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}
