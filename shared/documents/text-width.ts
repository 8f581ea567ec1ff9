/** Width of a text in characters; digits and Latin letters take a little more than half of one. */
export const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) < 0x2e80 ? 0.6 : 1), 0)
