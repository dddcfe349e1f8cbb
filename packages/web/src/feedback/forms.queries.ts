import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import type { FormDetail, FormOutlinePart, formEndpoints } from '@weerklank/core/feedback/form.contract'
import type { formBuildEndpoints, TryBody } from '@weerklank/core/feedback/form-build.contract'
import { address } from '../api/address.ts'
import { call, type Sent } from '../api/client.ts'

type Endpoints = typeof formEndpoints
const all = ['forms'] as const

export const formListQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: [...all, 'list', search],
    queryFn: ({ pageParam: from }) =>
      call<Endpoints['forms']>('GET', '/api/forms', { query: { search, from } }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const seen = pages.reduce((sum, page) => sum + page.forms.length, 0)
      return seen < last.total && last.forms.length > 0 ? seen : undefined
    },
    placeholderData: keepPreviousData,
  })

/** The first forms with this word in their title. */
export const formsNamedQuery = (search: string) =>
  queryOptions({
    queryKey: [...all, 'named', search],
    queryFn: () => call<Endpoints['forms']>('GET', '/api/forms', { query: { search } }),
    // Whoever may not look through the forms is refused once, and not asked again.
    retry: false,
  })

export const formQuery = (form: string) =>
  queryOptions({
    queryKey: [...all, 'one', form],
    queryFn: () => call<Endpoints['form']>('GET', '/api/forms/:form', { params: { form } }),
  })

/** What a version asks, a part at a time; its words never change. */
export const outlineQuery = (form: string, version: number) =>
  infiniteQueryOptions({
    queryKey: [...all, 'outline', form, version],
    queryFn: ({ pageParam: from }) =>
      call<Endpoints['outline']>('GET', '/api/forms/:form/versions/:version', {
        params: { form, version: String(version) },
        query: { from },
      }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => nextLine(last, pages),
  })

function nextLine(last: FormOutlinePart, pages: readonly FormOutlinePart[]): number | undefined {
  const seen = pages.reduce((sum, page) => sum + page.lines.length, 0)
  return seen < last.total && last.lines.length > 0 ? seen : undefined
}

export const licencesToSeeQuery = queryOptions({
  queryKey: [...all, 'licences'],
  queryFn: () => call<Endpoints['licencesToSee']>('GET', '/api/forms/licences', {}),
})

export const bringForm = (text: string) => call<Endpoints['bring']>('POST', '/api/forms', { body: { text } })

export function useRefreshForms() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: all })
}

/** Each change answers with the form as it is now. */
function useFormChange<Input>(form: string, change: (input: Input) => Promise<FormDetail>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (now) => {
      queryClient.setQueryData(formQuery(form).queryKey, now)
      void queryClient.invalidateQueries({ queryKey: [...all, 'list'] })
      void queryClient.invalidateQueries({ queryKey: licencesToSeeQuery.queryKey })
    },
  })
}

export const useSetStatus = (form: string) =>
  useFormChange(form, ({ version, ...body }: Sent<Endpoints['setStatus']>['body'] & { version: number }) =>
    call<Endpoints['setStatus']>('PUT', '/api/forms/:form/versions/:version/status', {
      params: { form, version: String(version) },
      body,
    }),
  )

export const useSayNeed = (form: string) =>
  useFormChange(form, (body: Sent<Endpoints['sayNeed']>['body']) =>
    call<Endpoints['sayNeed']>('PUT', '/api/forms/:form/licence-need', { params: { form }, body }),
  )

export const useRecordLicence = (form: string) =>
  useFormChange(form, ({ id, ...body }: Sent<Endpoints['recordLicence']>['body'] & { id: string }) =>
    call<Endpoints['recordLicence']>('PUT', '/api/forms/:form/licences/:licence', {
      params: { form, licence: id },
      body,
    }),
  )

export const useEndLicence = (form: string) =>
  useFormChange(form, ({ id, revision }: { id: string; revision: number }) =>
    call<Endpoints['endLicence']>('PUT', '/api/forms/:form/licences/:licence/ended', {
      params: { form, licence: id },
      body: { ended: true, revision },
    }),
  )

/** Where a version is to be had as a file; without a version of FHIR as it came in. */
export const formFileAddress = (form: string, version: number, fhir?: '4.0' | '5.0') =>
  address('/api/forms/:form/versions/:version/file', { form, version: String(version) }, { fhir })

/** A part of a version as a respondent sees it, to show in a frame. */
export const previewAddress = (form: string, of: { version: number; page: number; language: string }) =>
  address('/api/forms/:form/preview', { form }, of)

/** One step of trying a form out. */
export const tryForm = (form: string, body: TryBody) =>
  call<(typeof formBuildEndpoints)['tryForm']>('POST', '/api/forms/:form/try', { params: { form }, body })
