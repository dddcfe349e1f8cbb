import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { relationImportEndpoints } from '@weerklank/core/relation/relation-import.contract'
import { type Answer, call, type Sent } from '../api/client.ts'
import { keys } from '../api/keys.ts'

type Endpoints = typeof relationImportEndpoints

/** What was looked at, and the id under which it can be taken in: once, however often it is sent. */
export type Looked = { id: string; text: string; preview: Answer<Endpoints['previewRelationImport']> }

/** Looks at a file before anything is stored. */
export function usePreviewImport() {
  return useMutation({
    mutationFn: (text: string) =>
      call<Endpoints['previewRelationImport']>('POST', '/api/relation-imports/preview', { body: { text } }),
  })
}

/** Takes in what was looked at. With the same id nothing is taken in twice. */
export function useImport() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Sent<Endpoints['importRelations']>['body']) =>
      call<Endpoints['importRelations']>('POST', '/api/relation-imports', { body }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.relations }),
  })
}
