import { os } from '../context.ts'
import { today } from '../platform/clock.ts'
import { explain, removeExplanation } from './explanations.ts'
import { exportRules, importRules } from './rules.ts'
import { assessYear, dueOn, summarizeYear } from './service.ts'
import { ruleSettings, setRule } from './settings.ts'

export const obligationsRouter = os.obligations.router({
  summary: os.obligations.summary.handler(({ context, input }) =>
    summarizeYear(context.core.session.require(), input.year, context.core.clock),
  ),
  assess: os.obligations.assess.handler(({ context, input }) =>
    assessYear(context.core.session.require(), input.year, context.core.clock),
  ),
  due: os.obligations.due.handler(({ context, input }) => {
    const date = input.date ?? today(context.core.clock)
    return { date, items: dueOn(context.core.session.require(), date) }
  }),
  explain: os.obligations.explain.handler(({ context, input: { text, ...place } }) => {
    explain(context.core.session.require(), place, text)
    return {}
  }),
  removeExplanation: os.obligations.removeExplanation.handler(({ context, input }) => {
    removeExplanation(context.core.session.require(), input)
    return {}
  }),
  rules: os.obligations.rules.handler(({ context, input }) => ruleSettings(context.core.session.require(), input.year)),
  setRule: os.obligations.setRule.handler(({ context, input }) => setRule(context.core.session.require(), input)),
  importRules: os.obligations.importRules.handler(({ context, input }) =>
    importRules(context.core, context.core.staging.find(input.file)),
  ),
  exportRules: os.obligations.exportRules.handler(({ context }) => exportRules(context.core)),
})
