import { useText } from '../../../../shared/texts/use-text.js';

interface Mark {
  readonly label: string;
  /** What goes before and after the chosen words; `line` marks are set at the head of every chosen line. */
  readonly before: string;
  readonly after: string;
  readonly line?: boolean;
}

const atLines = (chosen: string, before: string) =>
  chosen
    .split('\n')
    .map((line) => before + line)
    .join('\n');

/** Sets a mark around what is chosen in a plain field, as if it had been typed. */
function apply({ before, after, line = false }: Mark, field: HTMLTextAreaElement): void {
  const { selectionStart, selectionEnd, value } = field;
  const chosen = value.slice(selectionStart, selectionEnd);
  field.setRangeText(line ? atLines(chosen, before) : before + chosen + after, selectionStart, selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
  if (chosen === '' && after !== '') field.setSelectionRange(selectionStart + before.length, selectionStart + before.length);
}

/** The five marks of long text. */
export function MarkButtons({ fieldId, name }: { fieldId: string; name: string }) {
  const text = useText();
  const marks: Mark[] = [
    { label: text('practiceForm.mark.bold'), before: '**', after: '**' },
    { label: text('practiceForm.mark.italic'), before: '*', after: '*' },
    { label: text('practiceForm.mark.list'), before: '- ', after: '', line: true },
    { label: text('practiceForm.mark.numbers'), before: '1. ', after: '', line: true },
    { label: text('practiceForm.mark.link'), before: '[', after: '](https://)' },
  ];
  const press = (mark: Mark) => {
    const field = document.getElementById(fieldId);
    if (field instanceof HTMLTextAreaElement) apply(mark, field);
  };
  return (
    <div className="marks" role="group" aria-label={text('practiceForm.mark.name', { field: name })}>
      {marks.map((mark) => (
        <button key={mark.label} type="button" onClick={() => press(mark)}>
          {mark.label}
        </button>
      ))}
    </div>
  );
}
