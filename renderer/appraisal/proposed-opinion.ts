import { client } from '#renderer/api/client.ts'
import type { SaveDossier } from '#shared/dossier/schema.ts'
import { fromLocalDate } from '#shared/kernel/dates.ts'

/** A new 评定意见 with everyone it is about; the grades are the branch's to give. */
export async function proposedOpinion(year: number): Promise<SaveDossier> {
  const [{ toGrade }, { today }] = await Promise.all([client.appraisal.overview({ year }), client.ledger.status({})])
  return {
    kind: 'appraisalOpinion',
    date: today ?? fromLocalDate(new Date()),
    forYear: year,
    title: `${year}年度民主评议评定意见`,
    status: '',
    people: [],
    content: { grades: toGrade.map((name) => ({ name })) },
    tags: [],
    links: [],
    origin: 'typed',
  }
}
