/** Keycloak's way of asking for a page about one's own account on the way to the portal: `kc_action`. */
export const asksNewPassword = ({ kc_action }: Readonly<Record<string, unknown>>): boolean => kc_action === 'UPDATE_PASSWORD';

/** What an interaction is finished with, so that the page is not shown again. */
export const answered = (changed: boolean) => ({ newPassword: changed ? 'set' : 'left' }) as const;

export const hasAnswered = (result: object | undefined): boolean => result !== undefined && 'newPassword' in result;
