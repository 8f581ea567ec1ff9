/**
 * Room to write by hand within a sentence, in characters of full width. A line and no spaces: those vanish where a line of
 * text ends, and nobody would see that something is still to be filled in.
 */
export const room = (characters: number): string => '＿'.repeat(characters)

/** Year, month and day to be written into a sentence. */
export const dateRoom = `${room(2)}年${room(1)}月${room(1)}日`

/** The date of signing: left to be written, below the name of who signs. */
export const unsignedDate = '　　年　　月　　日'
