import { os } from '../context.ts'
import { readRating } from './gap-list.ts'
import { confirmIndicator } from './service.ts'

export const ratingRouter = os.rating.router({
  get: os.rating.get.handler(({ context, input }) => readRating(context.core, input.year)),
  confirm: os.rating.confirm.handler(({ context, input }) => confirmIndicator(context.core, input)),
})
