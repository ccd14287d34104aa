/** Under which names mailings and tests of them stand among mails. */
export const [mailingRule, testRule] = ['mailing', 'mailing-test'] as const;

interface Ruled {
  readonly rule: string;
}

export const isMailing = ({ rule }: Ruled): boolean => rule === mailingRule || rule === testRule;
export const isTest = ({ rule }: Ruled): boolean => rule === testRule;
