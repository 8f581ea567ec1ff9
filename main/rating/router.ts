import { os } from '../context.ts'
import { confirmIndicator, readRating } from './service.ts'

export const ratingRouter = os.rating.router({
  get: os.rating.get.handler(({ context, input }) => readRating(context.core, input.year)),
  confirm: os.rating.confirm.handler(({ context, input }) => confirmIndicator(context.core, input)),
})
