import { z } from 'zod'
import { note } from '../relation/relation.contract.ts'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { noteId, relationId, ruptureId, workingNoteId } from '../shared/ids.ts'
import { noteMoments } from '../shared/note-moment.ts'
import { requiredText } from '../shared/text-input.ts'

const noteParams = z.object({ note: workingNoteId })
const inRelation = z.object({ relation: relationId })
const refusals = ['not-signed-in', 'not-allowed', 'not-found'] as const

/** A memory aid of one colleague, which nobody else ever sees. */
export const workingNote = z.object({
  id: workingNoteId,
  /** The collaboration that it is about; null when that is gone. */
  relation: relationId.nullable(),
  /** What it is for; null for a memory aid. */
  moment: z.enum(noteMoments).nullable(),
  /** The rupture it was written beside. */
  rupture: ruptureId.nullable(),
  text: z.string(),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  /** When it goes by itself unless it is changed before. */
  removedAt: z.iso.datetime(),
  /** Grows with each change: a save names the version it started from. */
  version: z.int(),
})
export type WorkingNote = z.infer<typeof workingNote>

export const workingNotes = z.object({ notes: z.array(workingNote) })

/** The version a change started from; 0 for a new note. */
const version = z.int().min(0).max(2_147_483_646)

export const workingNoteEndpoints = {
  ownWorkingNotes: {
    id: 'listOwnWorkingNotes',
    method: 'GET',
    path: '/api/working-notes',
    summary: 'All working notes of oneself, the last changed first',
    response: workingNotes,
    errors: ['not-signed-in', 'not-allowed'],
  },
  removeWorkingNote: {
    id: 'removeWorkingNote',
    method: 'DELETE',
    path: '/api/working-notes/:note',
    summary: 'Remove a working note of oneself',
    params: noteParams,
    response: done,
    errors: [...refusals],
  },
  workingNotes: {
    id: 'listWorkingNotes',
    method: 'GET',
    path: '/api/relations/:relation/working-notes',
    summary: 'The working notes of oneself about one collaboration, the last changed first',
    params: inRelation,
    response: workingNotes,
    errors: [...refusals],
  },
  saveWorkingNote: {
    id: 'saveWorkingNote',
    method: 'PUT',
    path: '/api/relations/:relation/working-notes/:note',
    summary: 'Keep a working note. Sending the same again changes nothing.',
    params: inRelation.extend({ note: workingNoteId }),
    body: z.strictObject({
      text: requiredText(4000),
      version,
      moment: z.enum(noteMoments).exclude(['peer-case']).nullable().default(null),
      rupture: ruptureId.nullable().default(null),
    }),
    response: workingNote,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  savePeerCase: {
    id: 'savePeerCase',
    method: 'PUT',
    path: '/api/peer-cases/:note',
    summary:
      'Keep an unrecognisable case for peer reflection as a note of one’s own, without any collaboration. Sending the same again changes nothing.',
    params: noteParams,
    body: z.strictObject({ text: requiredText(4000), version }),
    response: workingNote,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  shareWorkingNote: {
    id: 'shareWorkingNote',
    method: 'POST',
    path: '/api/relations/:relation/working-notes/:note/share',
    summary:
      'Make a working note part of the file: everybody who takes part reads it, and a client may ask for it',
    params: inRelation.extend({ note: workingNoteId }),
    /** `as` is the identifier of the note in the file; `version` is what the author saw. */
    body: z.strictObject({ as: noteId, version: z.int().min(1).max(2_147_483_646) }),
    response: note,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
} as const satisfies Record<string, Endpoint>
