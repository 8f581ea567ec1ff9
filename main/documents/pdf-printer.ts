/** Turns the HTML that is previewed into PDF. Electron: `printToPDF`; elsewhere: an installed Chromium. */
export interface PdfPrinter {
  /** Name of the program that prints, for the screen. */
  readonly program: string
  /**
   * @param html a whole document; fonts are asked for as `/fonts/<file>` of the document's own origin
   * @throws AppError PRINT_FAILED
   */
  print(html: string, signal?: AbortSignal): Promise<Uint8Array>
  close(): Promise<void>
}
