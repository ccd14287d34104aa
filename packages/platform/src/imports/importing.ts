import type { Provider, Type } from '@nestjs/common';
import { ImportApplication } from './steps/import-application.service.js';
import { ImportJobs } from './steps/import-jobs.service.js';
import { ImportReading } from './import-reading.service.js';
import { ImportSteps } from './steps/import-steps.service.js';
import { Imports } from './imports.service.js';
import { SheetKind } from './sheet-kind.js';

/** The machinery of imports for one kind of sheet; a module has one kind. */
export const importing = (kind: Type): Provider[] => [
  ImportSteps,
  ImportApplication,
  ImportJobs,
  ImportReading,
  Imports,
  kind,
  { provide: SheetKind, useExisting: kind },
];
