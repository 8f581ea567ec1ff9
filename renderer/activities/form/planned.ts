import type { FormBlock, FormModel } from './model.ts'

/** Nothing has been counted at a meeting to come. */
function uncounted(block: FormBlock): FormBlock {
  if (block.kind === 'election') {
    const { election } = block
    const ballots = { issued: null, returned: null, valid: null }
    const candidates = election.candidates.map((each) => ({ ...each, votes: null }))
    return { ...block, election: { ...election, ballots, candidates } }
  }
  if (block.kind !== 'vote') return block
  const none = {
    writtenOpinions: null,
    issued: null,
    returned: null,
    valid: null,
    votesFor: null,
    votesAgainst: null,
    votesAbstain: null,
  }
  return { ...block, vote: { ...block.vote, ...none } }
}

/** A planned sitting as the form takes it up: its votes are there, their figures are left to be filled in. */
export function withoutFigures(model: FormModel): FormModel {
  if (model.state !== 'planned') return model
  return {
    ...model,
    parts: model.parts.map((part) => ({
      ...part,
      agenda: part.agenda.map((item) => ({ ...item, content: item.content.map(uncounted) })),
    })),
  }
}
