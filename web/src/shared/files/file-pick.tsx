interface Props {
  readonly id: string;
  readonly label: string;
  readonly accept: string;
  /** Whether it is what the page is for. */
  readonly first?: boolean;
  readonly multiple?: boolean;
  readonly busy?: boolean;
  readonly describedBy?: string;
  readonly wrong?: boolean;
  /** Hears what was chosen, the first apart; of the same file too, once for each choice. */
  readonly onPick: (file: File, files: readonly File[]) => void;
}

/** A button that chooses files, reached by the keyboard too. */
export function FilePick({ id, label, accept, first, multiple, busy, describedBy, wrong, onPick }: Props) {
  return (
    <>
      <label className={first ? 'button' : 'button second'} htmlFor={id}>
        {label}
      </label>
      <input
        className="sr"
        id={id}
        type="file"
        multiple={multiple}
        accept={accept}
        aria-describedby={describedBy}
        aria-invalid={wrong || undefined}
        disabled={busy}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files[0]) onPick(files[0], files);
        }}
      />
    </>
  );
}
