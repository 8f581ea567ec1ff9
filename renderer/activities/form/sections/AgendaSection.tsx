import { Button } from 'antd'
import { useMemo } from 'react'
import { useForm, usePart } from '../context.ts'
import { agendaFieldId, fieldIds } from '../fields.ts'
import { focusSoon } from '../focus.ts'
import { newAgenda } from '../model.ts'
import type { FormStore } from '../store.ts'
import { useAttendance } from '../useMeeting.ts'
import { AgendaCard } from './AgendaCard.tsx'

/** Adds an empty agenda item at the end and puts the cursor into it; also behind Ctrl+Enter. */
export function addAgenda(store: FormStore): void {
  const item = newAgenda()
  store.getState().editPart((part) => ({ ...part, agenda: [...part.agenda, item] }))
  focusSoon(agendaFieldId(item.key))
}

/** 议题, each with its content. */
export function AgendaSection({ store }: { readonly store: FormStore }) {
  const agenda = usePart((part) => part.agenda)
  const folded = useForm((state) => state.folded)
  const invitees = useForm((state) => state.model.invitees)
  const { due } = useAttendance()
  const speakers = useMemo(() => [...due.map((member) => member.name), ...invitees.map((invitee) => invitee.name)], [due, invitees])
  return (
    <div className="agenda" id={fieldIds.agenda}>
      <h3 className="section-title">议题</h3>
      {agenda.map((item, index) => (
        <AgendaCard key={item.key} item={item} index={index} isFolded={folded.includes(item.key)} speakers={speakers} />
      ))}
      <Button type="link" className="add-link" onClick={() => addAgenda(store)}>
        ＋ 议题
      </Button>
      <span className="small faint">Ctrl+回车</span>
    </div>
  )
}
