import type { evidenceLevels } from '@alianza/contracts/taxonomy';
import { sentenceCase } from '../format/lists.js';
import { useText } from '../texts/use-text.js';

type Evidence = (typeof evidenceLevels)[number];
const steps = ['testimony', 'own-data', 'external-evaluation', 'controlled-trial'] as const satisfies readonly Evidence[];

interface Props {
  readonly level: Evidence | null;
  /** Said before "no consta" where nothing else says what the steps are about. */
  readonly named?: boolean;
}

/** Four steps of evidence, drawn and said. Null: nobody has assessed it. */
export function EvidenceSteps({ level, named = false }: Props) {
  const text = useText();
  const reached = level === null ? 0 : steps.indexOf(level) + 1;
  const unassessed = named ? text('taxonomy.evidence.unassessed') : sentenceCase(text.lang, text('frame.notRecorded'));
  return (
    <span className="evidence">
      <svg viewBox="0 0 58 16" aria-hidden="true">
        {steps.map((step, index) => (
          <rect key={step} x={1 + index * 15} y="2" width="11" height="12" rx="2" {...(index >= reached && outline)} />
        ))}
      </svg>
      {level === null ? unassessed : text(`taxonomy.evidence.${level}`)}
    </span>
  );
}

const outline = { fill: 'none', stroke: 'currentColor', strokeWidth: 2 };
