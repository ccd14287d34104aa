import type { ImportStatus } from '@alianza/contracts/imports/sheet-imports';
import { useText } from '../../../shared/texts/use-text.js';
import type { AnyImport } from '../api/import-kind.js';

const stages = ['file', 'columns', 'check', 'done'] as const;
type Stage = (typeof stages)[number];

const usually: Readonly<Record<Exclude<ImportStatus, 'failed'>, Stage>> = {
  reading: 'file',
  unreadable: 'file',
  read: 'columns',
  checking: 'check',
  checked: 'check',
  applying: 'done',
  done: 'done',
};

/** One that stopped stands where it did. */
export function stageOf({ status, columns, counts }: Pick<AnyImport, 'status' | 'columns' | 'counts'>): Stage {
  if (status !== 'failed') return usually[status];
  if (columns.length === 0) return 'file';
  return counts === null ? 'check' : 'done';
}

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
