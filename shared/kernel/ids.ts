import { v7, validate } from 'uuid'
import { z } from 'zod'

/** A new identity of a travelling row: UUIDv7 (RFC 9562 §5.7), so that rows sort by creation. */
export function newId(): string {
  return v7()
}

/** True for any UUID in canonical text form. */
export function isId(value: string): boolean {
  return validate(value)
}

/** A row's identity in contract input and output. */
export const idSchema = z.uuid()
