const shapes = {
  done: 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm4.2 4.5L6.8 10 4 7.3 2.6 8.8l4.2 4 6.9-6.9Z',
  open: 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm0 2v12A6 6 0 0 0 8 2Z',
  late: 'M8 .6 16 15H0Zm-1 5 .3 4.6h1.4L9 5.6Zm1 5.8a1.1 1.1 0 1 0 0 2.2 1.1 1.1 0 0 0 0-2.2Z',
  soon: 'M8 0l8 8-8 8-8-8Z',
  still: 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm0 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z',
};

export type StateKind = keyof typeof shapes;

/** A state is a word and a shape; the colour only repeats it. */
export function State({ kind, children }: { kind: StateKind; children: string }) {
  return (
    <span className={`state is-${kind}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path fillRule="evenodd" d={shapes[kind]} />
      </svg>
      {children}
    </span>
  );
}
