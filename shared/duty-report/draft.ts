import { chineseOrdinal } from '../kernel/text.ts'
import type { Figure, Quote } from '../yearbook/schema.ts'
import type { DutyFigureKey } from './figures.ts'

/** Words around one number, and clauses that only make sense after it. */
interface Clause {
  /** `{}` is where the number goes. */
  readonly words: string
  readonly figure: DutyFigureKey
  readonly after?: readonly Clause[]
}

interface SectionPlan {
  readonly title: string
  /** Each a sentence of its own, of as many clauses as have a number. */
  readonly sentences: readonly { readonly start: string; readonly clauses: readonly Clause[] }[]
}

/** What is said of the numbers. Only words that are true of any branch with such numbers: no praise, no reasons. */
const plan: readonly SectionPlan[] = [
  {
    title: '组织生活',
    sentences: [
      {
        start: '全年',
        clauses: [
          { words: '召开支部党员大会{}', figure: 'held:generalMeeting' },
          { words: '召开支部委员会会议{}', figure: 'held:committeeMeeting' },
          { words: '召开党小组会{}', figure: 'held:groupMeeting' },
          { words: '上党课{}', figure: 'held:partyLecture' },
          { words: '开展主题党日{}', figure: 'held:themedPartyDay' },
        ],
      },
      { start: '', clauses: [{ words: '党员出勤率{}', figure: 'attendance' }] },
    ],
  },
  {
    title: '学习教育',
    sentences: [
      {
        start: '',
        clauses: [
          { words: '党员人均学习{}', figure: 'hoursAverage' },
          { words: '本人学习{}', figure: 'hoursSecretary' },
        ],
      },
    ],
  },
  {
    title: '党员教育管理',
    sentences: [
      {
        start: '',
        clauses: [
          { words: '接收预备党员{}', figure: 'admitted' },
          { words: '预备党员转正{}', figure: 'converted' },
        ],
      },
      {
        start: '',
        clauses: [{ words: '开展谈心谈话{}', figure: 'talks', after: [{ words: '覆盖率{}', figure: 'talkCoverage' }] }],
      },
    ],
  },
  {
    title: '任务落实和问题整改',
    sentences: [
      { start: '', clauses: [{ words: '列入清单的任务{}', figure: 'tasks', after: [{ words: '完成{}', figure: 'tasksDone' }] }] },
      {
        start: '',
        clauses: [
          { words: '组织生活会查摆问题{}', figure: 'lifeProblems', after: [{ words: '已整改{}', figure: 'lifeProblemsDone' }] },
        ],
      },
      {
        start: '',
        clauses: [{ words: '列入整改的问题{}', figure: 'problems', after: [{ words: '销号{}', figure: 'problemsClosed' }] }],
      },
    ],
  },
  {
    title: '作用发挥',
    sentences: [
      {
        start: '',
        clauses: [
          { words: '开展志愿服务{}', figure: 'volunteering' },
          { words: '认领微心愿{}', figure: 'wishes', after: [{ words: '办结{}', figure: 'wishesDone' }] },
          { words: '获得荣誉{}', figure: 'honours' },
        ],
      },
      { start: '', clauses: [{ words: '党员群众满意度{}', figure: 'satisfaction' }] },
    ],
  },
]

/** One sentence: of numbers, of a record word for word, or typed. */
export interface DraftSentence {
  readonly text: string
  /** The numbers in it. */
  readonly uses: readonly Pick<Figure, 'key' | 'text'>[]
  readonly quote: Quote | null
}

export interface DraftSection {
  readonly title: string
  readonly sentences: readonly DraftSentence[]
}

/** A number that says something: there is one, it is not nought, and what it follows from can be opened. */
const says = ({ value, sources, link }: Figure): boolean => value !== null && value > 0 && (sources.length > 0 || link !== null)

/** A clause with the number in it, and what follows it; nothing where the number is missing. */
function filled({ words, figure: key, after = [] }: Clause, figures: ReadonlyMap<string, Figure>) {
  const figure = figures.get(key)
  if (figure === undefined || !says(figure)) return []
  const own = { text: words.replace('{}', figure.text), use: { key: figure.key, text: figure.text } }
  return [own, ...after.flatMap((clause): { text: string; use: Pick<Figure, 'key' | 'text'> }[] => filled(clause, figures))]
}

const stopped = (text: string) => (/[。！？；…]$/u.test(text) ? text : `${text}。`)
const words = (text: string, quote: Quote | null): DraftSentence => ({ text: stopped(text), uses: [], quote })

/**
 * The draft of a duty report: every sentence is filled from records, quoted from one, or typed; one without a number is left
 * out, never invented (DOMAIN 8.4). A heading without a sentence is left out too.
 *
 * @param typed 下一步打算 as the user wrote it
 */
export function draftOf(figures: readonly Figure[], problems: readonly Quote[], typed: string): DraftSection[] {
  const byKey = new Map(figures.map((figure) => [figure.key, figure]))
  const counted = plan.map(
    ({ title, sentences }): DraftSection => ({
      title,
      sentences: sentences.flatMap(({ start, clauses }): DraftSentence[] => {
        const parts = clauses.flatMap((clause) => filled(clause, byKey))
        if (parts.length === 0) return []
        return [{ text: `${start}${parts.map(({ text }) => text).join('，')}。`, uses: parts.map(({ use }) => use), quote: null }]
      }),
    }),
  )
  const lines = typed.split(/\r\n|\r|\n/).flatMap((line) => (line.trim() === '' ? [] : [words(line.trim(), null)]))
  return [
    ...counted,
    { title: '存在问题', sentences: problems.map((quote) => words(quote.text, quote)) },
    { title: '下一步打算', sentences: lines },
  ].filter(({ sentences }) => sentences.length > 0)
}

/** The draft as text to go on writing: 「一、组织生活」, then a paragraph for each sentence. */
export function draftText(sections: readonly DraftSection[]): string {
  return sections
    .flatMap(({ title, sentences }, at) => [`${chineseOrdinal(at + 1)}、${title}`, ...sentences.map(({ text }) => text)])
    .join('\n')
}

/** Numbers of the report that have nothing to follow from, by name: what the draft leaves out. */
export const leftOut = (figures: readonly Figure[]): string[] =>
  figures.filter((figure) => !says(figure) && figure.key !== 'lastResult').map(({ label }) => label)
