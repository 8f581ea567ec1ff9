import { z } from 'zod'

const bounds = z.object({ x: z.number().int(), y: z.number().int(), width: z.number().int(), height: z.number().int() })

/** A rectangle in the units of the screen (device-independent pixels). */
export type Rectangle = z.infer<typeof bounds>

export const windowStateSchema = bounds.extend({ isMaximized: z.boolean() })
export type WindowState = z.infer<typeof windowStateSchema>

export const smallest = { width: 1000, height: 640 } as const
const usual = { width: 1366, height: 768 } as const

/** The title bar must stay in reach of the mouse: this much of it, in both directions. */
const GRIP = 80

const overlap = (fromA: number, lengthA: number, fromB: number, lengthB: number) =>
  Math.min(fromA + lengthA, fromB + lengthB) - Math.max(fromA, fromB)

/** Whether the title bar of a window can be grasped on one of the screens. */
export function isOnScreen(window: Rectangle, screens: readonly Rectangle[]): boolean {
  return screens.some(
    (screen) =>
      overlap(window.x, window.width, screen.x, screen.width) >= GRIP &&
      window.y >= screen.y &&
      window.y <= screen.y + screen.height - GRIP,
  )
}

/** Where to open: as it was left when that is still on a screen, else in the usual size wherever the system likes. */
export function openingBounds(state: WindowState | null, screens: readonly Rectangle[]): Partial<Rectangle> {
  if (!state || !isOnScreen(state, screens)) return usual
  const { x, y, width, height } = state
  return { x, y, width: Math.max(width, smallest.width), height: Math.max(height, smallest.height) }
}
