import { AppError } from '#shared/kernel/errors.ts'
import type { PdfPrinter } from './pdf-printer.ts'

/** A printer that prints one document at a time: each stands in memory several times while it is printed. */
export function inTurn(printer: PdfPrinter): PdfPrinter {
  let last: Promise<unknown> = Promise.resolve()
  return {
    program: printer.program,
    print(html, signal) {
      const turn = last.then(() => {
        // Nobody waits for it any more.
        if (signal?.aborted) throw new AppError('CANCELLED')
        return printer.print(html, signal)
      })
      last = turn.catch(() => undefined)
      return turn
    },
    close: () => printer.close(),
  }
}
