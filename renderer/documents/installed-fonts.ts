import { type FontRole, fontRoles, officeFonts } from '#shared/documents/font-names.ts'

// Latin letters of a Chinese font are never as wide as those of both generic fonts.
const SAMPLE = 'mmwwiillMW01'

/** Whether a font of this name is on the machine: its letters then differ in width from those of what stands in for it. */
function isInstalled(pen: CanvasRenderingContext2D, family: string): boolean {
  const widthIn = (families: string) => {
    pen.font = `72px ${families}`
    return pen.measureText(SAMPLE).width
  }
  return ['monospace', 'serif'].some((generic) => widthIn(`"${family}", ${generic}`) !== widthIn(generic))
}

/** For each use the office font that this machine prints with; null: none of them is there. */
export function installedOfficeFonts(): Record<FontRole, string | null> {
  const pen = document.createElement('canvas').getContext('2d')
  const found = (role: FontRole) => (pen && officeFonts[role].find((family) => isInstalled(pen, family))) || null
  return Object.fromEntries(fontRoles.map((role) => [role, found(role)])) as Record<FontRole, string | null>
}
