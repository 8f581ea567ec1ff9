import { isContractProcedure } from '@orpc/contract'
import { z } from 'zod'
import { contract } from '#shared/contract.ts'

/** One procedure of the contract with the schema of its input. */
export interface ListedProcedure {
  /** `/members/save`: its path over both transports. */
  readonly path: string
  readonly input: z.core.$ZodType
}

function walk(node: unknown, path: string): ListedProcedure[] {
  if (isContractProcedure(node)) {
    const input = node['~orpc'].inputSchema
    if (!(input instanceof z.core.$ZodType)) throw new Error(`${path} has no zod schema for its input`)
    return [{ path, input }]
  }
  return Object.entries(node as Record<string, unknown>).flatMap(([key, inner]) => walk(inner, `${path}/${key}`))
}

/** Every procedure there is, taken from the contract itself: a new one is attacked from the day it exists. */
export const procedures: readonly ListedProcedure[] = walk(contract, '')
