import { z } from 'zod'
import { nothing, procedure } from '../kernel/contract.ts'
import { branchProfileSchema, branchUpdateSchema, partyGroupSchema, savePartyGroupSchema } from './schema.ts'

export const branchContract = {
  get: procedure.input(nothing).output(branchProfileSchema),
  update: procedure.input(branchUpdateSchema).output(branchProfileSchema),
  groups: procedure.input(nothing).output(z.array(partyGroupSchema)),
  saveGroup: procedure.input(savePartyGroupSchema).output(partyGroupSchema),
}
