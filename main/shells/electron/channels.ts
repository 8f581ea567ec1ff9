/** Names between preload and main. The page itself never sees a channel: only the port and one function. */

/** The page's end of the port travels to the page under this kind (renderer/api/transport-port.ts waits for it). */
export const portMessageKind = 'branch-handbook:port'

/** ipc: the preload hands main its end of the port. */
export const portChannel = 'branch-handbook:port'

/** ipc: the path of a file that the user has dropped or chosen, answered by a staged token. */
export const stageChannel = 'branch-handbook:stage'
