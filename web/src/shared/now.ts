/** The one place where the browser's clock is read. For what is shown only: what counts is decided by the services' clock. */
export const now = (): Date => new Date();
