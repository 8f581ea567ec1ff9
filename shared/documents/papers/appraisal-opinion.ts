import type { AppraisalTally } from '../../activities/details.ts'
import { countedGrades, gradeNames } from '../../appraisal/grades.ts'
import { type GradeLine, gradeLines, opinionSentence } from '../../appraisal/opinion.ts'
import type { BranchProfile } from '../../branch/schema.ts'
import type { Dossier } from '../../dossier/schema.ts'
import { chineseDate } from '../../kernel/dates.ts'
import { paddedName } from '../../kernel/text.ts'
import { type DocumentModel, type FieldLine, paper } from '../model.ts'
import { paragraphsOf } from '../paragraphs.ts'

const handwriting = 6

const meetingOf = ({ content }: Dossier) => (typeof content['meeting'] === 'string' ? content['meeting'].trim() : '')

/** By which meeting and on which day the opinion was given. */
const givenLine = (opinion: Dossier): FieldLine => [
  ...(meetingOf(opinion) === '' ? [] : [{ label: '提出意见的会议', value: meetingOf(opinion) }]),
  { label: '日期', value: chineseDate(opinion.date) },
]

const told = (line: GradeLine) => (line.toldOn === null ? '' : chineseDate(line.toldOn))

/** 评定意见 as a paper of its own (DOMAIN 3.5.7): its own date, its sentence, each member in the order of the record. */
export function appraisalOpinionPaper(opinion: Dossier, branch: Pick<BranchProfile, 'shortName' | 'settings'>): DocumentModel {
  const lines = gradeLines(opinion.content)
  const hasText = lines.some((line) => line.opinion !== '')
  return paper('sheet', {
    title: [branch.shortName, `${opinion.forYear}年度民主评议党员评定意见`],
    head: [givenLine(opinion)],
    body: [
      { kind: 'paragraph', text: opinionSentence(lines, branch.settings.gradesProbationary) },
      {
        kind: 'table',
        head: ['序号', '姓名', '评定等次', ...(hasText ? ['评语'] : []), '向本人反馈', '备注'],
        rows: lines.map((line, at) => [
          String(at + 1),
          paddedName(line.name),
          line.grade === null ? '' : gradeNames[line.grade],
          ...(hasText ? [line.opinion] : []),
          told(line),
          '',
        ]),
        widths: hasText ? [1.2, 2, 2.2, 6, 3.4, 1.8] : [1.2, 2.4, 2.6, 3.8, 3.4],
        leftColumns: hasText ? [3] : [],
        rowHeight: 8.5,
      },
    ],
    signatures: ['记录人（签字）', '党支部书记（签字）'],
    recordNumber: opinion.recordNumber,
  })
}

function personalOpinion(
  opinion: Dossier,
  line: GradeLine & { readonly grade: NonNullable<GradeLine['grade']> },
  branch: Pick<BranchProfile, 'shortName'>,
  tally: AppraisalTally | undefined,
): DocumentModel {
  const counts = tally && countedGrades.map((grade) => `${gradeNames[grade]}${tally[grade]}票`).join('，')
  const written = paragraphsOf(line.opinion)
  return paper('sheet', {
    title: [branch.shortName, `${opinion.forYear}年度民主评议党员评定意见`],
    head: [
      [
        { label: '姓名', value: line.name },
        { label: '评定等次', value: gradeNames[line.grade] },
      ],
      ...(counts ? [[{ label: '民主测评', value: counts }]] : []),
      givenLine(opinion),
    ],
    body: [
      written.length > 0
        ? { kind: 'label', label: '支部委员会意见', text: '' }
        : { kind: 'label', label: '支部委员会意见', text: '', blankLines: handwriting },
      ...written.map((text) => ({ kind: 'paragraph', text }) as const),
      { kind: 'label', label: '本人意见', text: '', blankLines: handwriting },
      {
        kind: 'label',
        label: '结果反馈',
        text: line.toldOn === null ? '　　　　年　　月　　日向本人反馈。' : `${told(line)}向本人反馈。`,
      },
    ],
    signatures: ['党支部书记（签字）', '本人（签字）'],
    recordNumber: opinion.recordNumber,
  })
}

/**
 * A page for each person with a grade: its counts of the anonymous appraisal where the record has them, room for the words of
 * the committee and the person where none are written.
 */
export function personalOpinions(
  opinion: Dossier,
  branch: Pick<BranchProfile, 'shortName'>,
  tallies: readonly AppraisalTally[],
): DocumentModel[] {
  return gradeLines(opinion.content).flatMap((line) => {
    const { grade } = line
    if (grade === null || grade === 'notGraded') return []
    return [
      personalOpinion(
        opinion,
        { ...line, grade },
        branch,
        tallies.find(({ name }) => name === line.name),
      ),
    ]
  })
}
