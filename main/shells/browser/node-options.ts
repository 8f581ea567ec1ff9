/**
 * Options of Node for the browser shell. Its space for new objects is 2 MiB a half instead of 16, so that what a print or an
 * export leaves behind is collected early: after thousands of calls the program holds about 70 MiB less. V8 takes it at its
 * start only. Electron needs none of it: its V8 keeps pointers in half the room.
 */
export const nodeOptions: readonly string[] = ['--max-semi-space-size=2']
