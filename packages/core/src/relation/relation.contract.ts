import { z } from 'zod'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { contactId, memberId, noteId, participantId, relationId } from '../shared/ids.ts'
import { addressForms, respondLanguages } from '../shared/language.ts'
import { requiredText, text } from '../shared/text-input.ts'
import {
  checkSetting,
  contactKinds,
  noteKinds,
  relationContexts,
  relationKinds,
  situations,
  toldNoteKinds,
  voices,
} from './relation.ts'

const relationParams = z.object({ relation: relationId })

/** When a contact is or was. A year that nobody alive means is a typing error, and not every database can hold it. */
const contactAt = z.iso.datetime().refine((at) => at >= '1900-01-01' && at < '2200-01-01', 'out-of-range')

/** A person in one relation, with one voice. The name is a pseudonym unless people choose otherwise. */
export const participant = z.object({
  id: participantId,
  name: z.string(),
  voice: z.enum(voices),
  /** A few words beside the name, e.g. an age or an organisation. Empty when there are none. */
  detail: z.string(),
  address: z.enum(addressForms),
  language: z.enum(respondLanguages),
  /** The member of the workspace this is, if she is one; the others answer by link only. */
  member: memberId.nullable(),
  /** False for someone who left: her earlier answers stay. */
  active: z.boolean(),
})
export type Participant = z.infer<typeof participant>

export const note = z.object({
  id: noteId,
  kind: z.enum(noteKinds),
  text: z.string(),
  toldBy: z.string(),
  at: z.iso.datetime(),
})
export type Note = z.infer<typeof note>

export const contact = z.object({
  id: contactId,
  kind: z.enum(contactKinds),
  at: z.iso.datetime(),
  place: z.string(),
  /** What was said, in a few words; empty until someone writes it. */
  summary: z.string(),
})
export type Contact = z.infer<typeof contact>

export const relationDetails = z.object({
  id: relationId,
  title: z.string(),
  kind: z.enum(relationKinds),
  context: z.enum(relationContexts).nullable(),
  situation: z.enum(situations).nullable(),
  purpose: z.string(),
  /** A check is planned at least once in so many days. */
  checkEveryDays: z.int(),
  /** One contact and no more: a short check is asked, and none is missed. */
  singleContact: z.boolean().optional(),
  startedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  /** False for who looks in because of an emergency: she reads all of it and changes nothing. */
  mayChange: z.boolean(),
  /** Grows with each change: an edit names the version it started from. */
  version: z.int(),
  participants: z.array(participant),
  notes: z.array(note),
  /** Newest first. */
  contacts: z.array(contact),
})
export type RelationDetails = z.infer<typeof relationDetails>

const participantInput = z.strictObject({
  id: participantId,
  name: requiredText(80),
  voice: z.enum(voices),
  detail: text(80),
  address: z.enum(addressForms),
  language: z.enum(respondLanguages),
  /** A colleague with an account here, who will see this collaboration; null for everyone else. */
  member: memberId.nullable(),
})
export type ParticipantInput = z.infer<typeof participantInput>

const relationFields = {
  title: requiredText(120),
  kind: z.enum(relationKinds),
  context: z.enum(relationContexts).nullable(),
  situation: z.enum(situations).nullable(),
  purpose: text(500),
  checkEveryDays: z.int().min(1).max(365),
  /** Absent in an edit: as it was. */
  singleContact: z.boolean().optional(),
  /** Everyone but the member who sends this: she takes part anyway. Whoever is left out of an edit leaves. */
  participants: z.array(participantInput).min(1).max(40),
}

const settingField = { context: 'context', situation: 'situation' } as const

function settingFits(
  input: { kind: (typeof relationKinds)[number] } & Pick<RelationDetails, 'context' | 'situation'>,
  report: z.RefinementCtx,
): void {
  const decision = checkSetting(input)
  if (decision.allowed) return
  const field = decision.reason === 'context-missing' ? settingField.context : settingField.situation
  report.addIssue({ code: 'custom', path: [field], message: decision.reason })
}

/** The version an edit started from: counted from 1 in 32 bits, with room for the next. */
const editedVersion = z.int().min(1).max(2_147_483_646)

export const relationInput = z.strictObject(relationFields).superRefine(settingFits)
export type RelationInput = z.infer<typeof relationInput>

export const relationEndpoints = {
  createRelation: {
    id: 'createRelation',
    method: 'POST',
    path: '/api/relations',
    summary: 'Start a collaboration. The id is made by the sender: a repeat is the same relation.',
    scope: 'relations:write',
    body: z.strictObject({ id: relationId, ...relationFields }).superRefine(settingFits),
    response: relationDetails,
    errors: ['not-signed-in', 'not-allowed', 'invalid-input', 'conflict'],
  },
  getRelation: {
    id: 'getRelation',
    method: 'GET',
    path: '/api/relations/:relation',
    summary: 'One collaboration: people, purpose, notes and contacts',
    scope: 'relations:read',
    params: relationParams,
    response: relationDetails,
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
  editRelation: {
    id: 'editRelation',
    method: 'PUT',
    path: '/api/relations/:relation',
    summary: 'Change a collaboration and its people',
    scope: 'relations:write',
    params: relationParams,
    body: z.strictObject({ version: editedVersion, ...relationFields }).superRefine(settingFits),
    response: relationDetails,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'conflict'],
  },
  closeRelation: {
    id: 'closeRelation',
    method: 'POST',
    path: '/api/relations/:relation/closed',
    summary: 'End a collaboration, or open it again. Nothing is deleted.',
    scope: 'relations:write',
    params: relationParams,
    body: z.strictObject({ closed: z.boolean() }),
    response: relationDetails,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input'],
  },
  addNote: {
    id: 'addNote',
    method: 'POST',
    path: '/api/relations/:relation/notes',
    summary: 'Keep what helps, what does not, or an earlier experience with care',
    scope: 'relations:write',
    params: relationParams,
    body: z.strictObject({
      id: noteId,
      kind: z.enum(toldNoteKinds),
      text: requiredText(500),
      toldBy: text(120),
    }),
    response: note,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'conflict'],
  },
  removeNote: {
    id: 'removeNote',
    method: 'DELETE',
    path: '/api/relations/:relation/notes/:note',
    summary: 'Remove a note',
    scope: 'relations:write',
    params: relationParams.extend({ note: noteId }),
    response: done,
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
  planContact: {
    id: 'planContact',
    method: 'POST',
    path: '/api/relations/:relation/contacts',
    summary: 'Plan or record a contact',
    scope: 'relations:write',
    params: relationParams,
    body: z.strictObject({
      id: contactId,
      kind: z.enum(contactKinds),
      at: contactAt,
      place: text(120),
      summary: text(1000),
    }),
    response: contact,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'conflict'],
  },
  editContact: {
    id: 'editContact',
    method: 'PUT',
    path: '/api/relations/:relation/contacts/:contact',
    summary: 'Move a contact or write what was said',
    scope: 'relations:write',
    params: relationParams.extend({ contact: contactId }),
    body: z.strictObject({
      kind: z.enum(contactKinds),
      at: contactAt,
      place: text(120),
      summary: text(1000),
    }),
    response: contact,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input'],
  },
  removeContact: {
    id: 'removeContact',
    method: 'DELETE',
    path: '/api/relations/:relation/contacts/:contact',
    summary: 'Cancel a contact to which no check belongs',
    scope: 'relations:write',
    params: relationParams.extend({ contact: contactId }),
    response: done,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'conflict'],
  },
} as const satisfies Record<string, Endpoint>
