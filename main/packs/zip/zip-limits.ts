/** Most entries of an archive that are looked at. */
export const maxZipEntries = 100_000
/** An archive that unpacks to more than this many times its own size was made to fill a disk. */
export const maxZipRatio = 200
/** Below this many octets a ratio means nothing: a short text of one letter shrinks to almost none. */
export const ratioFloor = 1024 * 1024
/** Deepest nesting of folders. */
export const maxZipDepth = 32
/** All names together, in octets: the list of files is held in memory. */
export const maxZipNameOctets = 32 * 1024 * 1024
