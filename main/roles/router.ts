import type { RowSource } from '#shared/roles/registers.ts'
import { os } from '../context.ts'
import { readCampaign, readRegister } from './read.ts'
import { campaignNames, rolesOverview } from './service.ts'

const mutable = <
  T extends {
    head: readonly string[]
    widths: readonly number[]
    leftColumns: readonly number[]
    rows: readonly (readonly string[])[]
    sources: readonly RowSource[]
  },
>(
  given: T,
) => ({
  ...given,
  head: [...given.head],
  widths: [...given.widths],
  leftColumns: [...given.leftColumns],
  rows: given.rows.map((cells) => [...cells]),
  sources: [...given.sources],
})

export const rolesRouter = os.roles.router({
  overview: os.roles.overview.handler(({ context, input }) => rolesOverview(context.core, input.year)),
  register: os.roles.register.handler(({ context, input }) =>
    mutable(readRegister(context.core.session.require(), input.year, input.key)),
  ),
  campaigns: os.roles.campaigns.handler(({ context }) => campaignNames(context.core)),
  campaign: os.roles.campaign.handler(({ context, input }) => readCampaign(context.core.session.require(), input.name)),
})
