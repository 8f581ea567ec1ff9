import type { Content, ContentRow } from '../dossier/field.ts'
import type { SaveDossierInput } from '../dossier/schema.ts'
import { chineseDate, type PlainDate } from '../kernel/dates.ts'
import type { YearSummary } from '../obligations/schema.ts'
import { recordNumbersText } from '../yearbook/record-numbers.ts'
import type { Figure, Yearbook } from '../yearbook/schema.ts'
import { type Problem, problemStepNames, type StepTaken } from './schema.ts'

/** Beside the meetings of table 8.1, what a branch looks through at the half of the year. */
const checked = ['attendance', 'hoursAverage', 'talks', 'talkCoverage', 'tasks', 'tasksOverdue', 'problems', 'problemsOverdue']

/** Names that say what they are about only under the heading they have in the working ledger. */
const fullNames: Readonly<Record<string, string>> = { tasksOverdue: '任务逾期', problemsOverdue: '问题逾期' }

const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join('；')

/** A number with what it needs beside it and its records: 11次；应开的12期开了11期；2025-支委会-01至11. */
function findingOf({ value, text, detail, sources }: Figure): string {
  if (value === null) return '没有记录'
  return joined([text, detail, recordNumbersText(sources.map(({ recordNumber }) => recordNumber))])
}

/** Plans of the year as a line of the sheet. */
function planLine(label: string, plans: readonly { readonly recordNumber: string }[]): ContentRow {
  const numbers = recordNumbersText(plans.map(({ recordNumber }) => recordNumber))
  return { item: label, found: plans.length === 0 ? '没有记录' : `已登记；${numbers}` }
}

/**
 * 《半年自查表》 of a year as it is proposed: each line says what the rule asks and what the records of the first half say; what
 * the branch finds about it is left to be written.
 */
export function selfCheckProposal(
  half: Yearbook,
  summary: YearSummary,
  plans: { readonly annual: readonly { recordNumber: string }[]; readonly study: readonly { recordNumber: string }[] },
  today: PlainDate,
): SaveDossierInput {
  const asked = new Map(
    summary.rules.map(({ id, scope, text }) => [`rule:${id}:${scope.kind === 'group' ? scope.name : ''}`, text]),
  )
  const figures = half.sections.flatMap((section) => section.figures)
  const lines = figures
    .filter(({ key }) => asked.has(key) || checked.includes(key))
    .map((figure): ContentRow => {
      const wanted = asked.get(figure.key)
      return { item: fullNames[figure.key] ?? figure.label, ...(wanted === undefined ? {} : { wanted }), found: findingOf(figure) }
    })
  const { year, asOf } = half
  return {
    kind: 'rectificationReply',
    date: today,
    forYear: year,
    title: `${year}年半年自查表`,
    content: {
      sort: 'selfCheck',
      asOf,
      checks: [planLine('年度工作计划', plans.annual), planLine('学习计划', plans.study), ...lines],
    },
  }
}

const stepText = ({ step, date, by, note }: StepTaken) =>
  `${chineseDate(date)}${problemStepNames[step]}${by === '' ? '' : `（${by}）`}${note === '' ? '' : `：${note}`}`

/** 整改回复 as it is proposed: every problem of the year with its measures and what has been done, from the records alone. */
export function replyProposal(problems: readonly Problem[], year: number, today: PlainDate): SaveDossierInput {
  const replies = problems.map(
    (problem): ContentRow => ({
      problem: problem.problem,
      ...(problem.measure === '' ? {} : { measure: problem.measure }),
      ...(problem.owners.length === 0 ? {} : { owner: problem.owners.join('、') }),
      ...(problem.dueOn === null ? {} : { due: problem.dueOn }),
      ...(problem.steps.length === 0 ? {} : { done: problem.steps.map(stepText).join('；') }),
      recordNumber: problem.recordNumber,
    }),
  )
  const content: Content = { sort: 'reply', ...(replies.length === 0 ? {} : { replies }) }
  return { kind: 'rectificationReply', date: today, forYear: year, title: `${year}年问题整改情况的报告`, content }
}
