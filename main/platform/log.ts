/** Where a bug is written down. Never given record contents: only codes, references and stacks. */
export interface Log {
  error(reference: string, error: unknown): void
}

export const consoleLog: Log = {
  error: (reference, error) => {
    console.error(`[${reference}]`, error instanceof Error ? error.stack : error)
  },
}
