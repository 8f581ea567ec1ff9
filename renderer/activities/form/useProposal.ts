import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { orpc } from '#renderer/api/client.ts'
import type { ActivityProposal } from '#shared/activities/contract.ts'
import { isPlainDate } from '#shared/kernel/dates.ts'
import { useForm, useFormStore, usePart } from './context.ts'

/** What the branch's habits and numbering propose for this kind and day; undefined until known. */
export function useProposal(): ActivityProposal | undefined {
  const purpose = usePart((part) => part.purpose)
  const groupId = usePart((part) => part.groupId)
  const date = useForm((state) => state.model.date)
  const input = { purpose, date, groupId: purpose === 'groupMeeting' ? groupId : null }
  return useQuery(orpc.activities.propose.queryOptions({ input, enabled: isPlainDate(date), placeholderData: keepPreviousData }))
    .data
}

/** Fills the fields that nobody has written in, whenever kind or day change. Saved records are never filled. */
export function useFillProposed(): void {
  const store = useFormStore()
  const proposal = useProposal()
  const isNew = useForm((state) => state.model.id === null)
  useEffect(() => {
    if (proposal && isNew) store.getState().propose(proposal)
  }, [store, proposal, isNew])
}
