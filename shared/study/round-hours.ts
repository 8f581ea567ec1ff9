/** Whole and half hours (DOMAIN 2.2). */
export const roundHours = (hours: number): number => Math.floor(hours * 2 + 1e-9) / 2
