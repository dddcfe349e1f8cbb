import type { Contact, Note, Participant, RelationDetails } from '@weerklank/core/relation/relation.contract'
import type { ContactRow, NoteRow, ParticipantRow, RelationRow } from './relation.repository.ts'

/** The fields of a person that may leave the server. */
export function presentParticipant(row: ParticipantRow): Participant {
  return {
    id: row.id,
    name: row.name,
    voice: row.voice,
    detail: row.detail,
    address: row.address,
    language: row.language,
    member: row.member_id,
    active: row.left_at === null,
  }
}

export function presentNote(row: NoteRow): Note {
  return { id: row.id, kind: row.kind, text: row.body, toldBy: row.told_by, at: row.at }
}

export function presentContact(row: ContactRow): Contact {
  return { id: row.id, kind: row.kind, at: row.at, place: row.place, summary: row.summary }
}

export function presentRelation(
  row: RelationRow,
  parts: { participants: ParticipantRow[]; notes: NoteRow[]; contacts: ContactRow[]; mayChange: boolean },
): RelationDetails {
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    context: row.context,
    situation: row.situation,
    purpose: row.purpose,
    checkEveryDays: row.check_every_days,
    singleContact: row.single_contact,
    startedAt: row.started_at,
    closedAt: row.closed_at,
    mayChange: parts.mayChange,
    version: row.version,
    participants: parts.participants.map(presentParticipant),
    notes: parts.notes.map(presentNote),
    contacts: parts.contacts.map(presentContact),
  }
}
