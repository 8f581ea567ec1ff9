/** Longest line of a record file, in characters; the longest sitting a form takes is far shorter. */
export const maxRecordLine = 4 * 1024 * 1024
/** Most rows of a pack: fifty years of a large branch. */
export const maxRows = 300_000
/** All record files together, in octets: they are held in memory while the differences are shown. */
export const maxRecordOctets = 128 * 1024 * 1024
/** What the rows may take in memory, in octets, as `weightOf` reckons it: many small things take far more than their letters. */
export const maxRecordWeight = 256 * 1024 * 1024
/** Most differences that are listed one by one. */
export const maxListed = 2000
