import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { countedOf, isFilled } from '../../../shared/practice/practice-fields.js';
import { useText } from '../../../shared/texts/use-text.js';

/** How much a record says of what is asked of its type. */
export function FilledMeter({ content }: { content: PracticeContent }) {
  const text = useText();
  const counted = countedOf(content);
  const filled = counted.filter((field) => isFilled(content, field)).length;
  return (
    <>
      <progress className="progress" value={filled} max={counted.length} aria-label={text('practiceForm.completeness.title')} />
      <p>{text('practiceForm.completeness.filled', { filled, total: counted.length })}</p>
    </>
  );
}
