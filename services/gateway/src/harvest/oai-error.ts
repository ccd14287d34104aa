export const oaiErrors = [
  'badArgument',
  'badResumptionToken',
  'badVerb',
  'cannotDisseminateFormat',
  'idDoesNotExist',
  'noRecordsMatch',
] as const;
export type OaiErrorCode = (typeof oaiErrors)[number];

/** What the protocol has a code for; it is answered with 200, as it demands. */
export class OaiError extends Error {
  constructor(
    readonly code: OaiErrorCode,
    message: string,
  ) {
    super(message);
  }
}
