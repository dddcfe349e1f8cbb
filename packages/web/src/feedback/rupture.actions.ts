import type { RuptureStep } from '@weerklank/core/feedback/rupture'
import type { RuptureStepInput, ruptureEndpoints } from '@weerklank/core/feedback/rupture.contract'
import { call, type Sent } from '../api/client.ts'
import { useRelationChange } from '../api/relation-change.ts'

type Endpoints = typeof ruptureEndpoints
type Noticed = Sent<Endpoints['noticeRupture']>['body']
type Changed = Sent<Endpoints['changeRupture']>['body']

export function useNotice(relation: string) {
  return useRelationChange(relation, (body: Noticed) =>
    call<Endpoints['noticeRupture']>('POST', '/api/relations/:relation/ruptures', {
      params: { relation },
      body,
    }),
  )
}

/** Keeps what was noticed as it is typed; the page is asked for again when one leaves it. */
export function saveNoticed(relation: string, rupture: string, body: Changed) {
  return call<Endpoints['changeRupture']>('PUT', '/api/relations/:relation/ruptures/:rupture', {
    params: { relation, rupture },
    body,
  })
}

export function useShareRupture(relation: string, rupture: string) {
  return useRelationChange(relation, (version: number) =>
    call<Endpoints['shareRupture']>('POST', '/api/relations/:relation/ruptures/:rupture/shared', {
      params: { relation, rupture },
      body: { version },
    }),
  )
}

export function useRemoveRupture(relation: string, rupture: string) {
  return useRelationChange(relation, () =>
    call<Endpoints['removeRupture']>('DELETE', '/api/relations/:relation/ruptures/:rupture', {
      params: { relation, rupture },
    }),
  )
}

const plain: RuptureStepInput = { state: 'done', text: '', agreement: null, reviewOn: null, outcome: null }

/** Does a step, passes it over or takes it back. */
export function useStep(relation: string, rupture: string) {
  return useRelationChange(relation, (of: { step: RuptureStep; input: Partial<RuptureStepInput> }) =>
    call<Endpoints['stepRupture']>('PUT', '/api/relations/:relation/ruptures/:rupture/steps/:step', {
      params: { relation, rupture, step: of.step },
      body: { ...plain, ...of.input },
    }),
  )
}
