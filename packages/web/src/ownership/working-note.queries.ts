import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { WorkingNote, workingNoteEndpoints } from '@weerklank/core/ownership/working-note.contract'
import type { NoteMoment } from '@weerklank/core/shared/note-moment'
import { call } from '../api/client.ts'
import { useRelationChange } from '../api/relation-change.ts'

type Endpoints = typeof workingNoteEndpoints

const keyOf = (relation: string) => ['working-notes', relation]

/** One's own notes about a collaboration. Nobody else changes them, so they are asked for once. */
export function workingNotesQuery(relation: string) {
  return queryOptions({
    queryKey: keyOf(relation),
    queryFn: () =>
      call<Endpoints['workingNotes']>('GET', '/api/relations/:relation/working-notes', {
        params: { relation },
      }),
    // What is typed must not be overtaken by what is fetched.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

type Draft = { note: string; text: string; version: number; about?: NoteAbout }

/** What a note is written for, and beside what. */
export type NoteAbout = { moment: Exclude<NoteMoment, 'peer-case'>; rupture: string | null }

export function saveWorkingNote(
  relation: string,
  { note, text, version, about }: Draft,
): Promise<WorkingNote> {
  return call<Endpoints['saveWorkingNote']>('PUT', '/api/relations/:relation/working-notes/:note', {
    params: { relation, note },
    body: { text, version, ...(about && { moment: about.moment, rupture: about.rupture }) },
  })
}

const casesKey = ['peer-cases']

/** One's own cases for peer reflection: of no collaboration. */
export function peerCasesQuery() {
  return queryOptions({
    queryKey: casesKey,
    queryFn: async () => {
      const { notes } = await call<Endpoints['ownWorkingNotes']>('GET', '/api/working-notes', {})
      return notes.filter(({ moment }) => moment === 'peer-case')
    },
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

export function savePeerCase({ note, text, version }: Omit<Draft, 'about'>): Promise<WorkingNote> {
  return call<Endpoints['savePeerCase']>('PUT', '/api/peer-cases/:note', {
    params: { note },
    body: { text, version },
  })
}

export function useRefreshPeerCases() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: casesKey })
}

export function useRemoveWorkingNote() {
  return useMutation({
    mutationFn: (note: string) =>
      call<Endpoints['removeWorkingNote']>('DELETE', '/api/working-notes/:note', { params: { note } }),
  })
}

type Sharing = { note: string; as: string; version: number }

/** The collaboration is asked for again: the note stands in it now. */
export function useShareWorkingNote(relation: string) {
  return useRelationChange(relation, ({ note, as, version }: Sharing) =>
    call<Endpoints['shareWorkingNote']>('POST', '/api/relations/:relation/working-notes/:note/share', {
      params: { relation, note },
      body: { as, version },
    }),
  )
}

/** Asks for the notes anew, when one came or went. */
export function useRefreshWorkingNotes(relation: string) {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: keyOf(relation) })
}
