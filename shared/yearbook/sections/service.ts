import type { Dossier } from '../../dossier/schema.ts'
import { count, dossierSource, share } from '../figure.ts'
import type { YearbookInput } from '../input.ts'
import type { Figure } from '../schema.ts'

const numberIn = ({ content }: Dossier, key: string): number => {
  const value = content[key]
  return typeof value === 'number' ? value : 0
}
const takers = ({ people }: Dossier): number => people.filter(({ role }) => role === 'member').length

/** 志愿服务、在职党员回家日、微心愿、特色项目、荣誉. */
export function serviceFigures({ dossiers }: YearbookInput): Figure[] {
  const of = (kind: string) => dossiers.filter((dossier) => dossier.kind === kind)
  const line = (key: string, label: string, records: readonly Dossier[], unit: string, detail = '') =>
    count(key, label, records.length, unit, { detail, sources: records.map(dossierSource) })
  const volunteering = of('volunteerService')
  const hours = volunteering.reduce((sum, record) => sum + numberIn(record, 'hours') * takers(record), 0)
  const taking = volunteering.reduce((sum, record) => sum + takers(record), 0)
  const homeDays = of('communityDay')
  const wishes = of('microWish')
  const words = volunteering.length === 0 ? '' : `${taking}人次${hours === 0 ? '' : `，${hours}小时`}`
  return [
    line('volunteering', '志愿服务', volunteering, '次', words),
    line('homeDays', '在职党员回家日', homeDays, '次'),
    line('wishes', '认领微心愿', wishes, '个'),
    line(
      'wishesDone',
      '办结微心愿',
      wishes.filter(({ status }) => status === 'done'),
      '个',
    ),
    line('brandProjects', '特色项目', of('brandProject'), '个'),
    line('honours', '荣誉', of('honour'), '项'),
  ]
}

/** 党员群众满意度: of the last survey of the year. */
export function satisfactionFigure({ dossiers }: YearbookInput): Figure {
  const survey = dossiers.findLast(({ kind }) => kind === 'satisfactionSurvey')
  const valid = survey ? numberIn(survey, 'valid') : 0
  return share('satisfaction', '党员群众满意度', survey ? numberIn(survey, 'satisfied') : 0, valid, {
    detail: valid === 0 ? '' : `有效${valid}份`,
    sources: survey ? [dossierSource(survey)] : [],
  })
}
