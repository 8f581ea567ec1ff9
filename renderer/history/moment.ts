import { format } from 'date-fns'

/** `2025-06-27 16:58`, by the clock of this machine. */
export const moment = (at: string): string => format(new Date(at), 'yyyy-MM-dd HH:mm')
