import type { ImportStatus } from '@alianza/contracts/imports/sheet-imports';
import { useText } from '../../../shared/texts/use-text.js';

const stages = ['file', 'columns', 'check', 'done'] as const;
export type Stage = (typeof stages)[number];

export const stageOf: Readonly<Record<ImportStatus, Stage>> = {
  reading: 'file',
  unreadable: 'file',
  read: 'columns',
  checking: 'check',
  checked: 'check',
  applying: 'done',
  done: 'done',
};

/** Where an import stands on its way. */
export function Stages({ at }: { at: Stage }) {
  const text = useText();
  return (
    <nav aria-label={text('imports.step.label')}>
      <ol className="stages">
        {stages.map((stage) => (
          <li
            key={stage}
            aria-current={stage === at ? 'step' : undefined}
            data-past={stages.indexOf(stage) < stages.indexOf(at) || undefined}
          >
            {text(`imports.step.${stage}`)}
          </li>
        ))}
      </ol>
    </nav>
  );
}
