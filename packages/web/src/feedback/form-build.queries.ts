import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { FormModel } from '@weerklank/core/feedback/form'
import type { formBuildEndpoints } from '@weerklank/core/feedback/form-build.contract'
import { call } from '../api/client.ts'

type Endpoints = typeof formBuildEndpoints
const path = '/api/forms/:form/built'

export const beginForm = (form: string, model: FormModel) =>
  call<Endpoints['begin']>('PUT', path, { params: { form }, body: { model } })

export const readBuilt = (form: string) => call<Endpoints['read']>('GET', path, { params: { form } })

export const saveBuilt = (form: string, body: { model: FormModel; revision: number }) =>
  call<Endpoints['save']>('POST', path, { params: { form }, body })

/** As it was when one began: what is changed since then is not fetched over it. */
export const builtFormQuery = (form: string) =>
  queryOptions({
    queryKey: ['built-form', form],
    queryFn: () => readBuilt(form),
    ...{ staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
  })

/** The other pages show the form as it is now. */
export function useForgetForms() {
  const queryClient = useQueryClient()
  return () => void queryClient.invalidateQueries({ queryKey: ['forms'] })
}
