/** Months for which a verification holds. */
const verificationMonths = 24;

/** What is public was looked at now. */
export function holding(at: Date): { verifiedAt: Date; verifyBy: Date; remindedAt: null } {
  const verifyBy = new Date(at);
  verifyBy.setUTCMonth(verifyBy.getUTCMonth() + verificationMonths);
  return { verifiedAt: at, verifyBy, remindedAt: null };
}
