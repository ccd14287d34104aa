/** Under which name daily summaries stand among mails. */
export const digestRule = 'digest';
